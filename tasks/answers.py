"""The signed tokens in a reminder: put it off, or say that you had contact, without signing in.

Each is for one act about one thing, and for thirty days.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import cast

from itsdangerous import BadData, URLSafeTimedSerializer

LASTS = timedelta(days=30)


class Act(StrEnum):
    """What a link lets its holder do."""

    SNOOZE = "snooze"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Who answers about what: ``about`` as in ``graph.domain.reminders.Reminder``."""

    user_id: str
    network_id: str
    about: str


def sign(answer: Answer, act: Act, *, secret_key: str) -> str:
    """Return the token for a link."""
    parts = [answer.user_id, answer.network_id, answer.about]
    return str(_serializer(act, secret_key).dumps(parts))


def read(token: str, act: Act, *, secret_key: str) -> Answer | None:
    """Return what a token says; None when we did not sign it for this act, or too long ago."""
    try:
        said = _serializer(act, secret_key).loads(token, max_age=int(LASTS.total_seconds()))
    except BadData:
        return None
    user_id, network_id, about = cast("list[str]", said)
    return Answer(user_id=user_id, network_id=network_id, about=about)


def _serializer(act: Act, secret_key: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret_key, salt=f"answer-mail-{act}")
