"""What each kind of import does with good rows."""

from collections.abc import Mapping

from graph.domain.imports import ImportKind
from tasks.importing.kinds import collaborations, moments, partners, people
from tasks.importing.kinds.basis import Kind

KINDS: Mapping[ImportKind, Kind] = {
    ImportKind.PARTNERS: partners.KIND,
    ImportKind.PEOPLE: people.KIND,
    ImportKind.COLLABORATIONS: collaborations.KIND,
    ImportKind.MOMENTS: moments.KIND,
}
