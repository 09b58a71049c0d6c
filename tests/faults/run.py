"""``make faults``: the promise of mail, kept while everything breaks, on both engines.

First each failpoint, then a storm; the last line counts who was missed and who got a mail twice.
``python -m tests.faults.run SEED`` repeats a run, and ``SEED neo4j`` on that engine only.
"""

import logging
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.parts import Embedded, Engine, Neo4j
from tests.faults.reaping import reap
from tests.faults.storm import FULL, Verdict, storm

ENGINES = {"arcadedb": Embedded, "neo4j": Neo4j}
TURNS = {"arcadedb": 20, "neo4j": 5}


def main(arguments: list[str]) -> int:
    """Run it all and return the exit code."""
    logging.getLogger("neo4j").setLevel(logging.ERROR)  # each lost connection is meant
    begun = time.monotonic()
    seed = int(arguments[0]) if arguments else random.randrange(1_000_000)  # noqa: S311 -- printed
    print(f"seed {seed}; lease 5 s, sweep 1 s, back-off 20 min (in production 90 s, 60 s, 4 h)")
    engines = arguments[1:] or [*ENGINES]
    reaped = [_reap(name, TURNS[name]) for name in engines]
    verdicts = [_storm(name, seed) for name in engines]
    print(f"\n{(time.monotonic() - begun) / 60:.0f} minutes")
    total = [sum(len(getattr(each, name)) for each in verdicts) for name in ("missed", "double")]
    recipients = sum(each.recipients for each in verdicts)
    print(f"{recipients} recipients, {total[0]} missed, {total[1]} double")
    return 0 if all(reaped) and all(each.is_good for each in verdicts) else 1


def _reap(name: str, turns: int) -> bool:
    with tempfile.TemporaryDirectory(prefix="lokaal-faults-") as folder:
        engine: Engine = ENGINES[name](Path(folder) / "graph")
        engine.start()
        try:
            counts = reap(engine.settings, Path(folder), turns=turns)
        finally:
            engine.kill()
    for count in counts:
        print(f"{name}: {count}", flush=True)
    return all(count.is_good(turns) for count in counts)


def _storm(name: str, seed: int) -> Verdict:
    with tempfile.TemporaryDirectory(prefix="lokaal-faults-") as folder:
        engine: Engine = ENGINES[name](Path(folder) / "graph")
        verdict = storm(engine, Path(folder), FULL, seed=seed)
    print(f"{name}: {verdict}, {verdict.seconds:.0f} s, {dict(verdict.faults)}", flush=True)
    if not verdict.is_good:
        print(repr(verdict))
    return verdict


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
