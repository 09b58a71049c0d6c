"""Tokens: a link in a mail that lets somebody do one thing, once, and not for long.

The graph keeps the hash of its secret. The secret is made when the mail leaves and when the token
is made, out of its id and the secret of the installation: who reads the graph cannot make it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from graph.domain.words import TokenKind

LASTS = {
    TokenKind.RESET: timedelta(minutes=30),
    TokenKind.INVITE: timedelta(days=7),
    TokenKind.ADDRESS: timedelta(hours=24),
}
"""How long a link works, from the moment that somebody asked for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewToken:
    """A token for an account, mailed to ``email``: also an address that is still to be proven.

    ``network_id`` and ``by_name`` tell to what an invitation is, and from whom.
    """

    id: str
    kind: TokenKind
    user_id: str
    email: str
    network_id: str | None = None
    by_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A token of an account that is not disabled; ``network_name`` is None without a network."""

    id: str
    kind: TokenKind
    user_id: str
    user_name: str
    email: str
    network_id: str | None
    network_name: str | None
    by_name: str
    expires_at: datetime
    used_at: datetime | None

    def is_open(self, now: datetime) -> bool:
        """Return whether it can still be used."""
        return self.used_at is None and now < self.expires_at
