"""Two partners side by side: what differs, what may be picked, and what moves along."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from graph.domain.actors import Actor, ActorFields
from graph.domain.merges import Pick, Tie, choose, picks_for
from graph.repositories import actors, merges
from webapp.changes.fields import differences
from webapp.changes.reading import read_names
from webapp.context import current_graph, current_network
from webapp.i18n import _, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One value to pick for a field: whose it is, and how it reads."""

    pick: Pick
    whose: str
    shown: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A field in which two partners differ."""

    name: str
    label: str
    options: list[Option]
    is_contested: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The partner that stays, the one that goes, the choices, and what moves in words."""

    kept: Actor
    merged: Actor
    choices: list[Choice]
    moving: list[str]
    shared: int

    @property
    def contested(self) -> list[Choice]:
        """Return the choices in which both have something to say."""
        return [choice for choice in self.choices if choice.is_contested]

    @property
    def one_sided(self) -> list[Choice]:
        """Return the choices in which one of the two has nothing."""
        return [choice for choice in self.choices if not choice.is_contested]

    def fields(self, picks: Mapping[str, Pick]) -> ActorFields:
        """Return the fields of the one partner that is left."""
        return choose(self.kept.fields, self.merged.fields, picks)


def compare(kept_id: str, merged_id: str, picks: Mapping[str, Pick]) -> Comparison:
    """Read two partners of this network. Raises NotFoundError."""
    graph, network_id = current_graph(), current_network().id
    kept, merged = (
        actors.get(graph, network_id=network_id, actor_id=id) for id in (kept_id, merged_id)
    )
    ties = merges.list_ties(graph, network_id=network_id, actor_id=merged_id)
    working_on = {part.id for part in kept.participations}
    return Comparison(
        kept=kept,
        merged=merged,
        choices=_choices(kept, merged, picks),
        moving=_moving(tie for tie in ties if not tie.is_chosen and tie.other_id != kept_id),
        shared=len(working_on & {part.id for part in merged.participations}),
    )


def _choices(kept: Actor, merged: Actor, picks: Mapping[str, Pick]) -> list[Choice]:
    ours, theirs = kept.fields.as_mapping(), merged.fields.as_mapping()
    allowed = picks_for(kept.fields, merged.fields)
    names = read_names([ours, theirs])
    shown = differences("Actor", ours, {name: theirs[name] for name in allowed}, names)
    return [
        Choice(
            name=each.name,
            label=each.label,
            is_contested=bool(ours[each.name] and theirs[each.name]),
            options=[
                Option(
                    pick=pick,
                    whose=_whose(pick, kept, merged),
                    shown={Pick.KEPT: each.before, Pick.MERGED: each.after}.get(
                        pick, f"{each.before}, {each.after}"
                    ),
                    chosen=pick is _picked(picks.get(each.name), allowed[each.name]),
                )
                for pick in allowed[each.name]
            ],
        )
        for each in shown
    ]


def _picked(asked: Pick | None, allowed: tuple[Pick, ...]) -> Pick:
    return asked if asked and asked in allowed else allowed[0]


def _whose(pick: Pick, kept: Actor, merged: Actor) -> str:
    match pick:
        case Pick.KEPT:
            return kept.fields.name
        case Pick.MERGED:
            return merged.fields.name
        case Pick.BOTH:
            return _("Allebei")


def _moving(ties: Iterable[Tie]) -> list[str]:
    """Return what moves along in words, such as "3 functies"; each thing counts once."""
    things = {(tie.other_id, _noun(tie)) for tie in ties}
    counts = Counter(noun for _id, noun in things if noun)
    return [words(counts[noun]) for noun, words in _NOUNS.items() if counts[noun]]


def _noun(tie: Tie) -> str:
    named = {"FUNDED_BY": "funding", "MENTIONS": "mention", "PART_OF": "part", "SAME_AS": "twin"}
    return named.get(tie.type, tie.other_kind)


_NOUNS: Mapping[str, Callable[[int], str]] = {
    "Collaboration": lambda n: ngettext("%(num)s samenwerking", "%(num)s samenwerkingen", n),
    "funding": lambda n: ngettext(
        "%(num)s samenwerking die deze partner betaalt",
        "%(num)s samenwerkingen die deze partner betaalt",
        n,
    ),
    "Position": lambda n: ngettext("%(num)s functie", "%(num)s functies", n),
    "ContactMoment": lambda n: ngettext("%(num)s contactmoment", "%(num)s contactmomenten", n),
    "FollowUp": lambda n: ngettext("%(num)s actie of afspraak", "%(num)s acties en afspraken", n),
    "Rating": lambda n: ngettext("%(num)s puls", "%(num)s pulsen", n),
    "part": lambda n: ngettext("%(num)s onderdeel", "%(num)s onderdelen", n),
    "twin": lambda n: ngettext(
        "%(num)s programma of coalitie met dezelfde naam",
        "%(num)s programma's of coalities met dezelfde naam",
        n,
    ),
    "mention": lambda n: ngettext("%(num)s vermelding", "%(num)s vermeldingen", n),
}
