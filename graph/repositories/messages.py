"""The ledger of mails in the graph: created once per key, sent by one holder at a time."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from graph.database import Graph, Row, Runner
from graph.domain.batches import batches
from graph.domain.messages import (
    LEASE,
    OVERDUE_AFTER,
    Claim,
    Message,
    NewMessage,
    Outcome,
    Turn,
    given_up,
)
from graph.domain.words import MessageKind, MessageReason, MessageState
from graph.errors import NotFoundError
from graph.identity import new_id
from graph.queries import load_query

_CREATE = load_query("messages/create")
_LOCK = load_query("messages/lock")
_CLAIM = load_query("messages/claim")
_HAND_OVER = load_query("messages/hand_over")
_MARK = load_query("messages/mark")
_LIST_DUE = load_query("messages/list_due")
_LIST_FOR_USER = load_query("messages/list_for_user")
_GET_FOR_USER = load_query("messages/get_for_user")
_LIST_LAST_SENT = load_query("messages/list_last_sent")
_LIST_TROUBLED = load_query("messages/list_troubled")
_COUNT_STATES = load_query("messages/count_states")
_COUNT_OVERDUE = load_query("messages/count_overdue")
_RETRY = load_query("messages/retry")
_LIST_KNOWN = load_query("messages/list_known")


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageLine:
    """A message as its user sees it; ``network_name`` is None when it tells of all networks."""

    message: Message
    network_name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """A mail that somebody who looks after the installation should see; never its body."""

    id: str
    kind: MessageKind
    state: MessageState
    reason: MessageReason | None
    subject: str
    not_before: datetime
    updated_at: datetime
    attempts: int
    user_name: str
    network_name: str | None

    @property
    def may_retry(self) -> bool:
        """Return whether it waits for somebody to decide."""
        return self.state in {MessageState.FAILED, MessageState.UNCERTAIN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How many mails of a kind stand in one state, for one reason."""

    kind: MessageKind
    state: MessageState
    reason: MessageReason | None
    messages: int


def create(tx: Runner, *, new: Sequence[NewMessage], now: datetime) -> list[str]:
    """Write mails in the ledger and return their keys; again changes nothing.

    A mail to a user who does not exist is left out, so that it stops nobody else's.
    """
    rows = [_stored(each) for each in new]
    return [row["key"] for row in tx.write(_CREATE, rows=rows, now=now)]


def create_missing(graph: Graph, *, new: Sequence[NewMessage], now: datetime) -> int:
    """Write those that do not stand in the ledger yet, and return how many those were."""
    known = {
        row["key"]
        for batch in batches(new)
        for row in graph.read(_LIST_KNOWN, keys=[each.key for each in batch])
    }
    missing = [each for each in new if each.key not in known]
    for batch in batches(missing):
        graph.transact(lambda tx, batch=batch: create(tx, new=batch, now=now))
    return len(missing)


def claim(tx: Runner, *, key: str, now: datetime) -> Claim | None:
    """Take a message to send it; None when it is not due, or when somebody else has it.

    After a second interruption nobody sends it again, since nobody knows whether it arrived.
    """
    token = tx.new_id()
    message, holder = _locked(tx, key)
    if holder == token and message.state is MessageState.SENDING:
        # The commit of this claim was interrupted, and had been done.
        return Claim(message=message, token=token, lease_until=now + LEASE)
    match message.turn(now):
        case Turn.SEND:
            return _claim(tx, message, token, now)
        case Turn.GIVE_UP:
            held = _claim(tx, message, token, now)
            mark(tx, claim=held, outcome=given_up(message), now=now)
            return None
        case Turn.LEAVE:
            return None


def current(tx: Runner, *, key: str) -> Message:
    """How a message stands, locked until the transaction ends. Raises NotFoundError."""
    return _locked(tx, key)[0]


def hand_over(tx: Runner, *, claim: Claim, now: datetime) -> bool:
    """Write down, before it is so, that the mail server gets it; the lease begins again.

    False when the claim was lost to another sender, who has the mail now.
    """
    return bool(
        tx.write(
            _HAND_OVER,
            key=claim.message.key,
            token=claim.token,
            lease_until=now + LEASE,
            interruptions=claim.message.interruptions + 1,
            now=now,
        )
    )


