"""What is asked about accounts."""

from collections.abc import Iterable
from typing import Self

from wtforms import SelectField
from wtforms.validators import ValidationError

from graph.domain.networks import Network
from graph.domain.words import Role
from tasks.wording import choices
from webapp.forms import Form, required
from webapp.i18n import _
from webapp.i18n import lazy_gettext as _l
from webapp.invitations.forms import InviteForm


class InviteAccountForm(InviteForm):
    """Whom to invite: to a network in a role, or for an account alone."""

    leading = ("email", "name", "network_id", "role")

    network_id = SelectField(_l("Netwerk"))
    role = SelectField(
        _l("Rol in dat netwerk"),
        choices=lambda: [("", _("geen")), *choices(Role)],
    )

    def offer(self, networks: Iterable[Network]) -> Self:
        """Say which networks there are."""
        self.network_id.choices = [
            ("", _("geen: alleen een account")),
            *((each.id, each.name) for each in networks),
        ]
        return self

    def validate_role(self, field: SelectField) -> None:
        """A network comes with a role, and a role with a network."""
        if bool(field.data) != bool(self.network_id.data):
            raise ValidationError(_("Kies een netwerk en een rol, of geen van beide."))


class PlaceForm(Form):
    """Which network an account gets into, as what."""

    network_id = SelectField(_l("Netwerk"), [required(_l("Kies een netwerk."))])
    role = SelectField(
        _l("Rol"),
        [required(_l("Kies een rol."))],
        choices=lambda: [("", _("kies een rol")), *choices(Role)],
    )

    def offer(self, networks: Iterable[Network]) -> Self:
        """Say which networks can be chosen."""
        self.network_id.choices = [
            ("", _("kies een netwerk")),
            *((each.id, each.name) for each in networks),
        ]
        return self
