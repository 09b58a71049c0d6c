"""The ground of all insight, read from the graph in three statements whatever its size."""

from datetime import date

from graph.database import Row, Runner
from graph.domain.energy import contact_state
from graph.domain.landscape import Landscape, Partner, Place, ProgrammeInUse, Together, settle
from graph.domain.words import Status
from graph.queries import load_query

_LIST_PARTNERS = load_query("landscape/list_partners")
_LIST_COLLABORATIONS = load_query("landscape/list_collaborations")
_LIST_PROGRAMMES = load_query("landscape/list_programmes")


def read(graph: Runner, *, network_id: str, today: date) -> Landscape:
    """Return all partners, what they do together in working form, and the programmes used."""
    partners = {
        row["id"]: _partner(row) for row in graph.read(_LIST_PARTNERS, network_id=network_id)
    }
    programmes = {
        row["id"]: _programme(row) for row in graph.read(_LIST_PROGRAMMES, network_id=network_id)
    }
    rows = graph.read(_LIST_COLLABORATIONS, network_id=network_id, today=today)
    return Landscape(
        partners=partners,
        programmes=programmes,
        collaborations=tuple(
            settle(
                together,
                partners=[partners[id] for id in together.partner_ids],
                programmes=[programmes[id] for id in together.programme_ids],
            )
            for together in (_together(row, partners, programmes, today) for row in rows)
        ),
    )


def _partner(row: Row) -> Partner:
    return Partner(
        id=row["id"],
        name=row["name"],
        is_person=row["is_person"],
        parent_id=row["parent_id"],
        domain_id=row["domain_id"],
        domain_ids=frozenset(row["domain_ids"]),
        life_stage_ids=frozenset(row["life_stage_ids"]),
        places=tuple(Place(**place) for place in sorted(row["places"], key=lambda p: p["name"])),
    )


def _programme(row: Row) -> ProgrammeInUse:
    sets: Row = {
        name: frozenset(row[name])
        for name in ("life_stage_ids", "prevention_type_ids", "pillar_ids")
    }
    return ProgrammeInUse(**(row | sets))


def _together(
    row: Row,
    partners: dict[str, Partner],
    programmes: dict[str, ProgrammeInUse],
    today: date,
) -> Together:
    status = Status(row["status"])
    known: list[date] = [on for on in (row["started_on"], row["last_contact_on"]) if on]
    contact = contact_state(max(known, default=None), row["rhythm_days"], today)
    return Together(
        id=row["id"],
        name=row["name"],
        status=status,
        energy=row["energy"],
        alive=row["alive"],
        firm=row["firm"],
        contact=contact if status is Status.ACTIVE else None,
        partner_ids=frozenset(row["partner_ids"]) & partners.keys(),
        life_stage_ids=frozenset(row["life_stage_ids"]),
        prevention_type_ids=frozenset(row["prevention_type_ids"]),
        neighbourhood_ids=frozenset(row["neighbourhood_ids"]),
        programme_ids=frozenset(row["programme_ids"]) & programmes.keys(),
    )
