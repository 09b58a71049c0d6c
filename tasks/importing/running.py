"""The work on an import: check its rows, bring them in, take them back.

Each goes part by part. A part is marked as done in the transaction that does it, so whoever takes
the work up again goes on where it was, and nothing is done twice.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from graph.database import Graph, Runner
from graph.domain.calendar import local_day
from graph.domain.importing import (
    PART_ROWS,
    Counts,
    Import,
    ImportPart,
    ImportState,
    PartState,
)
from graph.domain.records import Outcome, Record
from graph.repositories import import_work, records
from tasks.importing.counting import done_counts, planned_counts
from tasks.importing.kinds import KINDS
from tasks.importing.kinds.basis import Staged
from tasks.importing.sheets import Sheet
from tasks.importing.staging import read_parts, read_sheet, stage

Clock = Callable[[], datetime]

_PART_SECONDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """An import in the hands of one worker. All of it raises LostClaimError."""

    graph: Graph
    network_id: str
    job: Import
    clock: Clock

    def do(self) -> None:
        """Do what the import waits for, to the end."""
        match self.job.state:
            case ImportState.CHECKING:
                counts = self._check()
            case ImportState.RUNNING:
                counts = self._run()
            case _:
                counts = self._undo()
        now = self.clock()
        import_work.finish(
            self.graph, network_id=self.network_id, job=self.job, counts=counts, now=now
        )

    def _check(self) -> Counts:
        """Check all rows against the network as it is, and keep what was found."""
        sheet = read_sheet(self.graph, network_id=self.network_id, job=self.job)
        staged = stage(
            self.graph,
            network_id=self.network_id,
            kind=self.job.kind,
            sheet=sheet,
            mapping=self.job.mapping,
            today=local_day(self.clock()),
        )
        for position in range(self.job.parts):
            self._keep(position, sheet, staged)
        return planned_counts(staged)

    def _keep(self, position: int, sheet: Sheet, staged: Staged) -> None:
        """Keep a part: good rows in the order of the work, errors where they were uploaded."""
        here = slice(position * PART_ROWS, (position + 1) * PART_ROWS)
        uploaded = {row.number for row in sheet.rows[here]}

        def work(tx: Runner) -> None:
            now = self._hold(tx, done=position + 1)
            import_work.keep_checked(
                tx,
                network_id=self.network_id,
                import_id=self.job.id,
                position=position,
                rows=staged.rows[here],
                errors=[error for error in staged.errors if error.row in uploaded],
                now=now,
            )

        self.graph.transact(work, timeout=_PART_SECONDS)

    def _run(self) -> Counts:
        """Bring in the parts that are still staged."""
        parts = self._parts()
        making = self._records(parts)
        for part in parts:
            if part.state is PartState.STAGED:
                self._do_part(part, making[part.position], done=part.position + 1)
        outcomes = (each for part in self._parts() for each in part.outcomes)
        return done_counts(self.job.counts, outcomes)

    def _undo(self) -> Counts:
        """Take back the parts that were written, the last one first."""
        for part in reversed(self._parts()):
            if part.state is PartState.WRITTEN:
                self._do_part(part, (), done=self.job.parts - part.position)
        return self.job.counts

    def _do_part(self, part: ImportPart, making: Sequence[Record], *, done: int) -> None:
        """Write a part that is staged, or take back one that is written, and mark it."""

        def work(tx: Runner) -> None:
            now = self._hold(tx, done=done)
            import_work.keep_outcomes(
                tx,
                network_id=self.network_id,
                import_id=self.job.id,
                part=part,
                outcomes=self._outcomes(tx, part, making, now),
                now=now,
            )

        self.graph.transact(work, timeout=_PART_SECONDS)

    def _outcomes(
        self, tx: Runner, part: ImportPart, making: Sequence[Record], now: datetime
    ) -> list[Outcome]:
        if part.state is PartState.STAGED:
            return records.write(
                tx,
                network_id=self.network_id,
                records=making,
                operation_id=self.job.id,
                by=self.job.by,
                now=now,
            )
        return records.take_back(
            tx,
            network_id=self.network_id,
            outcomes=part.outcomes,
            operation_id=self.job.id,
            by=self.job.by,
            now=now,
        )

    def _hold(self, tx: Runner, *, done: int) -> datetime:
        """Keep the claim, with how many parts are done when this transaction is."""
        now = self.clock()
        import_work.hold(tx, network_id=self.network_id, job=self.job, now=now, parts_done=done)
        return now

    def _records(self, parts: Sequence[ImportPart]) -> list[list[Record]]:
        """Return the records of each part; the same ones each time, whatever is done of them."""
        rows = [row for part in parts for row in part.rows]
        at = {row.number: part.position for part in parts for row in part.rows}
        found: list[list[Record]] = [[] for _ in parts]
        today = local_day(self.clock())
        for number, record in KINDS[self.job.kind].records(rows, self.job.usual, today):
            found[at[number]].append(record)
        return found

    def _parts(self) -> list[ImportPart]:
        return read_parts(self.graph, network_id=self.network_id, job=self.job)
