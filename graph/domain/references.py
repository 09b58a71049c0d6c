"""A thing of the graph as another thing names it: enough to write a line and a link."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """``kind`` is the label in the graph: Actor, Collaboration, Position, Person or User."""

    id: str
    name: str
    kind: str


def of_kind(references: tuple[Reference, ...], kind: str) -> tuple[str, ...]:
    """Return the ids of the references of one kind, in their order."""
    return tuple(each.id for each in references if each.kind == kind)
