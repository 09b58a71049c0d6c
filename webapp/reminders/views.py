"""Answer a reminder from the mail, without signing in: hear of it later, or say you had contact.

Programs open links by themselves, so opening one changes nothing.
"""

from dataclasses import dataclass
from hashlib import sha256

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from graph.domain.changes import Author
from graph.domain.moments import MomentFields
from graph.domain.networks import MemberNetwork
from graph.domain.references import Reference, of_kind
from graph.domain.reminders import CONTACT_ENDS, ReminderKind
from graph.domain.repeats import Delay, put_off
from graph.domain.users import User
from graph.domain.words import Channel, Role
from graph.repositories import actors, collaborations, followups, moments, reminders, users
from tasks import answers
from tasks.answers import Act, Answer
from webapp.access import public
from webapp.clock import now, today
from webapp.context import current_graph, current_settings
from webapp.reminders.forms import ContactForm, SnoozeForm

bp = Blueprint("reminders", __name__, url_prefix="/mail")


@bp.get("/later/<later_token>")
@public
def ask_later(later_token: str) -> str:
    """Ask when somebody wants to hear of this again."""
    return _page(
        "reminders/later.html", later_token, SnoozeForm(), _asked(later_token, Act.SNOOZE)
    )


@bp.post("/later/<later_token>")
@public
def later(later_token: str) -> ResponseReturnValue:
    """Keep a reminder away for a while; what it is about keeps its own day."""
    asked, form = _asked(later_token, Act.SNOOZE), SnoozeForm()
    if not form.validate():
        return _page("reminders/later.html", later_token, form, asked), 422
    until = put_off(today(), Delay(form.delay.data), today=today())
    reminders.snooze(
        current_graph(),
        network_id=asked.network.id,
        user_id=asked.user.id,
        about=asked.answer.about,
        until=until,
        now=now(),
    )
    return render_template("reminders/later.html", asked=asked, until=until)


@bp.get("/contact/<contact_token>")
@public
def ask_contact(contact_token: str) -> str:
    """Ask when there was contact."""
    asked, form = _asked(contact_token, Act.CONTACT), ContactForm(data={"on": today()})
    return _page("reminders/contact.html", contact_token, form, asked)


@bp.post("/contact/<contact_token>")
@public
def contact(contact_token: str) -> ResponseReturnValue:
    """Log that there was contact; sending it twice logs one moment."""
    asked, form = _asked(contact_token, Act.CONTACT), ContactForm()
    if not form.validate():
        return _page("reminders/contact.html", contact_token, form, asked), 422
    fields = MomentFields(
        on=form.on.data or today(),
        channel=Channel(form.channel.data),
        actor_ids=of_kind(asked.things, "Actor"),
        collaboration_ids=of_kind(asked.things, "Collaboration"),
    )
    moments.log(
        current_graph(),
        network_id=asked.network.id,
        moment_id=f"mail-{sha256(contact_token.encode()).hexdigest()[:32]}",
        fields=fields,
        by=Author(id=asked.user.id, name=asked.user.name),
        now=now(),
    )
    return render_template("reminders/contact.html", asked=asked, on=fields.on)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """Who holds a link, and what it is about."""

    answer: Answer
    user: User
    network: MemberNetwork
    things: tuple[Reference, ...]


def _page(template: str, token: str, form: SnoozeForm | ContactForm, asked: _Asked) -> str:
    return render_template(template, token=token, form=form, asked=asked)


def _asked(token: str, act: Act) -> _Asked:
    """Return what a link is about; who may not do it any more gets a page that is not there."""
    answer = answers.read(token, act, secret_key=current_settings().secret_key)
    if answer is None:
        abort(404)
    user = users.get(current_graph(), user_id=answer.user_id)
    network = next((each for each in user.memberships if each.id == answer.network_id), None)
    kind, _, id = answer.about.partition("-")
    if network is None or (act is Act.CONTACT and not _may_log(network, ReminderKind(kind))):
        abort(404)
    things = _things(network.id, ReminderKind(kind), id)
    return _Asked(answer=answer, user=user, network=network, things=things)


def _may_log(network: MemberNetwork, kind: ReminderKind) -> bool:
    return network.role.may_act_as(Role.EDITOR) and kind in CONTACT_ENDS


def _things(network_id: str, kind: ReminderKind, id: str) -> tuple[Reference, ...]:
    """Return the partners and collaborations that a reminder is about. Raises NotFoundError."""
    graph = current_graph()
    match kind:
        case ReminderKind.ACTION | ReminderKind.AGREEMENT:
            return followups.get(graph, network_id=network_id, followup_id=id).about
        case ReminderKind.UNVERIFIED:
            actor = actors.get(graph, network_id=network_id, actor_id=id)
            return (Reference(id=id, name=actor.fields.name, kind="Actor"),)
        case _:
            found = collaborations.get(graph, network_id=network_id, collaboration_id=id)
            return (Reference(id=id, name=found.fields.name, kind="Collaboration"),)
