"""The forms about the second step."""

from wtforms import PasswordField, StringField

from webapp.forms import Form, required
from webapp.i18n import lazy_gettext


class ConfirmForm(Form):
    """The first code of an app that was just set up."""

    code = StringField(
        lazy_gettext("Code uit je app"),
        validators=[required(lazy_gettext("Vul de zes cijfers in die je app laat zien."))],
    )


class PasswordForm(Form):
    """My password once more, before something that weakens my account."""

    wachtwoord = PasswordField(
        lazy_gettext("Je wachtwoord"),
        validators=[required(lazy_gettext("Vul je wachtwoord in."))],
    )
