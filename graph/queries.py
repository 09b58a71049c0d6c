"""Load the queries in cypher/ and hold them to what their headers promise."""

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal, LiteralString, cast

from graph.errors import QueryFileError

CYPHER_DIR = Path(__file__).resolve().parent.parent / "cypher"

Mode = Literal["read", "write", "schema"]

_HEADER = re.compile(
    r"^// (?P<key>mode|engine|names|params|returns): (?P<value>.+)$", re.MULTILINE
)
_COMMENT = re.compile(r"^\s*//.*$", re.MULTILINE)
_PARAMETER = re.compile(r"\$(\w+)")
_LABEL = re.compile(r"FOR \(\w+:(\w+)\)\s+REQUIRE \w+\.id IS UNIQUE")
_TYPES = re.compile(r"\[\w*:([A-Z_|]+)")


@dataclass(frozen=True, slots=True)
class Query:
    """One statement of ``cypher/``, with what its header declares.

    ``engine`` is None but for an index that only one of the engines is served by. ``names`` are
    the labels and types in it that stand for any other, see ``naming``.
    """

    name: str
    mode: Mode
    params: frozenset[str]
    returns: tuple[str, ...]
    text: LiteralString
    engine: str | None = None
    names: tuple[str, ...] = ()

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
        names=tuple(header.get("names", ())),
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


def naming(query: Query, *names: str) -> Query:
    """Return the statement with these labels and types, in the order of its ``names``.

    Raises QueryFileError for a name that no other statement knows, since names cannot be
    parameters: what is put into a statement must be a word of our own.
    """
    unknown = set(names) - known_labels() - known_types()
    if unknown or len(names) != len(query.names):
        raise QueryFileError(f"{query} takes {len(query.names)} names, not {sorted(names)}")
    given = dict(zip(query.names, names, strict=True))
    places = re.compile(rf":({'|'.join(query.names)})\b")
    text = places.sub(lambda place: f":{given[place[1]]}", query.text)
    return replace(query, text=cast("LiteralString", text))


@cache
def known_labels() -> frozenset[str]:
    """Return every label of which each node has an ``id`` of its own: all but SchemaVersion."""
    return frozenset(label for query in all_queries() for label in _LABEL.findall(query.text))


@cache
def known_types() -> frozenset[str]:
    """Return every type of relationship that a statement makes or follows."""
    found = (types for query in all_queries() for types in _TYPES.findall(query.text))
    return frozenset(type for types in found for type in types.split("|"))


def _names(value: str) -> list[str]:
    return [name.strip() for name in value.split(",")]
