"""Every setting looked at before anything starts: all faults at once, each with what to do."""

import os
from collections.abc import Callable, Iterator, Mapping
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import urlsplit

import click

from tasks.settings import SmtpSecurity
from webapp.cli.refusal import Refusal

SECRETS = ("SECRET_KEY", "NEO4J_PASSWORD", "SMTP_PASSWORD", "OIDC_CLIENT_SECRET", "REDIS_URL")
"""Settings that may also stand in a file: ``<name>_FILE`` tells which."""
NAMES = (
    *("PORT", "BASE_URL", "TRUSTED_HOSTS", "PROXY_HOPS", "SESSION_IDLE_HOURS", "SESSION_HOURS"),
    *("NEO4J_URI", "NEO4J_USER", "NEO4J_DATABASE", "DATA_DIR", "BACKUP_DIR", "BOUNCE_DIR"),
    *("SMTP_HOST", "SMTP_PORT", "SMTP_SECURITY", "SMTP_USER", "MAIL_FROM", "MAIL_REPLY_TO"),
    *("MAIL_ANY_HOUR", "MAIL_PORT", "DEMO_PASSWORD", "METRICS_PORT", "METRICS_HOST"),
    *("OIDC_CLIENT_ID", "OIDC_ISSUER", "OIDC_NAME", "SECURITY_CONTACT"),
)
EXAMPLE_SECRET = "verander-mij"  # noqa: S105 -- how the values of .env.example begin  # nosec B105

_OURS = ("SMTP_", "MAIL_", "SESSION_", "BACKUP_", "BOUNCE_", "OIDC_", "METRICS_", "SECRET_KEY")
_SECRET_LENGTH = 32
_LAST_PORT = 65535
_LOCAL = {"localhost", "127.0.0.1", "::1"}

Settings = Mapping[str, str]


def refuse_faults(environ: Settings = os.environ) -> None:
    """Raise Refusal with a line for each fault, when there is any."""
    if found := faults(environ):
        raise Refusal(
            "\n".join(["Deze instellingen kloppen niet:", *(f"- {each}" for each in found)])
        )


def tell_remarks(environ: Settings = os.environ) -> None:
    """Say what works and should be better, where who starts the site sees it."""
    for line in remarks(environ):
        click.echo(f"Let op: {line}", err=True)


def faults(environ: Settings) -> list[str]:
    """Return what stops this installation from starting well, a Dutch line for each."""
    return [line for look in _LOOKS for line in look(environ)]


def remarks(environ: Settings) -> list[str]:
    """Return what works, and is not as it should be where people really work."""
    url = urlsplit(environ.get("BASE_URL", ""))
    found: list[str] = []
    if url.scheme == "http" and url.hostname not in _LOCAL:
        found.append(
            "BASE_URL begint met http: cookies gaan leesbaar over het net. Zet er een proxy met "
            "https voor en gebruik https:// in BASE_URL."
        )
    if url.scheme == "https" and environ.get("PROXY_HOPS", "0") == "0":
        found.append(
            "PROXY_HOPS is 0 terwijl BASE_URL https is: iedereen lijkt van één adres te komen. "
            "Zet het aantal proxy's, meestal 1."
        )
    if environ.get("SMTP_SECURITY") == SmtpSecurity.NONE and environ.get("SMTP_HOST") not in {
        *_LOCAL,
        "mail",
        None,
        "",
    }:
        found.append(
            "SMTP_SECURITY=none: mail gaat leesbaar over het net. Gebruik starttls of tls."
        )
    return found


def _secrets(environ: Settings) -> Iterator[str]:
    for name in SECRETS:
        path = environ.get(f"{name}_FILE")
        if path and environ.get(name):
            yield f"{name} en {name}_FILE staan er allebei. Laat er één weg."
        elif path and not os.access(path, os.R_OK):
            yield f"{name}_FILE={path} is niet te lezen. Kijk of het er is en wie het mag lezen."


