"""Names as people list them."""

from collections.abc import Iterable

from flask_babel import gettext as _  # pyright: ignore[reportUnknownVariableType]


def listed(names: Iterable[str]) -> str:
    """Return "a", "a en b" or "a, b en c"; nothing for no names."""
    *first, last = [*names] or [""]
    return _("%(names)s en %(last)s", names=", ".join(first), last=last) if first else last
