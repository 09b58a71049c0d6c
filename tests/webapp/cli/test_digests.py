"""``lokale-energie send-digests``: each member once a week, also when it runs again."""

from collections.abc import Callable
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.database import Graph
from graph.domain.calendar import local_day
from graph.domain.words import MessageState
from graph.repositories import messages, preferences
from tasks.mail.envelope import file_name
from tests.given import Given
from tests.tasks.world import busy_week
from webapp.cli import main

Run = Callable[..., Result]


@pytest.fixture
def run(
    graph: Graph,
    given: Given,
    environment: None,
    tmp_path: Path,
) -> Run:
    """Run the command on a network with something to tell, as of today."""
    busy_week(given)
    # The command goes by the real clock, and an open action is worth a mail on any day.
    partner = given.actor("noord", "De Linde")
    given.followup("noord", user_id="ben", actor_ids=(partner,))

    def send_digests(*more: str, network: str = "noord", to_folder: bool = True) -> Result:
        out = ["--out", str(tmp_path / "out")] if to_folder else []
        return CliRunner().invoke(main, ["send-digests", "--network", network, *out, *more])

    return send_digests


def test_everybody_gets_one_and_a_second_run_mails_nobody(run: Run, tmp_path: Path) -> None:
    first, second = run(), run()

    assert first.exit_code == second.exit_code == 0
    assert first.output.splitlines()[-1] == f"2 weekmails verstuurd, in {tmp_path / 'out'}"
    assert [line.partition(", ")[0] for line in second.output.splitlines()] == [
        "ana@example.org: niet opnieuw",
        "ben@example.org: niet opnieuw",
        "0 weekmails verstuurd",
    ]
    assert _recipients(tmp_path / "out") == ["Ana <ana@example.org>", "Ben <ben@example.org>"]
    assert _recipients(tmp_path / "data" / "mail") == _recipients(tmp_path / "out")


def test_they_count_as_sent_and_can_be_read_by_their_user(
    run: Run, graph: Graph, tmp_path: Path
) -> None:
    run()

    [line] = messages.list_for_user(graph, user_id="ana")
    assert line.message.state is MessageState.SENT
    assert (tmp_path / "data" / "mail" / file_name(line.message.key)).is_file()


def test_a_dry_run_makes_the_mails_and_counts_none(run: Run, graph: Graph, tmp_path: Path) -> None:
    tried = run("--dry-run")

    assert tried.output.splitlines()[-1] == (
        f"2 weekmails gemaakt, niet verstuurd, in {tmp_path / 'out'}"
    )
    assert len(_recipients(tmp_path / "out")) == 2
    assert messages.list_for_user(graph, user_id="ana") == []
    assert not (tmp_path / "data" / "mail").exists()


def test_without_a_folder_they_go_the_way_of_every_week(run: Run, tmp_path: Path) -> None:
    tried, sent = run("--dry-run", to_folder=False), run(to_folder=False)

    assert tried.output.splitlines()[-1] == "2 weekmails gemaakt, niet verstuurd"
    assert sent.output.splitlines()[-1] == "2 weekmails verstuurd"
    assert len(_recipients(tmp_path / "data" / "mail")) == 2
    assert not (tmp_path / "out").exists()


def test_who_does_not_want_it_gets_none_and_the_reason_is_said(
    run: Run, graph: Graph, given: Given
) -> None:
    preferences.set_digest(graph, user_id="ben", network_id="noord", wanted=False)

    assert "ben@example.org: geen weekmail, deze mail staat uit" in run().output.splitlines()


def test_the_worker_cannot_take_what_the_command_sends(run: Run, graph: Graph) -> None:
    run()

    assert messages.list_due(graph, now=datetime.now(UTC)) == []
    [line] = messages.list_for_user(graph, user_id="ana")
    assert (
        line.message.period_start.isocalendar().week
        == local_day(datetime.now(UTC)).isocalendar().week
    )


def test_an_unknown_network_is_one_line(run: Run) -> None:
    refused = run(network="zuid")

    assert refused.exit_code == 1
    assert refused.output == "Er is geen netwerk zuid. Wel: noord.\n"


def _recipients(folder: Path) -> list[str]:
    mails = (
        message_from_bytes(path.read_bytes(), policy=default) for path in folder.glob("*.eml")
    )
    return sorted(str(mail["To"]) for mail in mails)
