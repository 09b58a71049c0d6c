"""What the address says that a reader wants to see; the form of the filters writes the same."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from werkzeug.datastructures import MultiDict
from wtforms.validators import ValidationError

from graph.analysis.bundles import Bundling
from graph.analysis.marks import Mark
from graph.domain.map import MapFacets, MapFilter
from graph.domain.words import ActorKind, Form, Layer, Status
from webapp.fields import read_day

LIST = "lijst"
PARTS, TOGETHER = "onderdelen", "samen"
ANY = "alle"
UNBUNDLED = "niet"
SORTS = ("energie", "naam", "partners", "contact")
DEEPEST = 3

BUNDLINGS: Mapping[str, Bundling] = MappingProxyType(
    {
        "domein": Bundling.DOMAIN,
        "wijk": Bundling.NEIGHBOURHOOD,
        "groep": Bundling.COMMUNITY,
    }
)
MARKS: Mapping[str, Mark] = MappingProxyType(
    {
        "verbinders": Mark.BROKERS,
        "schakels": Mark.CUT_POINTS,
        "los": Mark.ISOLATES,
        "koel": Mark.COLD,
        "gewenst": Mark.WISHED,
    }
)

NAMES = frozenset(
    {"domein", "wijk", "laag", "status", "vorm", "lidmaatschappen", "soort", "levensfase"}
    | {"programma", "betaler", "preventie", "beleidsdoel", "op-datum", "rond", "diepte"}
    | {"van", "naar", "kleur", "grootte", "groepeer", "open", "markeer", PARTS}
    | {"weergave", "sortering", "partner", "samenwerking"}
)
"""All that the address of the map may say: what a kept view holds."""

_LONGEST = 200
_MOST_OPEN = 60
_FACETS = {
    "life_stage": "levensfase",
    "programme": "programma",
    "funder": "betaler",
    "prevention_type": "preventie",
    "policy_goal": "beleidsdoel",
}

Word = TypeVar("Word", bound=StrEnum)
Asked = MultiDict[str, str]


class Colour(StrEnum):
    """What the colour of a partner tells, by its word in the address."""

    DOMAIN = ""
    ENERGY = "energie"
    CONTACT = "contact"
    COMMUNITY = "groep"
    NEIGHBOURHOOD = "wijk"


class Size(StrEnum):
    """What the size of a partner tells, by its word in the address."""

    ENERGY = ""
    PARTNERS = "partners"
    BETWEEN = "tussen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The day of which the map is asked: as typed, and as read; a problem when it is no day."""

    typed: str = ""
    on: date | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The view and its filters; every part is in the address.

    ``around``, ``start`` and ``end`` name a partner by its id or its name. ``bundling`` is None
    where the size of the network decides, and UNBUNDLED for never.
    """

    passes: MapFilter
    facets: MapFacets
    day: Day
    as_list: bool
    colour: Colour
    size: Size
    sort: str
    actor_id: str
    around: str
    depth: int
    start: str
    end: str
    bundling: str
    opened: frozenset[str]
    marks: frozenset[Mark]
    together: bool

    @property
    def status(self) -> str:
        """Return the status as the address has it: nothing for active."""
        status = self.passes.status
        if status is None:
            return ANY
        return "" if status is Status.ACTIVE else status

    @property
    def form(self) -> str:
        """Return the form as the address has it: nothing for working."""
        if len(self.passes.forms) > 1:
            return ANY
        return "" if Form.WORKING in self.passes.forms else Form.MEMBERSHIP

    @property
    def narrows(self) -> bool:
        """Return whether a filter leaves things out that a fresh page shows."""
        return self.passes != MapFilter() or self.facets != MapFacets() or self.depth > 0

    @property
    def names_somebody(self) -> bool:
        """Return whether a partner is named whom only the network itself can tell of."""
        return bool(self.around or self.start or self.end)

    @property
    def depth_word(self) -> str:
        """Return the depth as the address has it: nothing for the whole network."""
        return str(self.depth or "")

    @property
    def mark_words(self) -> frozenset[str]:
        """Return what is to stand out, as the address has it."""
        return frozenset(word for word, mark in MARKS.items() if mark in self.marks)

    @property
    def more(self) -> Mapping[str, str]:
        """Return the chosen filters that are folded away, by their words in the address."""
        facets = {word: getattr(self.facets, name) or "" for name, word in _FACETS.items()}
        return {"status": self.status, "vorm": self.form, "soort": self.passes.kind or ""} | facets

    @property
    def has_more(self) -> bool:
        """Return whether one of the choices that are folded away is made."""
        return any(self.more.values()) or bool(self.day.typed or self.start or self.end)


def read_choice(asked: Asked) -> Choice:
    """Return what an address asks for; what is unknown there changes nothing."""
    return Choice(
        passes=MapFilter(
            domains=frozenset(filter(None, asked.getlist("domein"))),
            kind=_known(ActorKind, asked.get("soort", "")),
            neighbourhood=asked.get("wijk") or None,
            layer=_known(Layer, asked.get("laag", "")),
            status=_status(asked.get("status", "")),
            forms=_forms(asked),
        ),
        facets=MapFacets(**{name: asked.get(word) or None for name, word in _FACETS.items()}),
        day=_day(asked.get("op-datum", "").strip()[:_LONGEST]),
        as_list=asked.get("weergave") == LIST,
        colour=_known(Colour, asked.get("kleur", "")) or Colour.DOMAIN,
        size=_known(Size, asked.get("grootte", "")) or Size.ENERGY,
        sort=_one_of(SORTS, asked.get("sortering", "")) or SORTS[0],
        actor_id=asked.get("partner", ""),
        around=_name(asked, "rond"),
        depth=_depth(asked.get("diepte", "")),
        start=_name(asked, "van"),
        end=_name(asked, "naar"),
        bundling=_one_of((*BUNDLINGS, UNBUNDLED), asked.get("groepeer", "")),
        opened=frozenset(asked.getlist("open")[:_MOST_OPEN]),
        marks=frozenset(MARKS[word] for word in asked.getlist("markeer") if word in MARKS),
        together=asked.get(PARTS) == TOGETHER,
    )


def _name(asked: Asked, name: str) -> str:
    return asked.get(name, "").strip()[:_LONGEST]


def _day(typed: str) -> Day:
    try:
        return Day(typed=typed, on=read_day(typed))
    except ValidationError as error:
        return Day(typed=typed, problem=str(error))


def _depth(asked: str) -> int:
    return int(asked) if asked in map(str, range(1, DEEPEST + 1)) else 0


def _forms(asked: Asked) -> frozenset[Form]:
    # Views that were kept before there was a choice of form say "lidmaatschappen".
    if asked.get("vorm") == ANY or asked.get("lidmaatschappen") == "ja":
        return frozenset(Form)
    return frozenset({_known(Form, asked.get("vorm", "")) or Form.WORKING})


def _status(asked: str) -> Status | None:
    return None if asked == ANY else _known(Status, asked) or Status.ACTIVE


def _known(words: Callable[[str], Word], asked: str) -> Word | None:
    try:
        return words(asked)
    except ValueError:
        return None


def _one_of(known: tuple[str, ...], asked: str) -> str:
    return asked if asked in known else ""
