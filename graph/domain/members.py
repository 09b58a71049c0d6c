"""Members of a network: who may enter it, as what."""

from dataclasses import dataclass
from datetime import datetime

from graph.domain.words import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A member as a line in the list of the regisseur; ``disabled`` when the account is closed.

    ``gets_digest`` tells what they chose, ``bounces`` that mail to them comes back.
    """

    user_id: str
    name: str
    email: str
    role: Role
    since: datetime | None
    gets_digest: bool
    bounces: bool
    disabled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What one member is, and how many other regisseurs can sign in."""

    name: str
    role: Role
    other_regisseurs: int

    def is_needed(self, role: Role | None) -> bool:
        """Tell whether the network would be without a regisseur if they got ``role``, or left."""
        is_last = self.role is Role.REGISSEUR and not self.other_regisseurs
        return is_last and role is not Role.REGISSEUR
