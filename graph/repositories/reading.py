"""Rows that several nouns have in common."""

from graph.database import Row
from graph.domain.actors import Mention, Neighbour
from graph.domain.collaborations import NamedGroup
from graph.domain.folding import sort_name


def neighbours(rows: list[Row]) -> tuple[Neighbour, ...]:
    """Return other things by name, each once; the graph gives them in no order."""
    found = {Neighbour(**row) for row in rows}
    return tuple(sorted(found, key=lambda each: (sort_name(each.name), each.id)))


def said(rows: list[Row]) -> tuple[Mention, ...]:
    """Return what texts say of a thing, by name of the other."""
    mentions = (_mention(row) for row in rows)
    return tuple(sorted(mentions, key=lambda each: (each.kind, sort_name(each.other_name))))


def named_groups(rows: list[Row]) -> tuple[NamedGroup, ...]:
    """Return the kinds of parties that a text names, by name."""
    groups = [
        NamedGroup(
            id=row["id"],
            name=row["name"],
            role=row["role"] or "",
            status=row["status"] or "",
            source=tuple(row["source"] or ()),
        )
        for row in rows
    ]
    return tuple(sorted(groups, key=lambda each: (sort_name(each.name), each.role)))


def _mention(row: Row) -> Mention:
    known: Row = row | {"source": tuple(row["source"])}
    return Mention(**known)
