"""Load the queries in cypher/ and hold them to what their headers promise."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, LiteralString, cast

from graph.errors import QueryFileError

CYPHER_DIR = Path(__file__).resolve().parent.parent / "cypher"

Mode = Literal["read", "write", "schema"]

_HEADER = re.compile(r"^// (?P<key>mode|engine|params|returns): (?P<value>.+)$", re.MULTILINE)
_COMMENT = re.compile(r"^\s*//.*$", re.MULTILINE)
_PARAMETER = re.compile(r"\$(\w+)")


@dataclass(frozen=True, slots=True)
class Query:
    """One statement of ``cypher/``, with what its header declares.

    ``engine`` is None but for an index that only one of the engines is served by.
    """

    name: str
    mode: Mode
    params: frozenset[str]
    returns: tuple[str, ...]
    text: LiteralString
    engine: str | None = None

    def __str__(self) -> str:
        return self.name

    @property
    def noun(self) -> str:
        """Return the folder of the statement: what it is about."""
        return self.name.partition("/")[0]


def load_query(name: str) -> Query:
    """Read ``cypher/<name>.cypher``; called at import time so mistakes stop the start."""
    path = CYPHER_DIR / f"{name}.cypher"
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise QueryFileError(f"no query file {path}") from error

    if not text.startswith("// ") or text.startswith("// mode:"):
        raise QueryFileError(f"{path}: the first line says in words what the query is for")
    header = {match["key"]: _names(match["value"]) for match in _HEADER.finditer(text)}
    match header.get("mode"):
        case ["read" | "write" | "schema" as mode]:
            pass
        case _:
            raise QueryFileError(f"{path}: header needs 'mode: read', 'write' or 'schema'")

    declared = frozenset(header.get("params", ()))
    used = frozenset(_PARAMETER.findall(_COMMENT.sub("", text)))
    if declared != used:
        raise QueryFileError(f"{path}: header and body disagree on {sorted(declared ^ used)}")

    return Query(
        name=name,
        mode=mode,
        params=declared,
        returns=tuple(header.get("returns", ())),
        # The text comes from a file under version control, never from a request.
        text=cast("LiteralString", text),
        engine=next(iter(header.get("engine", ())), None),
    )


def all_queries() -> list[Query]:
    """Every query file, by name."""
    paths = sorted(CYPHER_DIR.rglob("*.cypher"))
    return [load_query(path.relative_to(CYPHER_DIR).with_suffix("").as_posix()) for path in paths]


def schema_queries(engine: str) -> list[Query]:
    """The statements of ``cypher/schema`` for an engine, in the order in which they must run."""
    return [
        query
        for query in all_queries()
        if query.mode == "schema" and query.engine in {None, engine}
    ]


def _names(value: str) -> list[str]:
    return [name.strip() for name in value.split(",")]
