"""Voorbeeldstad: a made-up municipality, the same each time, relative to the day it is loaded.

The sheets ``data/voorbeeldstad-*.csv`` hold who there is and what they do together, with days
counted back from today; the modules here make a year of history from that. Nothing in it exists.
"""

from datetime import date, datetime

from graph.domain.words import Form, NetworkKind
from graph.starter.content import Collaboration, Content
from graph.starter.sheets import Line, read_sheet, several
from graph.starter.voorbeeldstad import cast, contacts, log, steps, together
from graph.starter.voorbeeldstad.cast import Cast
from graph.starter.voorbeeldstad.clock import Clock
from graph.starter.voorbeeldstad.patterns import NETWORK_ID, PATTERNS, Patterns, in_city
from graph.starter.voorbeeldstad.together import Plan
from graph.starter.voorbeeldstad.users import DemoUsers

__all__ = ["NETWORK_ID", "PATTERNS", "DemoUsers", "Patterns", "build_voorbeeldstad"]

_NOTE = (
    "Een verzonnen gemeente om mee te oefenen. "
    "Geen partner, persoon of samenwerking hierin bestaat."
)


def build_voorbeeldstad(*, today: date, now: datetime, users: DemoUsers) -> Content:
    """Return the whole made-up network as it is on ``today``."""
    clock = Clock(today=today, now=now)
    lines = read_sheet("voorbeeldstad-partners")
    plans = [Plan.of(line) for line in read_sheet("voorbeeldstad-samenwerkingen")]
    actors = cast.actors(lines, _first_seen(plans), clock)
    people = cast.cast(actors, _functions(lines), clock)
    collaborations = _collaborations(plans, people, clock)
    return Content(
        network_id=NETWORK_ID,
        name="Voorbeeldstad (fictief)",
        kind=NetworkKind.FICTITIOUS,
        note=_NOTE,
        neighbourhoods=cast.neighbourhoods(),
        programmes=cast.programmes(clock),
        actors=actors,
        positions=people.positions,
        people=people.people,
        holdings=people.holdings,
        collaborations=collaborations,
        participations=[each for plan in plans for each in together.participations(plan, clock)],
        funding=[each for plan in plans for each in together.funding(plan, clock)],
        status_changes=[each for plan in plans for each in together.status_changes(plan, clock)],
        ratings=[each for plan in plans for each in together.ratings(plan, users, clock)],
        results=[each for plan in plans for each in together.results(plan, clock)],
        moments=contacts.moments(plans, actors, people, users, clock),
        follow_ups=steps.follow_ups(plans, users, clock),
        changes=log.changes(actors, collaborations, users, clock),
    )


def _first_seen(plans: list[Plan]) -> dict[str, int]:
    """Return by partner how many days ago it first stood in the register with others."""
    seen: dict[str, int] = {}
    for plan in plans:
        for partner in plan.partners:
            seen[partner] = max(seen.get(partner, 0), plan.recorded)
    return seen


def _functions(lines: list[Line]) -> dict[str, tuple[str, ...]]:
    return {in_city(line["id"]): several(line["positions"]) for line in lines}


def _collaborations(plans: list[Plan], people: Cast, clock: Clock) -> list[Collaboration]:
    """Return the collaborations; each working one is carried by a function at who pulls it."""
    found: list[Collaboration] = []
    for plan in plans:
        functions = people.of(plan.partners[0]) if plan.form is Form.WORKING else []
        position = functions[0] if functions else None
        found.append(together.collaboration(plan, position, clock))
    return found
