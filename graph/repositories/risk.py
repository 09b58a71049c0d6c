"""What collaborations hang on, read in one statement whatever the size of the network."""

from datetime import date

from graph.database import Row, Runner
from graph.domain.collaborations import Funder
from graph.domain.folding import sort_name
from graph.domain.risk import Carrier, Dependence
from graph.domain.words import Form, Status
from graph.queries import load_query

_LIST_DEPENDENCES = load_query("risk/list_dependences")


def read(graph: Runner, *, network_id: str, today: date) -> tuple[Dependence, ...]:
    """Return what is not over by name, with who pays for it and which positions carry it."""
    rows = graph.read(_LIST_DEPENDENCES, network_id=network_id, today=today)
    return tuple(_dependence(row) for row in rows)


def _dependence(row: Row) -> Dependence:
    return Dependence(
        id=row["id"],
        name=row["name"],
        form=Form(row["form"]),
        status=Status(row["status"]),
        funded_until=row["funded_until"],
        funders=tuple(
            Funder(**each)
            for each in sorted(row["funders"], key=lambda one: sort_name(one["name"]))
        ),
        carriers=tuple(
            _carrier(each)
            for each in sorted(
                row["carriers"], key=lambda one: (sort_name(one["name"]), one["id"])
            )
        ),
    )


def _carrier(row: Row) -> Carrier:
    return Carrier(
        id=row["id"],
        name=row["name"],
        actor_id=row["actor_id"],
        actor_name=row["actor_name"],
        is_vacant=not row["held_by"],
    )
