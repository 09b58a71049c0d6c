"""A handover: all that is open with one of us, passed to a colleague in one step."""

from dataclasses import dataclass
from datetime import date, timedelta

from graph.domain.followups import FollowUp

SPEAK_WITHIN = timedelta(days=14)
"""How soon the successor gets to speak with partners whose tie cools off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColdTie:
    """A collaboration past its rhythm whose last contact this user logged.

    ``is_planned`` says that somebody has an action to speak with them already.
    """

    id: str
    name: str
    last_contact_on: date
    is_planned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """What is open with one user: actions of their own, agreements they made, ties they kept."""

    actions: tuple[FollowUp, ...]
    agreements: tuple[FollowUp, ...]
    cold: tuple[ColdTie, ...]

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing to pass on."""
        return not (self.actions or self.cold)
