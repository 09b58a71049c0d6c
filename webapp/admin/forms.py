"""What is asked about a network of this installation."""

import re

from wtforms import StringField, TextAreaField
from wtforms.validators import Length, Regexp, ValidationError

from graph.domain.folding import sort_name
from graph.domain.invitations import InvitationFields
from graph.domain.words import Role
from webapp.forms import Form, required
from webapp.i18n import _
from webapp.i18n import lazy_gettext as _l
from webapp.invitations.forms import WhoForm

_MOST_PLACES = 300
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class NetworkForm(WhoForm):
    """A new network, its neighbourhoods and its first regisseur."""

    leading = ("title", "slug", "places", "email", "name")

    title = StringField(
        _l("Naam van het netwerk"),
        [required(_l("Vul een naam in, zoals de gemeente of wijk.")), Length(max=120)],
    )
    slug = StringField(
        _l("Korte naam in het webadres"),
        [
            required(_l("Vul een korte naam in, zoals voorbeeldstad.")),
            Length(max=60),
            Regexp(
                rf"^{_SLUG.pattern}$",
                message=_l("Gebruik alleen kleine letters, cijfers en streepjes ertussen."),
            ),
        ],
    )
    places = TextAreaField(_l("Wijken en buurten (mag leeg)"), [Length(max=20_000)])

    def validate_places(self, _field: TextAreaField) -> None:
        """One on each line, and no more than a municipality has."""
        if len(self.names) > _MOST_PLACES:
            raise ValidationError(
                _("Dit zijn er meer dan %(most)s. Haal er een paar weg.", most=_MOST_PLACES)
            )

    @property
    def names(self) -> list[str]:
        """Return the neighbourhoods, each once; "Stadsbreed" is always among them."""
        lines = [" ".join(line.split())[:120] for line in (self.places.data or "").splitlines()]
        typed = [line for line in [*lines, "Stadsbreed"] if sort_name(line)]
        return list({sort_name(line): line for line in reversed(typed)}.values())[::-1]

    def regisseur(self) -> InvitationFields:
        """Return who is invited as the first regisseur."""
        return self.invited_as(Role.REGISSEUR)


class RemovalForm(Form):
    """The name of a network once more, before it is gone for good."""

    name = StringField(
        _l("Typ de naam van het netwerk"), [required(_l("Typ de naam van het netwerk."))]
    )

    wanted = ""

    def validate_name(self, field: StringField) -> None:
        """Nobody removes the wrong network by a click."""
        if " ".join((field.data or "").split()) != self.wanted:
            raise ValidationError(
                _("Dit is niet de naam. Typ precies: %(name)s", name=self.wanted)
            )
