"""What the address says that a reader wants to see; the form of the filters writes the same."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from werkzeug.datastructures import MultiDict

from graph.domain.map import MapFilter
from graph.domain.words import Layer, Status

LIST = "lijst"
PARTS, TOGETHER = "onderdelen", "samen"
ANY_STATUS = "alle"
BY_ENERGY = "energie"
BY_PARTNERS = "partners"
SORTS = ("energie", "naam", "partners", "contact")

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The view and its filters; every part is in the address."""

    passes: MapFilter
    as_list: bool
    colour: str
    size: str
    sort: str
    actor_id: str
    together: bool

    @property
    def status(self) -> str:
        """Return the status as the address has it: nothing for active."""
        status = self.passes.status
        if status is None:
            return ANY_STATUS
        return "" if status is Status.ACTIVE else status

    @property
    def narrows(self) -> bool:
        """Return whether a filter leaves things out that a fresh page shows."""
        return self.passes != MapFilter()


def read_choice(asked: MultiDict[str, str]) -> Choice:
    """Return what an address asks for; what is unknown there changes nothing."""
    return Choice(
        passes=MapFilter(
            domains=frozenset(filter(None, asked.getlist("domein"))),
            neighbourhood=asked.get("wijk") or None,
            layer=_known(Layer, asked.get("laag", "")),
            status=_status(asked.get("status", "")),
            memberships=asked.get("lidmaatschappen") == "ja",
        ),
        as_list=asked.get("weergave") == LIST,
        colour=_one_of((BY_ENERGY,), asked.get("kleur", "")),
        size=_one_of((BY_PARTNERS,), asked.get("grootte", "")),
        sort=_one_of(SORTS, asked.get("sortering", "")) or SORTS[0],
        actor_id=asked.get("partner", ""),
        together=asked.get(PARTS) == TOGETHER,
    )


def _status(asked: str) -> Status | None:
    return None if asked == ANY_STATUS else _known(Status, asked) or Status.ACTIVE


def _known(words: Callable[[str], Word], asked: str) -> Word | None:
    try:
        return words(asked)
    except ValueError:
        return None


def _one_of(known: tuple[str, ...], asked: str) -> str:
    return asked if asked in known else ""
