"""What the heat table comes down to, in plain words."""

from collections.abc import Iterator, Mapping, Sequence

from graph.domain.heat import Finding
from tasks.listing import listed
from webapp.i18n import _, ngettext

_MOST_NAMES = 2


def finding_line(found: Finding, names: Mapping[str, str]) -> str:
    """Return the finding; ``names`` gives the name of each neighbourhood by id."""
    return " ".join(_sentences(found, names))


def _sentences(found: Finding, names: Mapping[str, str]) -> Iterator[str]:
    if found.brightest:
        places = _listed([names[id] for id in found.brightest])
        yield _("De meeste energie zit in %(places)s.", places=places)
    if found.dark:
        places = _listed([names[id] for id in found.dark])
        yield _("In %(places)s is nog niets levendig.", places=places)
    if found.open_cells:
        yield ngettext(
            "In één vak is er een ambitie en nog geen samenwerking.",
            "In %(num)s vakken is er een ambitie en nog geen samenwerking.",
            found.open_cells,
        )


def _listed(names: Sequence[str]) -> str:
    if len(names) > _MOST_NAMES + 1:
        shown = ", ".join(names[:_MOST_NAMES])
        return _("%(names)s en nog %(num)s wijken", names=shown, num=len(names) - _MOST_NAMES)
    return listed(names)
