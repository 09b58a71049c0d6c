"""Pages about personal data: what we keep, a dossier to hand over, and erasing somebody."""

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from graph.domain.dossiers import Dossier
from graph.domain.people import Person
from graph.domain.personal_data import About
from graph.domain.words import Role
from graph.repositories import dossiers, erasing, people
from tasks import access_log
from tasks.access_log import Looked
from tasks.erasing import ERASED_LIST, remember
from tasks.privacy import register
from webapp.access import needs, public, signed_in
from webapp.auth.session import signed_in_user
from webapp.clock import now
from webapp.context import author, current_graph, current_network, current_settings
from webapp.i18n import _
from webapp.privacy.looked import note_look
from webapp.privacy.packing import packed
from webapp.privacy.places import shown_places
from webapp.toasts import toast

bp = Blueprint("privacy", __name__)

_MOST_SPELLINGS = 10
_SHORTEST_SPELLING = 3


@bp.get("/privacy")
@public
def show() -> str:
    """Tell everybody what we keep of people, why and how long."""
    return render_template(
        "privacy/show.html",
        parts=[
            (_("Werk je bij een partner?"), register(About.CONTACT)),
            (_("Heb je hier een account?"), register(About.USER)),
        ],
    )


@bp.get("/account/gegevens")
@signed_in
def download_mine() -> Response:
    """Give all that is kept of my account, as a file."""
    user = signed_in_user()
    found = dossiers.of_account(current_graph(), user_id=user.id)
    looked = access_log.read(current_settings().data_dir, user_id=user.id)
    note_look(Looked.DOSSIER, user.id)
    return packed(found, looked=list(looked), name="mijn-gegevens")


@bp.get("/netwerken/<slug>/contactpersonen/<person_id>/gegevens")
@needs(Role.REGISSEUR)
def download_person(slug: str, person_id: str) -> Response:
    """Give all that is kept of a contact person, as a file to hand over."""
    found = _dossier(person_id)
    looked = access_log.read(current_settings().data_dir, subject_id=person_id)
    note_look(Looked.DOSSIER, person_id)
    return packed(found, looked=list(looked), name="gegevens")


@bp.get("/netwerken/<slug>/contactpersonen/<person_id>/wissen")
@needs(Role.REGISSEUR)
def ask_erase(slug: str, person_id: str) -> str:
    """Show where a name stands, before it is erased everywhere."""
    person, also = _person(person_id), _spellings()
    found = erasing.places(
        current_graph(), network_id=current_network().id, person_id=person_id, also=also
    )
    return render_template(
        "privacy/erase.html", person=person, places=shown_places(found, slug), also=also
    )


@bp.post("/netwerken/<slug>/contactpersonen/<person_id>/wissen")
@needs(Role.REGISSEUR)
def erase(slug: str, person_id: str) -> AnyResponse:
    """Erase a contact person, but for the texts that may stay."""
    person = _person(person_id)
    keep = sorted(set(request.form.getlist("plek")) - set(request.form.getlist("wis")))
    key = {"network_id": current_network().id, "person_id": person_id}
    remember(current_settings().data_dir / ERASED_LIST, **key, keep=keep, now=now())
    erasing.erase(
        current_graph(),
        **key,
        version=request.form.get("version", person.version, type=int),
        by=author(),
        now=now(),
        also=_spellings(),
        keep=keep,
    )
    toast(_("De contactpersoon is gewist. Dit kun je niet terugdraaien."))
    return redirect(url_for("people.index", slug=slug), 303)


def _person(person_id: str) -> Person:
    return people.get(current_graph(), network_id=current_network().id, person_id=person_id)


def _dossier(person_id: str) -> Dossier:
    return dossiers.of_person(
        current_graph(), network_id=current_network().id, person_id=person_id, also=_spellings()
    )


def _spellings() -> list[str]:
    """Return the other ways to write the name that were filled in, one in each line."""
    lines = request.values.get("ook", "")[:1000].splitlines()
    return [name for line in lines if len(name := " ".join(line.split())) >= _SHORTEST_SPELLING][
        :_MOST_SPELLINGS
    ]
