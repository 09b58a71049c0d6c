"""Pages about positions and who holds them."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from graph.domain.people import Holder, Position, is_last_way, made_way
from graph.domain.references import Reference
from graph.domain.words import Role
from graph.errors import NotFoundError, StaleError
from graph.repositories import actors, moments, people, positions
from tasks.access_log import Looked
from webapp.access import needs
from webapp.asked import asked_day
from webapp.clock import now, today
from webapp.context import author, current_graph, current_network
from webapp.form_ids import form_id
from webapp.i18n import _
from webapp.positions.forms import PositionForm, StartForm, StopForm, values_of
from webapp.privacy.looked import note_look
from webapp.toasts import toast

bp = Blueprint("positions", __name__, url_prefix="/netwerken/<slug>/functies")

Answer = str | Response | tuple[str, int]


@bp.get("/<position_id>")
@needs(Role.READER)
def show(slug: str, position_id: str) -> str:
    """Show one position: who holds it, who did before, and what was spoken about."""
    position = _position(position_id)
    note_look(Looked.POSITION, position_id)
    return render_template(
        "positions/show.html",
        position=position,
        moments=moments.list_for_position(
            current_graph(), network_id=current_network().id, position_id=position_id
        ),
    )


@bp.get("/nieuw")
@needs(Role.EDITOR)
def new(slug: str) -> str:
    """Ask for a new position at a partner."""
    return _new_page(PositionForm())


@bp.post("/nieuw")
@needs(Role.EDITOR)
def create(slug: str) -> Answer:
    """Make a new position at a partner."""
    form = PositionForm()
    if not form.validate():
        return _new_page(form), 422
    position_id, fields = form_id(), form.fields()
    positions.add(
        current_graph(),
        network_id=current_network().id,
        position_id=position_id,
        actor_id=request.values.get("partner", ""),
        fields=fields,
        by=author(),
        now=now(),
    )
    toast(_("%(name)s staat erbij. Vul nu in wie dit doet.", name=fields.name))
    return redirect(url_for(".start", slug=slug, position_id=position_id), 303)


@bp.get("/<position_id>/bewerken")
@needs(Role.EDITOR)
def edit(slug: str, position_id: str) -> str:
    """Ask what changed about a position."""
    position = _position(position_id)
    return _edit_page(PositionForm(data=values_of(position)), position)


@bp.post("/<position_id>/bewerken")
@needs(Role.EDITOR)
def update(slug: str, position_id: str) -> Answer:
    """Save what changed, or show both versions when somebody else saved first."""
    form = PositionForm()
    if not form.validate():
        return _edit_page(form, _position(position_id)), 422
    try:
        positions.update(
            current_graph(),
            network_id=current_network().id,
            position_id=position_id,
            version=form.version.data or 0,
            fields=form.fields(),
            by=author(),
            now=now(),
        )
    except StaleError:
        return _both_versions(form, position_id), 409
    toast(_("Bewaard."))
    return redirect(url_for(".show", slug=slug, position_id=position_id), 303)


@bp.get("/<position_id>/beginnen")
@needs(Role.EDITOR)
def start(slug: str, position_id: str) -> str:
    """Ask who starts in a position; by default they take over from who holds it."""
    position = _position(position_id)
    held = not position.is_vacant(today())
    form = StartForm(data={"since": today(), "takes_over": held, "version": position.version})
    return _start_page(form, position)


@bp.post("/<position_id>/beginnen")
@needs(Role.EDITOR)
def begin(slug: str, position_id: str) -> Answer:
    """Let somebody start, and end who they take over from, all or nothing."""
    position = _position(position_id)
    form = StartForm().about(position, _people())
    if not form.validate():
        return _start_page(form, position), 422
    try:
        _start_holding(form, position_id)
    except StaleError:
        return _start_page(form, _position(position_id), stale=True), 409
    toast(
        _(
            "%(name)s staat bij de functie %(position)s.",
            name=form.name.data or "",
            position=position.fields.name,
        )
    )
    return redirect(url_for(".show", slug=slug, position_id=position_id), 303)


@bp.get("/<position_id>/stoppen/<person_id>")
@needs(Role.EDITOR)
def stop(slug: str, position_id: str, person_id: str) -> str:
    """Ask on which day somebody stops."""
    position = _position(position_id)
    form = StopForm(data={"until": today(), "version": position.version})
    return _stop_page(form.about(position, person_id), position)


@bp.post("/<position_id>/stoppen/<person_id>")
@needs(Role.EDITOR)
def end(slug: str, position_id: str, person_id: str) -> Answer:
    """End what somebody holds; the position is vacant from the day after."""
    position = _position(position_id)
    form = StopForm().about(position, person_id)
    if not form.validate():
        return _stop_page(form, position), 422
    try:
        positions.stop_holding(
            current_graph(),
            network_id=current_network().id,
            position_id=position_id,
            version=form.version.data or 0,
            person_id=person_id,
            until=form.until.data or today(),
            by=author(),
            now=now(),
        )
    except StaleError:
        return _stop_page(form, _position(position_id), stale=True), 409
    toast(_("Bewaard. De afspraken blijven bij de functie."))
    return redirect(url_for(".show", slug=slug, position_id=position_id), 303)


@bp.post("/<position_id>/vergissing/<person_id>")
@needs(Role.EDITOR)
def take_out(slug: str, position_id: str, person_id: str) -> Response:
    """Correct that somebody never held it; who made way for them holds it again."""
    position = _position(position_id)
    holder = _holding(position, person_id)
    positions.take_out(
        current_graph(),
        network_id=current_network().id,
        position_id=position_id,
        version=request.values.get("version", position.version, type=int),
        person_id=person_id,
        by=author(),
        now=now(),
    )
    undo = url_for(
        ".put_back",
        slug=slug,
        position_id=position_id,
        person_id=person_id,
        since=holder.period.since,
        neemt_over="ja" if made_way(position, person_id) else None,
    )
    toast(_("%(name)s staat niet meer bij deze functie.", name=holder.name), undo=undo)
    return redirect(url_for(".show", slug=slug, position_id=position_id), 303)


@bp.post("/<position_id>/toch/<person_id>")
@needs(Role.EDITOR)
def put_back(slug: str, position_id: str, person_id: str) -> Response:
    """Take such a correction back."""
    positions.start_holding(
        current_graph(),
        network_id=current_network().id,
        position_id=position_id,
        version=_position(position_id).version,
        person_id=person_id,
        since=asked_day(request.args.get("since")),
        takes_over=request.args.get("neemt_over") == "ja",
        by=author(),
        now=now(),
    )
    toast(_("Staat weer zoals het was."))
    return redirect(url_for(".show", slug=slug, position_id=position_id), 303)


@bp.post("/<position_id>/archiveren")
@needs(Role.EDITOR)
def archive(slug: str, position_id: str) -> Answer:
    """Archive a position; ask first when nothing else leads to the partner."""
    position = _position(position_id)
    if "zeker" not in request.form and _is_last_way(position):
        return render_template("positions/last_way.html", position=position)
    _set_archived(position, archived=True)
    undo = url_for(".restore", slug=slug, position_id=position_id)
    toast(_("%(name)s staat nu in het archief.", name=position.fields.name), undo=undo)
    return redirect(url_for("actors.show", slug=slug, actor_id=position.actor.id), 303)


@bp.post("/<position_id>/terugzetten")
@needs(Role.EDITOR)
def restore(slug: str, position_id: str) -> Response:
    """Bring an archived position back."""
    position = _position(position_id)
    _set_archived(position, archived=False)
    toast(_("%(name)s is terug.", name=position.fields.name))
    return redirect(url_for(".show", slug=slug, position_id=position_id), 303)


def _holding(position: Position, person_id: str) -> Holder:
    """Return how somebody holds a position without a last day. Raises NotFoundError."""
    for holder in position.holders:
        if holder.person_id == person_id and not holder.period.until:
            return holder
    raise NotFoundError(f"person {person_id} in position {position.id}")


def _start_holding(form: StartForm, position_id: str) -> None:
    known = form.person_id
    positions.start_holding(
        current_graph(),
        network_id=current_network().id,
        position_id=position_id,
        version=form.version.data or 0,
        person_id=known or form_id("person"),
        new_person=None if known else form.new_person(),
        since=form.since.data or today(),
        takes_over=bool(form.takes_over.data),
        by=author(),
        now=now(),
    )


def _set_archived(position: Position, *, archived: bool) -> None:
    positions.set_archived(
        current_graph(),
        network_id=current_network().id,
        position_id=position.id,
        version=request.values.get("version", position.version, type=int),
        archived=archived,
        by=author(),
        now=now(),
    )


def _is_last_way(position: Position) -> bool:
    graph, network_id = current_graph(), current_network().id
    actor = actors.get(graph, network_id=network_id, actor_id=position.actor.id)
    there = positions.list_for_actor(graph, network_id=network_id, actor_id=actor.id)
    return is_last_way(
        position.id,
        there,
        actor_email=actor.fields.email,
        actor_phone=actor.fields.phone,
        today=today(),
    )


def _both_versions(form: PositionForm, position_id: str) -> str:
    position = _position(position_id)
    saved = PositionForm(formdata=None, data=values_of(position))
    return _edit_page(form, position, differences=form.compare(saved, version=position.version))


def _new_page(form: PositionForm) -> str:
    """Show the form for a new position. Raises NotFoundError without a partner of this network."""
    actor = actors.get(
        current_graph(),
        network_id=current_network().id,
        actor_id=request.values.get("partner", ""),
    )
    return render_template(
        "positions/form.html", form=form, actor_id=actor.id, actor_name=actor.fields.name
    )


def _edit_page(form: PositionForm, position: Position, **more: object) -> str:
    return render_template(
        "positions/form.html",
        form=form,
        position=position,
        actor_id=position.actor.id,
        actor_name=position.actor.name,
        **more,
    )


def _start_page(form: StartForm, position: Position, *, stale: bool = False) -> str:
    form.about(position, form.people or _people())
    _see(form, position, stale=stale)
    return render_template("positions/start.html", form=form, position=position, stale=stale)


def _stop_page(form: StopForm, position: Position, *, stale: bool = False) -> str:
    _see(form, position, stale=stale)
    who = [each.name for each in position.holders if each.person_id == form.person_id]
    return render_template(
        "positions/stop.html",
        form=form,
        position=position,
        who=who,
        returning=made_way(position, form.person_id),
        stale=stale,
    )


def _see(form: StartForm | StopForm, position: Position, *, stale: bool) -> None:
    """After a stale edit the form stands on what is saved now, which the page shows."""
    if stale:
        form.version.data, form.version.raw_data = position.version, None


def _people() -> list[Reference]:
    return people.names(current_graph(), network_id=current_network().id)


def _position(position_id: str) -> Position:
    return positions.get(current_graph(), network_id=current_network().id, position_id=position_id)
