"""A row of a file beside the thing in the register that it resembles, in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from graph.domain.importing import Choice, Import, StagedRow, is_empty
from graph.domain.words import MatchReason
from graph.repositories import records, vocabulary
from tasks.dates import day
from tasks.importing.fields import FIELDS
from tasks.importing.fields.spec import FieldSpec, Reads
from tasks.importing.words import Words
from tasks.wording import word
from webapp.context import current_graph, current_network
from webapp.i18n import _
from webapp.terms import current_terms

_THINGS = {"partners", "collaborations", "positions"}
_PLACES = "neighbourhoods"
_CLOSED = {
    *("kinds", "scales", "layers", "forms"),
    *("statuses", "channels", "involvements", "evidences"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One field, as it stands and as the file says it; ``taken`` when the box is ticked."""

    name: str
    label: str
    known: str
    said: str
    differs: bool
    taken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A row and what it resembles. ``choice`` is None while nobody chose."""

    number: int
    name: str
    match_id: str
    match_name: str
    certain: bool
    reasons: list[str]
    choice: Choice | None
    lines: list[Line]


def compare(job: Import, rows: Sequence[StagedRow]) -> list[Pair]:
    """Return the rows in words, each beside its match."""
    specs = [each for spec in FIELDS[job.kind] for each in _as_said(spec)]
    labels = _labels(specs, rows)
    return [_pair(row, specs, labels) for row in rows]


def _pair(row: StagedRow, specs: Sequence[FieldSpec], labels: dict[str, str]) -> Pair:
    if row.match is None:
        raise ValueError("a row that resembles nothing has nothing beside it")
    lines = [
        Line(
            name=spec.name,
            label=spec.label,
            known=_text(spec, row.match.values[spec.name], labels),
            said=_text(spec, row.values[spec.name], labels),
            differs=spec.name in row.differences,
            taken=spec.name in row.take if row.choice else row.match.certain,
        )
        for spec in specs
        if spec.name in row.match.values and not is_empty(row.values.get(spec.name))
    ]
    return Pair(
        number=row.number,
        name=str(row.values.get("name") or row.match.name),
        match_id=row.match.id,
        match_name=row.match.name,
        certain=row.match.certain,
        reasons=[word(MatchReason(reason)) for reason in row.match.reasons],
        choice=row.choice,
        lines=lines,
    )


def _as_said(spec: FieldSpec) -> list[FieldSpec]:
    """Return the columns of a row: a parent may be named that comes in with the same file."""
    if spec.name != "parent_id":
        return [spec]
    return [spec, replace(spec, name="parent_name", source="")]


def _text(spec: FieldSpec, value: Any, labels: dict[str, str]) -> str:  # noqa: ANN401 -- a cell
    if is_empty(value):
        return _("leeg")
    match value:
        case bool():
            return _("ja") if value else _("nee")
        case list():
            return ", ".join(_word(spec, each, labels) for each in cast("list[str]", value))
        case str() if spec.reads is Reads.DAY:
            return day(date.fromisoformat(value))
        case _:
            return _word(spec, str(value), labels)


def _word(spec: FieldSpec, value: str, labels: dict[str, str]) -> str:
    if spec.source in _CLOSED:
        return Words().of(spec.source).labels.get(value, value)
    return labels.get(value, value)


def _labels(specs: Sequence[FieldSpec], rows: Iterable[StagedRow]) -> dict[str, str]:
    """Return the names of all that these rows speak of, by id."""
    graph, network_id = current_graph(), current_network().id
    sources = {spec.name: spec.source for spec in specs if spec.source}
    ids = {
        id
        for row in rows
        for values in [row.values, *([row.match.values] if row.match else [])]
        for name, value in values.items()
        if sources.get(name) in _THINGS
        for id in _ids(value)
    }
    places = (
        vocabulary.neighbourhoods(graph, network_id=network_id)
        if _PLACES in sources.values()
        else []
    )
    return (
        current_terms().labels
        | {place.id: place.name for place in places}
        | records.names_of(graph, network_id=network_id, ids=ids)
    )


def _ids(value: Any) -> list[str]:  # noqa: ANN401 -- a cell
    match value:
        case str(id):
            return [id] if id else []
        case list():
            return cast("list[str]", value)
        case _:
            return []
