"""What must hold between the cells of one row, by what the row is.

A rule yields the field that is wrong and why. A row with an ``id`` is already in the register, so
what it has no column for is not missing.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from graph.domain.folding import fold
from graph.domain.imports import ImportKind, RowProblem
from graph.domain.words import Evidence, Status

Values = Mapping[str, Any]
Problems = Iterator[tuple[str, RowProblem]]

_UNNAMED_FUNCTION = "Contactpersoon"


def completed(kind: ImportKind, values: dict[str, Any]) -> dict[str, Any]:
    """Return the values with what follows from them."""
    if kind is ImportKind.PEOPLE and values.get("person") and not values.get("function"):
        return values | {"function": _UNNAMED_FUNCTION}
    if kind is ImportKind.COLLABORATIONS and values.get("ended_on") and not values.get("status"):
        return values | {"status": Status.ENDED.value}
    return values


def problems(kind: ImportKind, values: Values, today: date) -> Problems:
    """Yield what is wrong in a row of which each cell can be read."""
    return _RULES[kind](values, today)


def _partners(values: Values, _today: date) -> Problems:
    parent, own = values.get("parent_id"), values.get("id")
    named = fold(values.get("parent_name") or "")
    if (parent and parent == own) or (named and named == fold(values.get("name", ""))):
        yield "parent_id", RowProblem.OWN_PARENT


def _people(values: Values, _today: date) -> Problems:
    if not values.get("function") and not values.get("id"):
        yield "function", RowProblem.MISSING
    told = any(values.get(name) for name in ("person_email", "person_phone", "since", "until"))
    if told and not values.get("person"):
        yield "person", RowProblem.MISSING
    yield from _ordered(values, "since", "until")


def _collaborations(values: Values, today: date) -> Problems:
    started, ended, status = (values.get(name) for name in ("started_on", "ended_on", "status"))
    if ended and status != Status.ENDED:
        yield "ended_on", RowProblem.NOT_ENDED
    if ended and date.fromisoformat(ended) > today:
        yield "ended_on", RowProblem.IN_FUTURE
    if started and status == Status.WISHED:
        yield "started_on", RowProblem.NOT_YET_STARTED
    runs = status in {Status.ACTIVE, None}
    if started and runs and date.fromisoformat(started) > today:
        yield "started_on", RowProblem.IN_FUTURE
    yield from _ordered(values, "started_on", "ended_on")


def _moments(values: Values, today: date) -> Problems:
    on = values.get("on")
    if on and date.fromisoformat(on) > today:
        yield "on", RowProblem.IN_FUTURE
    about = ("actor_ids", "collaboration_ids")
    complete = not values.get("id") or all(name in values for name in about)
    if complete and not any(values.get(name) for name in about):
        yield "actor_ids", RowProblem.NO_SUBJECT
    if values.get("evidence") == Evidence.HEARD and not values.get("heard_from"):
        yield "heard_from", RowProblem.NO_SOURCE


def _ordered(values: Values, first: str, last: str) -> Problems:
    begin, end = values.get(first), values.get(last)
    if begin and end and end < begin:
        yield last, RowProblem.BEFORE_START


_RULES: Mapping[ImportKind, Callable[[Values, date], Problems]] = MappingProxyType(
    {
        ImportKind.PARTNERS: _partners,
        ImportKind.PEOPLE: _people,
        ImportKind.COLLABORATIONS: _collaborations,
        ImportKind.MOMENTS: _moments,
    }
)
