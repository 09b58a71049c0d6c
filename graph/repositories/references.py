"""References in rows: what another thing names, in Dutch order."""

from collections.abc import Iterable

from graph.database import Row
from graph.domain.folding import sort_name
from graph.domain.references import Reference


def references(rows: Iterable[Row]) -> tuple[Reference, ...]:
    """Return the references of a row by name; the engines give them in no order."""
    found = (Reference(**row) for row in rows)
    return tuple(sorted(found, key=lambda each: (sort_name(each.name), each.id)))
