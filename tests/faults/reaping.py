"""Kill the sender of each mail at its failpoint, and count what arrives."""

import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from graph.domain.messages import digest
from graph.domain.postal import Due
from graph.settings import GraphSettings
from tasks.messages import sweep
from tests.faults.failpoints import ONCE, POINTS, deaths
from tests.faults.installation import Installation, at_work, installed, network
from tests.given import Given

_PATIENCE = 600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many mails arrived, most and least, where senders died at one point."""

    point: str
    deaths: int
    least: int
    most: int
    ids: int

    def is_good(self, turns: int) -> bool:
        """Return whether each sender died, and each mail came, as often as it may."""
        most = 1 if self.point in ONCE else 2
        return (self.deaths, self.ids) == (turns, turns) and self.most <= most

    def __str__(self) -> str:
        return f"{self.point}: {self.deaths} killed, {self.least} to {self.most} mails each"


def reap(engine: GraphSettings, folder: Path, *, turns: int) -> list[Count]:
    """Kill ``turns`` senders at each point, on an empty engine that runs."""
    with installed(engine, folder) as here:
        _mails(here, turns)
        with at_work(here.workers[:1]):
            _sweep_until_sent(here, turns * len(POINTS))
        return [_count(here, folder, point) for point in POINTS]


def _mails(here: Installation, turns: int) -> None:
    given, today = Given(here.graph), here.clock().date()
    users = [f"{point}-{turn}" for point in POINTS for turn in range(turns)]
    network(given, "noord", users)
    for user in users:
        given.mail(digest(user, "noord", Due(first_day=today, day=today)), now=here.clock())


def _sweep_until_sent(here: Installation, wanted: int) -> None:
    end = time.monotonic() + _PATIENCE
    while (states := here.states()) != {"sent": wanted}:
        assert time.monotonic() < end, states
        sweep.enqueue()
        time.sleep(0.5)


def _count(here: Installation, folder: Path, point: str) -> Count:
    arrived: dict[str, list[str]] = defaultdict(list)
    for mail in here.judge.taken:
        if mail.to.startswith(f"{point}-"):
            arrived[mail.to].append(mail.message_id)
    times = [len(ids) for ids in arrived.values()]
    return Count(
        point=point,
        deaths=deaths(folder / "points", point),
        least=min(times),
        most=max(times),
        ids=len({id for ids in arrived.values() for id in ids}),
    )
