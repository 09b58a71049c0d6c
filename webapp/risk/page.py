"""What the page of risks shows, read in three queries whatever the size."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask import request

from graph.analysis.brokers import Broker, find
from graph.analysis.what_if import Effect, what_if
from graph.domain.folding import sort_name
from graph.domain.risk import Burden, Dependence, Payment, burdens, ending, payments
from graph.domain.thin import Thin, reasons
from graph.repositories import layout, measures, risk
from webapp.clock import today
from webapp.context import current_graph, current_network
from webapp.risk.choice import Ground, Leaver, Option, options, read_leaver
from webapp.risk.drawing import Sides, draw

ASKED = "zonder"
_MOST = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """Who leaves, what falls apart, and both drawings."""

    leaver: Leaver
    effect: Effect
    sides: Sides


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """The "what if" of this page; ``chosen`` is None when nobody leaves."""

    chosen: WhatIf | None
    options: list[tuple[str, list[Option]]]
    names: Mapping[str, str]
    titles: Mapping[str, str]

    def by_name(self, ids: Iterable[str]) -> list[tuple[str, str]]:
        """Return partners with their names, in the order of those."""
        return sorted(((id, self.names[id]) for id in ids), key=lambda one: sort_name(one[1]))


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskPage:
    """All that hangs on one; lists are cut off at 25, ``cut_point_count`` counts them all."""

    asking: Asking
    thin: tuple[Thin, ...]
    brokers: tuple[Broker, ...]
    cut_points: tuple[Broker, ...]
    cut_point_count: int
    burdens: list[Burden]
    burden_count: int
    heavy: list[Payment]
    ending: list[Dependence]
    running: int


def read_asking() -> Asking:
    """Read only the "what if"."""
    return _asking(_ground())


def read_page() -> RiskPage:
    """Read what hangs on one partner, position or funder in the network of this request."""
    ground, day = _ground(), today()
    basis = measures.basis(
        current_graph(),
        network_id=current_network().id,
        network_map=ground.network_map,
        today=day,
    )
    found = find(ground.network_map)
    carried = burdens(ground.dependences)
    return RiskPage(
        asking=_asking(ground),
        thin=reasons(basis, day),
        brokers=found.brokers[:_MOST],
        cut_points=found.cut_points[:_MOST],
        cut_point_count=len(found.cut_points),
        burdens=carried[:_MOST],
        burden_count=len(carried),
        heavy=[each for each in payments(ground.dependences) if each.is_heavy],
        ending=ending(ground.dependences, day),
        running=basis.running,
    )


def _ground() -> Ground:
    graph, network_id, day = current_graph(), current_network().id, today()
    return Ground(
        network_map=layout.read(graph, network_id=network_id, today=day),
        dependences=risk.read(graph, network_id=network_id, today=day),
    )


def _asking(ground: Ground) -> Asking:
    leaver = read_leaver(request.args.get(ASKED, ""), ground)
    return Asking(
        chosen=_what_if(leaver, ground) if leaver else None,
        options=list(options(ground)),
        names={actor.id: actor.name for actor in ground.network_map.actors},
        titles={each.id: each.name for each in ground.network_map.collaborations},
    )


def _what_if(leaver: Leaver, ground: Ground) -> WhatIf:
    effect = what_if(ground.network_map, leaver.scenario)
    return WhatIf(
        leaver=leaver,
        effect=effect,
        sides=draw(ground.network_map, leaver.scenario, effect),
    )
