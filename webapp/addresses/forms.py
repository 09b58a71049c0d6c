"""The form about my mail address."""

from wtforms import PasswordField, StringField
from wtforms.validators import Length, ValidationError

from graph.repositories.users import normal_email
from webapp.auth.session import signed_in_user
from webapp.fields import a_mail_address
from webapp.forms import Form, required
from webapp.i18n import _, lazy_gettext


class ChangeAddressForm(Form):
    """The new address, and the password of who asks."""

    email = StringField(
        lazy_gettext("Nieuw mailadres"),
        [required(lazy_gettext("Vul je nieuwe mailadres in.")), Length(max=254), a_mail_address],
    )
    wachtwoord = PasswordField(
        lazy_gettext("Je wachtwoord"), [required(lazy_gettext("Vul je wachtwoord in."))]
    )

    def validate_email(self, field: StringField) -> None:
        """Another address than that of now."""
        if normal_email(field.data or "") == signed_in_user().email:
            raise ValidationError(_("Dit is je mailadres al. Vul een ander in."))
