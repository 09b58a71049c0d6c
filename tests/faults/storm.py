"""A storm: everything breaks while the mail of the week leaves, and each mail arrives once.

Broker, workers and engine are killed and the mail server is cut off, one after another, by chance
(the seed is printed), while two workers and two beats do what they do in production.
"""

import os
import random
import signal
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import UnavailableError
from tasks.broker import connect_broker
from tests.faults.installation import Installation, at_work, installed, network
from tests.faults.judge import Taken
from tests.faults.parts import Engine
from tests.faults.process import LEASE
from tests.given import Given

_OPEN = ("waiting", "sending")
_PATIENCE = 600.0
"""Seconds without any progress after which a run has failed."""
_BETWEEN = 0.2
_ONE_OF_TWO = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How many people in how many networks, and how often each part breaks."""

    recipients: int
    networks: int
    faults: Mapping[str, int]
    pace: float = 0.0


FULL = Plan(
    recipients=1_000,
    networks=50,
    faults={"broker": 10, "worker": 5, "graph": 3, "mail server": 5, "flush": 1},
    pace=0.25,
)
SHORT = Plan(
    recipients=40,
    networks=4,
    faults={"broker": 2, "worker": 2, "graph": 1, "mail server": 2, "flush": 1},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something was away from one moment until another, and these processes died."""

    kind: str
    since: float
    until: float
    dead: frozenset[int] = frozenset()

    def explains(self, first: Taken) -> bool:
        """Return whether it came between the 250 and the mark of a mail."""
        in_time = self.since <= first.at + LEASE.total_seconds() and first.at <= self.until
        return in_time and (self.kind == "graph" or first.by in self.dead)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What came of a storm: who got how many mails, and what cannot be explained."""

    recipients: int
    missed: list[str]
    double: list[str]
    unexplained: list[str]
    more_than_two: list[str]
    several_ids: list[str]
    states: dict[str, int]
    faults: Counter[str]
    seconds: float

    @property
    def is_good(self) -> bool:
        """Return whether the promise was kept."""
        wrong = self.missed + self.unexplained + self.more_than_two + self.several_ids
        return not wrong and self.states == {"sent": self.recipients}

    def __str__(self) -> str:
        counts = (self.recipients, len(self.missed), len(self.double))
        return "{} recipients, {} missed, {} double".format(*counts)


def storm(engine: Engine, folder: Path, plan: Plan, *, seed: int) -> Verdict:
    """Let the mail of a week leave through a storm, on an engine that is not running yet."""
    begun = time.monotonic()
    engine.start()
    with ExitStack() as after:
        after.callback(engine.kill)
        here = after.enter_context(installed(engine.settings, folder, pace=plan.pace))
        people = _people(here, plan)
        after.enter_context(at_work([*here.workers, *here.beats]))
        faults = _Storm(here, engine, plan, random.Random(seed)).rage()  # noqa: S311 -- to be repeated
        states = here.states()
    return _judge(people, here.judge.taken, faults, states, time.monotonic() - begun)


@dataclass
class _Storm:
    here: Installation
    engine: Engine
    plan: Plan
    chance: random.Random
    faults: list[Fault] = field(default_factory=list[Fault])
    _seen: object = None
    _since: float = 0.0

    def rage(self) -> list[Fault]:
        """Break one thing after another while mail leaves; return when no mail is open."""
        kinds = [kind for kind, times in self.plan.faults.items() for _ in range(times)]
        self.chance.shuffle(kinds)
        for number, kind in enumerate(kinds, start=1):
            wanted = number * self.plan.recipients // (len(kinds) + 1)
            self._wait(lambda wanted=wanted: len(self.here.judge.taken) >= wanted)
            time.sleep(self.chance.random())
            since = time.monotonic()
            dead = self._strike(kind)
            self.faults.append(Fault(kind=kind, since=since, until=time.monotonic(), dead=dead))
        self._wait(self._is_settled)
        return self.faults

    def _strike(self, kind: str) -> frozenset[int]:
        """Break something, repair it as the supervisor would, and return which senders died."""
        match kind:
            case "worker":
                return self._kill_a_worker()
            case "broker":
                self.here.broker.kill()
                time.sleep(self.chance.uniform(0, 2))
                self.here.broker.start()
            case "flush":
                with connect_broker(self.here.broker.url) as broker:
                    broker.flushall()  # pyright: ignore[reportUnknownMemberType] -- **kwargs is untyped
            case "graph":
                self.engine.kill()
                self.engine.start()
            case _:
                self.here.judge.is_cut = True
                time.sleep(self.chance.uniform(1, 3))
                self.here.judge.is_cut = False
        return frozenset()

    def _kill_a_worker(self) -> frozenset[int]:
        """Kill a worker with all its processes, or only one of those: each as often."""
        struck = self.chance.choice(self.here.workers)
        senders = struck.children()
        if senders and self.chance.random() < _ONE_OF_TWO:
            one = self.chance.choice(senders)
            os.kill(one, signal.SIGKILL)
            return frozenset({one})
        struck.kill()
        struck.start()
        return frozenset(senders)

    def _is_settled(self) -> bool:
        try:
            states = self.here.states()
        except UnavailableError:
            return False
        is_whole = sum(states.values()) == self.plan.recipients
        return is_whole and not any(states.get(state) for state in _OPEN)

    def _wait(self, condition: Callable[[], bool]) -> None:
        while not condition():
            if self._seen != (seen := (len(self.here.judge.taken), len(self.faults))):
                self._seen, self._since = seen, time.monotonic()
            assert time.monotonic() - self._since < _PATIENCE, "no mail leaves any more"
            for part in (*self.here.workers, *self.here.beats):
                if not part.is_running():
                    part.start()
            time.sleep(_BETWEEN)


def _people(here: Installation, plan: Plan) -> set[str]:
    """Fill the networks, and return the addresses that must get a mail."""
    given, share = Given(here.graph), plan.recipients // plan.networks
    users = [
        [f"user-{number}-{member}" for member in range(share)] for number in range(plan.networks)
    ]
    for number, user_ids in enumerate(users):
        network(given, f"net-{number}", user_ids)
    return {f"{user_id}@example.org" for user_ids in users for user_id in user_ids}


def _judge(
    people: set[str],
    taken: list[Taken],
    faults: list[Fault],
    states: dict[str, int],
    seconds: float,
) -> Verdict:
    mails: dict[str, list[Taken]] = defaultdict(list)
    for mail in taken:
        mails[mail.to].append(mail)
    double = {to: got for to, got in mails.items() if len(got) > 1}
    return Verdict(
        recipients=len(people),
        missed=sorted(people - mails.keys()),
        double=sorted(double),
        unexplained=sorted(
            to for to, got in double.items() if not any(each.explains(got[0]) for each in faults)
        ),
        more_than_two=sorted(to for to, got in mails.items() if len(got) > 2),
        several_ids=sorted(
            to for to, got in mails.items() if len({each.message_id for each in got}) > 1
        ),
        states=states,
        faults=Counter(fault.kind for fault in faults),
        seconds=seconds,
    )
