"""What an address says that the list of the energy page is narrowed to."""

from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from graph.domain.heat import HeatCollaboration
from graph.domain.words import Layer

_LITTLE_KNOWN = 2
FALLING = "daling"
"""The order with what fell most since four weeks ago first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFilter:
    """What the list of collaborations is narrowed to and its order; the heat table never is."""

    layers: frozenset[Layer] = frozenset()
    order: str = ""
    cold: bool = False
    little_known: bool = False

    def passes(self, each: HeatCollaboration) -> bool:
        """Return whether a collaboration stays in the list."""
        return (
            (not self.layers or each.layer in self.layers)
            and (not self.cold or each.is_cold)
            and (not self.little_known or each.known <= _LITTLE_KNOWN)
        )


def read_filter(asked: MultiDict[str, str]) -> ListFilter:
    """Read the filters in an address; what is unknown there filters nothing."""
    return ListFilter(
        layers=frozenset(Layer(word) for word in asked.getlist("laag") if word in set(Layer)),
        order=asked.get("sortering", "") if asked.get("sortering") == FALLING else "",
        cold=asked.get("koud") == "ja",
        little_known=asked.get("dun") == "ja",
    )
