"""What the heat tables and the list beside them are made of."""

from datetime import date

from graph.database import Graph, Row
from graph.domain.actors import Neighbour
from graph.domain.energy import contact_state
from graph.domain.folding import sort_name
from graph.domain.heat import HeatCollaboration
from graph.domain.words import Form, Layer, Status
from graph.queries import load_query

_LIST_HEAT = load_query("energy/list_heat")


def read(graph: Graph, *, network_id: str, today: date) -> list[HeatCollaboration]:
    """Return the active, planned and wished collaborations, strongest first."""
    rows = graph.read(_LIST_HEAT, network_id=network_id, today=today)
    return [_collaboration(row, today) for row in rows]


def _collaboration(row: Row, today: date) -> HeatCollaboration:
    each_once: dict[str, Row] = {each["id"]: each for each in row["partners"]}
    partners = sorted(each_once.values(), key=lambda each: sort_name(each["name"]))
    homes = {home for each in partners for home in each["neighbourhood_ids"]}
    reached = {stage for each in partners for stage in each["life_stage_ids"]}
    known: list[date] = [on for on in (row["started_on"], row["last_contact_on"]) if on]
    status = Status(row["status"])
    return HeatCollaboration(
        id=row["id"],
        name=row["name"],
        layer=Layer(row["layer"]),
        status=status,
        form=Form(row["form"]),
        energy=row["energy"],
        alive=row["alive"],
        firm=row["firm"],
        known=row["known"],
        contact=contact_state(max(known, default=None), row["rhythm_days"], today)
        if status is Status.ACTIVE
        else None,
        partners=tuple(
            Neighbour(id=each["id"], name=each["name"], domain_id=each["domain_id"])
            for each in partners
        ),
        domain_ids=frozenset(each["domain_id"] for each in partners if each["domain_id"]),
        neighbourhood_ids=frozenset(row["neighbourhood_ids"] or homes),
        life_stage_ids=frozenset(
            row["life_stage_ids"] or row["programme_life_stage_ids"] or reached
        ),
    )
