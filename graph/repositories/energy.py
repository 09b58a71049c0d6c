"""Lokale energie as kept in the graph: computed from the facts, stored for the lists.

Each write that touches a collaboration refreshes it in the same transaction; a nightly job
refreshes all, since energy fades with the days.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from graph.database import Graph, Row, Runner
from graph.domain.batches import batches
from graph.domain.calendar import local_day
from graph.domain.energy import LIVELY_SCORE, Energy, EnergyFacts, Rating, measure
from graph.domain.words import Layer, Status
from graph.identity import new_id
from graph.queries import load_query

_LOCK = load_query("energy/lock")
_LIST_FACTS = load_query("energy/list_facts")
_SAVE = load_query("energy/save")
_LIST_AROUND_ACTOR = load_query("energy/list_around_actor")
_LIST_AROUND_ACTORS = load_query("energy/list_around_actors")
_LIST_COLLABORATIONS = load_query("energy/list_collaborations")
_LIST_ACTORS = load_query("energy/list_actors")
_LIST_PARTNERS = load_query("energy/list_partners")
_SAVE_STANDINGS = load_query("energy/save_standings")


def facts(
    graph: Runner, *, network_id: str, collaboration_ids: Sequence[str], today: date
) -> dict[str, EnergyFacts]:
    """Return by id what the energy of collaborations is computed from; unknown ids are absent."""
    rows = graph.read(_LIST_FACTS, network_id=network_id, ids=list(collaboration_ids), today=today)
    return {row["id"]: facts_of(row) for row in rows if not row["archived"]}


def facts_of(row: Row) -> EnergyFacts:
    """Return the facts in a row with the columns of ``energy/list_facts``."""
    # A partner may take part more than once, each time in a role or period of its own.
    domains = {each["id"]: each["domain_id"] for each in row["taking_part"]}
    return EnergyFacts(
        status=Status(row["status"]),
        layer=Layer(row["layer"]),
        partner_count=len(domains),
        domains=frozenset(domain for domain in domains.values() if domain),
        rhythm_days=row["rhythm_days"],
        started_on=row["started_on"],
        last_contact_on=max(row["contacts"], default=None),
        ratings=_newest_per_rater(row["ratings"]),
        next_step_due=min(row["steps"], default=None),
        last_result_on=max(row["results"], default=None),
    )


def refresh(
    tx: Runner, *, network_id: str, collaboration_ids: Sequence[str], now: datetime
) -> None:
    """Compute and keep the energy of collaborations and the standing of their partners."""
    _refresh(tx, network_id, sorted(set(collaboration_ids)), local_day(now))
    rows = tx.read(_LIST_PARTNERS, network_id=network_id, ids=list(collaboration_ids))
    _save_standings(tx, network_id, [row["id"] for row in rows], local_day(now))


def refresh_around_actor(tx: Runner, *, network_id: str, actor_id: str, now: datetime) -> None:
    """Refresh what an actor takes part in, and the actor itself."""
    rows = tx.read(_LIST_AROUND_ACTOR, network_id=network_id, actor_id=actor_id)
    refresh(tx, network_id=network_id, collaboration_ids=[row["id"] for row in rows], now=now)
    _save_standings(tx, network_id, [actor_id], local_day(now))


def refresh_around_actors(
    tx: Runner, *, network_id: str, actor_ids: Sequence[str], now: datetime
) -> None:
    """Refresh what some actors take part in, and these actors themselves."""
    rows = tx.read(_LIST_AROUND_ACTORS, network_id=network_id, ids=list(actor_ids))
    refresh(tx, network_id=network_id, collaboration_ids=[row["id"] for row in rows], now=now)
    refresh_standings(tx, network_id=network_id, actor_ids=actor_ids, now=now)


def refresh_standings(
    tx: Runner, *, network_id: str, actor_ids: Sequence[str], now: datetime
) -> None:
    """Add up anew what the collaborations of some actors come to."""
    _save_standings(tx, network_id, list(actor_ids), local_day(now))


def refresh_all(graph: Graph, *, network_id: str, today: date) -> int:
    """Refresh a whole network in batches; return the number of collaborations.

    Running it twice on one day changes nothing.
    """
    ids = [row["id"] for row in graph.read(_LIST_COLLABORATIONS, network_id=network_id)]
    actor_ids = [row["id"] for row in graph.read(_LIST_ACTORS, network_id=network_id)]
    for batch in batches(ids):
        graph.transact(lambda tx, batch=batch: _refresh(tx, network_id, batch, today))
    for batch in batches(actor_ids):
        graph.transact(lambda tx, batch=batch: _save_standings(tx, network_id, batch, today))
    return len(ids)


def _refresh(tx: Runner, network_id: str, ids: Sequence[str], today: date) -> None:
    if not ids:
        return
    tx.write(_LOCK, network_id=network_id, ids=ids, token=new_id())
    rows = tx.read(_LIST_FACTS, network_id=network_id, ids=ids, today=today)
    tx.write(_SAVE, network_id=network_id, today=today, rows=[_stored(row, today) for row in rows])


def _save_standings(tx: Runner, network_id: str, ids: Sequence[str], today: date) -> None:
    if ids:
        tx.write(
            _SAVE_STANDINGS,
            network_id=network_id,
            ids=sorted(ids),
            today=today,
            lively_from=LIVELY_SCORE,
            token=new_id(),
        )


def _stored(row: Row, today: date) -> dict[str, Any]:
    known = facts_of(row)
    energy: Energy = measure(known, today)
    hidden = row["archived"]
    return {
        "id": row["id"],
        "energy": None if hidden else energy.score,
        "alive": None if hidden else energy.alive,
        "firm": None if hidden else energy.firm,
        "known": energy.known,
        "last_contact_on": known.last_contact_on,
    }


def _newest_per_rater(ratings: list[Row]) -> tuple[Rating, ...]:
    newest: dict[str, Row] = {}
    for rating in sorted(ratings, key=lambda each: each["on"]):
        newest[rating["rater"]] = rating
    return tuple(Rating(value=each["value"], on=each["on"]) for each in newest.values())
