"""What people choose to change of many things at once; what they leave empty stays as it is."""

from collections.abc import Sequence
from datetime import datetime
from typing import Self

from wtforms import BooleanField, Field, IntegerField, SelectField, StringField
from wtforms.validators import (
    UUID,
    InputRequired,
    Length,
    NumberRange,
    Optional,
    ValidationError,
)

from graph.domain.bulk import ActorEdit, Additions, CollaborationEdit
from graph.domain.vocabulary import Neighbourhood, Terms, Vocabulary
from graph.domain.words import ActorKind, Layer, Status
from tasks.wording import choices
from webapp.clock import today
from webapp.fields import DayField
from webapp.forms import Form
from webapp.i18n import _
from webapp.i18n import lazy_gettext as _l

_LONGEST_RHYTHM = 730

# A day that stands with a choice, and is none by itself.
_NO_CHOICE = {"on"}


class BulkForm(Form):
    """A choice of changes. ``archive`` moves to the archive, or back for what is there."""

    add_neighbourhood = SelectField(_l("Wijk of buurt erbij"), [Optional()])
    remove_neighbourhood = SelectField(_l("Wijk of buurt eraf"), [Optional()])
    add_life_stage = SelectField(_l("Levensfase erbij"), [Optional()])
    remove_life_stage = SelectField(_l("Levensfase eraf"), [Optional()])
    archive = BooleanField(_l("Naar het archief"))

    in_archive: bool = False

    def offer(self, terms: Terms, places: Sequence[Neighbourhood], *, in_archive: bool) -> Self:
        """Fill the lists to choose from."""
        nothing = ("", _("laat zo"))
        stages = [nothing, *terms.choices(Vocabulary.LIFE_STAGE)]
        neighbourhoods = [nothing, *((place.id, place.name) for place in places)]
        self.add_neighbourhood.choices = self.remove_neighbourhood.choices = neighbourhoods
        self.add_life_stage.choices = self.remove_life_stage.choices = stages
        self.in_archive = in_archive
        if in_archive:
            self.archive.label.text = _("Terug uit het archief")
        return self

    def chosen(self) -> list[Field]:
        """Return the fields that were filled in."""
        return [field for field in self if field.short_name not in _NO_CHOICE and field.data]

    def validate(self, extra_validators: object = None) -> bool:  # noqa: ARG002 -- as wtforms
        """Something must be chosen, or there is nothing to do."""
        if not super().validate():
            return False
        if not self.chosen():
            self.form_errors.append(_("Kies eerst wat er verandert."))
            return False
        return True

    @property
    def neighbourhoods(self) -> Additions:
        """The neighbourhoods to add and take away."""
        return _additions(self.add_neighbourhood, self.remove_neighbourhood)

    @property
    def life_stages(self) -> Additions:
        """The life stages to add and take away."""
        return _additions(self.add_life_stage, self.remove_life_stage)

    @property
    def archived(self) -> bool | None:
        """True to archive, False to restore, None to leave it."""
        return not self.in_archive if self.archive.data else None


class ActorBulkForm(BulkForm):
    """What may change of many partners."""

    kind = SelectField(_l("Soort"), [Optional()])
    primary_domain = SelectField(_l("Belangrijkste domein"), [Optional()])
    add_domain = SelectField(_l("Domein erbij"), [Optional()])
    remove_domain = SelectField(_l("Domein eraf"), [Optional()])
    municipality = StringField(_l("Plaats"), [Length(max=100)])
    verified = BooleanField(_l("Vandaag nagekeken"))

    def offer(self, terms: Terms, places: Sequence[Neighbourhood], *, in_archive: bool) -> Self:
        """Fill the lists to choose from."""
        domains = [("", _("laat zo")), *terms.choices(Vocabulary.DOMAIN)]
        for field in (self.primary_domain, self.add_domain, self.remove_domain):
            field.choices = domains
        self.kind.choices = [("", _("laat zo")), *choices(ActorKind)]
        return super().offer(terms, places, in_archive=in_archive)

    def edit(self, operation_id: str) -> ActorEdit:  # noqa: ARG002 -- as every form
        """Return the choice."""
        return ActorEdit(
            kind=ActorKind(self.kind.data) if self.kind.data else None,
            municipality=" ".join((self.municipality.data or "").split()),
            verified_on=today() if self.verified.data else None,
            primary_domain=self.primary_domain.data or None,
            domains=_additions(self.add_domain, self.remove_domain),
            neighbourhoods=self.neighbourhoods,
            life_stages=self.life_stages,
            archived=self.archived,
        )


class CollaborationBulkForm(BulkForm):
    """What may change of many collaborations."""

    status = SelectField(_l("Status"), [Optional()])
    on = DayField(_l("Sinds"), [Optional()])
    layer = SelectField(_l("Laag"), [Optional()])
    rhythm_days = IntegerField(
        _l("Ritme in dagen"),
        [
            Optional(),
            NumberRange(
                1, _LONGEST_RHYTHM, message=_l("Kies een ritme van 1 tot en met 730 dagen.")
            ),
        ],
    )
    funded_until = DayField(_l("Betaald tot en met"), [Optional()])

    def offer(self, terms: Terms, places: Sequence[Neighbourhood], *, in_archive: bool) -> Self:
        """Fill the lists to choose from."""
        self.status.choices = [("", _("laat zo")), *choices(Status)]
        self.layer.choices = [("", _("laat zo")), *choices(Layer)]
        return super().offer(terms, places, in_archive=in_archive)

    def validate_on(self, field: DayField) -> None:
        """Where something stands is known of days that were."""
        if field.data and field.data > today():
            raise ValidationError(_("Deze dag ligt in de toekomst. Kies vandaag of eerder."))

    def edit(self, operation_id: str) -> CollaborationEdit:
        """Return the choice."""
        return CollaborationEdit(
            status=Status(self.status.data) if self.status.data else None,
            on=self.on.data or today(),
            layer=Layer(self.layer.data) if self.layer.data else None,
            rhythm_days=self.rhythm_days.data,
            funded_until=self.funded_until.data,
            neighbourhoods=self.neighbourhoods,
            life_stages=self.life_stages,
            archived=self.archived,
            operation_id=operation_id,
        )


class SureForm(Form):
    """What goes from the preview to the act: when one looked, and as which operation."""

    seen_at = StringField(validators=[InputRequired()])
    operation_id = StringField(validators=[UUID()])

    def validate_seen_at(self, field: StringField) -> None:
        """It is a moment, as the preview wrote it."""
        if _moment(field.data or "") is None:
            raise ValidationError("no moment")

    @property
    def since(self) -> datetime:
        """When the preview was made."""
        moment = _moment(self.seen_at.data or "")
        assert moment  # noqa: S101 -- the form is valid
        return moment


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None


def _additions(add: SelectField, remove: SelectField) -> Additions:
    return Additions(add=add.data or None, remove=remove.data or None)
