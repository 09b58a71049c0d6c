"""The heat table that the address asks for: by neighbourhood or by life stage."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import request

from graph.domain.energy import CROSS_DOMAIN
from graph.domain.heat import (
    EVERYWHERE,
    Heat,
    HeatCollaboration,
    everywhere,
    find,
    heat,
    life_stages,
)
from graph.domain.vocabulary import Vocabulary
from graph.domain.words import Form
from graph.repositories import vocabulary
from webapp.context import current_graph, current_network
from webapp.energy.finding import finding_line
from webapp.i18n import _
from webapp.terms import current_terms

BY_LIFE_STAGE = "levensfase"
_STADSBREED = "Stadsbreed"

Choices = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatTable:
    """The table on screen, and what the one by neighbourhood comes down to in words."""

    by_life_stage: bool
    domains: Choices
    columns: Choices
    heat: Heat
    finding: str


def read_table(found: Sequence[HeatCollaboration]) -> HeatTable:
    """Put collaborations in the table that is asked for; memberships fill no life stage."""
    terms = current_terms()
    domains = [each for each in terms.choices(Vocabulary.DOMAIN) if each[0] != CROSS_DOMAIN]
    places = _places()
    if not places:
        found, places = everywhere(found), [(EVERYWHERE, _("Hele netwerk"))]
    by_place = heat(found)
    by_life_stage = request.args.get("tabel") == BY_LIFE_STAGE
    working = [each for each in found if each.form is Form.WORKING]
    return HeatTable(
        by_life_stage=by_life_stage,
        domains=domains,
        columns=terms.choices(Vocabulary.LIFE_STAGE) if by_life_stage else places,
        heat=heat(working, life_stages) if by_life_stage else by_place,
        finding=_finding(by_place, places, domains),
    )


def _places() -> Choices:
    found = vocabulary.neighbourhoods(current_graph(), network_id=current_network().id)
    return [(place.id, place.name) for place in found]


def _finding(table: Heat, places: Choices, domains: Choices) -> str:
    # "Stadsbreed" is where something happens that has no neighbourhood, so it is no finding.
    names = {id: name for id, name in places if id != EVERYWHERE and name != _STADSBREED}
    return finding_line(find(table, list(names), [id for id, _label in domains]), names)
