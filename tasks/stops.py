"""The signed token in a stop link: who holds the mail may stop it, without signing in.

It does not expire, since a mail may be opened years later; it can only switch one mail.
"""

from dataclasses import dataclass
from typing import cast

from itsdangerous import BadSignature, URLSafeSerializer

from graph.domain.words import MessageKind

_PURPOSE = "stop-mail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Which mail to whom; ``network_id`` is None for mail that tells of all networks."""

    kind: MessageKind
    user_id: str
    network_id: str | None


def sign(stop: Stop, *, secret_key: str) -> str:
    """Return the token for a stop link."""
    return _serializer(secret_key).dumps([stop.kind, stop.user_id, stop.network_id])


def read(token: str, *, secret_key: str) -> Stop | None:
    """Return what a token says, or None when we did not sign it."""
    try:
        kind, user_id, network_id = cast("list[str]", _serializer(secret_key).loads(token))
    except BadSignature:
        return None
    return Stop(kind=MessageKind(kind), user_id=user_id, network_id=network_id)


def _serializer(secret_key: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret_key, salt=_PURPOSE)
