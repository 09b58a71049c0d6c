"""Removal of what is over its term: all of it, nothing else, and never without a warning."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from graph.database import Graph
from graph.domain.retention import WARNING, Kept, TermFields
from graph.domain.words import MessageKind
from graph.errors import StaleError
from graph.repositories import actors, followups, positions, retention
from graph.repositories.messages import NewMessage
from tasks import retention as job
from tasks.settings import TaskSettings
from tests.given import ANA, NOW, TODAY, Given
from tests.jobs import run_at_once

Rows = Callable[..., list[dict[str, object]]]

MONTHS = 12
DUE = NOW + timedelta(days=366)
GONE = DUE + WARNING


@pytest.fixture
def clock(graph: Graph, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., None]:
    """Run the job at another moment."""
    monkeypatch.setattr(job, "open_graph", lambda: graph)
    environment = {"DATA_DIR": str(tmp_path), "SECRET_KEY": "for tests only"}
    monkeypatch.setattr(job, "task_settings", lambda: TaskSettings.from_environment(environment))

    def run_at(moment: object) -> None:
        monkeypatch.setattr(job, "_now", lambda: moment)
        with run_at_once():
            job.remove_due()

    return run_at


def _decide(graph: Graph, kind: Kept, months: int | None = MONTHS, version: int = 0) -> None:
    retention.decide(
        graph,
        network_id="noord",
        kind=kind,
        version=version,
        fields=TermFields(months=months, privacy_ground="nodig", archive_ground="lijst"),
        by=ANA,
        now=NOW,
    )


def _listed(graph: Graph, moment: object = DUE) -> dict[Kept, set[str]]:
    today = getattr(moment, "date")()  # noqa: B009
    return {
        term.kind: {
            record.id
            for record in retention.list_due(
                graph, network_id="noord", term=term, today=today, limit=500
            )
        }
        for term in retention.list_terms(graph, network_id="noord")
    }


def _ids(rows: Rows, *, changes: bool = False) -> set[object]:
    found = rows("MATCH (n) RETURN n.id AS id, head(labels(n)) AS label")
    return {row["id"] for row in found if row["id"] and (changes or row["label"] != "Change")}


@pytest.fixture
def old(given: Given, rows: Rows) -> dict[Kept, set[str]]:
    """One thing of each kind that is over after a year, with the same in another network."""
    made: dict[Kept, set[str]] = {}
    for network in ("zuid", "noord"):
        given.network(network)
        given.user("ana") if network == "zuid" else None
        given.member("ana", network)
        brug, plons = given.actor(network, "De Brug"), given.actor(network, "De Plons")
        position = given.position(network, brug, "Coördinator")
        gone = given.person(network, "Noor Weg")
        given.hold(network, position, gone)
        positions.stop_holding(
            given.graph,
            network_id=network,
            position_id=position,
            version=2,
            person_id=gone,
            until=TODAY,
            by=ANA,
            now=NOW,
        )
        moment = given.moment(network, actor_ids=(brug,), note="Noor Weg belde")
        action = given.followup(network, actor_ids=(brug,))
        followups.set_done(
            given.graph,
            network_id=network,
            followup_id=action,
            version=1,
            done_on=TODAY,
            next_id="next",
            by=ANA,
            now=NOW,
        )
        actors.set_archived(
            given.graph,
            network_id=network,
            actor_id=plons,
            version=1,
            archived=True,
            by=ANA,
            now=NOW,
        )
        mail = NewMessage(
            key=f"{network}-mail",
            kind=MessageKind.DIGEST,
            user_id="ana",
            network_id=network,
            period_start=TODAY,
            not_before=NOW,
        )
        given.mail(mail)
        rows("MATCH (n:Message {key: $key}) SET n.state = 'sent'", key=mail.key)
        [row] = rows("MATCH (n:Message {key: $key}) RETURN n.id AS id", key=mail.key)
        made = {
            Kept.PEOPLE: {gone},
            Kept.MOMENTS: {moment},
            Kept.FOLLOWUPS: {action},
            Kept.ARCHIVED: {plons},
            Kept.MESSAGES: {str(row["id"])},
        }
    return made


@pytest.fixture
def young(given: Given, old: dict[Kept, set[str]]) -> set[str]:
    """Things of today that look the same, and stay."""
    assert old
    brug = given.actor("noord", "De Haven")
    held = given.position("noord", brug, "Beheerder")
    here = given.person("noord", "Sam Hier")
    given.hold("noord", held, here)
    later = GONE.date()
    return {
        *(brug, held, here),
        given.followup("noord", actor_ids=(brug,)),
        given.moment("noord", on=later, actor_ids=(brug,)),
    }


def test_all_that_is_over_is_listed_then_gone_and_nothing_else(
    given: Given,
    old: dict[Kept, set[str]],
    young: set[str],
    clock: Callable[..., None],
    rows: Rows,
) -> None:
    for kind in old:
        _decide(given.graph, kind)
    before = _ids(rows)

    listed = _listed(given.graph)
    clock(GONE - timedelta(days=2))
    assert _ids(rows) == before, "the warning is not over"
    clock(GONE)

    assert {kind: ids for kind, ids in listed.items() if ids} == old
    gone = {id for ids in old.values() for id in ids}
    assert before - _ids(rows) == gone
    assert young <= _ids(rows)
    texts = str(rows("MATCH (n {network_id: 'noord'}) RETURN properties(n) AS found"))
    assert "Noor Weg" not in texts
    lines = rows("MATCH (n:Change {verb: 'expired'}) RETURN n.subject_name AS kind")
    assert {row["kind"] for row in lines} == set(old)
    clock(GONE)
    assert before - _ids(rows) == gone


def test_the_log_goes_and_keeps_what_was_destroyed(
    given: Given, old: dict[Kept, set[str]], clock: Callable[..., None], rows: Rows
) -> None:
    assert old
    _decide(given.graph, Kept.CHANGES)
    before = _ids(rows, changes=True)
    there = rows("MATCH (n:Change {network_id: 'noord'}) RETURN n.id AS id")

    clock(GONE)

    assert before - _ids(rows, changes=True) == {row["id"] for row in there}
    left = "MATCH (n:Change {network_id: 'noord'}) RETURN n.verb AS verb, n.after AS after"
    assert rows(left) == [{"verb": "expired", "after": f'{{"removed": {len(there)}}}'}]
    clock(GONE + timedelta(days=2000))
    assert len(rows(left)) == 1


@pytest.mark.parametrize("months", [None, 600])
def test_nothing_goes_without_a_term_or_within_it(
    given: Given,
    old: dict[Kept, set[str]],
    clock: Callable[..., None],
    rows: Rows,
    months: int | None,
) -> None:
    for kind in old:
        if months:
            _decide(given.graph, kind, months)
    before = _ids(rows)

    clock(GONE)

    assert _ids(rows) == before
    assert not any(_listed(given.graph).values())


def test_what_hangs_from_an_archived_partner_goes_along(
    given: Given, old: dict[Kept, set[str]], clock: Callable[..., None], rows: Rows
) -> None:
    """Also a young one, when it is about nothing else; what is about more stays."""
    [plons] = old[Kept.ARCHIVED]
    other = given.actor("noord", "De Haven")
    position = given.position("noord", plons, "Badmeester")
    only = given.moment("noord", on=GONE.date(), actor_ids=(plons,))
    both = given.moment("noord", on=GONE.date(), actor_ids=(plons, other))
    _decide(given.graph, Kept.ARCHIVED)

    clock(GONE)

    left = _ids(rows)
    assert {plons, position, only} & left == set()
    assert {both, other} <= left


def test_two_who_decide_at_once_see_each_other(given: Given) -> None:
    given.network("noord")
    _decide(given.graph, Kept.MOMENTS)
    with pytest.raises(StaleError):
        _decide(given.graph, Kept.MOMENTS, 24)
    _decide(given.graph, Kept.MOMENTS, 24, version=1)
    terms = retention.list_terms(given.graph, network_id="noord")
    [term] = [term for term in terms if term.kind is Kept.MOMENTS]
    assert (term.fields.months, term.version, term.decided_on) == (24, 2, TODAY)
