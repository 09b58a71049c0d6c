"""What people look for by name, from any page of a network."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class FoundKind(StrEnum):
    """What kinds of things are found, in the order in which they are shown."""

    ACTOR = "actor"
    COLLABORATION = "collaboration"
    PERSON = "person"
    POSITION = "position"
    PROGRAMME = "programme"
    FOLLOW_UP = "follow_up"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A thing by its name; ``about`` are words beside it: where, of whom, or a closed word."""

    kind: FoundKind
    id: str
    name: str
    about: tuple[str, ...] = ()
    on: date | None = None
