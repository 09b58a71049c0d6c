"""Answer a reminder from the mail: one act, one thing, thirty days, no signing in."""

import time
from datetime import timedelta

import pytest
from flask import Flask

from graph.database import Graph
from graph.domain.words import Role
from graph.repositories import moments, preferences, reminders
from tasks.answers import LASTS, Act, Answer, sign
from tests.given import TODAY, Given
from tests.webapp.browse import check_page, client_of, post
from webapp.settings import WebSettings


@pytest.fixture
def tie(given: Given) -> str:
    """A tie of Noord that is just past its rhythm; Ana is regisseur, Ben reads along."""
    given.network("noord")
    given.user("ana", "noord", Role.REGISSEUR)
    given.user("ben", "noord", Role.READER)
    partners = [given.actor("noord", name) for name in ("De Kajuit", "Het Kompas")]
    started = TODAY - timedelta(days=45)
    return given.collaboration("noord", "Inloop", *partners, started_on=started)


def test_opening_a_link_changes_nothing(web: Flask, graph: Graph, tie: str) -> None:
    for path, act in (("later", Act.SNOOZE), ("contact", Act.CONTACT)):
        page = client_of(web).get(f"/mail/{path}/{_token(web, act, f'cold-{tie}')}")
        check_page(page)
        assert "Het gaat om Inloop, in Noord." in page.text

    assert _reminded(graph) == [f"cold-{tie}"]
    assert moments.list_recent(graph, network_id="noord") == []


def test_a_reminder_is_put_off(web: Flask, graph: Graph, tie: str) -> None:
    done = post(client_of(web), _later(web, tie), delay="fortnight")

    check_page(done)
    assert "We herinneren je er weer aan op ma 7 december 2026." in done.text
    assert _reminded(graph) == []


def test_contact_is_logged_once_by_whom_the_mail_was_to(
    web: Flask, graph: Graph, tie: str
) -> None:
    path = f"/mail/contact/{_token(web, Act.CONTACT, f'cold-{tie}')}"

    for _ in range(2):
        done = post(client_of(web), path, on="2026-11-20", channel="call")
        check_page(done)

    [moment] = moments.list_recent(graph, network_id="noord")
    assert (str(moment.on), moment.channel, moment.logged_by) == ("2026-11-20", "call", "Ana")
    assert [each.name for each in moment.about] == ["Inloop"]
    assert _reminded(graph) == []


@pytest.mark.parametrize("typed", [{"on": "2026-11-24"}, {"on": ""}, {"channel": "droom"}])
def test_contact_that_cannot_be_is_refused(
    web: Flask, graph: Graph, tie: str, typed: dict[str, str]
) -> None:
    path = f"/mail/contact/{_token(web, Act.CONTACT, f'cold-{tie}')}"

    refused = post(client_of(web), path, **({"on": "2026-11-20", "channel": "call"} | typed))

    assert refused.status_code == 422
    check_page(refused)
    assert moments.list_recent(graph, network_id="noord") == []


def test_a_link_is_for_one_act(web: Flask, tie: str) -> None:
    token = _token(web, Act.SNOOZE, f"cold-{tie}")

    assert client_of(web).get(f"/mail/contact/{token}").status_code == 404
    assert client_of(web).get(f"/mail/later/{token}x").status_code == 404


def test_a_link_works_for_thirty_days(
    web: Flask, tie: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, made = _later(web, tie), time.time()

    for age, status in ((LASTS - timedelta(hours=1), 200), (LASTS + timedelta(hours=1), 404)):
        at = made + age.total_seconds()
        monkeypatch.setattr("itsdangerous.timed.time.time", lambda at=at: at)
        assert client_of(web).get(path).status_code == status


def test_who_may_not_log_or_left_finds_nothing(web: Flask, tie: str) -> None:
    for user_id, act, path in (
        ("ben", Act.CONTACT, "contact"),
        ("nobody", Act.SNOOZE, "later"),
    ):
        token = _token(web, act, f"cold-{tie}", user_id)
        assert client_of(web).get(f"/mail/{path}/{token}").status_code == 404


def _later(web: Flask, tie: str) -> str:
    return f"/mail/later/{_token(web, Act.SNOOZE, f'cold-{tie}')}"


def _token(web: Flask, act: Act, about: str, user_id: str = "ana") -> str:
    settings: WebSettings = web.extensions["web_settings"]
    answer = Answer(user_id=user_id, network_id="noord", about=about)
    return sign(answer, act, secret_key=settings.secret_key)


def _reminded(graph: Graph) -> list[str]:
    wishes = preferences.get(graph, user_id="ana")
    assert wishes is not None
    [network] = wishes.networks
    found = reminders.gather_single(graph, wishes=wishes, network=network, today=TODAY)
    return [each.about for each in found]
