"""The broker of this test run: an embedded Valkey of our own, never that of an installation."""

import contextlib
import secrets
import subprocess
import tempfile
import time
from collections.abc import Generator
from pathlib import Path

import pytest
from redis.exceptions import ConnectionError as NoConnectionError

from tasks.broker import connect_broker, ping
from tasks.embedded import EmbeddedBroker
from tests.engines import free_port
from webapp.cli.supervisor import tethered


@contextlib.contextmanager
def broker() -> Generator[str]:
    """Run an empty broker and yield its URL."""
    with tempfile.TemporaryDirectory(prefix="lokaal-broker-") as folder:
        embedded = EmbeddedBroker(
            folder=Path(folder), port=free_port(), password=secrets.token_urlsafe(16)
        )
        process = subprocess.Popen(tethered(embedded.command()), stdout=subprocess.DEVNULL)
        try:
            wait_until_answering(embedded.url)
            yield embedded.url
        finally:
            process.terminate()
            process.wait(timeout=20)


def wait_until_answering(url: str, seconds: float = 120) -> None:
    """Wait until the broker answers, or fail the run."""
    client, end = connect_broker(url), time.monotonic() + seconds
    with client:
        while True:
            with contextlib.suppress(NoConnectionError):
                ping(client)
                return
            if time.monotonic() > end:
                pytest.exit("the embedded broker does not answer", 2)
            time.sleep(0.05)
