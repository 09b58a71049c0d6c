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
    graph = open_graph()
    known = users.find_by_email(graph, email=email)
    if known is None:
        return
    new = NewToken(
        id=token_id,
        kind=TokenKind.RESET,
        user_id=known.user_id,
        email=users.normal_email(email),
    )
    secret_key, now = task_settings().secret_key, _now()
    key = graph.transact(lambda tx: ask(tx, new=new, secret_key=secret_key, now=now))
    send_message.enqueue(key)


@job()
def forget_tokens() -> None:
    """Remove links that ended a day ago, with the address in them. Twice is safe."""
    tokens.forget(open_graph(), before=_now() - _KEPT)


def _now() -> datetime:
    return datetime.now(UTC)
