"""What the web needs to know of the installation: read once from the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from graph.settings import secret
from tasks.settings import base_url, data_dir, mail_dir

_SECRET_LENGTH = 32


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
    session_idle: timedelta = timedelta(hours=8)
    session_lifetime: timedelta = timedelta(hours=12)

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Self:
        """Read the settings that ``.env.example`` lists; raises ValueError on a wrong one."""
        return cls(
            secret_key=_secret_key(environ),
            base_url=base_url(environ),
            redis_url=environ.get("REDIS_URL", "redis://127.0.0.1:6379/0"),
            data_dir=data_dir(environ),
            mail_dir=mail_dir(environ),
            trusted_hosts=tuple(environ.get("TRUSTED_HOSTS", "").split()),
            proxy_hops=int(environ.get("PROXY_HOPS", "0")),
            session_idle=timedelta(hours=float(environ.get("SESSION_IDLE_HOURS", "8"))),
            session_lifetime=timedelta(hours=float(environ.get("SESSION_HOURS", "12"))),
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


def _secret_key(environ: Mapping[str, str]) -> str:
    key = secret(environ, "SECRET_KEY")
    if len(key) < _SECRET_LENGTH:
        raise ValueError(f"SECRET_KEY must have at least {_SECRET_LENGTH} characters")
    return key
