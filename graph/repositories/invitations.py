"""Invitations in the graph: one for each account in each network, with what became of it."""

from datetime import datetime

from graph.database import Graph, Row, Runner
from graph.domain.changes import INSTALLATION, Author
from graph.domain.invitations import (
    Invitation,
    InvitationFields,
    InvitationState,
    Opening,
    invitation_id,
)
from graph.domain.words import Role, TokenKind
from graph.errors import NotFoundError
from graph.identity import new_id
from graph.queries import load_query
from graph.repositories import accounts, changes, members, tokens
from graph.repositories.users import normal_email

_FIND_ACCOUNT = load_query("invitations/find_account")
_SAVE = load_query("invitations/save")
_GET = load_query("invitations/get")
_LIST_OPEN = load_query("invitations/list_open")
_CLOSE = load_query("invitations/close")

_KIND = "Invitation"


def save(
    tx: Runner,
    *,
    network_id: str | None,
    fields: InvitationFields,
    user_id: str,
    expires_at: datetime,
    by: Author,
    now: datetime,
) -> str | None:
    """Invite an address, or invite it again, and return the id of its account.

    ``user_id`` is that of an account to make when the address has none: nobody can sign in to it
    yet. Returns None when the address belongs to a member already. ``network_id`` is None for an
    account without a network.
    """
    bound = network_id or INSTALLATION
    rows = tx.read(_FIND_ACCOUNT, network_id=bound, email=normal_email(fields.email))
    if rows and rows[0]["is_member"]:
        return None
    if rows:
        user_id = rows[0]["user_id"]
    else:
        accounts.create_invited(tx, id=user_id, email=fields.email, name=fields.name, now=now)
    id = invitation_id(network_id, user_id)
    tx.write(
        _SAVE,
        network_id=bound,
        id=id,
        user_id=user_id,
        email=normal_email(fields.email),
        name=fields.name,
        role=fields.role,
        by_id=by.id,
        by_name=by.name,
        expires_at=expires_at,
        now=now,
    )
    _record(tx, bound, id, "invited", fields=fields, by=by, now=now)
    return user_id


def get(graph: Runner, *, network_id: str | None, id: str) -> Invitation:
    """One invitation, whatever became of it. Raises NotFoundError."""
    rows = graph.read(_GET, network_id=network_id or INSTALLATION, id=id)
    if not rows:
        raise NotFoundError(f"invitation {id}")
    return _invitation(rows[0])


def list_open(graph: Runner, *, network_id: str | None, limit: int = 200) -> list[Invitation]:
    """Who was invited and did not answer yet, also too late to; the newest first."""
    rows = graph.read(_LIST_OPEN, network_id=network_id or INSTALLATION, limit=limit)
    return [_invitation(row) for row in rows]


def withdraw(
    graph: Graph, *, network_id: str | None, user_id: str, by: Author, now: datetime
) -> None:
    """Let an invitation and its link hold no longer; an account made for it alone goes too.

    Raises NotFoundError when it is not open.
    """

    def work(tx: Runner) -> None:
        _close(tx, network_id, user_id, InvitationState.WITHDRAWN, by=by, now=now)
        tokens.withdraw(tx, user_id=user_id, kind=TokenKind.INVITE, network_id=network_id, now=now)
        accounts.remove_unused(tx, user_id=user_id)

    graph.transact(work)


def accept(
    graph: Graph, *, secret: str, user_id: str | None, opening: Opening | None, now: datetime
) -> None:
    """Say yes to the invitation in a link, once: become a member.

    An account without a password gets its first one by ``opening``; the owner of any other is
    signed in as ``user_id``. Raises NotFoundError when the link is used, too old or not theirs.
    """

    def work(tx: Runner) -> None:
        token = tokens.consume(tx, secret=secret, kind=TokenKind.INVITE, now=now)
        if opening:
            accounts.open_invited(
                tx,
                user_id=token.user_id,
                name=opening.name,
                password_hash=opening.password_hash,
                now=now,
            )
        elif token.user_id != user_id:
            raise NotFoundError("an invitation of the account that is signed in")
        by = Author(id=token.user_id, name=opening.name if opening else token.user_name)
        network_id = token.network_id
        state = InvitationState.ACCEPTED
        fields = _close(tx, network_id, token.user_id, state, by=by, now=now)
        if network_id and fields.role:
            members.join(
                tx,
                network_id=network_id,
                user_id=token.user_id,
                role=fields.role,
                by=by,
                now=now,
            )

    graph.transact(work)


def _close(
    tx: Runner,
    network_id: str | None,
    user_id: str,
    state: InvitationState,
    *,
    by: Author,
    now: datetime,
) -> InvitationFields:
    """Accept or withdraw an open invitation, and return what was offered."""
    bound, id = network_id or INSTALLATION, invitation_id(network_id, user_id)
    rows = tx.write(_CLOSE, network_id=bound, id=id, state=state, token=new_id(), now=now)
    if not rows:
        raise NotFoundError(f"open invitation {id}")
    fields = _fields(rows[0])
    _record(tx, bound, id, state, fields=fields, by=by, now=now)
    return fields


def _record(
    tx: Runner,
    network_id: str,
    id: str,
    verb: str,
    *,
    fields: InvitationFields,
    by: Author,
    now: datetime,
) -> None:
    changes.record(
        tx,
        network_id=network_id,
        verb=verb,
        kind=_KIND,
        subject_id=id,
        subject_name=fields.name,
        by=by,
        now=now,
        after={"email": fields.email, "role": fields.role},
    )


def _invitation(row: Row) -> Invitation:
    names = ("id", "user_id", "by_name", "expires_at", "updated_at")
    return Invitation(
        **{name: row[name] for name in names},
        fields=_fields(row),
        state=InvitationState(row["state"]),
    )


def _fields(row: Row) -> InvitationFields:
    return InvitationFields(
        email=row["email"], name=row["name"], role=Role(row["role"]) if row["role"] else None
    )
