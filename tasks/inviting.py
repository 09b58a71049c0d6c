"""Inviting somebody by mail: the invitation, its link and the mail that carries it are one act."""

from datetime import datetime

from graph.database import Graph, Runner
from graph.domain.changes import Author
from graph.domain.invitations import InvitationFields
from graph.domain.tokens import LASTS, NewToken
from graph.domain.words import TokenKind
from graph.identity import new_id
from graph.repositories import invitations
from tasks.tokens import ask


def invite(
    graph: Graph,
    *,
    network_id: str | None,
    fields: InvitationFields,
    secret_key: str,
    by: Author,
    now: datetime,
) -> str | None:
    """Invite an address, or once more, and return the key of the mail, to enqueue.

    Returns None when the address belongs to a member of the network already. An older link to the
    same works no longer.
    """
    new_user_id, token_id = new_id(), new_id()
    kind = TokenKind.INVITE

    def work(tx: Runner) -> str | None:
        user_id = invitations.save(
            tx,
            network_id=network_id,
            fields=fields,
            user_id=new_user_id,
            expires_at=now + LASTS[kind],
            by=by,
            now=now,
        )
        if user_id is None:
            return None
        token = NewToken(
            id=token_id,
            kind=kind,
            user_id=user_id,
            email=fields.email,
            network_id=network_id,
            by_name=by.name,
        )
        return ask(tx, new=token, secret_key=secret_key, now=now)

    return graph.transact(work)
