"""What a column of an import file is.

Labels and help are part of the file format, so they are Dutch whatever the language on screen.
"""

from dataclasses import dataclass
from enum import StrEnum


class Reads(StrEnum):
    """What a cell holds, and so how it is read."""

    ID = "id"
    LINE = "line"
    TEXT = "text"
    NAMES = "names"
    MAIL = "mail"
    PHONE = "phone"
    WEBSITE = "website"
    POSTCODE = "postcode"
    KVK = "kvk"
    DAY = "day"
    TIME = "time"
    DAYS = "days"
    YES_NO = "yes_no"
    WORD = "word"
    ONE = "one"
    MANY = "many"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """A column: the field that it fills, its header, and the headers that people write for it.

    ``longest`` is in characters, for text. ``source`` names the list of ``checks.Words`` that a
    word or a name comes from.
    """

    name: str
    label: str
    reads: Reads = Reads.LINE
    required: bool = False
    also: tuple[str, ...] = ()
    help: str = ""
    example: str = ""
    source: str = ""
    longest: int = 200
