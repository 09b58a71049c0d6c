"""Citizen service numbers (BSN) in text; the only module that touches stdnum.

Such a number never belongs here: partners are known by name, and residents not at all.
"""

import re

from stdnum.nl import bsn

_SPACE = r"[ .\u00a0-]?"
# Nine digits, as they are written on a passport or in groups; no part of a longer number.
_NINE = re.compile(
    rf"(?<![\d+])(?<!\+31 )(?<!0031 )(?<!\(0\))(?:\d{{9}}|\d{{4}}{_SPACE}\d{{2}}{_SPACE}\d{{3}}"
    rf"|\d{{3}}{_SPACE}\d{{3}}{_SPACE}\d{{3}})(?!\d)"
)


def holds_bsn(text: str) -> bool:
    """Tell whether a text holds nine digits that pass the test of a citizen service number."""
    found = (re.sub(r"\D", "", each) for each in _NINE.findall(text))
    return any(int(digits) and bsn.is_valid(digits) for digits in found)
