"""What people fill in about a collaboration, its partners and its facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from wtforms import IntegerField, RadioField, SelectField, StringField
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError

from graph.domain.collaborations import (
    Collaboration,
    CollaborationFields,
    Participant,
    ParticipantFields,
    RatingFields,
    Result,
    ResultFields,
    proposed_form,
)
from graph.domain.energy import DEFAULT_RHYTHM_DAYS
from graph.domain.references import Reference
from graph.domain.vocabulary import Neighbourhood, Terms, Vocabulary
from graph.domain.words import Form as FormKind
from graph.domain.words import Involvement, Layer, Status
from tasks.wording import choices, word
from webapp.clock import today
from webapp.collaborations.boxes import NamesField
from webapp.collaborations.funders import FundersField
from webapp.fields import DayField
from webapp.forms import CheckboxesField, Form, VersionedForm, required
from webapp.free_text import FreeTextAreaField
from webapp.i18n import _
from webapp.i18n import lazy_gettext as _l
from webapp.naming import Named, find_named, names_of
from webapp.terms import goal_choices

_LONGEST_RHYTHM = 730
_MYSELF = "zelf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the form of a collaboration chooses from."""

    terms: Terms
    places: Sequence[Neighbourhood]
    actors: Sequence[Named]
    programmes: Sequence[Named]
    positions: Sequence[Named] = ()


class CollaborationForm(VersionedForm):
    """A collaboration; the form keeps what was typed until it can be saved."""

    leading = ("name", "goal", "layer", "status", "started_on", "rhythm_days", "partner_names")

    name = StringField(
        _l("Naam"), [required(_l("Vul de naam van de samenwerking in.")), Length(max=200)]
    )
    goal = FreeTextAreaField(_l("Wat willen jullie bereiken?"), [Length(max=2000)])
    layer = RadioField(_l("Laag"), default=Layer.PRACTICE.value)
    form_kind = SelectField(_l("Vorm"), [Optional()])
    rhythm_days = IntegerField(
        _l("Ritme in dagen"),
        [
            InputRequired(_l("Vul in om de hoeveel dagen jullie elkaar spreken.")),
            NumberRange(1, _LONGEST_RHYTHM, _l("Kies een ritme van 1 tot 730 dagen.")),
        ],
        default=DEFAULT_RHYTHM_DAYS,
    )
    started_on = DayField(_l("Begonnen op"), [Optional()])
    neighbourhood_ids = CheckboxesField(_l("Wijk of buurt"))
    life_stage_ids = CheckboxesField(_l("Levensfasen"))
    prevention_type_ids = CheckboxesField(_l("Soort preventie"))
    policy_goal_ids = CheckboxesField(_l("Beleidsdoelen en actielijnen"))
    programme_ids = CheckboxesField(_l("Gebruikt nu"))
    programme_names = NamesField(_l("Programma of interventie"), options="programmanamen", spare=2)
    position_ids = CheckboxesField(_l("Gedragen door"))
    funders = FundersField(_l("Betaald door"))
    funded_until = DayField(_l("Betaald tot en met"), [Optional()])
    residents_involved = SelectField(_l("Bewoners"), [Optional()])

    options: Options
    saved: Collaboration | None = None

    def offer(self, options: Options, saved: Collaboration | None = None) -> Self:
        """Fill the lists to choose from."""
        self.options, self.saved = options, saved
        self.layer.choices = choices(Layer)
        self.form_kind.choices = [("", _("kies wat past")), *choices(FormKind)]
        self.residents_involved.choices = [("", _("weet ik niet")), *choices(Involvement)]
        self.neighbourhood_ids.choices = [(place.id, place.name) for place in options.places]
        self.life_stage_ids.choices = options.terms.choices(Vocabulary.LIFE_STAGE)
        self.prevention_type_ids.choices = options.terms.choices(Vocabulary.PREVENTION_TYPE)
        self.policy_goal_ids.choices = goal_choices(options.terms)
        self.programme_ids.choices = names_of(
            [*(self.programme_ids.data or ()), *(saved.fields.programme_ids if saved else ())],
            [*(saved.programmes if saved else ()), *options.programmes],
        )
        carrying = saved.positions if saved else ()
        self.position_ids.choices = names_of(
            [each.id for each in (*carrying, *options.positions)], [*carrying, *options.positions]
        )
        return self

    def validate_started_on(self, field: DayField) -> None:
        """A start fits where the collaboration stands."""
        if field.data and self.standing is Status.WISHED:
            raise ValidationError(
                _("Een gewenste samenwerking heeft nog geen begin. Laat deze dag leeg.")
            )
        if field.data and self.standing is Status.ACTIVE and field.data > today():
            raise ValidationError(
                _("Deze dag ligt in de toekomst. Kies een eerdere dag, of noem het gepland.")
            )

    def validate_programme_names(self, field: NamesField) -> None:
        """A typed programme must be known."""
        for typed in field.data:
            find_named(typed, self.options.programmes, _("Programma"))

    def validate_funders(self, field: FundersField) -> None:
        """Who pays is a partner of this network."""
        field.fundings(self._payers)

    @property
    def standing(self) -> Status:
        """Where the collaboration stands."""
        return self.saved.life.status if self.saved else Status.ACTIVE

    @property
    def partner_count(self) -> int:
        """How many take part."""
        return len(self.saved.partners(today())) if self.saved else 0

    def fields(self) -> CollaborationFields:
        """Return what was filled in."""
        layer = Layer(self.layer.data)
        return CollaborationFields(
            name=" ".join((self.name.data or "").split()),
            goal=(self.goal.data or "").strip(),
            layer=layer,
            form=FormKind(self.form_kind.data or proposed_form(layer, self.partner_count)),
            rhythm_days=self.rhythm_days.data or DEFAULT_RHYTHM_DAYS,
            started_on=self.started_on.data,
            funded_until=self.funded_until.data,
            residents_involved=(
                Involvement(self.residents_involved.data) if self.residents_involved.data else None
            ),
            funders=self.funders.fundings(self._payers),
            life_stage_ids=_sorted(self.life_stage_ids),
            prevention_type_ids=_sorted(self.prevention_type_ids),
            policy_goal_ids=_sorted(self.policy_goal_ids),
            neighbourhood_ids=_sorted(self.neighbourhood_ids),
            programme_ids=_with_typed(
                self.programme_ids, self.programme_names, self.options.programmes
            ),
            position_ids=_sorted(self.position_ids),
        )

    @property
    def _payers(self) -> Sequence[Named]:
        # Who pays already goes first, whoever else has the same name.
        paying = [
            Reference(id=each.actor_id, name=each.name, kind="Actor")
            for each in (self.saved.funders if self.saved else ())
        ]
        known = {each.name for each in paying}
        return [*paying, *(each for each in self.options.actors if each.name not in known)]


