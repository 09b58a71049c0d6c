"""What the admin of the installation does with accounts; each act is a line in its log."""

from datetime import datetime

from graph.database import Graph, Row, Runner
from graph.domain.accounts import Account, AccountDetails, AccountPage, AccountState, Place
from graph.domain.changes import INSTALLATION, Author
from graph.domain.folding import sort_name
from graph.domain.words import Role
from graph.errors import LastOneError, NotFoundError
from graph.identity import new_id
from graph.queries import load_query
from graph.repositories import changes, second_factors
from graph.repositories.users import normal_email

_LIST = load_query("accounts/list")
_COUNT = load_query("accounts/count")
_GET = load_query("accounts/get")
_CREATE_INVITED = load_query("accounts/create_invited")
_OPEN = load_query("accounts/open")
_REMOVE_UNUSED = load_query("accounts/remove_unused")
_LOCK_ADMINS = load_query("accounts/lock_admins")
_SET_ADMIN = load_query("accounts/set_admin")
_SET_DISABLED = load_query("accounts/set_disabled")

_KIND = "User"


def find(
    graph: Graph,
    *,
    question: str = "",
    state: AccountState | None = None,
    skip: int = 0,
    limit: int = 50,
) -> AccountPage:
    """One page of the accounts whose name or address holds the question, by first name."""
    narrowed: Row = {"text": question.strip().lower() or None, "state": state}

    def work(tx: Runner) -> AccountPage:
        rows = tx.read(_LIST, **narrowed, skip=skip, limit=limit)
        [count] = tx.read(_COUNT, **narrowed)
        return AccountPage(items=tuple(map(_account, rows)), total=int(count["total"]))

    return graph.read_all(work)


def get(graph: Runner, *, user_id: str) -> AccountDetails:
    """One account, closed or not, with the networks it is a member of. Raises NotFoundError."""
    rows = graph.read(_GET, id=user_id)
    if not rows:
        raise NotFoundError(f"account {user_id}")
    row = rows[0]
    places = [_place(each) for each in row.pop("places")]
    created_at = row.pop("created_at")
    return AccountDetails(
        account=Account(**row),
        created_at=created_at,
        places=tuple(sorted(places, key=lambda each: sort_name(each.name))),
    )


def create_invited(tx: Runner, *, id: str, email: str, name: str, now: datetime) -> None:
    """Make an account to which nobody can sign in until its invitation is accepted."""
    tx.write(_CREATE_INVITED, id=id, email=normal_email(email), name=name, now=now)


def open_invited(
    tx: Runner, *, user_id: str, name: str, password_hash: str, now: datetime
) -> None:
    """Give an invited account its first password. Raises NotFoundError when it has one."""
    if not tx.write(_OPEN, id=user_id, name=name, password_hash=password_hash, now=now):
        raise NotFoundError(f"invited account {user_id}")


def remove_unused(tx: Runner, *, user_id: str) -> None:
    """Remove an account that was only made for an invitation which nobody waits for any more."""
    tx.write(_REMOVE_UNUSED, id=user_id)


def set_admin(graph: Graph, *, user_id: str, is_admin: bool, by: Author, now: datetime) -> None:
    """Make an account admin or no longer, which ends its sessions.

    Raises NotFoundError, and LastOneError when nobody would be left to look after all this.
    """

    def work(tx: Runner) -> None:
        if not is_admin:
            _keep_an_admin(tx, user_id)
        rows = tx.write(_SET_ADMIN, id=user_id, is_admin=is_admin, now=now)
        _record(tx, user_id, rows, "made_admin" if is_admin else "unmade_admin", by=by, now=now)

    graph.transact(work)


def set_disabled(graph: Graph, *, user_id: str, disabled: bool, by: Author, now: datetime) -> None:
    """Close an account or open it again, which ends its sessions.

    Raises NotFoundError, and LastOneError when nobody would be left to look after all this.
    """

    def work(tx: Runner) -> None:
        if disabled:
            _keep_an_admin(tx, user_id)
        disabled_at = now if disabled else None
        rows = tx.write(_SET_DISABLED, id=user_id, disabled_at=disabled_at, now=now)
        _record(tx, user_id, rows, "disabled" if disabled else "enabled", by=by, now=now)

    graph.transact(work)


def remove_second_factor(graph: Graph, *, user_id: str, by: Author, now: datetime) -> None:
    """Let somebody who lost it sign in without second factor, and set up another one.

    Ends their sessions. Raises NotFoundError.
    """

    def work(tx: Runner) -> None:
        second_factors.remove(tx, user_id=user_id, now=now)
        rows: list[Row] = [{"name": get(tx, user_id=user_id).account.name}]
        _record(tx, user_id, rows, "second_factor_removed", by=by, now=now)

    graph.transact(work)


def _account(row: Row) -> Account:
    fields: Row = row | {"networks": tuple(sorted(row["networks"], key=sort_name))}
    return Account(**fields)


def _place(row: Row) -> Place:
    fields: Row = row | {"role": Role(row["role"])}
    return Place(**fields)


def _keep_an_admin(tx: Runner, user_id: str) -> None:
    """Raise LastOneError for the last admin; the first statement, since it takes the locks."""
    if [row["id"] for row in tx.write(_LOCK_ADMINS, token=new_id())] == [user_id]:
        raise LastOneError("admin of the installation")


def _record(
    tx: Runner,
    user_id: str,
    rows: list[Row],
    verb: str,
    *,
    by: Author,
    now: datetime,
) -> None:
    if not rows:
        raise NotFoundError(f"account {user_id}")
    changes.record(
        tx,
        network_id=INSTALLATION,
        verb=verb,
        kind=_KIND,
        subject_id=user_id,
        subject_name=rows[0]["name"],
        by=by,
        now=now,
    )
