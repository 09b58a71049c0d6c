"""Text as it stands in a cell: without what nobody sees, and several names in one cell."""

import csv
import re
from collections.abc import Iterable
from io import StringIO

_SPACES = re.compile("[\u00a0\u2007\u202f\t]")
_UNSEEN = re.compile("[\u200b\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f]")
_QUOTE = '"'
_KEPT = re.compile('[;\n]|^"')
_SEVERAL = re.compile("[;\n]")


def seen(text: str) -> str:
    """Return ``text`` with plain spaces, and without the signs that nobody sees."""
    return _UNSEEN.sub("", _SPACES.sub(" ", text)).strip()


def visible(text: str) -> str:
    """Return ``text`` on one line, with one space between words."""
    return " ".join(seen(text).split())


def join(names: Iterable[str]) -> str:
    """Return names in one cell, as ``split`` takes them apart; quotes keep a name whole."""
    return "; ".join(
        f'"{name.replace(_QUOTE, _QUOTE * 2)}"' if _KEPT.search(name) else name for name in names
    )


def split(cell: str) -> list[str]:
    """Return the names in a cell, which stand on lines of their own or after a semicolon."""
    rows = csv.reader(StringIO(cell), delimiter=";", skipinitialspace=True)
    return [name.strip() for row in rows for name in row if name.strip()]


def has_several(cell: str) -> bool:
    """Tell whether a semicolon or a line stands between names; a comma may be part of one."""
    return bool(_SEVERAL.search(cell))
