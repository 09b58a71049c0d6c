"""The short form of ``make faults``, for every change: a storm on a Neo4j of its own."""

from pathlib import Path

import pytest

from tests.faults.parts import Neo4j
from tests.faults.storm import SHORT, storm

pytestmark = pytest.mark.storm


def test_each_mail_arrives_once_while_everything_breaks(tmp_path: Path) -> None:
    verdict = storm(Neo4j(tmp_path / "graph"), tmp_path, SHORT, seed=2026)

    assert verdict.faults == SHORT.faults
    assert verdict.is_good, verdict
