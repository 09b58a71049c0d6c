"""Starter content: the vocabulary, a network of reference and a made-up municipality."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from graph.database import Graph
from graph.domain.words import NetworkKind
from graph.repositories import energy, snapshots
from graph.starter.loading import load_content
from graph.starter.national import build_national
from graph.starter.vocabulary import load_vocabulary
from graph.starter.voorbeeldstad import DemoUsers, build_voorbeeldstad

__all__ = ["DEMO_USERS", "DemoUsers", "load_demo"]

DEMO_USERS = DemoUsers()

_WEEK = timedelta(days=7)


def _silent(_part: str) -> None:
    """Nobody is waiting for news."""


def load_demo(
    graph: Graph,
    *,
    today: date,
    now: datetime,
    users: DemoUsers = DEMO_USERS,
    progress: Callable[[str], None] = _silent,
) -> None:
    """Load all starter content that is not there yet, and refresh its energy.

    Make the demo users first and their memberships after: what they logged is tied to users that
    are there. Safe to run again, also after an interruption: nothing that is there changes.
    ``progress`` hears the name of each part before it is loaded.
    """
    progress("begrippenlijsten")
    load_vocabulary(graph, now=now)
    for content in (
        build_national(now=now),
        build_voorbeeldstad(today=today, now=now, users=users),
    ):
        progress(content.name)
        load_content(graph, content, now=now)
        energy.refresh_all(graph, network_id=content.network_id, today=today)
        if content.kind is NetworkKind.FICTITIOUS:
            # What was known a week ago, so that the first digest has something to compare with.
            snapshots.take(graph, network_id=content.network_id, on=today - _WEEK, now=now)
