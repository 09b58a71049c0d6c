"""``lokale-energie doctor``: looks at the whole installation, and says what to do."""

import json
import os
import shutil
import smtplib
import socket
import stat
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import click
from redis import Redis
from redis.exceptions import RedisError

from graph.database import Graph
from graph.errors import GraphError
from graph.repositories.health import reads_files
from graph.schema import DATA_VERSION, data_version
from graph.settings import GraphSettings
from tasks.broker import broker_settings, broker_time, connect_broker
from tasks.health import check
from tasks.settings import SmtpSecurity, SmtpSettings, TaskSettings
from webapp.cli.joined import join
from webapp.cli.settings import faults, remarks

State = Literal["good", "note", "bad"]

_WORDS: dict[State, str] = {"good": "goed", "note": "let op", "bad": "fout"}
_MOST_SKEW = 5.0
_LEAST_FREE = 1_000_000_000
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_ADVICE = {
    "worker": "Start de werker (compose: docker compose up -d worker) en lees zijn log.",
    "beat": "Start de klok (compose: docker compose up -d beat) en lees haar log.",
    "mail": "Kijk bij Beheer, Mail wat er blijft liggen en waarom.",
    "backup": "Er is geen reservekopie van de laatste nacht, of een restore is afgebroken. Lees "
    "het log van de werker, of zet de kopie nog een keer terug.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one look told, with what to do unless it is good."""

    part: str
    state: State
    said: str
    advice: str = ""


Look = Callable[[], Iterator[Finding]]


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Geef JSON in plaats van zinnen.")
def doctor(*, as_json: bool) -> None:
    """Kijk de hele installatie na en zeg wat je moet doen; code 1 als er iets fout is."""
    join()
    found = examine()
    click.echo(
        json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=2)
        if as_json
        else "\n".join(line for each in found for line in _lines(each))
    )
    sys.exit(1 if any(each.state == "bad" for each in found) else 0)


def examine() -> list[Finding]:
    """Look at everything that this environment points to; never raises."""
    found = list(_settings())
    if any(each.state == "bad" for each in found):
        return found  # the rest would be looked for at the wrong place
    settings = TaskSettings.from_environment()
    where = GraphSettings.from_environment()
    graph = Graph.connect(where, patience=1.0)
    with connect_broker(settings.redis_url) as broker:
        looks: tuple[Look, ...] = (
            lambda: _graph(graph, where),
            lambda: _broker(broker, settings.redis_url),
            lambda: _parts(graph, broker),
            lambda: _mail(settings.smtp),
            lambda: _disk(settings),
            lambda: _modes(settings),
            lambda: _ports(where.uri, settings.redis_url),
        )
        found += [finding for look in looks for finding in look()]
    graph.close()
    return found


def _settings() -> Iterator[Finding]:
    wrong, odd = faults(os.environ), remarks(os.environ)
    yield from (
        Finding(
            part="instellingen", state="bad", said=line, advice="Pas het aan en start opnieuw."
        )
        for line in wrong
    )
    yield from (Finding(part="instellingen", state="note", said=line) for line in odd)
    if not wrong:
        yield Finding(part="instellingen", state="good", said="alle instellingen zijn te lezen")


def _graph(graph: Graph, where: GraphSettings) -> Iterator[Finding]:
    try:
        version, engine = data_version(graph), graph.engine()
        open_files = reads_files(graph)
    except GraphError:
        yield _bad(
            "database",
            f"{where.uri} antwoordt niet",
            "Start haar, of kijk NEO4J_URI en NEO4J_PASSWORD na.",
        )
        return
    yield (
        _good("database", f"{engine} antwoordt, met gegevens van versie {version}")
        if version == DATA_VERSION
        else _bad(
            "database",
            f"de gegevens zijn van versie {version}, dit programma van {DATA_VERSION}",
            "Start de website van de nieuwste versie: die maakt de database klaar.",
        )
    )
    yield (
        _bad(
            "database",
            "LOAD CSV leest bestanden van de server",
            "Zet dbms.security.allow_csv_import_from_file_urls=false en start haar opnieuw.",
        )
        if open_files
        else _good("database", "LOAD CSV leest geen bestanden")
    )


def _broker(broker: Redis, url: str) -> Iterator[Finding]:
    try:
        settings = broker_settings(broker, "appendonly", "maxmemory-policy")
        seconds = broker_time(broker)
    except RedisError:
        yield _bad("wachtrij", "de wachtrij antwoordt niet", "Start haar, of kijk REDIS_URL na.")
        return
    wanted = {"appendonly": "yes", "maxmemory-policy": "noeviction"}
    for name, value in wanted.items():
        yield (
            _good("wachtrij", f"{name} is {value}")
            if settings.get(name) == value
            else _bad("wachtrij", f"{name} is {settings.get(name)}", f"Zet {name} op {value}.")
        )
    yield (
        _good("wachtrij", "er is een wachtwoord")
        if urlsplit(url).password
        else _bad(
            "wachtrij", "er is geen wachtwoord", "Zet requirepass, en het woord in REDIS_URL."
        )
    )
    skew = abs(time.time() - seconds)
    yield (
        _good("tijd", "de klokken lopen gelijk")
        if skew < _MOST_SKEW
        else _bad("tijd", f"de klokken schelen {skew:.0f} s", "Zet NTP aan op deze computers.")
    )


