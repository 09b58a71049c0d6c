"""What a network has by name already: for an import to find, and for an export to write."""

from collections.abc import Iterable

from graph.database import Graph
from graph.domain.register import Register
from graph.domain.vocabulary import Neighbourhood, Terms, Vocabulary
from graph.repositories import programmes, register, vocabulary
from tasks.importing.names import Names
from tasks.importing.words import Words


def read_words(graph: Graph, *, network_id: str, known: Register | None = None) -> Words:
    """Return the words and names of a network; ``known`` is its whole register when at hand."""
    found = known or register.read(graph, network_id=network_id)
    uses = programmes.names(graph, network_id=network_id)
    return _words(
        found,
        terms=vocabulary.terms(graph),
        places=vocabulary.neighbourhoods(graph, network_id=network_id),
        uses=((each.id, each.name) for each in uses),
    )


def _words(
    found: Register,
    *,
    terms: Terms,
    places: Iterable[Neighbourhood],
    uses: Iterable[tuple[str, str]],
) -> Words:
    return Words(
        known=_ids(found),
        domains=Names.of(*terms.choices(Vocabulary.DOMAIN)),
        life_stages=Names.of(*terms.choices(Vocabulary.LIFE_STAGE)),
        prevention_types=Names.of(*terms.choices(Vocabulary.PREVENTION_TYPE)),
        policy_goals=Names.of(*terms.choices(Vocabulary.POLICY_GOAL)),
        neighbourhoods=Names.of(*((place.id, place.name) for place in places)),
        programmes=Names.of(*uses),
        partners=Names.of(*((each.id, each.fields.name) for each in found.actors)),
        collaborations=Names.of(*((each.id, each.fields.name) for each in found.collaborations)),
        positions=Names.of(
            *((each.id, f"{each.fields.name} ({each.actor.name})") for each in found.positions)
        ),
    )


def _ids(found: Register) -> frozenset[str]:
    things = (*found.actors, *found.collaborations, *found.positions, *found.moments)
    holders = (holder.person_id for each in found.positions for holder in each.holders)
    return frozenset((*(each.id for each in things), *holders))
