"""What people fill in about an action or agreement."""

from collections.abc import Iterable, Sequence
from typing import Any

from wtforms import SelectField, StringField
from wtforms.validators import InputRequired, Length, ValidationError

from graph.domain.followups import (
    WHAT_LENGTH,
    FollowUp,
    FollowUpFields,
    FollowUpProblem,
    problems,
)
from graph.domain.networks import Member
from graph.domain.words import FollowUpKind
from tasks.wording import choices
from webapp.fields import DayField
from webapp.forms import required
from webapp.i18n import _
from webapp.i18n import lazy_gettext as _l
from webapp.naming import find_named
from webapp.subjects import AboutForm


class FollowUpForm(AboutForm):
    """Something to do; the form keeps what was typed until it can be saved."""

    what = StringField(
        _l("Wat moet er gebeuren?"),
        [required(_l("Vul in wat er moet gebeuren.")), Length(max=WHAT_LENGTH)],
    )
    due_on = DayField(_l("Voor wanneer?"), [InputRequired(_l("Vul in voor welke dag."))])
    kind = SelectField(_l("Soort stap"), default=FollowUpKind.OTHER.value)
    user_id = SelectField(_l("Wie doet het?"))
    owner = StringField(_l("Welke partner doet het?"), [Length(max=200)])

    def offer_owners(self, members: Iterable[Member], current: FollowUp | None) -> None:
        """Say who can do it: a member, or a partner by name; the owner of now stays possible."""
        users = {member.user_id: member.name for member in members}
        if current and not current.is_agreement:
            users.setdefault(current.owner.id, current.owner.name)
        self.kind.choices = choices(FollowUpKind)
        self.user_id.choices = [*users.items(), ("", _("een partner (dan is het een afspraak)"))]

    def validate_owner(self, field: StringField) -> None:
        """An agreement is owned by a partner of this network."""
        if self.user_id.data:
            return
        if find_named(field.data or "", self.subjects.actors, _("Partner")) is None:
            raise ValidationError(_("Vul in welke partner dit doet, of kies een van jullie."))

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401 -- as wtforms
        """Check each field, then the rules that look at several."""
        if not super().validate(extra_validators):
            return False
        found = problems(self.fields())
        if FollowUpProblem.ABOUT_NOTHING in found:
            text = _("Kies een partner of een samenwerking waar het over gaat.")
            self.partner.errors = [*self.partner.errors, text]
        if FollowUpProblem.NOTHING_TO_DO in found:
            self.what.errors = [*self.what.errors, _("Vul in wat er moet gebeuren.")]
        return not found

    def fields(self) -> FollowUpFields:
        """Return what was filled in."""
        assert self.due_on.data  # noqa: S101 -- the field is required
        return FollowUpFields(
            what=" ".join((self.what.data or "").split()),
            due_on=self.due_on.data,
            kind=FollowUpKind(self.kind.data),
            user_id=self.user_id.data or None,
            owner_actor_id=None if self.user_id.data else self._owner_id(),
            actor_ids=tuple(self.actor_ids.data or ()),
            collaboration_ids=tuple(self.collaboration_ids.data or ()),
        )

    def _owner_id(self) -> str | None:
        return find_named(self.owner.data or "", self.subjects.actors, "")


def values_of(followup: FollowUp) -> dict[str, object]:
    """Return the values that fill the form with what is saved."""
    fields = followup.fields
    return {
        "version": followup.version,
        "what": fields.what,
        "due_on": fields.due_on,
        "kind": fields.kind.value,
        "user_id": fields.user_id or "",
        "owner": followup.owner.name if followup.is_agreement else "",
        "actor_ids": list(fields.actor_ids),
        "collaboration_ids": list(fields.collaboration_ids),
    }


def asked_kind(asked: str | None, known: Sequence[str] = tuple(FollowUpKind)) -> FollowUpKind:
    """Return the kind of step named in an address; any other word is no kind of its own."""
    return FollowUpKind(asked) if asked in known else FollowUpKind.OTHER
