"""What a cell says: days, times, phone numbers and their like, however people write them."""

import re
from datetime import date, time, timedelta

from email_validator import EmailNotValidError, validate_email

from graph.domain.folding import fold
from graph.domain.imports import RowProblem
from graph.domain.phones import dialled

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_YEARS_AHEAD = 20  # of two digits: "46" is 2046 in 2026, "47" is 1947
_EXCEL_START = date(1899, 12, 30)
_LONGEST_RHYTHM = 730
_LONGEST_PHONE = 30
_WEEK = 7

_EMPTY = re.compile(r"[-\u2013\u2014?_./\\]+|n\.?\s?v\.?\s?t\.?|n/?a|nihil", re.IGNORECASE)
_ERROR = re.compile(r"#(?:[A-Z]{1,8}(?:/[A-Z0])?[!?]?|DEEL/0!|DIV/0!)")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?")
_DUTCH = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:,? \d{1,2}[:.]\d{2}.*)?")
_NAMED = re.compile(
    r"(?:[a-z]{2,9}\.?,? )?(\d{1,2})(?:st|nd|rd|th|e)?[ -]([a-z]{3,9})\.?[ -](\d{4}|\d{2})"
)
_SERIAL = re.compile(r"(\d{5})(?:[.,](\d+))?")
_CLOCK = re.compile(r"(?:.*[T ])?(\d{1,2})[:.u](\d{2})(?::\d{2}(?:\.\d+)?)?(?: ?(?:uur|u))?")
_PART_OF_DAY = re.compile(r"(?:\d{5})?0?[.,](\d+)")
_POSTCODE = re.compile(r"([1-9]\d{3})\s?([A-Za-z]{2})")
_WEBSITE = re.compile(r"(https?://)?[^\s/:@]+\.[^\s/:@]+(/\S*)?")
_RHYTHM = re.compile(r"(\d{1,3})(?:[.,]0+)?\s*(dag(?:en)?|we(?:ek|ken))?")
_AROUND_MAIL = re.compile(r"(?:mailto:|[^<>]*<)?\s*([^<>\s]+)\s*>?", re.IGNORECASE)

_MONTHS = (
    ("januari", "january"),
    ("februari", "february"),
    ("maart", "mrt", "march"),
    ("april",),
    ("mei", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("augustus", "august"),
    ("september",),
    ("oktober", "october"),
    ("november",),
    ("december",),
)
_YES = frozenset({"ja", "j", "yes", "y", "true", "waar", "x", "1", "1 0", "v"})
_NO = frozenset({"nee", "n", "no", "false", "onwaar", "0", "0 0"})


class WrongCellError(ValueError):
    """A cell that cannot be read as what its column holds.

    ``hint`` is what helps, ``part`` the name that is wrong where a cell holds several.
    """

    def __init__(self, problem: RowProblem, hint: str = "", part: str = "") -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.hint = hint
        self.part = part


def is_empty(text: str) -> bool:
    """Tell whether a cell holds nothing, or what people write for nothing."""
    return not text or bool(_EMPTY.fullmatch(text))


def is_error(text: str) -> bool:
    """Tell whether a spreadsheet could not compute the cell: "#N/B", "#VERW!"."""
    return bool(_ERROR.fullmatch(text))


def read_day(text: str, *, today: date) -> date:
    """Return a day: 3-11-2026, 03/11/26, 3 november 2026, 2026-11-03 or a number of Excel."""
    day = _written_day(" ".join(text.casefold().split()), today)
    if day is None or not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise WrongCellError(RowProblem.NOT_A_DAY)
    return day


def _written_day(text: str, today: date) -> date | None:
    if found := _ISO.fullmatch(text.upper()):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _DUTCH.fullmatch(text):
        return _day(_year(found[3], today), int(found[2]), int(found[1]))
    if found := _NAMED.fullmatch(text):
        return _day(_year(found[3], today), _month(found[2]), int(found[1]))
    if found := _SERIAL.fullmatch(text):
        return _EXCEL_START + timedelta(days=int(found[1]))
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(digits: str, today: date) -> int:
    if len(digits) > 2:  # noqa: PLR2004 -- a year with its century
        return int(digits)
    year = today.year // 100 * 100 + int(digits)
    return year - 100 if year > today.year + _YEARS_AHEAD else year


def _month(word: str) -> int:
    """Return 1-12 for a name or the beginning of one, 0 for another word."""
    named = (
        at for at, names in enumerate(_MONTHS, start=1) for name in names if name.startswith(word)
    )
    return next(named, 0)


def read_time(text: str) -> time:
    """Return a time: 15:30, 15.30 uur, or the part of a day that Excel makes of it."""
    text = text.casefold()
    if found := _PART_OF_DAY.fullmatch(text):
        minutes = round(float(f"0.{found[1]}") * 24 * 60) % (24 * 60)
        return time(*divmod(minutes, 60))
    found = _CLOCK.fullmatch(text)
    if not found or int(found[1]) > 23 or int(found[2]) > 59:  # noqa: PLR2004 -- of a clock
        raise WrongCellError(RowProblem.NOT_A_TIME)
    return time(int(found[1]), int(found[2]))


def read_days(text: str) -> int:
    """Return a number of days, 1-730: "42", "42 dagen", "6 weken"."""
    found = _RHYTHM.fullmatch(text.casefold())
    days = int(found[1]) * (_WEEK if (found[2] or "").startswith("we") else 1) if found else 0
    if not 0 < days <= _LONGEST_RHYTHM:
        raise WrongCellError(RowProblem.NOT_A_NUMBER)
    return days


def read_yes_no(text: str) -> bool:
    """Return whether a cell says yes."""
    word = fold(text)
    if word not in _YES | _NO:
        raise WrongCellError(RowProblem.NOT_YES_OR_NO)
    return word in _YES


def read_mail(text: str) -> str:
    """Return one mail address, also out of "Naam <naam@plek.nl>"."""
    found = _AROUND_MAIL.fullmatch(text)
    try:
        validate_email(found[1] if found else "", check_deliverability=False)
    except EmailNotValidError as error:
        raise WrongCellError(RowProblem.NOT_A_MAIL) from error
    return found[1] if found else ""


def read_phone(text: str, *, literal: bool) -> str:
    """Return a phone number as people here dial it; ``literal`` leaves what stands there."""
    if literal and len(text) <= _LONGEST_PHONE:
        return text
    number = dialled(re.sub(r"[.,]0+$", "", text))
    if number is None:
        raise WrongCellError(RowProblem.NOT_A_PHONE)
    return number


def read_website(text: str) -> str:
    """Return an address of a website, with or without https."""
    if not _WEBSITE.fullmatch(text):
        raise WrongCellError(RowProblem.NOT_A_WEBSITE)
    return text


def read_postcode(text: str, *, literal: bool) -> str:
    """Return 1234 AB; ``literal`` leaves the space as it is."""
    found = _POSTCODE.fullmatch(text)
    if not found:
        raise WrongCellError(RowProblem.NOT_A_POSTCODE)
    return text.upper() if literal else f"{found[1]} {found[2].upper()}"


def read_kvk(text: str) -> str:
    """Return eight digits; a spreadsheet drops the zero before them."""
    digits = re.sub(r"[\s.]|\.0$", "", text)
    if not re.fullmatch(r"\d{7,8}", digits):
        raise WrongCellError(RowProblem.NOT_A_KVK)
    return digits.zfill(8)
