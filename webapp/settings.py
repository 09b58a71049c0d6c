"""What the web needs to know of the installation: read once from the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from graph.settings import secret
from tasks.settings import base_url, data_dir, mail_dir, redis_url

_SECRET_LENGTH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class OidcSettings:
    """Where people sign in with the account of their organisation; ``name`` is on the button."""

    issuer: str
    client_id: str
    client_secret: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WebSettings:
    """Addresses, secret and limits of the web front end."""

    secret_key: str
    base_url: str
    redis_url: str = "redis://127.0.0.1:6379/0"
    data_dir: Path = Path("var")
    mail_dir: Path = Path("var/mail")
    trusted_hosts: tuple[str, ...] = ()
    proxy_hops: int = 0
    metrics_host: str = "127.0.0.1"
    metrics_port: int | None = None
    session_idle: timedelta = timedelta(hours=8)
    session_lifetime: timedelta = timedelta(hours=12)
    oidc: OidcSettings | None = None
    security_contact: str = ""

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Self:
        """Read the settings that ``.env.example`` lists; raises ValueError on a wrong one."""
        return cls(
            secret_key=_secret_key(environ),
            base_url=base_url(environ),
            redis_url=redis_url(environ),
            data_dir=data_dir(environ),
            mail_dir=mail_dir(environ),
            trusted_hosts=tuple(environ.get("TRUSTED_HOSTS", "").split()),
            proxy_hops=int(environ.get("PROXY_HOPS", "0")),
            metrics_host=environ.get("METRICS_HOST") or "127.0.0.1",
            metrics_port=int(port) if (port := environ.get("METRICS_PORT")) else None,
            session_idle=timedelta(hours=float(environ.get("SESSION_IDLE_HOURS", "8"))),
            session_lifetime=timedelta(hours=float(environ.get("SESSION_HOURS", "12"))),
            oidc=_oidc(environ),
            security_contact=_contact(environ.get("SECURITY_CONTACT", "")),
        )

    @property
    def secure(self) -> bool:
        """Return whether people reach this installation by https."""
        return urlsplit(self.base_url).scheme == "https"

    @property
    def hosts(self) -> list[str]:
        """Return the names under which requests are answered; loopback for health checks."""
        own = urlsplit(self.base_url).hostname or "localhost"
        return [own, "localhost", "127.0.0.1", *self.trusted_hosts]


def _oidc(environ: Mapping[str, str]) -> OidcSettings | None:
    issuer = environ.get("OIDC_ISSUER", "").rstrip("/")
    if not issuer:
        return None
    if urlsplit(issuer).scheme != "https" and not _is_loopback(issuer):
        raise ValueError("OIDC_ISSUER must be an address that begins with https://")
    if not environ.get("OIDC_CLIENT_ID"):
        raise ValueError("OIDC_CLIENT_ID must be set when OIDC_ISSUER is")
    return OidcSettings(
        issuer=issuer,
        client_id=environ["OIDC_CLIENT_ID"],
        client_secret=secret(environ, "OIDC_CLIENT_SECRET"),
        name=environ.get("OIDC_NAME") or "je organisatie",
    )


def _contact(text: str) -> str:
    """Return where weaknesses can be told, as an address that a program can follow."""
    is_mail = "@" in text and not text.startswith(("mailto:", "https:"))
    return f"mailto:{text}" if is_mail else text


def _is_loopback(address: str) -> bool:
    return urlsplit(address).hostname in {"localhost", "127.0.0.1", "::1"}


def _secret_key(environ: Mapping[str, str]) -> str:
    key = secret(environ, "SECRET_KEY")
    if len(key) < _SECRET_LENGTH:
        raise ValueError(f"SECRET_KEY must have at least {_SECRET_LENGTH} characters")
    return key
