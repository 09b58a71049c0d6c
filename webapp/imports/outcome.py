"""What became of an import: what is left as it was, and whether it can be taken back."""

from dataclasses import dataclass
from datetime import date

from graph.domain.importing import Import, ImportState
from graph.domain.operations import Operation
from graph.domain.records import Deed, Outcome, RecordKind
from graph.errors import NotFoundError
from graph.repositories import operations
from tasks.importing.staging import read_parts
from webapp.clock import today
from webapp.context import current_graph, current_network

_SHOWN = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOutcome:
    """How an import ended. ``left`` is what stayed as it was, at most a hundred things."""

    left: list[Outcome]
    left_count: int
    removed: int
    restored: int
    has_errors: bool
    operation: Operation | None
    undo_until: date | None


def read_outcome(job: Import) -> ImportOutcome:
    """Read what became of an import that is not on its way any more."""
    network_id = current_network().id
    parts = read_parts(current_graph(), network_id=network_id, job=job) if job.parts_until else []
    done = [each for part in parts for each in part.outcomes if each.kind is not RecordKind.PERSON]
    left = [each for each in done if each.deed is Deed.LEFT]
    operation = _operation(job)
    can_undo = (
        operation is not None
        and job.state is ImportState.DONE
        and operation.undo_problem(today()) is None
    )
    return ImportOutcome(
        left=left[:_SHOWN],
        left_count=len(left),
        removed=sum(each.deed is Deed.REMOVED for each in done),
        restored=sum(each.deed is Deed.EDITED for each in done),
        has_errors=any(part.errors for part in parts),
        operation=operation,
        undo_until=operation.undo_until if operation and can_undo else None,
    )


def _operation(job: Import) -> Operation | None:
    try:
        return operations.get(
            current_graph(), network_id=current_network().id, operation_id=job.id
        )
    except NotFoundError:
        return None  # nothing was ever brought in
