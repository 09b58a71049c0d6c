"""The folder of an installation: its data, secrets, logs, and who runs on it now."""

import fcntl
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from webapp.cli.refusal import Refusal

_LOG_LIMIT = 5_000_000


@dataclass(frozen=True, slots=True)
class DataFolder:
    """``DATA_DIR``: everything that one installation keeps."""

    path: Path

    def claim(self) -> IO[str]:
        """Make the folder and keep it for this process for as long as the answer stays open.

        Raises Refusal with what to do when it cannot be written or another run has it.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            lock = (self.path / "run.lock").open("w", encoding="utf-8")
        except OSError as error:
            raise Refusal(
                f"In de map {self.path} kan niet worden geschreven ({error.strerror}). "
                "Kies een andere: DATA_DIR=~/lokale-energie make run"
            ) from error
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Refusal(
                f"De map {self.path} is al in gebruik: Lokale Energie draait daar al. "
                "Stop die eerst met Ctrl-C, of kies een andere map: DATA_DIR=./var2 make run"
            ) from error
        return lock

    def part(self, name: str) -> Path:
        """Return the folder ``name`` inside, made when it is not there."""
        folder = self.path / name
        folder.mkdir(exist_ok=True)
        return folder

    def secret(self, name: str, *, length: int = 32) -> Path:
        """Return the file of a secret, readable for this user only; made up at first use."""
        file = self.path / "secrets" / name
        if not file.exists():
            file.parent.mkdir(mode=0o700, exist_ok=True)
            write_private(file, secrets.token_urlsafe(length)[:length])
        return file

    def log(self, name: str) -> Path:
        """Return the log file of a part; a big one is put aside, replacing the one before."""
        file = self.part("log") / f"{name}.log"
        if file.exists() and file.stat().st_size > _LOG_LIMIT:
            file.replace(file.with_suffix(".log.1"))
        return file

    def publish(self, addresses: Mapping[str, str]) -> None:
        """Tell other commands on this folder where the running parts are."""
        write_private(self._addresses, json.dumps(dict(addresses)))

    def withdraw(self) -> None:
        """Tell other commands that nothing runs any more."""
        self._addresses.unlink(missing_ok=True)

    def addresses(self) -> dict[str, str] | None:
        """Return what ``publish`` told, or None when nothing runs."""
        if not self._addresses.exists():
            return None
        return cast("dict[str, str]", json.loads(self._addresses.read_text(encoding="utf-8")))

    @property
    def _addresses(self) -> Path:
        return self.path / "run.json"


def data_folder(environ: Mapping[str, str]) -> DataFolder:
    """Return the folder that the environment names, or ``var`` where the command is given."""
    return DataFolder(Path(environ.get("DATA_DIR", "var")).expanduser().resolve())


def write_private(file: Path, text: str) -> None:
    """Write a file that only this user can read, also while it is being written."""
    fresh = file.with_name(f".{file.name}")
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600)
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(file)