class NewCollaborationForm(CollaborationForm):
    """A new collaboration, with where it stands and who take part."""

    status = RadioField(_l("Hoe staat het ervoor?"), default=Status.ACTIVE.value)
    partner_ids = CheckboxesField(_l("Doet mee"))
    partner_names = NamesField(_l("Partner"), options="partnernamen", spare=4)

    def offer(self, options: Options, saved: Collaboration | None = None) -> Self:
        """Fill the lists to choose from."""
        super().offer(options, saved)
        self.status.choices = [
            (status.value, word(status))
            for status in (Status.ACTIVE, Status.PLANNED, Status.WISHED)
        ]
        self.partner_ids.choices = names_of(self.partner_ids.data or (), options.actors)
        return self

    def validate_partner_names(self, field: NamesField) -> None:
        """Who takes part is a partner of this network."""
        for typed in field.data:
            find_named(typed, self.options.actors, _("Partner"))

    @property
    def standing(self) -> Status:
        """Where the collaboration will stand; a status that is none is refused by its field."""
        return Status(self.status.data) if self.status.data in set(Status) else Status.ACTIVE

    @property
    def partner_count(self) -> int:
        """How many take part."""
        return len(self.participants())

    def participants(self) -> list[ParticipantFields]:
        """Return who take part, from the start when that is known."""
        ids = _with_typed(self.partner_ids, self.partner_names, self.options.actors)
        return [ParticipantFields(actor_id=id, since=self.started_on.data) for id in ids]


class ParticipantForm(VersionedForm):
    """As what a partner takes part, and when."""

    role = StringField(_l("Rol"), [Length(max=100)])
    since = DayField(_l("Doet mee sinds"), [Optional()])
    until = DayField(_l("Deed mee tot en met"), [Optional()])

    def validate_until(self, field: DayField) -> None:
        """Nobody stops before the start."""
        if field.data and self.since.data and field.data < self.since.data:
            raise ValidationError(_("Deze dag ligt voor het begin. Kies een latere dag."))

    def fields(self, actor_id: str) -> ParticipantFields:
        """Return what was filled in."""
        return ParticipantFields(
            actor_id=actor_id,
            role=(self.role.data or "").strip(),
            since=self.since.data,
            until=self.until.data,
        )


class NewParticipantForm(Form):
    """A partner that joins."""

    name = StringField(_l("Partner"), [required(_l("Vul de naam van een partner in."))])
    role = StringField(_l("Rol"), [Length(max=100)])
    since = DayField(_l("Doet mee sinds"), [Optional()])

    actors: Sequence[Named] = ()
    present: Sequence[Participant] = ()

    def offer(self, actors: Sequence[Named], present: Sequence[Participant]) -> Self:
        """Say who can join."""
        self.actors, self.present = actors, present
        return self

    def validate_name(self, field: StringField) -> None:
        """Who joins is a partner of this network, and not in it yet."""
        actor_id = find_named(field.data or "", self.actors, _("Partner"))
        if actor_id is None:  # of a name without a letter in it nothing is left
            raise ValidationError(_("Vul de naam van een partner in."))
        if actor_id in {each.actor_id for each in self.present}:
            raise ValidationError(_("Deze partner staat al in de lijst. Wijzig die regel."))

    def fields(self) -> ParticipantFields:
        """Return what was filled in."""
        actor_id = find_named(self.name.data or "", self.actors, "")
        assert actor_id  # noqa: S101 -- the form is valid
        return ParticipantFields(
            actor_id=actor_id, role=(self.role.data or "").strip(), since=self.since.data
        )


