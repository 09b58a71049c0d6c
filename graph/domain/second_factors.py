"""The second step of signing in: a code from an app on the phone (TOTP, RFC 6238)."""

from dataclasses import dataclass
from datetime import datetime

from graph.domain.users import User
from graph.domain.words import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondFactor:
    """What an account signs in with besides its password.

    ``secret`` is encrypted: only the web, which has the key of the installation, can read it.
    """

    secret: str
    since: datetime
    codes_left: int


def must_have_one(user: User) -> bool:
    """Return whether an account may do nothing without: who manages people or a network.

    The accounts of the demo may, so that everybody can look around.
    """
    is_regisseur = any(each.role is Role.REGISSEUR for each in user.memberships)
    return (user.is_admin or is_regisseur) and not user.is_demo
