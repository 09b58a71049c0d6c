"""What a mail says, in Dutch, before it has a form; text and HTML tell the same letter."""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How the mark beside a row looks; the words of the mark say it too."""

    PLAIN = "plain"
    COLD = "cold"
    LATE = "late"


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """Something to do: with a whole section, or with one thing in it."""

    label: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing: what, about whom, and a mark beside it. ``bar`` is 0-100 of energy.

    ``answers`` are what the reader may do with it from the mail.
    """

    title: str
    detail: str = ""
    mark: str = ""
    note: str = ""
    tone: Tone = Tone.PLAIN
    href: str = ""
    bar: int | None = None
    answers: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with a text or at most five rows, in ``more`` what was left out, and what to open.

    The first of ``buttons`` is the usual one; the others are links beside it.
    """

    title: str
    rows: tuple[Row, ...] = ()
    text: str = ""
    more: str = ""
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with what it counts, and how it was before."""

    value: str
    label: str
    trend: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture in the mail: PNG, and the same in words."""

    png: bytes
    words: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A whole mail. ``fact`` stands in the subject, ``preheader`` beside it in the inbox.

    ``coming`` is one sentence under the sections, on what is near.
    """

    about: str
    fact: str
    preheader: str
    finding: str
    lead: str
    sections: tuple[Section, ...]
    why: str
    stop_label: str
    stop_href: str
    preferences_href: str
    figures: tuple[Figure, ...] = ()
    picture: Picture | None = None
    coming: str = ""
