"""The forms at the door."""

from wtforms import BooleanField, PasswordField, StringField

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


class CodeForm(Form):
    """The second step: a code of the app, or a recovery code."""

    code = StringField(
        lazy_gettext("Code"), validators=[required(lazy_gettext("Vul de code uit je app in."))]
    )
    trust = BooleanField(lazy_gettext("Vertrouw dit apparaat 30 dagen"))