def _secret_key(environ: Settings) -> Iterator[str]:
    path = environ.get("SECRET_KEY_FILE")
    if path and not os.access(path, os.R_OK):
        return
    key = Path(path).read_text(encoding="utf-8").strip() if path else environ.get("SECRET_KEY", "")
    if key.startswith(EXAMPLE_SECRET):
        yield "SECRET_KEY is die van het voorbeeld. Maak een eigen: openssl rand -hex 32"
    elif len(key) < _SECRET_LENGTH:
        yield f"SECRET_KEY is korter dan {_SECRET_LENGTH} tekens. Maak een: openssl rand -hex 32"


def _numbers(environ: Settings) -> Iterator[str]:
    for name in ("PORT", "SMTP_PORT", "MAIL_PORT", "METRICS_PORT"):
        text = environ.get(name)
        if text and not (text.isascii() and text.isdigit() and 0 < int(text) <= _LAST_PORT):
            yield f"{name}={text} is geen poort. Kies een getal van 1 tot {_LAST_PORT}."
    hops = environ.get("PROXY_HOPS", "0")
    if not (hops.isascii() and hops.isdigit()):
        yield f"PROXY_HOPS={hops} is geen aantal. Zet hoeveel proxy's ervoor staan: 0, 1 of 2."
    hours = {name: environ.get(name, usual) for name, usual in _HOURS.items()}
    wrong = [name for name, text in hours.items() if not _is_positive(text)]
    yield from (
        f"{name}={hours[name]} is geen aantal uren. Zet een getal boven 0." for name in wrong
    )
    if not wrong and float(hours["SESSION_IDLE_HOURS"]) > float(hours["SESSION_HOURS"]):
        yield "SESSION_IDLE_HOURS is langer dan SESSION_HOURS. Maak de eerste korter."


_HOURS = {"SESSION_IDLE_HOURS": "8", "SESSION_HOURS": "12"}


def _is_positive(text: str) -> bool:
    try:
        return 0 < float(text) < float("inf")
    except ValueError:
        return False


def _addresses(environ: Settings) -> Iterator[str]:
    if text := environ.get("BASE_URL"):
        url = urlsplit(text)
        if url.scheme not in {"http", "https"} or not url.hostname or url.path.strip("/"):
            yield f"BASE_URL={text} is geen adres. Zet het zoals https://netwerk.gemeente.nl"
    for name, schemes in _SCHEMES.items():
        text = environ.get(name)
        if text and urlsplit(text).scheme not in schemes:
            yield f"{name} begint niet met {', '.join(f'{each}://' for each in schemes)}."
    for name in ("MAIL_FROM", "MAIL_REPLY_TO"):
        text = environ.get(name)
        if text and "@" not in parseaddr(text)[1]:
            yield f"{name}={text} is geen adres. Zet het zoals: Netwerk <netwerk@gemeente.nl>"


_SCHEMES = {
    "NEO4J_URI": ("bolt", "neo4j", "bolt+s", "neo4j+s", "bolt+ssc", "neo4j+ssc"),
    "REDIS_URL": ("redis", "rediss", "unix"),
}


def _mail(environ: Settings) -> Iterator[str]:
    security = environ.get("SMTP_SECURITY", SmtpSecurity.STARTTLS)
    if security not in set(SmtpSecurity):
        yield f"SMTP_SECURITY={security} is er niet. Kies {', '.join(SmtpSecurity)}."
    if environ.get("SMTP_USER") and security == SmtpSecurity.NONE:
        yield "SMTP_USER met SMTP_SECURITY=none: het wachtwoord zou leesbaar over het net gaan."
    if environ.get("SMTP_USER") and not environ.get("SMTP_HOST"):
        yield "SMTP_USER staat er zonder SMTP_HOST. Zet de mailserver erbij."
    if environ.get("MAIL_ANY_HOUR", "") not in {"", "0", "1"}:
        yield "MAIL_ANY_HOUR is 1 of leeg."


def _unknown(environ: Settings) -> Iterator[str]:
    known = {*NAMES, *SECRETS, *(f"{name}_FILE" for name in SECRETS)}
    for name in sorted(environ):
        if name.startswith(_OURS) and name not in known:
            yield f"{name} bestaat niet. Kijk in .env.example hoe de instelling heet."


_LOOKS: tuple[Callable[[Settings], Iterator[str]], ...] = (
    *(_secrets, _secret_key, _numbers, _addresses, _mail, _unknown),
)
