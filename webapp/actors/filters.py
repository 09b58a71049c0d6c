"""What an address says that a list of partners is narrowed to."""

from werkzeug.datastructures import MultiDict

from graph.domain.words import ActorKind
from graph.repositories.actors import ActorFilter

_SORTS = ("naam", "energie", "partners", "contact")


def read_filter(asked: MultiDict[str, str]) -> ActorFilter:
    """Read the filters in an address; what is unknown there filters nothing."""
    kind, sort = asked.get("soort", ""), asked.get("sortering", "")
    return ActorFilter(
        question=asked.get("q", "").strip()[:200],
        domain=asked.get("domein") or None,
        neighbourhood=asked.get("wijk") or None,
        kind=ActorKind(kind) if kind in set(ActorKind) else None,
        archived=asked.get("archief") == "ja",
        together=asked.get("onderdelen") == "samen" and not asked.get("q", "").strip(),
        sort=sort if sort in _SORTS else "naam",
    )
