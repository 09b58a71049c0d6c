"""What an import file is about, and what can be wrong with its rows."""

from dataclasses import dataclass
from enum import StrEnum


class ImportKind(StrEnum):
    """What the rows of a sheet are; the order is the one in which they can be brought in."""

    PARTNERS = "partners"
    PEOPLE = "people"
    COLLABORATIONS = "collaborations"
    MOMENTS = "moments"


class RowProblem(StrEnum):
    """Why a cell cannot be taken as it is."""

    MISSING = "missing"
    NO_SUBJECT = "no_subject"
    NO_SOURCE = "no_source"
    UNKNOWN_WORD = "unknown_word"
    UNKNOWN_NAME = "unknown_name"
    SEVERAL_OF_NAME = "several_of_name"
    NOT_A_DAY = "not_a_day"
    NOT_A_TIME = "not_a_time"
    NOT_A_MAIL = "not_a_mail"
    NOT_A_PHONE = "not_a_phone"
    NOT_A_POSTCODE = "not_a_postcode"
    NOT_A_WEBSITE = "not_a_website"
    NOT_A_KVK = "not_a_kvk"
    NOT_A_NUMBER = "not_a_number"
    NOT_YES_OR_NO = "not_yes_or_no"
    TOO_LONG = "too_long"
    IN_FUTURE = "in_future"
    BEFORE_START = "before_start"
    NOT_YET_STARTED = "not_yet_started"
    NOT_ENDED = "not_ended"
    STATUS_REFUSED = "status_refused"
    REPEATED = "repeated"
    OWN_PARENT = "own_parent"
    ERROR_CELL = "error_cell"
    BSN = "bsn"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowError:
    """What is wrong with one cell: the row as Excel numbers it, and the column as it is named.

    ``hint`` is what helps for this problem: the nearest known word, or the longest length.
    """

    row: int
    column: str
    value: str
    problem: RowProblem
    hint: str = ""
