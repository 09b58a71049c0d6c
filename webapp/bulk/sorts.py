"""The two lists of which many things can be changed at once."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import request

from graph.domain.bulk import MOST
from graph.domain.records import RecordKind
from graph.repositories import actors, collaborations
from webapp.actors.filters import read_filter as read_actor_filter
from webapp.bulk.forms import ActorBulkForm, CollaborationBulkForm
from webapp.clock import today
from webapp.collaborations.filters import read_filter as read_collaboration_filter
from webapp.context import current_graph, current_network
from webapp.i18n import _, ngettext

AnyForm = ActorBulkForm | CollaborationBulkForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is about to be changed: ``ids`` of ``total`` things, ticked or all of a filter."""

    ids: list[str]
    total: int
    ticked: bool
    in_archive: bool

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing to change."""
        return self.total == 0

    @property
    def is_too_much(self) -> bool:
        """Return whether it is more than is changed at once."""
        return self.total > MOST

    @property
    def is_fit(self) -> bool:
        """Return whether it can be changed."""
        return not self.is_empty and not self.is_too_much


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """One of the lists: what it is of, its form, its addresses and its words."""

    kind: RecordKind
    form: type[AnyForm]
    name: str
    select: Callable[[], Selection]
    count: Callable[[int], str]
    title: Callable[[], str]

    @property
    def list(self) -> str:
        """The endpoint of the list."""
        return f"{self.name}.index"

    def step(self, step: str) -> str:
        """Return the endpoint of a step: choose, preview or apply."""
        return f"bulk.{step}_{self.name}"


def _selection(found: Callable[[], tuple[list[str], int]], *, in_archive: bool) -> Selection:
    """Return what the address asks for; the filter is only asked when nothing is ticked."""
    ticked = "kies" in request.args
    picked = list(dict.fromkeys(request.args.getlist("id")))[:MOST]
    ids, total = (picked, len(picked)) if ticked else found()
    return Selection(ids=ids, total=total, ticked=ticked, in_archive=in_archive)


def _select_actors() -> Selection:
    chosen = read_actor_filter(request.args)

    def found() -> tuple[list[str], int]:
        page = actors.find(
            current_graph(), network_id=current_network().id, chosen=chosen, limit=MOST
        )
        return [each.id for each in page.items], page.total

    return _selection(found, in_archive=chosen.archived)


def _select_collaborations() -> Selection:
    chosen = read_collaboration_filter(request.args)

    def found() -> tuple[list[str], int]:
        page = collaborations.find(
            current_graph(),
            network_id=current_network().id,
            chosen=chosen,
            today=today(),
            limit=MOST,
        )
        return [each.id for each in page.items], page.total

    return _selection(found, in_archive=chosen.archived)


PARTNERS = Sort(
    kind=RecordKind.ACTOR,
    form=ActorBulkForm,
    name="actors",
    select=_select_actors,
    count=lambda num: ngettext("%(num)s partner", "%(num)s partners", num),
    title=lambda: _("Partners samen gewijzigd"),
)

COLLABORATIONS = Sort(
    kind=RecordKind.COLLABORATION,
    form=CollaborationBulkForm,
    name="collaborations",
    select=_select_collaborations,
    count=lambda num: ngettext("%(num)s samenwerking", "%(num)s samenwerkingen", num),
    title=lambda: _("Samenwerkingen samen gewijzigd"),
)
