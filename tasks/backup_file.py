"""A backup as a file: a zip with a line of JSON for each node and relationship, and a manifest.

The last 64 bytes, which are the comment of the zip, are the SHA-256 of all bytes before them: so
any byte that differs is noticed, also one that no program would look at.
"""

import hashlib
import io
import json
import os
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from graph.database import Graph
from graph.domain.backups import Canon, LineError, Node, Tie, from_line, to_line
from graph.repositories import backups
from graph.schema import DATA_VERSION

_FORMAT = 1
_LINES = "graph.ndjson"
_MANIFEST = "manifest.json"
_SEAL = 64
_PIECE = 1 << 20
_TRIES = 3


class BackupError(Exception):
    """A file that is no whole backup of ours; ``problem`` says in Dutch what is wrong with it."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says of itself. ``canon`` is the sum of its lines, whatever their order."""

    made_at: str
    engine: str
    data_version: int
    nodes: int
    ties: int
    sha256: str
    canon: str
    format: int = _FORMAT


def write(graph: Graph, path: Path) -> Manifest:
    """Write the whole graph to ``path``, readable for this user only, while people work in it.

    It appears when it is whole, in place of what was there. When people changed things meanwhile
    it is made again, some times, so that a change and its line in the log are both in it.
    Raises OSError when it cannot be written.
    """
    fresh = path.with_name(f".{path.name}")
    try:
        manifest = _write_in_rest(graph, fresh, tries=_TRIES)
        _seal(fresh)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    return manifest


def check(path: Path) -> Manifest:
    """Read a whole backup and return its manifest; raises BackupError unless every byte is good.

    Also for a backup of a newer program, whose data this one would not understand.
    """
    _check_seal(path)
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = Manifest(**json.loads(archive.read(_MANIFEST)))
            if manifest.format > _FORMAT or manifest.data_version > DATA_VERSION:
                raise BackupError(
                    "deze reservekopie is van een nieuwere versie van Lokale Energie. "
                    "Werk eerst bij."
                )
            tally = _tally(archive)
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError) as error:
        raise BackupError("dit is geen reservekopie van Lokale Energie.") from error
    found = replace(
        manifest, nodes=tally.nodes, ties=tally.ties, sha256=tally.sha256, canon=tally.canon
    )
    if found != manifest:
        raise BackupError("de inhoud is anders dan de reservekopie van zichzelf zegt.")
    return manifest


def read(path: Path) -> Iterator[Node | Tie]:
    """Yield what stands in a backup that was checked: the nodes, then the relationships."""
    with zipfile.ZipFile(path) as archive, archive.open(_LINES) as lines:
        for line in lines:
            yield from_line(line.decode())


def _write_in_rest(graph: Graph, path: Path, *, tries: int) -> Manifest:
    before, engine = backups.count_nodes(graph), graph.engine()
    manifest = backups.read_whole(graph, lambda items: _write(path, items, engine))
    if tries == 1 or before == backups.count_nodes(graph):
        return manifest
    return _write_in_rest(graph, path, tries=tries - 1)


def _write(path: Path, items: Iterator[Node | Tie], engine: str) -> Manifest:
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    with zipfile.ZipFile(path, "w", compression=zipfile.ZIP_DEFLATED) as archive:
        archive.comment = b"0" * _SEAL
        with archive.open(_LINES, "w", force_zip64=True) as lines:
            manifest = _write_lines(lines, items, engine)
        archive.writestr(_MANIFEST, json.dumps(asdict(manifest), indent=2))
    return manifest


def _write_lines(lines: IO[bytes], items: Iterator[Node | Tie], engine: str) -> Manifest:
    made_at, tally = datetime.now(UTC), _Tally()
    for item in items:
        line = f"{to_line(item)}\n".encode()
        tally.add(item, line)
        lines.write(line)
    return Manifest(
        made_at=made_at.isoformat(timespec="seconds"),
        engine=engine,
        data_version=DATA_VERSION,
        nodes=tally.nodes,
        ties=tally.ties,
        sha256=tally.sha256,
        canon=tally.canon,
    )


def _tally(archive: zipfile.ZipFile) -> "_Tally":
    tally = _Tally()
    with archive.open(_LINES) as lines:
        for number, line in enumerate(lines, start=1):
            try:
                item = from_line(line.decode())
            except LineError as error:
                raise BackupError(f"regel {number} is niet te lezen.") from error
            if not backups.is_known(item):
                raise BackupError(f"regel {number} noemt iets dat deze versie niet kent.")
            tally.add(item, line)
    return tally


class _Tally:
    """What the lines of a backup come to."""

    def __init__(self) -> None:
        self.nodes = 0
        self.ties = 0
        self._canon = Canon()
        self._hashed = hashlib.sha256()

    def add(self, item: Node | Tie, line: bytes) -> None:
        if isinstance(item, Node):
            self.nodes += 1
        else:
            self.ties += 1
        self._canon.add(line.decode().rstrip("\n"))
        self._hashed.update(line)

    @property
    def canon(self) -> str:
        return self._canon.digest

    @property
    def sha256(self) -> str:
        return self._hashed.hexdigest()


def _seal(path: Path) -> None:
    """Put the SHA-256 of all before it at the end, and wait until the disk has it."""
    with path.open("r+b") as file:
        digest = _digest(file)
        file.seek(-_SEAL, io.SEEK_END)
        file.write(digest.encode())
        file.flush()
        os.fsync(file.fileno())


def _check_seal(path: Path) -> None:
    try:
        with path.open("rb") as file:
            digest = _digest(file)
            if file.read() == digest.encode():
                return
    except OSError as error:
        raise BackupError("dit bestand is niet te lezen. Kijk de naam na.") from error
    raise BackupError(
        "dit bestand is niet heel: het is beschadigd, of geen reservekopie van Lokale Energie."
    )


def _digest(file: IO[bytes]) -> str:
    """Return the SHA-256 of all but the seal, and stop right before that."""
    left = max(file.seek(0, io.SEEK_END) - _SEAL, 0)
    file.seek(0)
    hashed = hashlib.sha256()
    while left:
        piece = file.read(min(left, _PIECE))
        hashed.update(piece)
        left -= len(piece)
    return hashed.hexdigest()
