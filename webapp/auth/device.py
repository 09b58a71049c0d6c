"""What a browser remembers of who signed in there: a signed cookie, for thirty days.

It lets nobody in. It keeps three promises: guesses of others never shut out who signed in here
before, text that was typed here goes back to who typed it, and a device that somebody trusts
asks for no second step. It is not sent along when another site posts a form (SameSite=Lax).
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from flask import Response, after_this_request, request
from itsdangerous import BadData, URLSafeTimedSerializer

from graph.domain.users import User
from webapp.clock import now
from webapp.context import current_settings

LASTS = timedelta(days=30)
"""How long a device is known, and how long it can be trusted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """Who signed in here last. Trust ends when the ``epoch`` of their sessions does."""

    id: str
    user_id: str
    epoch: int
    trusted_until: float

    def is_trusted_by(self, user: User, at: datetime) -> bool:
        """Return whether this device may do without the second step."""
        is_theirs = (self.user_id, self.epoch) == (user.id, user.session_epoch)
        return is_theirs and at.timestamp() < self.trusted_until


def current_device() -> Device | None:
    """Return what this browser remembers; None for a browser where nobody signed in."""
    try:
        said = _serializer().loads(
            request.cookies.get(_name(), ""), max_age=int(LASTS.total_seconds())
        )
    except BadData:
        return None
    id, user_id, epoch, trusted_until = cast("tuple[str, str, int, float]", said)
    return Device(id=id, user_id=user_id, epoch=epoch, trusted_until=trusted_until)


def remember(user: User, *, trust: bool) -> None:
    """Let this browser know who signed in; ``trust`` says that it needs no second step from now.

    Signing in again keeps a trust as it was: it is never made longer by itself.
    """
    before = current_device()
    until = (now() + LASTS).timestamp() if trust else 0.0
    if not trust and before and before.is_trusted_by(user, now()):
        until = before.trusted_until
    said = [secrets.token_urlsafe(16), user.id, user.session_epoch, until]
    _set_cookie(_serializer().dumps(said))


def _set_cookie(value: str) -> None:
    @after_this_request
    def set_cookie(response: Response) -> Response:
        response.set_cookie(
            _name(),
            value,
            max_age=LASTS,
            secure=current_settings().secure,
            httponly=True,
            samesite="Lax",
        )
        return response


def _name() -> str:
    return "__Host-apparaat" if current_settings().secure else "apparaat"


def _serializer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_settings().secret_key, salt="device")
