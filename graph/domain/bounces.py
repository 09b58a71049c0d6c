"""A mail that came back: whether for good or for now, and when that is enough to stop."""

from datetime import timedelta
from enum import StrEnum

SOFT_ENOUGH = 3
"""So many mails that came back for now say as much as one that came back for good."""

SOFT_LASTS = timedelta(days=30)

_NO_SUCH_ADDRESS = ("5.0.", "5.1.", "5.4.")
_MAILBOX_DISABLED = "5.2.1"


class Bounce(StrEnum):
    """How a mail came back."""

    HARD = "hard"
    SOFT = "soft"


def bounce_of(action: str, status: str) -> Bounce | None:
    """Return what a delivery report (RFC 3464) says; None when the mail may still arrive.

    ``status`` is a code of RFC 3463. A full mailbox, or a server that does not like our mail,
    says nothing about the address: that is for now.
    """
    if action.strip().lower() != "failed":
        return None
    code = status.strip().partition(" ")[0]
    is_hard = code.startswith(_NO_SUCH_ADDRESS) or code == _MAILBOX_DISABLED
    return Bounce.HARD if is_hard else Bounce.SOFT
