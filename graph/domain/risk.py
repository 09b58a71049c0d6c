"""What hangs on one position or one funder, and what leaves in a "what if"."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph.domain.collaborations import RUNS_OUT_WITHIN, Funder
from graph.domain.folding import sort_name
from graph.domain.map import NetworkMap
from graph.domain.words import ActorKind, Form, Status

HEAVY_SHARE = 0.25
"""Who alone pays for this share of what is paid for, or more, carries much of the network …"""

HEAVY_FROM = 4
"""… when that is at least this many collaborations."""

US = frozenset({ActorKind.MUNICIPALITY, ActorKind.GGD})
"""The kinds of partner that a regisseur works for: "wij"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """A position that carries a collaboration; vacant when nobody holds it today."""

    id: str
    name: str
    actor_id: str
    actor_name: str
    is_vacant: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependence:
    """A collaboration that is not over, with who pays for it and which positions carry it."""

    id: str
    name: str
    form: Form
    status: Status
    funded_until: date | None = None
    funders: tuple[Funder, ...] = ()
    carriers: tuple[Carrier, ...] = ()

    @property
    def counts(self) -> bool:
        """Return whether it is active and working: what a measure or a what-if looks at."""
        return self.form is Form.WORKING and self.status is Status.ACTIVE

    @property
    def ends_on(self) -> date | None:
        """Return the first day on which money for it ends; None when no day is known."""
        days = (self.funded_until, *(each.until for each in self.funders))
        return min((day for day in days if day), default=None)

    def rests_on(self, position_id: str) -> bool:
        """Return whether this position alone carries it."""
        return [each.id for each in self.carriers] == [position_id]

    def is_paid_by(self, actor_ids: Iterable[str]) -> bool:
        """Return whether somebody pays for it, and nobody but these."""
        payers = {each.actor_id for each in self.funders}
        return bool(payers) and payers <= set(actor_ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Burden:
    """A position and the collaborations that it alone carries."""

    carrier: Carrier
    carried: tuple[Dependence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """A partner and the collaborations that it alone pays for; ``share`` of all that is paid."""

    actor_id: str
    name: str
    paid: tuple[Dependence, ...]
    share: float

    @property
    def is_heavy(self) -> bool:
        """Return whether the network leans on this one funder."""
        return len(self.paid) >= HEAVY_FROM and self.share >= HEAVY_SHARE


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """What leaves, by ids: partners, and collaborations that stop while their partners stay."""

    actor_ids: frozenset[str] = frozenset()
    collaboration_ids: frozenset[str] = frozenset()

    def after(self, network_map: NetworkMap) -> NetworkMap:
        """Return the map as it would be; everything stays in its place."""
        return replace(
            network_map,
            actors=tuple(each for each in network_map.actors if each.id not in self.actor_ids),
            collaborations=tuple(
                replace(
                    each,
                    partner_ids=tuple(id for id in each.partner_ids if id not in self.actor_ids),
                )
                for each in network_map.collaborations
                if each.id not in self.collaboration_ids
            ),
        )


def without_partner(actor_id: str) -> Scenario:
    """A partner leaves; those it worked with go on together where two or more are left."""
    return Scenario(actor_ids=frozenset({actor_id}))


def without_position(dependences: Iterable[Dependence], position_id: str) -> Scenario:
    """A position disappears; what it alone carries stops, its partner stays."""
    return Scenario(
        collaboration_ids=frozenset(
            each.id for each in dependences if each.counts and each.rests_on(position_id)
        )
    )


def without_money(dependences: Iterable[Dependence], actor_ids: Iterable[str]) -> Scenario:
    """Partners stop paying; what they alone pay for stops, they stay."""
    payers = frozenset(actor_ids)
    return Scenario(
        collaboration_ids=frozenset(
            each.id for each in dependences if each.counts and each.is_paid_by(payers)
        )
    )


def without_us(network_map: NetworkMap, dependences: Iterable[Dependence]) -> Scenario:
    """The municipality and the GGD leave, and what they alone pay for stops."""
    us = frozenset(actor.id for actor in network_map.actors if actor.kind in US)
    return replace(without_money(dependences, us), actor_ids=us)


def burdens(dependences: Iterable[Dependence]) -> list[Burden]:
    """Return who alone carries what runs: vacant positions first, then those that carry most."""
    carried: defaultdict[Carrier, list[Dependence]] = defaultdict(list)
    for each in dependences:
        if each.counts and len(each.carriers) == 1:
            carried[each.carriers[0]].append(each)
    found = [Burden(carrier=who, carried=tuple(what)) for who, what in carried.items()]
    return sorted(found, key=_heaviest)


def payments(dependences: Sequence[Dependence]) -> list[Payment]:
    """Return who alone pays for what runs, who pays for most first."""
    funded = [each for each in dependences if each.counts and each.funders]
    paid: defaultdict[tuple[str, str], list[Dependence]] = defaultdict(list)
    for each in funded:
        if len({payer.actor_id for payer in each.funders}) == 1:
            paid[each.funders[0].actor_id, each.funders[0].name].append(each)
    found = [
        Payment(actor_id=id, name=name, paid=tuple(what), share=len(what) / len(funded))
        for (id, name), what in paid.items()
    ]
    return sorted(found, key=lambda each: (-len(each.paid), sort_name(each.name)))


def ending(dependences: Iterable[Dependence], today: date) -> list[Dependence]:
    """Return what is paid for half a year more at most, or not any more; the first end first."""
    last = today + RUNS_OUT_WITHIN
    soon = [(each.ends_on, each) for each in dependences if each.ends_on and each.ends_on <= last]
    return [
        each for _on, each in sorted(soon, key=lambda pair: (pair[0], sort_name(pair[1].name)))
    ]


def _heaviest(burden: Burden) -> tuple[bool, int, str, str]:
    who = burden.carrier
    return not who.is_vacant, -len(burden.carried), sort_name(who.actor_name), who.name