class StatusForm(VersionedForm):
    """Where a collaboration stands, and since when."""

    status = RadioField(
        _l("Hoe staat het ervoor?"), [InputRequired(_l("Kies hoe het ervoor staat."))]
    )
    on = DayField(_l("Sinds"), [InputRequired(_l("Vul in sinds welke dag."))])

    def offer(self, now: Status) -> Self:
        """Offer all but where it stands now."""
        self.status.choices = [each for each in choices(Status) if each[0] != now.value]
        return self

    def at(self, version: int) -> Self:
        """Return this form as an answer to a newer version."""
        self.version.data, self.version.raw_data = version, None
        return self

    @property
    def chosen(self) -> Status:
        """Where it stands now."""
        return Status(self.status.data)


def _not_in_future(_form: Form, field: DayField) -> None:
    if field.data and field.data > today():
        raise ValidationError(_("Deze dag ligt in de toekomst. Kies vandaag of eerder."))


class ResultForm(VersionedForm):
    """Something visible that was reached."""

    text = FreeTextAreaField(
        _l("Wat is er bereikt?"),
        [required(_l("Schrijf in één zin wat er bereikt is.")), Length(max=500)],
    )
    on = DayField(
        _l("Op welke dag?"),
        [InputRequired(_l("Vul in op welke dag dit bereikt is.")), _not_in_future],
    )

    def fields(self) -> ResultFields:
        """Return what was filled in."""
        assert self.on.data  # noqa: S101 -- the form is valid
        return ResultFields(text=(self.text.data or "").strip(), on=self.on.data)


class RatingForm(Form):
    """A puls: how much energy is there now, and who says so."""

    value = RadioField(
        _l("Hoeveel energie zit hier nu?"), [InputRequired(_l("Kies een getal van 1 tot 5."))]
    )
    heard_from = RadioField(
        _l("Van wie hoorde je dit?"), [InputRequired(_l("Kies van wie je dit hoorde."))]
    )
    on = DayField(
        _l("Op welke dag?"),
        [InputRequired(_l("Vul in op welke dag je dit hoorde.")), _not_in_future],
    )

    def offer(self, partners: Sequence[Participant]) -> Self:
        """Say what can be chosen."""
        self.value.choices = [
            ("1", _("1, bijna geen")),
            ("2", _("2, weinig")),
            ("3", _("3, gaat wel")),
            ("4", _("4, veel")),
            ("5", _("5, heel veel")),
        ]
        self.heard_from.choices = [
            *((partner.actor_id, partner.name) for partner in partners),
            (_MYSELF, _("mijn eigen indruk")),
        ]
        return self

    def fields(self) -> RatingFields:
        """Return what was filled in."""
        assert self.on.data  # noqa: S101 -- the form is valid
        heard_from = self.heard_from.data
        return RatingFields(
            value=int(self.value.data),
            on=self.on.data,
            actor_id=None if heard_from == _MYSELF else heard_from,
        )


def values_of(collaboration: Collaboration) -> dict[str, object]:
    """Return the values that fill the form with what is saved."""
    fields = collaboration.fields
    return {
        "version": collaboration.version,
        "name": fields.name,
        "goal": fields.goal,
        "layer": fields.layer.value,
        "form_kind": fields.form.value,
        "rhythm_days": fields.rhythm_days,
        "started_on": fields.started_on,
        "neighbourhood_ids": list(fields.neighbourhood_ids),
        "life_stage_ids": list(fields.life_stage_ids),
        "prevention_type_ids": list(fields.prevention_type_ids),
        "policy_goal_ids": list(fields.policy_goal_ids),
        "programme_ids": list(fields.programme_ids),
        "position_ids": list(fields.position_ids),
        "funders": collaboration.funders,
        "funded_until": fields.funded_until,
        "residents_involved": fields.residents_involved.value if fields.residents_involved else "",
    }


def participation_of(collaboration: Collaboration, participant: Participant) -> dict[str, object]:
    """Return the values that fill the form of a participation with what is saved."""
    return {
        "version": collaboration.version,
        "role": participant.role,
        "since": participant.since,
        "until": participant.until,
    }


def result_of(result: Result) -> dict[str, object]:
    """Return the values that fill the form of a result with what is saved."""
    return {"version": result.version, "text": result.text, "on": result.on}


def _sorted(field: CheckboxesField) -> tuple[str, ...]:
    return tuple(sorted(field.data or ()))


def _with_typed(
    ticked: CheckboxesField, typed: NamesField, options: Sequence[Named]
) -> tuple[str, ...]:
    found = (find_named(name, options, "") for name in typed.data)
    return tuple(sorted({*(ticked.data or ()), *(id for id in found if id)}))
