"""The columns of each kind of sheet: one list for import, export and the files to fill in."""

from collections.abc import Mapping
from types import MappingProxyType

from graph.domain.folding import fold
from graph.domain.imports import ImportKind
from tasks.importing.fields.collaborations import COLLABORATIONS
from tasks.importing.fields.moments import MOMENTS
from tasks.importing.fields.partners import PARTNERS
from tasks.importing.fields.people import PEOPLE
from tasks.importing.fields.spec import FieldSpec

WHAT_IS_WRONG = "Wat klopt er niet"
"""The column of a corrections file; nothing reads it when the file comes back."""

EXPLANATION = "Uitleg"
"""The sheet of our own files that only explains; nothing is read from it."""

PARTICIPATIONS = "Deelnames"
"""The sheet of our own export that says who takes part in what, besides what is brought in."""

SHEET_NAMES: Mapping[ImportKind, str] = MappingProxyType(
    {
        ImportKind.PARTNERS: "Partners",
        ImportKind.PEOPLE: "Functies",
        ImportKind.COLLABORATIONS: "Samenwerkingen",
        ImportKind.MOMENTS: "Contactmomenten",
    }
)

FIELDS: Mapping[ImportKind, tuple[FieldSpec, ...]] = MappingProxyType(
    {
        ImportKind.PARTNERS: PARTNERS,
        ImportKind.PEOPLE: PEOPLE,
        ImportKind.COLLABORATIONS: COLLABORATIONS,
        ImportKind.MOMENTS: MOMENTS,
    }
)

KNOWN_HEADERS = frozenset(
    fold(word) for specs in FIELDS.values() for spec in specs for word in (spec.label, *spec.also)
)
"""Every header that we know, folded."""
