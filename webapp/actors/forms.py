"""What people fill in about a partner."""

import re
from collections.abc import Sequence
from typing import Self

from wtforms import (
    BooleanField,
    SelectField,
    StringField,
    TextAreaField,
    URLField,
)
from wtforms.validators import Email, Length, Optional, Regexp, ValidationError

from graph.domain.actors import Actor, ActorFields, Neighbour
from graph.domain.folding import fold
from graph.domain.vocabulary import Neighbourhood, Terms, Vocabulary
from graph.domain.words import ActorKind, Scale
from tasks.wording import choices
from webapp.forms import CheckboxesField, VersionedForm, required
from webapp.free_text import FreeTextAreaField
from webapp.i18n import _
from webapp.i18n import lazy_gettext as _l

_WEBSITE = r"^(https?://)?[^\s/:@]+\.[^\s/:@]+(/\S*)?$"
_KVK = r"^[0-9]{8}$"
_POSTCODE = r"^[1-9][0-9]{3} ?[A-Za-z]{2}$"


def _without_spaces(typed: str | None) -> str | None:
    """Take a number as people copy it: "12 34 56 78", "12.34.56.78"."""
    return re.sub(r"[\s.]", "", typed) if typed else typed


class ActorForm(VersionedForm):
    """A partner; the form keeps what was typed until it can be saved."""

    leading = ("name", "kind", "primary_domain", "neighbourhood_ids", "description", "email")

    name = StringField(
        _l("Naam"), [required(_l("Vul de naam van de partner in.")), Length(max=200)]
    )
    kind = SelectField(_l("Soort"), [required(_l("Kies wat voor partner dit is."))])
    primary_domain = SelectField(_l("Domein"), [Optional()])
    other_domains = CheckboxesField(_l("Werkt ook in"))
    neighbourhood_ids = CheckboxesField(_l("Wijk of buurt"))
    life_stage_ids = CheckboxesField(_l("Levensfasen"))
    scale = SelectField(_l("Bereik"), [Optional()])
    aliases = TextAreaField(_l("Andere namen"), [Length(max=1000)])
    parent_name = StringField(_l("Onderdeel van"), [Length(max=200)])
    description = FreeTextAreaField(_l("Wat doet deze partner?"), [Length(max=2000)])
    website = URLField(
        _l("Website"),
        [Optional(), Regexp(_WEBSITE, message=_l("Schrijf de website als https://www.naam.nl."))],
    )
    email = StringField(
        _l("Mailadres"), [Optional(), Email(message=_l("Schrijf het mailadres als info@naam.nl."))]
    )
    phone = StringField(_l("Telefoon"), [Length(max=30)])
    postcode = StringField(
        _l("Postcode"),
        [Optional(), Regexp(_POSTCODE, message=_l("Schrijf de postcode als 1234 AB."))],
    )
    kvk = StringField(
        _l("KVK-nummer"),
        [
            Optional(),
            Regexp(_KVK, message=_l("Schrijf het KVK-nummer met acht cijfers, zoals 12345678.")),
        ],
        filters=[_without_spaces],
    )
    municipality = StringField(_l("Plaats"), [Length(max=100)])
    is_person = BooleanField(_l("Deze partner is één persoon"))

    names: Sequence[Neighbour] = ()
    own_id: str | None = None

    def offer(
        self,
        terms: Terms,
        places: Sequence[Neighbourhood],
        names: Sequence[Neighbour],
        own_id: str | None = None,
    ) -> Self:
        """Fill the lists to choose from."""
        domains = terms.choices(Vocabulary.DOMAIN)
        self.kind.choices = [("", _("kies een soort")), *choices(ActorKind)]
        self.scale.choices = [("", _("weet ik niet")), *choices(Scale)]
        self.primary_domain.choices = [("", _("weet ik niet")), *domains]
        self.other_domains.choices = domains
        self.neighbourhood_ids.choices = [(place.id, place.name) for place in places]
        self.life_stage_ids.choices = terms.choices(Vocabulary.LIFE_STAGE)
        self.names, self.own_id = names, own_id
        return self

    def validate_parent_name(self, field: StringField) -> None:
        """Only a partner of this network can have parts."""
        if field.data and fold(field.data) and self.parent_id is None:
            raise ValidationError(
                _(
                    "Er is geen partner met de naam %(name)s. Kies een naam uit de lijst of laat "
                    "dit leeg.",
                    name=field.data,
                )
            )

    @property
    def parent_id(self) -> str | None:
        """The partner whose name was typed."""
        asked = fold(self.parent_name.data or "")
        found = (
            each.id for each in self.names if each.id != self.own_id and fold(each.name) == asked
        )
        return next(found, None) if asked else None

    def refuse_circle(self) -> None:
        """Tell that what was typed is a part of this partner itself."""
        self.parent_name.errors = [
            _(
                "%(name)s is zelf een onderdeel van deze partner. Kies een andere naam, of haal "
                "eerst daar weg waar het onderdeel van is.",
                name=self.parent_name.data,
            )
        ]

    def fields(self) -> ActorFields:
        """Return what was filled in."""
        first = self.primary_domain.data
        others = [id for id in self.other_domains.data or [] if id != first]
        return ActorFields(
            name=" ".join((self.name.data or "").split()),
            kind=ActorKind(self.kind.data),
            scale=Scale(self.scale.data) if self.scale.data else None,
            aliases=tuple(
                line.strip() for line in (self.aliases.data or "").splitlines() if line.strip()
            ),
            description=_text(self.description),
            municipality=_text(self.municipality),
            website=_text(self.website),
            email=_text(self.email),
            phone=_text(self.phone),
            postcode=_text(self.postcode).upper(),
            kvk=_text(self.kvk),
            is_person=bool(self.is_person.data),
            domain_ids=tuple([first, *others] if first else others),
            neighbourhood_ids=tuple(self.neighbourhood_ids.data or ()),
            life_stage_ids=tuple(self.life_stage_ids.data or ()),
            parent_id=self.parent_id,
        )


def values_of(actor: Actor) -> dict[str, object]:
    """Return the values that fill the form with what is saved."""
    fields = actor.fields
    return {
        "version": actor.version,
        "name": fields.name,
        "kind": fields.kind.value,
        "primary_domain": fields.primary_domain or "",
        "other_domains": list(fields.domain_ids[1:]),
        "neighbourhood_ids": list(fields.neighbourhood_ids),
        "life_stage_ids": list(fields.life_stage_ids),
        "scale": fields.scale.value if fields.scale else "",
        "aliases": "\n".join(fields.aliases),
        "parent_name": actor.parent.name if actor.parent else "",
        "description": fields.description,
        "website": fields.website,
        "email": fields.email,
        "phone": fields.phone,
        "postcode": fields.postcode,
        "kvk": fields.kvk,
        "municipality": fields.municipality,
        "is_person": fields.is_person,
    }


def _text(field: StringField) -> str:
    return (field.data or "").strip()
