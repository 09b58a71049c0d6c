"""What people fill in about a programme of their own network."""

from typing import Self

from wtforms import SelectField, StringField
from wtforms.validators import Length, Optional, ValidationError

from graph.domain.programmes import Programme, ProgrammeFields
from graph.domain.vocabulary import Terms, Vocabulary
from graph.domain.words import ProgrammeKind
from tasks.wording import choices
from webapp.clock import today
from webapp.fields import DayField
from webapp.forms import CheckboxesField, VersionedForm, required
from webapp.free_text import FreeLineField, FreeTextAreaField
from webapp.i18n import _
from webapp.i18n import lazy_gettext as _l


class ProgrammeForm(VersionedForm):
    """A programme; the form keeps what was typed until it can be saved."""

    name = StringField(
        _l("Naam"), [required(_l("Vul de naam van het programma in.")), Length(max=200)]
    )
    kind = SelectField(_l("Soort"), default=ProgrammeKind.INTERVENTION.value)
    description = FreeTextAreaField(_l("Wat is het?"), [Length(max=2000)])
    target_group = FreeLineField(_l("Voor wie?"), [Length(max=300)])
    evidence = StringField(_l("Wat is bekend over de werking?"), [Length(max=200)])
    evidence_source = StringField(_l("Waar staat dat?"), [Length(max=300)])
    evidence_on = DayField(_l("Nagekeken op"), [Optional()])
    domain_ids = CheckboxesField(_l("Domeinen"))
    life_stage_ids = CheckboxesField(_l("Levensfasen"))
    prevention_type_ids = CheckboxesField(_l("Soort preventie"))
    pillar_ids = CheckboxesField(_l("Pijlers"))

    def offer(self, terms: Terms) -> Self:
        """Fill the lists to choose from."""
        self.kind.choices = choices(ProgrammeKind)
        self.domain_ids.choices = terms.choices(Vocabulary.DOMAIN)
        self.life_stage_ids.choices = terms.choices(Vocabulary.LIFE_STAGE)
        self.prevention_type_ids.choices = terms.choices(Vocabulary.PREVENTION_TYPE)
        self.pillar_ids.choices = terms.choices(Vocabulary.PILLAR)
        return self

    def validate_evidence_source(self, field: StringField) -> None:
        """Nobody has to believe what has no source."""
        if (self.evidence.data or "").strip() and not (field.data or "").strip():
            raise ValidationError(
                _("Schrijf waar dat staat, bijvoorbeeld: Loket Gezond Leven, RIVM.")
            )

    def validate_evidence_on(self, field: DayField) -> None:
        """Nobody looked in the future."""
        if field.data and field.data > today():
            raise ValidationError(_("Deze dag ligt in de toekomst. Kies vandaag of eerder."))

    def fields(self) -> ProgrammeFields:
        """Return what was filled in."""
        return ProgrammeFields(
            name=" ".join((self.name.data or "").split()),
            kind=ProgrammeKind(self.kind.data),
            description=(self.description.data or "").strip(),
            target_group=(self.target_group.data or "").strip(),
            evidence=(self.evidence.data or "").strip(),
            evidence_source=(self.evidence_source.data or "").strip(),
            evidence_on=self.evidence_on.data,
            domain_ids=tuple(sorted(self.domain_ids.data or ())),
            life_stage_ids=tuple(sorted(self.life_stage_ids.data or ())),
            prevention_type_ids=tuple(sorted(self.prevention_type_ids.data or ())),
            pillar_ids=tuple(sorted(self.pillar_ids.data or ())),
        )


def values_of(programme: Programme) -> dict[str, object]:
    """Return the values that fill the form with what is saved."""
    more: dict[str, object] = {"version": programme.version, "kind": programme.fields.kind.value}
    return programme.fields.as_mapping() | more
