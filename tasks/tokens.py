"""The secret in a mailed link, and asking for such a mail.

The secret is the id of the token under the key of the installation. So it can be made again when
the mail leaves, and stands nowhere: the graph holds its hash, the ledger no text.
"""

import hmac
from base64 import urlsafe_b64encode
from datetime import datetime

from graph.database import Runner
from graph.domain.messages import access
from graph.domain.tokens import NewToken
from graph.repositories import messages, tokens


def secret_of(token_id: str, *, secret_key: str) -> str:
    """Return the secret of a token: 43 characters that fit in an address."""
    digest = hmac.digest(secret_key.encode(), f"token {token_id}".encode(), "sha256")
    return urlsafe_b64encode(digest).decode().rstrip("=")


def ask(tx: Runner, *, new: NewToken, secret_key: str, now: datetime) -> str:
    """Make a token and the mail with its link, and return the key of that mail, to enqueue.

    Raises NotFoundError when there is no such user.
    """
    tokens.create(tx, new=new, secret=secret_of(new.id, secret_key=secret_key), now=now)
    [key] = messages.create(tx, new=[access(new, now)], now=now)
    return key
