"""Imports and their parts as they are stored: rows as JSON in one property of a part."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from graph.database import Row
from graph.domain.changes import Author
from graph.domain.importing import (
    Candidate,
    Choice,
    Counts,
    Import,
    ImportPart,
    ImportReason,
    ImportState,
    PartState,
    PartSummary,
    StagedRow,
)
from graph.domain.imports import ImportKind, RowError, RowProblem
from graph.domain.records import Deed, LeftReason, Outcome, RecordKind


def dumps(value: object) -> str:
    """Return JSON; equal values give equal text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def loads(text: str | None) -> Any:  # noqa: ANN401 -- what was put in it
    """Return what JSON says; None when there is none."""
    return None if text is None else json.loads(text)


def uploaded(cells: Iterable[tuple[int, Sequence[str]]]) -> Row:
    """Return the properties that keep the cells of a part: the number of a row and its texts."""
    kept = [[number, list(texts)] for number, texts in cells]
    return {"state": PartState.STAGED, "cells": dumps(kept) if kept else None}


def checked(rows: Sequence[StagedRow]) -> Row:
    """Return the properties that keep the good rows of a part."""
    return {
        "rows": dumps([asdict(row) for row in rows]),
        "open_rows": sum(row.is_open for row in rows),
    }


def refused(errors: Sequence[RowError]) -> Row:
    """Return the properties that keep what is wrong in a part."""
    return {
        "errors": dumps([asdict(error) for error in errors]),
        "wrong_rows": len({error.row for error in errors}),
    }


def done(outcomes: Sequence[Outcome]) -> Row:
    """Return the properties that keep what became of a part."""
    return {"outcomes": dumps([asdict(outcome) for outcome in outcomes]), "open_rows": 0}


def to_import(row: Row) -> Import:
    """Return the import in a row."""
    known: Row = row | {
        "kind": ImportKind(row["kind"]),
        "state": ImportState(row["state"]),
        "headers": tuple(loads(row["headers"])),
        "samples": tuple(tuple(texts) for texts in loads(row["samples"]) or ()),
        "mapping": loads(row["mapping"]) or {},
        "usual": Choice(row["usual"]),
        "by": Author(id=row["by_id"], name=row["by_name"]),
        "counts": Counts(**loads(row["counts"] or "{}")),
        "reason": ImportReason(row["reason"]) if row["reason"] else None,
    }
    del known["by_id"], known["by_name"]
    return Import(**known)


def to_summary(row: Row) -> PartSummary:
    """Return how far a part is."""
    return PartSummary(
        position=row["position"],
        state=PartState(row["state"]),
        open_rows=row["open_rows"] or 0,
        wrong_rows=row["wrong_rows"] or 0,
    )


def to_part(row: Row) -> ImportPart:
    """Return what a part holds."""
    return ImportPart(
        position=row["position"],
        state=PartState(row["state"]),
        cells=tuple((number, tuple(texts)) for number, texts in loads(row["cells"]) or ()),
        rows=tuple(_staged(each) for each in loads(row["rows"]) or ()),
        errors=tuple(_error(each) for each in loads(row["errors"]) or ()),
        outcomes=tuple(_outcome(each) for each in loads(row["outcomes"]) or ()),
    )


def _staged(each: Row) -> StagedRow:
    known: Row = each | {
        "match": _candidate(each["match"]) if each["match"] else None,
        "choice": Choice(each["choice"]) if each["choice"] else None,
        "take": tuple(each["take"]),
    }
    return StagedRow(**known)


def _candidate(each: Row) -> Candidate:
    known: Row = each | {"reasons": tuple(each["reasons"])}
    return Candidate(**known)


def _error(each: Row) -> RowError:
    known: Row = each | {"problem": RowProblem(each["problem"])}
    return RowError(**known)


def _outcome(each: Row) -> Outcome:
    known: Row = each | {
        "kind": RecordKind(each["kind"]),
        "deed": Deed(each["deed"]),
        "rows": tuple(each["rows"]),
        "reason": LeftReason(each["reason"]) if each["reason"] else None,
    }
    return Outcome(**known)
