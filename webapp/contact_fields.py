"""How somebody is reached at work: fields that positions and people share."""

from wtforms import StringField
from wtforms.validators import Email, Length, Optional, Regexp

from webapp.forms import VersionedForm
from webapp.i18n import lazy_gettext as _l

_PHONE = r"^[0-9+() -]{3,30}$"


class ReachableForm(VersionedForm):
    """A form about something with a work mail and a work phone."""

    email = StringField(
        _l("Mailadres"), [Optional(), Email(message=_l("Schrijf het mailadres als info@naam.nl."))]
    )
    phone = StringField(
        _l("Telefoon"),
        [
            Optional(),
            Length(max=30),
            Regexp(_PHONE, message=_l("Schrijf het telefoonnummer met alleen cijfers.")),
        ],
    )

    @property
    def ways(self) -> dict[str, str]:
        """The mail and phone that were filled in."""
        return {
            "email": (self.email.data or "").strip(),
            "phone": (self.phone.data or "").strip(),
        }
