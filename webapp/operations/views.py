"""Pages about operations: what one did, and the button that takes it back."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from graph.domain.merges import Merged
from graph.domain.operations import Operation, Undone, UndoProblem, UndoRefusedError
from graph.domain.references import Reference
from graph.domain.words import OperationKind, Role
from graph.errors import NotFoundError
from graph.repositories import operations
from webapp.access import needs
from webapp.changes.lines import links_to
from webapp.changes.reading import read_entries
from webapp.clock import now, today
from webapp.context import author, current_graph, current_network
from webapp.i18n import _, ngettext
from webapp.operations.undoing import CHANGED_SINCE, UNDO
from webapp.paging import Paging, page_number
from webapp.toasts import toast

bp = Blueprint("operations", __name__, url_prefix="/netwerken/<slug>/bewerkingen")

_PAGE_SIZE = 50


@bp.get("/<operation_id>")
@needs(Role.EDITOR)
def show(slug: str, operation_id: str) -> str:
    """Tell what one act did to many things."""
    graph, network_id, number = current_graph(), current_network().id, page_number()
    operation = operations.get(graph, network_id=network_id, operation_id=operation_id)
    parts = operations.changes_of(
        graph,
        network_id=network_id,
        operation_id=operation_id,
        skip=(number - 1) * _PAGE_SIZE,
        limit=_PAGE_SIZE,
    )
    return render_template(
        "operations/show.html",
        operation=operation,
        entries=read_entries(parts),
        paging=Paging(total=operation.changes, number=number, size=_PAGE_SIZE),
        **_standing(operation),
    )


@bp.post("/<operation_id>/ongedaan")
@needs(Role.EDITOR)
def undo(slug: str, operation_id: str) -> Response:
    """Take back what one act did; what somebody edited since stays, and is told."""
    graph, network_id = current_graph(), current_network().id
    operation = operations.get(graph, network_id=network_id, operation_id=operation_id)
    if operation.kind not in UNDO:
        raise NotFoundError(f"a way to undo {operation.kind}")
    try:
        undone = UNDO[operation.kind](
            graph, network_id=network_id, operation_id=operation_id, by=author(), now=now()
        )
    except UndoRefusedError as refused:
        toast(_words(refused.problem))
    else:
        toast(_told(undone))
    return redirect(url_for(".show", slug=slug, operation_id=operation_id), 303)


def _standing(operation: Operation) -> dict[str, object]:
    """Return whether an operation can be undone, and else why not."""
    problem, changed = operation.undo_problem(today()), ()
    if problem is None and (look := CHANGED_SINCE.get(operation.kind)):
        network_id = current_network().id
        changed = look(current_graph(), network_id=network_id, operation_id=operation.id)
        problem = UndoProblem.EDITED if changed else None
    return {
        "problem": _words(problem),
        "changed": links_to(changed, current_network().slug),
        "can_undo": operation.kind in UNDO and problem is None,
        "as_a_whole": operation.kind in CHANGED_SINCE,
        "came_along": links_to(_came_along(operation), current_network().slug),
    }


def _came_along(operation: Operation) -> tuple[Reference, ...]:
    is_merge = operation.kind is OperationKind.MERGE
    return Merged.read(operation.detail).came_along() if is_merge else ()


def _told(undone: Undone) -> str:
    done = ngettext(
        "%(num)s ding staat weer zoals het was.",
        "%(num)s dingen staan weer zoals ze waren.",
        undone.count,
    )
    if not undone.left:
        return done
    names = ", ".join(undone.left[:3])
    left = ngettext(
        "%(num)s wijzigde daarna nog en bleef staan: %(names)s.",
        "%(num)s wijzigden daarna nog en bleven staan, zoals %(names)s.",
        len(undone.left),
        names=names,
    )
    return f"{done} {left}"


def _words(problem: UndoProblem | None) -> str:
    words = {
        None: "",
        UndoProblem.UNDONE: _("Dit is al ongedaan gemaakt."),
        UndoProblem.TOO_LATE: _(
            "Dit is langer dan 30 dagen geleden. Herstel het met de hand op de pagina's zelf."
        ),
        UndoProblem.EDITED: _(
            "Iets hiervan is daarna gewijzigd. Herstel het met de hand op de pagina's zelf."
        ),
    }
    return words[problem]
