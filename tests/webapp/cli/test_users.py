"""Accounts from the command line."""

import pytest
from click.testing import CliRunner

from graph.database import Graph
from graph.repositories import second_factors
from tests.given import NOW, Given
from webapp.cli import main

pytestmark = pytest.mark.usefixtures("environment")


def test_who_lost_the_second_step_is_helped_on_the_server(graph: Graph, given: Given) -> None:
    given.user("ana")
    second_factors.set_up(graph, user_id="ana", secret="x", step=1, recovery_hashes=["h"], now=NOW)
    command = ["remove-second-factor", "--email"]

    helped = CliRunner().invoke(main, [*command, " ANA@example.org"])
    unknown = CliRunner().invoke(main, [*command, "niemand@example.org"])

    assert (helped.exit_code, "overal afgemeld" in helped.output) == (0, True)
    assert second_factors.get(graph, user_id="ana") is None
    assert (unknown.exit_code, "geen open account" in unknown.output) == (1, True)
