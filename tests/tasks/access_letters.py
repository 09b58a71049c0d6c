"""An invitation, for the golden copies."""

from datetime import timedelta

from graph.domain.tokens import Token
from graph.domain.words import TokenKind
from tasks.letting_in import tell
from tasks.links import Links
from tasks.mail.letter import Letter
from tests.given import NOW


def access_letter() -> Letter:
    """What somebody reads who is invited to a network."""
    token = Token(
        id="token",
        kind=TokenKind.INVITE,
        user_id="ben",
        user_name="Ben",
        email="ben@example.org",
        network_id="dorp",
        network_name="Dorp <Oostpoort>",
        by_name="Ana",
        expires_at=NOW + timedelta(days=7),
        used_at=None,
    )
    return tell(token, secret="secret", links=Links("https://energie.example"))