def _parts(graph: Graph, broker: Redis) -> Iterator[Finding]:
    parts = check(graph, broker).parts
    for part, advice in _ADVICE.items():
        name = _NAMES[part]
        yield _good(name, "werkt") if parts[part] == "ok" else _bad(name, "werkt niet", advice)


_NAMES = {"worker": "werker", "beat": "klok", "mail": "mail", "backup": "reservekopie"}


def _mail(smtp: SmtpSettings | None) -> Iterator[Finding]:
    if smtp is None:
        yield Finding(
            part="mailserver",
            state="note",
            said="er is geen mailserver: mail blijft in de map DATA_DIR/mail",
            advice="Zet SMTP_HOST als mensen mail moeten krijgen.",
        )
        return
    kind = smtplib.SMTP_SSL if smtp.security is SmtpSecurity.TLS else smtplib.SMTP
    try:
        with kind(smtp.host, smtp.port, timeout=10) as server:
            server.ehlo()
            protected = smtp.security is not SmtpSecurity.STARTTLS or server.has_extn("starttls")
    except (OSError, smtplib.SMTPException):
        yield _bad(
            "mailserver",
            f"{smtp.host}:{smtp.port} antwoordt niet",
            "Kijk SMTP_HOST, SMTP_PORT, SMTP_SECURITY en de firewall na.",
        )
        return
    yield (
        _good("mailserver", f"{smtp.host}:{smtp.port} antwoordt, beveiligd met {smtp.security}")
        if protected
        else _bad(
            "mailserver",
            f"{smtp.host} kent geen STARTTLS",
            "Zet SMTP_SECURITY=tls met poort 465, of vraag het de beheerder van de mailserver.",
        )
    )


def _disk(settings: TaskSettings) -> Iterator[Finding]:
    for name, folder in (("DATA_DIR", settings.data_dir), ("BACKUP_DIR", settings.backup_dir)):
        here = next(path for path in (folder, *folder.parents) if path.exists())
        free = shutil.disk_usage(here).free
        yield (
            _good("schijf", f"{name}: {free / 1e9:.0f} GB vrij")
            if free > _LEAST_FREE
            else _bad(
                "schijf", f"{name}: nog {free / 1e6:.0f} MB vrij", "Maak ruimte, of vergroot haar."
            )
        )


def _modes(settings: TaskSettings) -> Iterator[Finding]:
    private = [
        *(settings.data_dir / "secrets").glob("*"),
        *settings.data_dir.glob("*.jsonl"),
        settings.data_dir / "run.json",
        *settings.backup_dir.glob("*.zip"),
        *(Path(path) for name, path in os.environ.items() if name.endswith("_FILE") and path),
    ]
    wide = [path for path in private if path.is_file() and _is_open(path)]
    for path in wide:
        yield _bad("rechten", f"{path} is voor iedereen te lezen", f"Voer uit: chmod 600 {path}")
    if not wide:
        yield _good("rechten", "geheimen en kopieën zijn alleen voor deze gebruiker")


def _is_open(path: Path) -> bool:
    return bool(path.stat().st_mode & stat.S_IRWXO) and not path.is_relative_to("/run/secrets")


def _ports(*urls: str) -> Iterator[Finding]:
    """Whether what is meant for this computer alone can be reached from outside it."""
    for url in urls:
        parts = urlsplit(url)
        if parts.hostname not in _LOOPBACK or parts.port is None:
            continue
        address = _own_address()
        yield (
            _bad(
                "poorten",
                f"poort {parts.port} is ook van buiten te bereiken",
                "Laat database en wachtrij alleen luisteren op 127.0.0.1.",
            )
            if address and _listens(address, parts.port)
            else _good("poorten", f"poort {parts.port} is alleen op deze computer te bereiken")
        )


def _own_address() -> str | None:
    try:
        address = socket.gethostbyname(socket.gethostname())
    except OSError:
        return None
    return None if address.startswith("127.") else address


def _listens(address: str, port: int) -> bool:
    with socket.socket() as caller:
        caller.settimeout(1)
        return caller.connect_ex((address, port)) == 0


def _good(part: str, said: str) -> Finding:
    return Finding(part=part, state="good", said=said)


def _bad(part: str, said: str, advice: str) -> Finding:
    return Finding(part=part, state="bad", said=said, advice=advice)


def _lines(finding: Finding) -> Iterator[str]:
    yield f"{_WORDS[finding.state]:<7} {finding.part:<13} {finding.said}"
    if finding.advice:
        yield f"{'':<21} → {finding.advice}"
