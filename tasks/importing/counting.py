"""How many rows of an import go, or went, which way."""

from collections.abc import Iterable
from dataclasses import replace

from graph.domain.importing import Counts
from graph.domain.records import Deed, Outcome
from tasks.importing.kinds.basis import Staged

_WEIGHT = (Deed.UNCHANGED, Deed.EDITED, Deed.ADDED, Deed.REMOVED, Deed.LEFT)


def planned_counts(staged: Staged) -> Counts:
    """Return how many rows would go which way if nobody chose anything."""
    wrong = len({error.row for error in staged.errors})
    matched = [row for row in staged.rows if row.match]
    differing = [row for row in matched if row.differences]
    changed = sum(row.match.certain for row in differing if row.match)
    return Counts(
        rows=len(staged.rows) + wrong,
        errors=wrong,
        new=len(staged.rows) - len(matched),
        changed=changed,
        unchanged=len(matched) - len(differing),
        duplicates=len(differing) - changed,
    )


def done_counts(planned: Counts, outcomes: Iterable[Outcome]) -> Counts:
    """Return how many rows went which way; of several outcomes of a row the weightiest counts."""
    by_row: dict[int, Deed] = {}
    for outcome in sorted(outcomes, key=lambda each: _WEIGHT.index(each.deed)):
        by_row |= dict.fromkeys(outcome.rows, outcome.deed)
    deeds = list(by_row.values())
    new, changed, left = (deeds.count(deed) for deed in (Deed.ADDED, Deed.EDITED, Deed.LEFT))
    unchanged = planned.unchanged + deeds.count(Deed.UNCHANGED)
    skipped = planned.rows - planned.errors - unchanged - new - changed - left
    return replace(
        planned, new=new, changed=changed, left=left, unchanged=unchanged, skipped=skipped
    )
