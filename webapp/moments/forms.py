"""What people fill in about a contact moment."""

from collections.abc import Iterable
from typing import Any, Self

from wtforms import BooleanField, RadioField, StringField
from wtforms.validators import InputRequired, Length, Optional

from graph.domain.moments import (
    NOTE_LENGTH,
    RATING_VALUES,
    Moment,
    MomentFields,
    MomentProblem,
    NewRating,
    NextStep,
    problems,
)
from graph.domain.references import Reference
from graph.domain.words import Between, Channel, Evidence
from tasks.wording import choices
from webapp.clock import today
from webapp.fields import DayField, HourField
from webapp.form_ids import form_id
from webapp.forms import CheckboxesField
from webapp.free_text import FreeLineField, FreeTextAreaField
from webapp.i18n import _
from webapp.i18n import lazy_gettext as _l
from webapp.naming import find_named
from webapp.subjects import AboutForm, Subjects


class MomentForm(AboutForm):
    """A contact moment; the form keeps what was typed until it can be saved."""

    leading = ("partner", "collaboration", "note", "on", "heard_from", "at")

    plenary = BooleanField(_l("Het was een groot overleg"))
    position_ids = CheckboxesField(_l("Met wie sprak je?"))
    between = RadioField(_l("Wie spraken elkaar?"), default=Between.US.value)
    channel = RadioField(_l("Hoe was het contact?"), default=Channel.TALK.value)
    on = DayField(_l("Datum"), [InputRequired(_l("Vul in op welke dag het was."))])
    at = HourField(_l("Tijd (mag leeg)"), [Optional()])
    evidence = RadioField(_l("Was je erbij?"), default=Evidence.SEEN.value)
    heard_from = FreeLineField(_l("Van wie hoorde je het?"), [Length(max=120)])
    note = FreeTextAreaField(_l("Notitie in één regel (mag leeg)"))

    def offer(self, subjects: Subjects, nearby: Iterable[Reference] = ()) -> Self:
        """Fill the lists to choose from."""
        super().offer(subjects, nearby)
        self.between.choices = choices(Between)
        self.channel.choices = choices(Channel)
        self.evidence.choices = choices(Evidence)
        self.position_ids.choices = [
            (each.id, each.name) for each in self.nearby if each.kind == "Position"
        ]
        return self

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401 -- as wtforms
        """Check each field, then the rules that look at several."""
        if not super().validate(extra_validators):
            return False
        found = problems(self.fields(), today=today(), rating=self.rating(), step=self.step())
        for problem in found:
            self._blame(problem)
        return not found

    def fields(self) -> MomentFields:
        """Return what was filled in."""
        assert self.on.data  # noqa: S101 -- the field is required
        return MomentFields(
            on=self.on.data,
            at=self.at.data,
            channel=Channel(self.channel.data),
            note=" ".join((self.note.data or "").split()),
            evidence=Evidence(self.evidence.data),
            heard_from=(self.heard_from.data or "").strip(),
            between=Between(self.between.data),
            plenary=bool(self.plenary.data),
            actor_ids=tuple(self.actor_ids.data or ()),
            collaboration_ids=tuple(self.collaboration_ids.data or ()),
            position_ids=tuple(self.position_ids.data or ()),
        )

    def rating(self) -> NewRating | None:
        """Return the puls that goes with it; an edit has none."""
        return None

    def step(self) -> NextStep | None:
        """Return the next step that goes with it; an edit has none."""
        return None

    def _blame(self, problem: MomentProblem) -> None:
        """Tell at the right field what is wrong and what to do."""
        field, text = {
            MomentProblem.ABOUT_NOTHING: (
                self.partner,
                _("Kies een partner of een samenwerking waar het over ging."),
            ),
            MomentProblem.IN_FUTURE: (
                self.on,
                _("Deze dag komt nog. Leg vast wat er al was, of maak er een actie van."),
            ),
            MomentProblem.FROM_NOBODY: (self.heard_from, _("Vul in van wie je het hoorde.")),
            MomentProblem.BETWEEN_ONE: (
                self.partner,
                _("Kies ook de andere partner, of de samenwerking waar het over ging."),
            ),
            MomentProblem.NOTE_TOO_LONG: (
                self.note,
                _("Maak de notitie korter: hooguit %(num)s tekens.", num=NOTE_LENGTH),
            ),
            **self._more_blame(),
        }[problem]
        field.errors = [*field.errors, text]

    def _more_blame(self) -> dict[MomentProblem, tuple[Any, str]]:
        return {}


class NewMomentForm(MomentForm):
    """A new contact moment, with the puls and the next step that came out of it."""

    value = RadioField(_l("Hoeveel energie zit hier nu? (mag leeg)"), default="")
    rated_by = StringField(_l("Welke partner gaf deze puls?"), [Length(max=200)])
    step_what = FreeLineField(_l("Volgende stap (mag leeg)"), [Length(max=200)])
    step_on = DayField(_l("Voor wanneer?"), [Optional()])

    def offer(self, subjects: Subjects, nearby: Iterable[Reference] = ()) -> Self:
        """Fill the lists to choose from."""
        self.value.choices = [
            ("", _("geen puls")),
            *((str(value), str(value)) for value in RATING_VALUES),
        ]
        return super().offer(subjects, nearby)

    def validate_rated_by(self, field: StringField) -> None:
        """Only a partner of this network gives a puls."""
        find_named(field.data or "", self.subjects.actors, _("Partner"))

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401 -- as wtforms
        """Check all that a moment asks, and tell of half a step at the half that is missing."""
        is_valid = super().validate(extra_validators)
        what, on = (self.step_what.data or "").strip(), any(self.step_on.raw_data or ())
        if what and not on:
            self.step_on.errors = [_("Vul ook in voor wanneer deze stap is.")]
        if on and not what:
            self.step_what.errors = [_("Vul ook in wat de volgende stap is.")]
        return is_valid and bool(what) == on

    def rating(self) -> NewRating | None:
        """Return the puls that was filled in."""
        if not self.value.data:
            return None
        rater = find_named(self.rated_by.data or "", self.subjects.actors, "")
        return NewRating(id=form_id("puls"), value=int(self.value.data), by_actor_id=rater)

    def step(self) -> NextStep | None:
        """Return the next step that was filled in."""
        what = (self.step_what.data or "").strip()
        if not what or not self.step_on.data:
            return None
        return NextStep(id=form_id("stap"), what=what, due_on=self.step_on.data)

    def _more_blame(self) -> dict[MomentProblem, tuple[Any, str]]:
        return {
            MomentProblem.RATING_OF_WHICH: (
                self.value,
                _("Een puls gaat over één samenwerking. Vink er precies één aan."),
            ),
            MomentProblem.STEP_BEFORE_MOMENT: (
                self.step_on,
                _("De volgende stap kan niet voor het contact zelf zijn."),
            ),
        }


def values_of(moment: Moment) -> dict[str, object]:
    """Return the values that fill the form with what is saved."""
    fields = moment.fields
    return {
        "version": moment.version,
        "on": fields.on,
        "at": fields.at,
        "channel": fields.channel.value,
        "note": fields.note,
        "evidence": fields.evidence.value,
        "heard_from": fields.heard_from,
        "between": fields.between.value,
        "plenary": fields.plenary,
        "actor_ids": list(fields.actor_ids),
        "collaboration_ids": list(fields.collaboration_ids),
        "position_ids": list(fields.position_ids),
    }
