"""A sender is killed at each point of sending a mail: it arrives, and once where that can be."""

from pathlib import Path

from graph.database import Graph
from graph.settings import GraphSettings
from tests.faults.failpoints import POINTS
from tests.faults.reaping import reap


def test_wherever_its_sender_is_killed_a_mail_arrives(
    graph: Graph, engine_settings: GraphSettings, tmp_path: Path
) -> None:
    counts = reap(engine_settings, tmp_path, turns=1)

    assert [count.point for count in counts] == [*POINTS]
    assert [str(count) for count in counts if not count.is_good(1)] == []
