# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUntypedFunctionDecorator=false
"""Who is signed in. The only module that touches flask-login, which ships no types."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

import flask_login
from flask import Flask, current_app, session

from graph.database import Graph
from graph.domain.users import User
from graph.errors import NotFoundError
from graph.repositories import users
from webapp.auth.store import renew_session
from webapp.clock import now
from webapp.settings import WebSettings

_EPOCH = "epoch"
_SINCE = "since"
_PENDING = "pending"
_SET_UP = "must_set_up"

TYPED = "typed"
"""What survives signing in: text that waits, see ``webapp.auth.typed``."""

_PENDING_LASTS = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """Who gave the right password and owes the second step; ``next`` is where they were going."""

    user_id: str
    epoch: int
    next: str | None


class _Account(flask_login.UserMixin):
    def __init__(self, user: User) -> None:
        self.id = user.id
        self.user = user


def init_app(app: Flask, *, graph: Graph, settings: WebSettings) -> None:
    """Recognise who sends a request by their session."""
    manager = flask_login.LoginManager()
    # Without its context processor: an error page must not ask the graph who is looking.
    manager.init_app(app, add_context_processor=False)
    # Sessions live on the server; binding them to an address would sign phones out on the move.
    manager.session_protection = None  # pyright: ignore[reportAttributeAccessIssue] -- as documented

    @manager.user_loader
    def load_account(user_id: str) -> _Account | None:
        if _is_too_old(settings):
            return None
        try:
            user = users.get(graph, user_id=user_id)
        except NotFoundError:
            return None
        return _Account(user) if user.session_epoch == session.get(_EPOCH) else None


def sign_in(user: User, *, must_set_up: bool = False) -> None:
    """Start a fresh session for a user; it ends when their ``session_epoch`` rises.

    ``must_set_up`` says that they may do nothing before they have a second factor.
    """
    _start_anew()
    flask_login.login_user(_Account(user))
    session[_EPOCH] = user.session_epoch
    session[_SINCE] = now().isoformat()
    session[_SET_UP] = must_set_up
    renew_session(current_app)


def ask_second_step(user: User, *, next: str | None) -> None:
    """Remember for ten minutes who gave the right password; they are not signed in."""
    _start_anew()
    at = now().isoformat()
    session[_PENDING] = {"user_id": user.id, "epoch": user.session_epoch, "at": at, "next": next}
    renew_session(current_app)


def pending() -> Pending | None:
    """Return who owes the second step in this browser."""
    stored = cast("dict[str, Any] | None", session.get(_PENDING))
    if not stored or now() - datetime.fromisoformat(stored["at"]) > _PENDING_LASTS:
        return None
    return Pending(user_id=stored["user_id"], epoch=stored["epoch"], next=stored["next"])


def must_set_up() -> bool:
    """Return whether who is signed in must first set up a second factor."""
    return bool(session.get(_SET_UP))


def sign_out() -> None:
    """End the session, on the server too."""
    flask_login.logout_user()
    session.clear()


def is_signed_in() -> bool:
    """Return whether somebody is signed in."""
    return bool(_current().is_authenticated)


def signed_in_user() -> User:
    """Return who is signed in; only for routes whose rule asks for that."""
    return cast("_Account", _current()).user


def _start_anew() -> None:
    """Forget all of this session, but for text that waits for who is signing in."""
    typed = session.get(TYPED)
    session.clear()
    if typed:
        session[TYPED] = typed


def _current() -> Any:  # noqa: ANN401 -- a proxy without a type
    return flask_login.current_user


def _is_too_old(settings: WebSettings) -> bool:
    since = session.get(_SINCE)
    return since is None or now() - datetime.fromisoformat(since) > settings.session_lifetime
