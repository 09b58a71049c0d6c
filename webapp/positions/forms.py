"""What people fill in about a position, and about who holds it."""

from collections.abc import Sequence
from datetime import date

from wtforms import BooleanField, StringField
from wtforms.validators import InputRequired, Length, ValidationError

from graph.domain.folding import fold
from graph.domain.people import (
    HoldingProblem,
    PersonFields,
    Position,
    PositionFields,
    starting_problem,
    stopping_problem,
)
from graph.domain.references import Reference
from webapp.contact_fields import ReachableForm
from webapp.fields import DayField
from webapp.forms import VersionedForm, required
from webapp.i18n import _
from webapp.i18n import lazy_gettext as _l
from webapp.naming import find_named

_NEW = "new"
"""Stands for a person who is not in the list yet: that is nobody who holds anything."""


class PositionForm(ReachableForm):
    """A position at a partner."""

    name = StringField(_l("Functie"), [required(_l("Vul de functie in.")), Length(max=120)])

    def fields(self) -> PositionFields:
        """Return what was filled in."""
        return PositionFields(name=" ".join((self.name.data or "").split()), **self.ways)


class StartForm(ReachableForm):
    """Who starts in a position; a name that is not known yet makes a new contact person."""

    name = StringField(_l("Naam"), [required(_l("Vul in wie begint.")), Length(max=120)])
    since = DayField(_l("Vanaf"), [InputRequired(_l("Vul in vanaf welke dag."))])
    takes_over = BooleanField(_l("Neemt de functie over"))

    people: Sequence[Reference] = ()
    position: Position

    def about(self, position: Position, people: Sequence[Reference]) -> "StartForm":
        """Say which position it is, and who is known already."""
        self.position, self.people = position, people
        return self

    @property
    def person_id(self) -> str | None:
        """The person of this name, None for somebody new. ValidationError for a namesake."""
        asked = fold(self.name.data or "")
        if not any(fold(each.name) == asked for each in self.people):
            return None
        return find_named(self.name.data or "", self.people, _("Contactpersoon"))

    def new_person(self) -> PersonFields:
        """Return the person to make."""
        return PersonFields(name=" ".join((self.name.data or "").split()), **self.ways)

    def validate_name(self, _field: StringField) -> None:
        """A name that two people have leads to neither."""
        _known = self.person_id

    def validate_since(self, field: DayField) -> None:
        """Nobody starts before the one they take over from, or twice."""
        if self.name.errors or not field.data:
            return
        problem = starting_problem(
            self.position.holders,
            person_id=self.person_id or _NEW,
            since=field.data,
            takes_over=bool(self.takes_over.data),
        )
        if problem is HoldingProblem.HOLDS_ALREADY:
            raise ValidationError(_("Deze contactpersoon heeft de functie dan al."))
        if problem is HoldingProblem.BEFORE_START:
            raise ValidationError(
                _("De vorige begon pas op die dag of later. Kies een latere dag.")
            )


class StopForm(VersionedForm):
    """On which day somebody stops in a position."""

    until = DayField(_l("Laatste dag"), [InputRequired(_l("Vul de laatste dag in."))])

    position: Position
    person_id: str

    def about(self, position: Position, person_id: str) -> "StopForm":
        """Say who stops in which position."""
        self.position, self.person_id = position, person_id
        return self

    def validate_until(self, field: DayField) -> None:
        """Nobody stops before they started, or without holding it."""
        problem = stopping_problem(
            self.position.holders, person_id=self.person_id, until=field.data or date.min
        )
        if problem is HoldingProblem.DOES_NOT_HOLD:
            raise ValidationError(_("Deze contactpersoon heeft de functie niet meer."))
        if problem is HoldingProblem.BEFORE_START:
            raise ValidationError(_("De laatste dag ligt voor de eerste. Kies een latere dag."))


def values_of(position: Position) -> dict[str, object]:
    """Return the values that fill the form with what is saved."""
    return {"version": position.version, **position.fields.as_mapping()}
