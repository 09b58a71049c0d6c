"""What people fill in about an action or agreement."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from wtforms import RadioField, SelectField, StringField
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from graph.domain.followups import (
    WHAT_LENGTH,
    FollowUp,
    FollowUpFields,
    FollowUpProblem,
    problems,
)
from graph.domain.networks import Member
from graph.domain.repeats import Delay, Every, Repeat, put_off
from graph.domain.words import FollowUpKind
from tasks.wording import choices
from webapp.fields import DayField
from webapp.forms import VersionedForm, required
from webapp.free_text import FreeLineField
from webapp.i18n import _
from webapp.i18n import lazy_gettext as _l
from webapp.naming import find_named
from webapp.subjects import AboutForm

_A_DAY = "day"


class FollowUpForm(AboutForm):
    """Something to do; the form keeps what was typed until it can be saved."""

    leading = ("what", "due_on", "repeat", "repeat_until", "user_id", "owner")

    what = FreeLineField(
        _l("Wat moet er gebeuren?"),
        [required(_l("Vul in wat er moet gebeuren.")), Length(max=WHAT_LENGTH)],
    )
    due_on = DayField(_l("Voor wanneer?"), [InputRequired(_l("Vul in voor welke dag."))])
    repeat = SelectField(_l("Komt dit terug?"), default="")
    repeat_until = DayField(_l("Tot en met welke dag? (mag leeg)"), [Optional()])
    kind = SelectField(_l("Soort stap"), default=FollowUpKind.OTHER.value)
    user_id = SelectField(_l("Wie doet het?"))
    owner = StringField(_l("Welke partner doet het?"), [Length(max=200)])

    saved: FollowUp | None = None

    def offer_owners(self, members: Iterable[Member], current: FollowUp | None) -> None:
        """Say who can do it: a member, or a partner by name; the owner of now stays possible."""
        users = {member.user_id: member.name for member in members}
        if current and not current.is_agreement:
            users.setdefault(current.owner.id, current.owner.name)
        self.saved = current
        self.kind.choices = choices(FollowUpKind)
        self.repeat.choices = [("", _("nee, één keer")), *choices(Every)]
        self.user_id.choices = [*users.items(), ("", _("een partner (dan is het een afspraak)"))]

    def validate_repeat_until(self, field: DayField) -> None:
        """The last turn is not before the first."""
        if field.data and self.due_on.data and field.data < self.due_on.data:
            raise ValidationError(_("Deze dag ligt voor de eerste keer. Kies een latere dag."))

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
            repeat=self._rule(self.due_on.data),
            user_id=self.user_id.data or None,
            owner_actor_id=None if self.user_id.data else self._owner_id(),
            actor_ids=tuple(self.actor_ids.data or ()),
            collaboration_ids=tuple(self.collaboration_ids.data or ()),
        )

    def _rule(self, due_on: date) -> str:
        """Return how it comes back; a rule that nobody changed stays, with the day it began on."""
        if not self.repeat.data:
            return ""
        chosen = Repeat(every=Every(self.repeat.data), until=self.repeat_until.data)
        if self.saved and (self.saved.repeats, self.saved.due_on) == (chosen, due_on):
            return self.saved.repeat
        return chosen.rule(due_on)

    def _owner_id(self) -> str | None:
        return find_named(self.owner.data or "", self.subjects.actors, "")


def _delays() -> list[tuple[str, str]]:
    return [*choices(Delay), (_A_DAY, _("tot een andere dag"))]


class PutOffForm(VersionedForm):
    """Until when something is put off."""

    delay = RadioField(_l("Hoe lang stel je het uit?"), choices=_delays, default=Delay.WEEK.value)
    day = DayField(_l("Welke dag?"), [Optional()])

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401 -- as wtforms
        """Another day has to be named."""
        is_valid = super().validate(extra_validators)
        if self.delay.data == _A_DAY and not any(self.day.raw_data or ()):
            self.day.errors = [_("Kies een dag.")]
            return False
        return is_valid

    def due_on(self, followup: FollowUp, *, today: date) -> date:
        """Return the day that was chosen."""
        if self.delay.data == _A_DAY and self.day.data:
            return self.day.data
        return put_off(followup.due_on, Delay(self.delay.data), today=today)


def values_of(followup: FollowUp) -> dict[str, object]:
    """Return the values that fill the form with what is saved."""
    fields = followup.fields
    return {
        "version": followup.version,
        "what": fields.what,
        "due_on": fields.due_on,
        "kind": fields.kind.value,
        "repeat": followup.repeats.every.value if followup.repeats else "",
        "repeat_until": followup.repeats.until if followup.repeats else None,
        "user_id": fields.user_id or "",
        "owner": followup.owner.name if followup.is_agreement else "",
        "actor_ids": list(fields.actor_ids),
        "collaboration_ids": list(fields.collaboration_ids),
    }


def asked_kind(asked: str | None, known: Sequence[str] = tuple(FollowUpKind)) -> FollowUpKind:
    """Return the kind of step named in an address; any other word is no kind of its own."""
    return FollowUpKind(asked) if asked in known else FollowUpKind.OTHER
