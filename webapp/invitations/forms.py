"""What is asked of who invites, and of who is invited."""

from wtforms import PasswordField, SelectField, StringField
from wtforms.validators import Length

from graph.domain.invitations import InvitationFields
from graph.domain.words import Role
from tasks.wording import choices
from webapp.auth.passwords import MIN_LENGTH
from webapp.fields import a_mail_address
from webapp.forms import Form, required
from webapp.i18n import _
from webapp.i18n import lazy_gettext as _l

NAME_LENGTH = 120


class WhoForm(Form):
    """Whom to invite."""

    email = StringField(
        _l("Mailadres"),
        [
            required(_l("Vul het mailadres in, zoals ana@gemeente.nl.")),
            Length(max=254),
            a_mail_address,
        ],
    )
    name = StringField(_l("Naam"), [required(_l("Vul de naam in.")), Length(max=NAME_LENGTH)])

    def invited_as(self, role: Role | None) -> InvitationFields:
        """Return who is invited, as what."""
        return InvitationFields(
            email=(self.email.data or "").strip(),
            name=" ".join((self.name.data or "").split()),
            role=role,
        )


class InviteForm(WhoForm):
    """Whom to invite to a network, as what."""

    role = SelectField(
        _l("Rol"),
        [required(_l("Kies een rol."))],
        choices=lambda: [("", _("kies een rol")), *choices(Role)],
    )

    def fields(self) -> InvitationFields:
        """Return what was filled in."""
        return self.invited_as(Role(self.role.data) if self.role.data else None)


class AcceptForm(Form):
    """How somebody without an account takes part."""

    name = StringField(
        _l("Je naam, zoals collega's hem zien"),
        [required(_l("Vul je naam in.")), Length(max=NAME_LENGTH)],
    )
    wachtwoord = PasswordField(
        _l("Kies een wachtwoord"),
        [
            required(_l("Kies een wachtwoord.")),
            Length(
                min=MIN_LENGTH,
                max=200,
                message=_l("Neem een wachtwoord van 12 tot 200 tekens."),
            ),
        ],
    )
