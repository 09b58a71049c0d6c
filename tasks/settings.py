"""What the jobs need to know of the installation: read once from the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self

from graph.settings import secret


class SmtpSecurity(StrEnum):
    """How the connection to the mail server is protected."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpSettings:
    """The mail server of the installation."""

    host: str
    port: int
    security: SmtpSecurity
    user: str
    password: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskSettings:
    """Broker, folder, addresses and mail server; ``smtp`` is None when mail is kept in files.

    ``backup_dir`` is where each night a backup comes. ``bounce_dir`` is where the mail server
    puts what comes back, if it does. ``any_hour`` lets
    mail leave at night and in the weekend, for whoever tests an installation.
    """

    redis_url: str
    data_dir: Path
    mail_dir: Path
    backup_dir: Path
    base_url: str
    secret_key: str
    mail_from: str
    mail_reply_to: str
    smtp: SmtpSettings | None
    bounce_dir: Path | None = None
    any_hour: bool = False

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Self:
        """Read the settings that ``.env.example`` lists; raises ValueError on a wrong one."""
        return cls(
            redis_url=redis_url(environ),
            data_dir=data_dir(environ),
            mail_dir=mail_dir(environ),
            backup_dir=Path(environ.get("BACKUP_DIR") or data_dir(environ) / "backup"),
            base_url=base_url(environ),
            secret_key=secret(environ, "SECRET_KEY"),
            mail_from=environ.get("MAIL_FROM", "Lokale Energie <lokale-energie@localhost>"),
            mail_reply_to=environ.get("MAIL_REPLY_TO", ""),
            smtp=_smtp(environ),
            bounce_dir=Path(folder) if (folder := environ.get("BOUNCE_DIR")) else None,
            any_hour=environ.get("MAIL_ANY_HOUR", "") == "1",
        )


def redis_url(environ: Mapping[str, str]) -> str:
    """Return where the broker is; the address holds its password, so it may stand in a file."""
    return secret(environ, "REDIS_URL") or "redis://127.0.0.1:6379/0"


def mail_dir(environ: Mapping[str, str]) -> Path:
    """Return the folder where mails are kept when there is no mail server."""
    return data_dir(environ) / "mail"


def data_dir(environ: Mapping[str, str]) -> Path:
    """Return the folder with what is kept beside graph and broker."""
    return Path(environ.get("DATA_DIR", "var")).resolve()


def base_url(environ: Mapping[str, str]) -> str:
    """Return the address that people type, without a slash at the end."""
    port = environ.get("PORT", "5000")
    return environ.get("BASE_URL", f"http://localhost:{port}").rstrip("/")


def _smtp(environ: Mapping[str, str]) -> SmtpSettings | None:
    host = environ.get("SMTP_HOST")
    if not host:
        return None
    return SmtpSettings(
        host=host,
        port=int(environ.get("SMTP_PORT", "587")),
        security=SmtpSecurity(environ.get("SMTP_SECURITY", "starttls")),
        user=environ.get("SMTP_USER", ""),
        password=secret(environ, "SMTP_PASSWORD"),
    )
