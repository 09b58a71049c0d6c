"""Invitations: somebody is asked by mail to become a member, and is one only after a yes."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from graph.domain.changes import INSTALLATION
from graph.domain.words import Role


class InvitationState(StrEnum):
    """What became of an invitation; one that is open may have ended by its time."""

    OPEN = "open"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationFields:
    """Whom somebody invites, as typed. ``role`` is None for an account without a network."""

    email: str
    name: str
    role: Role | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """An invitation of an account, whose own name and state the inviter does not get to see."""

    id: str
    user_id: str
    fields: InvitationFields
    state: InvitationState
    by_name: str
    expires_at: datetime
    updated_at: datetime

    def has_ended(self, now: datetime) -> bool:
        """Return whether its link works no longer."""
        return now >= self.expires_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """How somebody takes an account that was made for an invitation into use."""

    name: str
    password_hash: str


def invitation_id(network_id: str | None, user_id: str) -> str:
    """Return the id of the one invitation of an account to a network, or to none."""
    return f"{network_id or INSTALLATION}:{user_id}"
