"""Days, times and numbers as the Dutch write them, for pages and mails alike."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, get_day_names
from babel.numbers import format_decimal
from flask_babel import (
    get_locale,
    ngettext,  # pyright: ignore[reportUnknownVariableType]
)
from flask_babel import gettext as _  # pyright: ignore[reportUnknownVariableType]

from graph.domain.calendar import TIMEZONE, local_day


def day(on: date) -> str:
    """Return "di 17 november 2026"."""
    return format_date(on, "EEE d MMMM y", locale=_locale())


def short_day(on: date) -> str:
    """Return "di 17 nov"."""
    return format_date(on, "EEE d MMM", locale=_locale()).rstrip(".")


def week(on: date) -> str:
    """Return "Week 48, maandag 23 november 2026"."""
    return _(
        "Week %(week)s, %(day)s",
        week=on.isocalendar().week,
        day=format_date(on, "EEEE d MMMM y", locale=_locale()),
    )


def month(on: date) -> str:
    """Return "mrt 2024"."""
    return format_date(on, "MMM y", locale=_locale()).replace(".", "")


def month_in_words(on: date) -> str:
    """Return "november 2026"."""
    return format_date(on, "MMMM y", locale=_locale())


def moment(at: datetime) -> str:
    """Return "di 17 november 2026, 15.30 uur", in the time of the Netherlands."""
    return format_datetime(
        at, "EEE d MMMM y, H.mm 'uur'", tzinfo=ZoneInfo(TIMEZONE), locale=_locale()
    )


def weekday(number: int) -> str:
    """Return the name of a day of the week, from Monday (0)."""
    return str(get_day_names("wide", locale=_locale())[number])


def ago(on: date | datetime, today: date) -> str:
    """Return how long ago, or ahead, a day is: "6 dagen geleden", "vandaag", "over 3 dagen"."""
    days = (today - (local_day(on) if isinstance(on, datetime) else on)).days
    near = {0: _("vandaag"), 1: _("gisteren"), -1: _("morgen")}
    if days in near:
        return near[days]
    if days > 0:
        return ngettext("%(num)s dag geleden", "%(num)s dagen geleden", days)
    return ngettext("over %(num)s dag", "over %(num)s dagen", -days)


def number(value: float, decimals: int = 0) -> str:
    """Return "1.234" or "0,5"."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, format=pattern, locale=_locale())


def _locale() -> str:
    # Outside an app, as in a mail, there is no locale to ask for; the product speaks Dutch.
    return str(get_locale() or "nl")