def mark(tx: Runner, *, claim: Claim, outcome: Outcome, now: datetime) -> bool:
    """Say what became of a message; False when the claim was lost to another sender.

    What is known is no interruption. Again by the same holder changes nothing.
    """
    return bool(
        tx.write(
            _MARK,
            key=claim.message.key,
            token=claim.token,
            state=outcome.state,
            reason=outcome.reason,
            subject=outcome.subject,
            interruptions=claim.message.interruptions,
            not_before=outcome.not_before,
            sent_at=now if outcome.state is MessageState.SENT else None,
            now=now,
        )
    )


def list_troubled(graph: Runner, *, now: datetime, limit: int = 200) -> list[Trouble]:
    """The mails that failed, are uncertain or overdue, the newest first."""
    rows = graph.read(_LIST_TROUBLED, overdue_since=now - OVERDUE_AFTER, limit=limit)
    return [Trouble(**(row | _words(row))) for row in rows]


def standings(graph: Runner, *, since: datetime) -> list[Standing]:
    """How many mails stand where, of those made since a moment."""
    rows = graph.read(_COUNT_STATES, since=since)
    return [Standing(**(row | _words(row))) for row in rows]


def count_overdue(graph: Runner, *, now: datetime) -> int:
    """How many mails should have left ten minutes ago or longer."""
    [row] = graph.read(_COUNT_OVERDUE, overdue_since=now - OVERDUE_AFTER)
    return int(row["messages"])


def retry(graph: Graph, *, message_id: str, now: datetime) -> str:
    """Let a mail leave again and return its key. Raises NotFoundError unless it had ended badly.

    It keeps its Message-ID, so that a mailbox may see that it is the same mail.
    """
    match graph.write(_RETRY, id=message_id, token=new_id(), now=now):
        case [row]:
            return str(row["key"])
        case _:
            raise NotFoundError(f"message {message_id}")


def list_due(graph: Graph, *, now: datetime, limit: int = 1000) -> list[str]:
    """The keys of messages that somebody must send now, the longest due first."""
    return [row["key"] for row in graph.read(_LIST_DUE, now=now, limit=limit)]


def list_for_user(graph: Graph, *, user_id: str, limit: int = 100) -> list[MessageLine]:
    """The messages to a user, newest first, without the skipped ones."""
    return [_line(row) for row in graph.read(_LIST_FOR_USER, user_id=user_id, limit=limit)]


def get_for_user(graph: Graph, *, user_id: str, message_id: str) -> MessageLine:
    """One message to a user. Raises NotFoundError, also for a message to somebody else."""
    match graph.read(_GET_FOR_USER, user_id=user_id, id=message_id):
        case [row]:
            return _line(row)
        case _:
            raise NotFoundError(f"message {message_id}")


def last_sent(graph: Runner, *, user_id: str) -> dict[tuple[MessageKind, str | None], datetime]:
    """When the last message of each kind went to a user, per network (None: of all networks)."""
    return {
        (MessageKind(row["kind"]), row["network_id"]): row["sent_at"]
        for row in graph.read(_LIST_LAST_SENT, user_id=user_id)
    }


def _stored(new: NewMessage) -> Row:
    return asdict(new) | {"id": new_id()}


def _locked(tx: Runner, key: str) -> tuple[Message, str | None]:
    """Return a message and the token of who is sending it."""
    match tx.write(_LOCK, key=key, lock=new_id()):
        case [row]:
            holder = row.pop("token")
            return _message(row), holder
        case _:
            raise NotFoundError(f"message {key}")


def _claim(tx: Runner, message: Message, token: str, now: datetime) -> Claim:
    tx.write(_CLAIM, key=message.key, token=token, lease_until=now + LEASE, now=now)
    return Claim(message=message, token=token, lease_until=now + LEASE)


def _line(row: Row) -> MessageLine:
    network_name = row.pop("network_name")
    return MessageLine(message=_message(row), network_name=network_name)


def _message(row: Row) -> Message:
    return Message(**(row | _words(row)))


def _words(row: Row) -> Row:
    return {
        "kind": MessageKind(row["kind"]),
        "state": MessageState(row["state"]),
        "reason": MessageReason(row["reason"]) if row["reason"] else None,
    }
