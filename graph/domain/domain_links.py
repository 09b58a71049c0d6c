"""The links between domains that policy texts ask for, held against what happens here."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from graph.domain.landscape import Landscape, Together
from graph.domain.vocabulary import DomainLink


class LinkState(StrEnum):
    """Whether partners of two domains do something together now."""

    PRESENT = "present"
    COLD = "cold"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedLink:
    """A link that a text asks for, with the active collaborations that make it and the wishes."""

    link: DomainLink
    active: tuple[Together, ...]
    wished: tuple[Together, ...]

    @property
    def state(self) -> LinkState:
        """Return missing without a collaboration, cold when each is past its rhythm."""
        if not self.active:
            return LinkState.MISSING
        return LinkState.COLD if all(each.is_cold for each in self.active) else LinkState.PRESENT


def check_links(landscape: Landscape, links: Iterable[DomainLink]) -> list[CheckedLink]:
    """Return each link with the collaborations in which both domains are a primary domain."""
    return [_checked(landscape, link) for link in links]


def _checked(landscape: Landscape, link: DomainLink) -> CheckedLink:
    both = [
        each
        for each in landscape.collaborations
        if {link.domain_id, link.other_id} <= each.domain_ids
    ]
    return CheckedLink(
        link=link,
        active=tuple(each for each in both if each.is_active),
        wished=tuple(each for each in both if each.is_ambition),
    )
