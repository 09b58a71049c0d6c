"""The sign-in form."""

from wtforms import PasswordField, StringField

from webapp.forms import Form, required
from webapp.i18n import lazy_gettext


class SignInForm(Form):
    """Address and password, under the names that password managers and tests know."""

    email = StringField(
        lazy_gettext("E-mailadres"),
        validators=[required(lazy_gettext("Vul je e-mailadres in."))],
    )
    wachtwoord = PasswordField(
        lazy_gettext("Wachtwoord"),
        validators=[required(lazy_gettext("Vul je wachtwoord in."))],
    )
