"""All that the graph holds of one person."""

from collections.abc import Iterable, Sequence

from graph.database import Graph, Row, Runner
from graph.domain.dossiers import Dossier, Kept, shown
from graph.domain.erasing import Traces
from graph.errors import NotFoundError
from graph.queries import load_query
from graph.repositories import people

_LIST_MENTIONS = load_query("dossiers/list_mentions")
_LIST_LOG_MENTIONS = load_query("dossiers/list_log_mentions")
_LIST_ROLE_MENTIONS = load_query("dossiers/list_role_mentions")
_LIST_TIES = load_query("dossiers/list_ties")
_GET_ACCOUNT = load_query("dossiers/get_account")
_LIST_ACCOUNT_TIES = load_query("dossiers/list_account_ties")
_LIST_ACCOUNT_RECORDS = load_query("dossiers/list_account_records")

_SECONDS = 60


def of_person(
    graph: Graph, *, network_id: str, person_id: str, also: Iterable[str] = ()
) -> Dossier:
    """Everything about a contact person; ``also`` are other ways in which people write the name.

    Who has the same name is left out. Raises NotFoundError.
    """

    def work(tx: Runner) -> Dossier:
        fields = people.get(tx, network_id=network_id, person_id=person_id).fields
        words = [person_id, *Traces(fields, also).words]
        found = mentions(tx, network_id=network_id, person_id=person_id, words=words)
        roles = role_mentions(tx, network_id=network_id, words=words)
        ties = tx.read(_LIST_TIES, network_id=network_id, id=person_id)
        [themselves] = [_kept(row) for row in found if row["id"] == person_id]
        named = [_kept(row) for row in found if row["id"] != person_id]
        return Dossier(
            name=fields.name,
            themselves=themselves,
            ties=tuple(map(_kept, ties)),
            mentions=(
                *named,
                *(Kept(label="TAKES_PART_IN", fields=row, how={}) for row in roles),
            ),
        )

    return graph.read_all(work, timeout=_SECONDS)


def of_account(graph: Graph, *, user_id: str) -> Dossier:
    """Everything about an account: settings, networks, mails and what it did. NotFoundError."""

    def work(tx: Runner) -> Dossier:
        match tx.read(_GET_ACCOUNT, id=user_id):
            case [row]:
                themselves = _kept(row | {"label": "User"})
            case _:
                raise NotFoundError(f"user {user_id}")
        return Dossier(
            name=str(themselves.fields["name"]),
            themselves=themselves,
            ties=tuple(map(_kept, tx.read(_LIST_ACCOUNT_TIES, id=user_id))),
            mentions=tuple(map(_kept, tx.read(_LIST_ACCOUNT_RECORDS, id=user_id))),
        )

    return graph.read_all(work, timeout=_SECONDS)


def mentions(tx: Runner, *, network_id: str, person_id: str, words: Sequence[str]) -> list[Row]:
    """Return the things of a network in which one of some words stands, in lower case.

    Of other people nothing is told, so who has the same name stays out.
    """
    asked = {"network_id": network_id, "person_id": person_id, "keys": list(words)}
    return [*tx.read(_LIST_MENTIONS, **asked), *tx.read(_LIST_LOG_MENTIONS, **asked)]


def role_mentions(tx: Runner, *, network_id: str, words: Sequence[str]) -> list[Row]:
    """Return the roles in collaborations in which one of some words stands, in lower case."""
    return tx.read(_LIST_ROLE_MENTIONS, network_id=network_id, keys=list(words))


def _kept(row: Row) -> Kept:
    return Kept(
        label=row["label"],
        fields=shown(row["label"], row["properties"]),
        tie=row.get("type", ""),
        how=row.get("tie", {}),
    )
