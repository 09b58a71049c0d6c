"""The password of who is signed in once more, before something that weighs."""

from wtforms import PasswordField

from graph.repositories import users
from webapp.auth import passwords
from webapp.auth.attempts import attempt
from webapp.auth.session import signed_in_user
from webapp.context import current_graph
from webapp.i18n import _


def refusal(field: PasswordField) -> int | None:
    """Return None when ``field`` holds my password; else say why not there: the page's status.

    Raises UnavailableError.
    """
    user = signed_in_user()
    guess = attempt(user.email, user_id=user.id)
    if not guess.may_go_on():
        field.errors = [_("Dat waren te veel pogingen. Wacht een kwartier.")]
        return 429
    known = users.find_by_email(current_graph(), email=user.email)
    if not passwords.verify(field.data or "", known.password_hash if known else None):
        guess.failed()
        field.errors = [_("Dit is niet je wachtwoord.")]
        return 422
    guess.succeeded()
    return None
