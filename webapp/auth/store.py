# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false
# pyright: reportMissingParameterType=false, reportIncompatibleMethodOverride=false
"""Sessions, kept on the broker. The only module that touches flask-session, which ships no types.

When the broker is away nobody can be recognised: the page gets an empty session that says so, and
``webapp.access`` decides whether that page can do without.
"""

from typing import Any, cast

import msgspec
import structlog
from flask import Flask, Request, Response, session
from flask.sessions import SessionMixin
from flask_session.base import ServerSideSession
from flask_session.redis import RedisSessionInterface
from redis import Redis
from redis.exceptions import RedisError

log = structlog.get_logger()

_PREFIX = "session:"


class Session(ServerSideSession):
    """A session; ``lost`` when the broker could not be asked for it."""

    lost = False


class _Sessions(RedisSessionInterface):
    session_class = Session

    def __init__(self, app: Flask, broker: Redis) -> None:
        super().__init__(app, client=broker, key_prefix=_PREFIX)
        self.serializer = _MessagePack()

    def open_session(self, app: Flask, request: Request) -> ServerSideSession:
        try:
            return super().open_session(app, request)
        except RedisError:
            log.warning("sessions_unavailable", doing="open")
            empty = Session(sid=self._generate_sid(self.sid_length), permanent=self.permanent)
            empty.lost = True
            return empty

    def save_session(self, app: Flask, session: Session, response: Response) -> None:
        if session.lost:
            return
        try:
            super().save_session(app, session, response)
        except RedisError:
            # The page itself is made already; the worst that is lost is a message on the next.
            log.warning("sessions_unavailable", doing="save")


class _MessagePack:
    """Only MessagePack: the serializer of flask-session still falls back on pickle."""

    def encode(self, session: SessionMixin) -> bytes:
        return msgspec.msgpack.encode(dict(session))

    def decode(self, data: bytes) -> dict[str, Any]:
        return msgspec.msgpack.decode(data, type=dict[str, Any])


def init_app(app: Flask, broker: Redis) -> None:
    """Keep the sessions of ``app`` on ``broker``."""
    app.session_interface = _Sessions(app, broker)


def end_all_sessions(broker: Redis) -> None:
    """Let everybody sign in again. Raises RedisError when the broker is away."""
    for key in broker.scan_iter(f"{_PREFIX}*"):
        broker.delete(key)


def session_is_lost() -> bool:
    """Return whether the broker could not tell who sent this request."""
    return bool(getattr(session, "lost", False))


def renew_session(app: Flask) -> None:
    """Give the session another name, so that one planted before signing in is worth nothing."""
    cast("_Sessions", app.session_interface).regenerate(cast("Session", session))
