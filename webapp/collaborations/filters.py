"""What an address says that a list of collaborations is narrowed to."""

from werkzeug.datastructures import MultiDict

from graph.domain.words import Form, Involvement, Layer, Status
from graph.repositories.collaborations import CollaborationFilter

_SORTS = ("naam", "energie", "contact")


def read_filter(asked: MultiDict[str, str]) -> CollaborationFilter:
    """Read the filters in an address; what is unknown there filters nothing."""
    layer, form, status = asked.get("laag", ""), asked.get("vorm", ""), asked.get("status", "")
    sort, involved = asked.get("sortering", ""), asked.get("bewoners", "")
    return CollaborationFilter(
        question=asked.get("q", "").strip()[:200],
        domain=asked.get("domein") or None,
        neighbourhood=asked.get("wijk") or None,
        layer=Layer(layer) if layer in set(Layer) else None,
        form=Form(form) if form in set(Form) else None,
        status=Status(status) if status in set(Status) else None,
        programme=asked.get("programma") or None,
        goal=asked.get("doel") or None,
        cold=asked.get("koud") == "ja",
        runs_out=asked.get("loopt-af") == "ja",
        involvement=Involvement(involved) if involved in set(Involvement) else None,
        archived=asked.get("archief") == "ja",
        sort=sort if sort in _SORTS else "naam",
    )
