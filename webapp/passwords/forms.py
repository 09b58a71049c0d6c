"""The forms about passwords."""

from wtforms import PasswordField, StringField
from wtforms.validators import EqualTo, Length

from webapp.auth.passwords import MAX_LENGTH, MIN_LENGTH
from webapp.forms import Form, required
from webapp.i18n import lazy_gettext


class ForgottenForm(Form):
    """The address to which a link goes."""

    email = StringField(
        lazy_gettext("E-mailadres"),
        validators=[required(lazy_gettext("Vul je e-mailadres in."))],
    )


def _length() -> Length:
    return Length(
        min=MIN_LENGTH,
        max=MAX_LENGTH,
        message=lazy_gettext("Neem een wachtwoord van 12 tot 128 tekens, zoals een korte zin."),
    )


class NewPasswordForm(Form):
    """A password twice, since nobody sees what is typed."""

    wachtwoord = PasswordField(
        lazy_gettext("Nieuw wachtwoord"),
        validators=[required(lazy_gettext("Kies een nieuw wachtwoord.")), _length()],
    )
    wachtwoord_weer = PasswordField(
        lazy_gettext("Nog een keer"),
        validators=[
            EqualTo("wachtwoord", lazy_gettext("Typ twee keer hetzelfde nieuwe wachtwoord."))
        ],
    )


class ChangePasswordForm(NewPasswordForm):
    """Another password, for who knows the one of now."""

    leading = ("wachtwoord_nu",)

    wachtwoord_nu = PasswordField(
        lazy_gettext("Wachtwoord van nu"),
        validators=[required(lazy_gettext("Vul je wachtwoord van nu in."))],
    )
