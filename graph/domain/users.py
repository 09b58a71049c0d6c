"""People who sign in: the regisseur's own side; partners get no account."""

from dataclasses import dataclass

from graph.domain.networks import MemberNetwork


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """An account that is not disabled. ``session_epoch`` rises when all sessions must end.

    ``shortcuts`` tells whether "/" and Ctrl+K lead to the search field.
    """

    id: str
    email: str
    name: str
    is_admin: bool
    is_demo: bool
    session_epoch: int
    mail_bounces: bool = False
    shortcuts: bool = True
    memberships: tuple[MemberNetwork, ...] = ()

    def network(self, slug: str) -> MemberNetwork | None:
        """Return the network at this address as the user enters it; None for who is no member."""
        return next((each for each in self.memberships if each.slug == slug), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """What is needed to check a password; ``session_epoch`` as in ``User``."""

    user_id: str
    password_hash: str
    session_epoch: int
