"""S6: how far somebody gets who guesses passwords: ``python -m tests.safety.guessing``.

One thousand wrong guesses for one account from one address, after which its owner signs in from
another. Then 200 guesses each for a known and for an unknown address, each from an address of its
own, and what the difference in time tells: medians of both, in the process and without a network.
"""

import logging
import statistics
import sys
import time

import structlog
from flask import Flask

from tasks.broker import connect_broker
from tests.broker import broker
from tests.engines import engine, prepared
from tests.given import Given
from tests.webapp.browse import client_of, csrf_token
from webapp import create_app
from webapp.auth.passwords import hash_password
from webapp.settings import WebSettings

PASSWORD = "zes blauwe fietsen"
GUESSES, SAMPLES, MOST_TRIES, MOST_MILLISECONDS = 1000, 200, 10, 10.0


def main() -> int:
    """Run both, say what was found, and return 1 when a promise was broken."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    with engine() as settings, broker() as redis_url:
        graph = prepared(settings)
        Given(graph).user("ana", password_hash=hash_password(PASSWORD))
        app = create_app(
            WebSettings(secret_key="for tests only " * 3, base_url="http://localhost"),
            graph=graph,
            broker=connect_broker(redis_url),
        )
        tried, owner = _guess(app)
        print(
            f"{GUESSES} wrong guesses from one address: {tried} looked at (at most {MOST_TRIES})"
        )
        print(f"the owner, from another address: {'signs in' if owner else 'IS SHUT OUT'}")
        known, unknown = _compare(app)
        graph.close()
    apart = abs(known - unknown)
    print(
        f"medians of {SAMPLES}: known {known:.1f} ms, unknown {unknown:.1f} ms, "
        f"{apart:.1f} ms apart (less than {MOST_MILLISECONDS:.0f})"
    )
    passed = (tried <= MOST_TRIES) + owner + (apart < MOST_MILLISECONDS)
    print(f"{passed} passed, {3 - passed} failed")
    return 0 if passed == 3 else 1


def _guess(app: Flask) -> tuple[int, bool]:
    answers = [_try(app, "ana@example.org", "192.0.2.1")[0] for _ in range(GUESSES)]
    owner, _took = _try(app, "ana@example.org", "192.0.2.2", PASSWORD)
    return answers.count(422), owner == 303


def _compare(app: Flask) -> tuple[float, float]:
    """Return the medians for a known and an unknown address, in milliseconds, taken in turns."""
    took: dict[str, list[float]] = {"ben@example.org": [], "niemand@example.org": []}
    Given(app.extensions["graph"]).user("ben", password_hash=hash_password(PASSWORD))
    for number in range(SAMPLES):
        for email, times in took.items():
            # The account has a limit of its own for all addresses together: begin it anew.
            app.extensions["broker"].flushdb()
            times.append(_try(app, email, f"198.51.100.{number}")[1])
    known, unknown = (statistics.median(times) * 1000 for times in took.values())
    return known, unknown


def _try(app: Flask, email: str, address: str, typed: str = "een gok") -> tuple[int, float]:
    client = client_of(app)
    fields = {"email": email, "wachtwoord": typed, "csrf_token": csrf_token(client)}
    began = time.perf_counter()
    answer = client.post("/aanmelden", data=fields, environ_overrides={"REMOTE_ADDR": address})
    return answer.status_code, time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
