"""One plain sentence for each line and for a comparison."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from graph.domain.history import Comparison
from graph.domain.snapshots import SnapshotMeasures
from webapp.i18n import _, language, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure that is followed through the weeks: what it is called, and how it is read."""

    key: str
    name: str
    value: Callable[[SnapshotMeasures], int | None]


def collaboration_figures() -> list[Figure]:
    """Return what tells of working together."""
    return [
        Figure(key="levendig", name=_("Levendige samenwerkingen"), value=lambda m: m.lively),
        Figure(key="lopend", name=_("Lopende samenwerkingen"), value=lambda m: m.active),
        Figure(key="koud", name=_("Samenwerkingen die afkoelen"), value=lambda m: m.cold),
        Figure(key="banden", name=_("Banden tussen partners"), value=lambda m: m.m),
        Figure(key="alleen", name=_("Partners zonder band"), value=lambda m: m.isolates),
    ]


def register_figures() -> list[Figure]:
    """Return what tells of keeping the register, which is not the same as working together."""
    return [
        Figure(key="partners", name=_("Partners in het register"), value=lambda m: m.n),
        Figure(key="vastgelegd", name=_("Vastgelegde samenwerkingen"), value=lambda m: m.recorded),
        Figure(key="momenten", name=_("Contactmomenten per week"), value=lambda m: m.moments),
    ]


def line_sentence(values: Sequence[int], since: date) -> str:
    """Return "Van 12 naar 15 sinds 1 september 2026.", or that it is the first, or the same."""
    first, last = values[0], values[-1]
    if len(values) == 1:
        return _("Eerste meting: %(first)s op %(day)s.", first=first, day=day_in_words(since))
    if first == last:
        return _("Net zoveel als op %(day)s: %(last)s.", day=day_in_words(since), last=last)
    return _(
        "Van %(first)s naar %(last)s sinds %(day)s.",
        first=first,
        last=last,
        day=day_in_words(since),
    )


def comparison_line(found: Comparison, since: date) -> str:
    """Return what a comparison comes down to."""
    told = ", ".join(_told(found)) or _("niets veranderd dat we kunnen zien")
    return _("Sinds %(day)s: %(told)s.", day=day_in_words(since), told=told)


def day_in_words(on: date) -> str:
    """Return "1 september 2026"."""
    return format_date(on, "d MMMM y", locale=language())


def _told(found: Comparison) -> Iterator[str]:
    if count := len(found.began):
        yield ngettext("%(num)s samenwerking begonnen", "%(num)s samenwerkingen begonnen", count)
    if count := len(found.stopped):
        yield ngettext(
            "%(num)s samenwerking stopte of pauzeerde",
            "%(num)s samenwerkingen stopten of pauzeerden",
            count,
        )
    if count := len(found.lit):
        yield ngettext("%(num)s levendig geworden", "%(num)s levendig geworden", count)
    if count := len(found.dimmed):
        yield ngettext("%(num)s niet meer levendig", "%(num)s niet meer levendig", count)
    if count := len(found.warmed):
        yield ngettext("%(num)s warmde op", "%(num)s warmden op", count)
    if count := len(found.cooled):
        yield ngettext("%(num)s koelde af", "%(num)s koelden af", count)
