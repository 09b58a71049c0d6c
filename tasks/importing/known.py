"""What a network has by name already: for an import to find, and for an export to write."""

from collections.abc import Iterable, Sequence

from graph.database import Graph
from graph.domain.actors import Actor
from graph.domain.collaborations import Collaboration
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
        policy_goals=Names.of(
            *terms.choices(Vocabulary.POLICY_GOAL), *terms.choices(Vocabulary.ACTION_LINE)
        ),
        neighbourhoods=Names.of(*((place.id, place.name) for place in places)),
        programmes=Names.of(*uses),
        partners=_current_first(found.actors),
        collaborations=_current_first(found.collaborations),
        positions=Names.of(
            *((each.id, f"{each.fields.name} ({each.actor.name})") for each in found.positions)
        ),
    )


def _current_first(things: Sequence[Actor | Collaboration]) -> Names:
    """Return the names of things; that of an archived one counts where no other has it."""
    current, past = (
        [(each.id, each.fields.name) for each in things if bool(each.archived_at) is archived]
        for archived in (False, True)
    )
    return Names.of(*current, past=past)


def _ids(found: Register) -> frozenset[str]:
    things = (*found.actors, *found.collaborations, *found.positions, *found.moments)
    holders = (holder.person_id for each in found.positions for holder in each.holders)
    return frozenset((*(each.id for each in things), *holders))
