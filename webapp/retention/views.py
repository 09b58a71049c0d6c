"""Pages about how long records are kept."""

from flask import Blueprint, abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from graph.domain.retention import DueRecord, Kept, Term
from graph.domain.words import Role
from graph.errors import StaleError
from graph.repositories import retention
from tasks.privacy import kept_words
from webapp.access import needs
from webapp.changes.lines import nouns
from webapp.clock import now, today
from webapp.context import author, current_graph, current_network
from webapp.i18n import _
from webapp.paging import Paging, page_number
from webapp.retention.forms import TermForm, values_of
from webapp.toasts import toast

bp = Blueprint("retention", __name__, url_prefix="/netwerken/<slug>/bewaartermijnen")

_COUNTED = 500
"""So many of a label are counted and listed; the oldest go first."""

_PAGE_SIZE = 50

Answer = str | Response | tuple[str, int]


@bp.get("")
@needs(Role.REGISSEUR)
def index(slug: str) -> str:
    """Show what was decided for each kind of record, and what is about to go."""
    terms = _terms()
    return render_template(
        "retention/index.html",
        terms=terms,
        due={term.kind: _due(term) for term in terms},
        most=_COUNTED,
    )


@bp.get("/<kept>")
@needs(Role.REGISSEUR)
def show(slug: str, kept: str) -> str:
    """Show the term of one kind of record, and which of them will go on which day."""
    term = _term(kept)
    return _page(TermForm(data=values_of(term)), term)


@bp.post("/<kept>")
@needs(Role.REGISSEUR)
def decide(slug: str, kept: str) -> Answer:
    """Save what was decided; what is due by it goes in a month and not today."""
    term, form = _term(kept), TermForm()
    form.hold_to(term.kind)
    if not form.validate():
        return _page(form, term), 422
    try:
        retention.decide(
            current_graph(),
            network_id=current_network().id,
            kind=term.kind,
            version=form.version.data or 0,
            fields=form.fields(),
            by=author(),
            now=now(),
        )
    except StaleError:
        term = _term(kept)
        saved = TermForm(formdata=None, data=values_of(term))
        differences = form.compare(saved, version=term.version)
        return _page(form, term, differences=differences), 409
    toast(_("Bewaard. Wat hierdoor weg moet, gaat pas over 30 dagen."))
    return redirect(url_for(".index", slug=slug), 303)


def _page(form: TermForm, term: Term, **more: object) -> str:
    due, number = _due(term), page_number()
    return render_template(
        "retention/show.html",
        form=form,
        term=term,
        shown=due[(number - 1) * _PAGE_SIZE : number * _PAGE_SIZE],
        paging=Paging(total=len(due), number=number, size=_PAGE_SIZE),
        nouns=nouns(),
        kept=kept_words(term.kind),
        most=_COUNTED,
        **more,
    )


def _term(kind: str) -> Term:
    if kind not in set(Kept):
        abort(404)
    return next(term for term in _terms() if term.kind == kind)


def _terms() -> list[Term]:
    return retention.list_terms(current_graph(), network_id=current_network().id)


def _due(term: Term) -> list[DueRecord]:
    return retention.list_due(
        current_graph(),
        network_id=current_network().id,
        term=term,
        today=today(),
        limit=_COUNTED,
    )
