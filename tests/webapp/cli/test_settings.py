"""The settings are looked at before anything starts; each fault is told, all at once."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from webapp.cli import main
from webapp.cli.refusal import Refusal
from webapp.cli.settings import faults, refuse_faults, remarks

pytestmark = pytest.mark.once

GOOD = {"SECRET_KEY": "k" * 32, "BASE_URL": "https://netwerk.noord.example", "PROXY_HOPS": "1"}


def test_good_settings_have_no_faults_and_no_remarks() -> None:
    assert faults(GOOD) == []
    assert remarks(GOOD) == []


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("SECRET_KEY", "kort", "SECRET_KEY is korter dan 32 tekens"),
        (
            "SECRET_KEY",
            "verander-mij-met-openssl-rand-hex-32",
            "SECRET_KEY is die van",
        ),
        ("SECRET_KEY_FILE", "/er/is/niets", "SECRET_KEY en SECRET_KEY_FILE staan er allebei"),
        (
            "NEO4J_PASSWORD_FILE",
            "/er/is/niets",
            "NEO4J_PASSWORD_FILE=/er/is/niets is niet",
        ),
        ("PORT", "web", "PORT=web is geen poort"),
        ("SMTP_PORT", "70000", "SMTP_PORT=70000 is geen poort"),
        ("PROXY_HOPS", "een", "PROXY_HOPS=een is geen aantal"),
        ("SESSION_HOURS", "nan", "SESSION_HOURS=nan is geen aantal uren"),
        ("SESSION_IDLE_HOURS", "13", "SESSION_IDLE_HOURS is langer dan SESSION_HOURS"),
        ("BASE_URL", "netwerk.noord.example", "BASE_URL=netwerk.noord.example is geen adres"),
        ("BASE_URL", "https://noord.example/netwerk", "BASE_URL=https://noord.example/netwerk is"),
        ("NEO4J_URI", "http://neo4j:7474", "NEO4J_URI begint niet met bolt://"),
        ("REDIS_URL", "http://redis", "REDIS_URL begint niet met redis://"),
        ("MAIL_FROM", "Lokale Energie", "MAIL_FROM=Lokale Energie is geen adres"),
        ("SMTP_SECURITY", "ssl", "SMTP_SECURITY=ssl is er niet. Kies starttls, tls, none."),
        ("SMTP_USER", "noord", "SMTP_USER staat er zonder SMTP_HOST"),
        ("MAIL_ANY_HOUR", "ja", "MAIL_ANY_HOUR is 1 of leeg"),
        ("SMTP_SERVER", "mail.noord.example", "SMTP_SERVER bestaat niet"),
    ],
)
def test_a_fault_is_told_with_what_to_do(setting: str, value: str, said: str) -> None:
    [line] = faults({**GOOD, setting: value})

    assert line.startswith(said)


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(Refusal) as refusal:
        refuse_faults({"SECRET_KEY": "kort", "PORT": "web", "SMTP_HOSTS": "x"})

    assert len(refusal.value.message.splitlines()) == 1 + 3


def test_a_secret_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("k" * 32, encoding="utf-8")

    assert faults({"SECRET_KEY_FILE": str(tmp_path / "key")}) == []


def test_what_works_and_should_be_better_is_a_remark() -> None:
    assert remarks({"BASE_URL": "http://netwerk.noord.example"})[0].startswith(
        "BASE_URL begint met"
    )
    assert remarks({"BASE_URL": "https://netwerk.noord.example"})[0].startswith("PROXY_HOPS is 0")
    assert remarks({"SMTP_HOST": "mail.noord.example", "SMTP_SECURITY": "none"})[0].startswith(
        "SMTP_SECURITY=none"
    )
    assert remarks({"BASE_URL": "http://localhost:5000"}) == []


@pytest.mark.usefixtures("environment", "graph")
def test_the_website_begins_with_what_should_be_better(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []

    def begin(path: str, _command: list[str]) -> None:
        begun.append(path)

    monkeypatch.setattr("os.execv", begin)
    monkeypatch.setenv("BASE_URL", "http://netwerk.noord.example")

    started = CliRunner().invoke(main, ["web"])

    assert (started.exit_code, len(begun)) == (0, 1)
    assert started.stderr.startswith("Let op: BASE_URL begint met http: cookies gaan leesbaar")
    assert started.stderr.count("Let op") == 1
