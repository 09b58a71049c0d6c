"""What an address asks for: what makes no sense there asks for nothing."""

from datetime import date

_YEARS = range(1900, 2200)


def asked_day(text: str | None) -> date | None:
    """Return the day that is written as 2026-11-23, when it is one of these centuries."""
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return None
    return day if day.year in _YEARS else None
