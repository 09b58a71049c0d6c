"""What a bulk edit would do, as people read it before they say yes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.domain.bulk import Proposal, Standstill
from graph.domain.records import RecordKind
from webapp.changes.fields import Difference, differences
from webapp.changes.reading import read_names
from webapp.i18n import ngettext

_SHOWN = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing with what changes of it."""

    id: str
    name: str
    differences: list[Difference]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """How many things change, the first of them, and why the others stay as they are."""

    changing: int
    rows: list[Row]
    left: list[str]


def preview_of(kind: RecordKind, proposals: Sequence[Proposal]) -> Preview:
    """Return what people see of what an edit would do."""
    changing = [each for each in proposals if each.left is None]
    shown = changing[:_SHOWN]
    names = read_names(fields for each in shown for fields in (each.before, each.after))
    return Preview(
        changing=len(changing),
        rows=[
            Row(
                id=each.seen.id,
                name=each.seen.name,
                differences=differences(kind, each.before, each.after, names),
            )
            for each in shown
        ],
        left=reasons(proposals),
    )


def reasons(proposals: Iterable[Proposal]) -> list[str]:
    """Return in a sentence for each reason how many things stay as they are."""
    counted = Counter(each.left for each in proposals if each.left)
    return [_words(reason, counted[reason]) for reason in Standstill if counted[reason]]


def _words(reason: Standstill, num: int) -> str:
    one, many = {
        Standstill.SAME: ("%(num)s is al zo.", "%(num)s zijn al zo."),
        Standstill.ARCHIVED: (
            "%(num)s staat in het archief en blijft zo.",
            "%(num)s staan in het archief en blijven zo.",
        ),
        Standstill.CHANGED: (
            "%(num)s wijzigde iemand intussen. Die blijft zo.",
            "%(num)s wijzigde iemand intussen. Die blijven zo.",
        ),
        Standstill.CLOSED: (
            "%(num)s is beëindigd en krijgt geen andere status.",
            "%(num)s zijn beëindigd en krijgen geen andere status.",
        ),
        Standstill.TOO_EARLY: (
            "%(num)s kreeg na die dag al een andere status.",
            "%(num)s kregen na die dag al een andere status.",
        ),
        Standstill.IN_FUTURE: (
            "%(num)s blijft zo: die dag ligt in de toekomst.",
            "%(num)s blijven zo: die dag ligt in de toekomst.",
        ),
    }[reason]
    return ngettext(one, many, num)
