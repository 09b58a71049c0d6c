"""The jobs about links that let somebody in."""

from datetime import UTC, datetime, timedelta

from graph.domain.tokens import NewToken
from graph.domain.words import TokenKind
from graph.repositories import tokens, users
from tasks.messages import send_message
from tasks.tokens import ask
from tasks.worker import job, open_graph, task_settings

_KEPT = timedelta(days=1)


@job()
def mail_reset(token_id: str, email: str) -> None:
    """Mail a link for a new password, when there is an account with this address.

    A job and not the page looks, so that the page tells nothing, neither by its words nor by the
    time it takes. Twice is safe: the token and its mail stand there once, under the id given.
    """
    known = users.find_by_email(open_graph(), email=email)
    if known:
        email = users.normal_email(email)
        _mail(NewToken(id=token_id, kind=TokenKind.RESET, user_id=known.user_id, email=email))


@job()
def mail_address(token_id: str, user_id: str, email: str) -> None:
    """Mail a link to an address that an account wants, unless somebody has it already.

    A job and not the page looks, as for ``mail_reset``; twice is safe for the same reason.
    """
    if users.find_by_email(open_graph(), email=email) is None:
        _mail(NewToken(id=token_id, kind=TokenKind.ADDRESS, user_id=user_id, email=email))


@job()
def forget_tokens() -> None:
    """Remove links that ended a day ago, with the address in them. Twice is safe."""
    tokens.forget(open_graph(), before=_now() - _KEPT)


def _mail(new: NewToken) -> None:
    secret_key, now = task_settings().secret_key, _now()
    key = open_graph().transact(lambda tx: ask(tx, new=new, secret_key=secret_key, now=now))
    send_message.enqueue(key)


def _now() -> datetime:
    return datetime.now(UTC)
