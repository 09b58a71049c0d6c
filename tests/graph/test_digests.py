"""What a digest suggests, from what stands in the graph."""

from graph.database import Graph
from graph.domain.introductions import Introduction, pair_of
from graph.domain.suggestions import TURNS, Suggestion
from graph.domain.white_spots import WhiteSpot
from graph.domain.words import Stance
from graph.repositories import digests, introductions, white_spots
from tests.given import ANA, NOW, TODAY, Given


def test_a_pair_is_suggested_once_in_four_until_somebody_decides(
    graph: Graph, given: Given
) -> None:
    given.vocabulary()
    network = given.network()
    sport, school, welfare, mara = (
        given.actor(network, name, domain_ids=(domain,), life_stage_ids=("kindertijd",), **more)
        for name, domain, more in (
            ("Roeiclub", "sport-bewegen", {}),
            ("Het Kompas", "onderwijs", {}),
            ("De Kajuit", "sociaal-domein", {}),
            ("Mara", "kunst-cultuur", {"is_person": True}),
        )
    )
    for other in (sport, welfare, mara):
        given.collaboration(network, f"Met {other}", school, other)

    [found] = suggested(graph, network)
    assert isinstance(found, Introduction)
    assert found.pair == pair_of(sport, welfare)
    introductions.dismiss(
        graph, network_id=network, pair=found.pair, between_id=school, by=ANA, now=NOW
    )
    assert suggested(graph, network) == []


def test_a_white_spot_that_somebody_could_fill_is_suggested(graph: Graph, given: Given) -> None:
    given.vocabulary()
    network = given.network()

    def ambition() -> None:
        white_spots.mark(
            graph,
            network_id=network,
            domain_id="sport-bewegen",
            life_stage_id="kindertijd",
            stance=Stance.AMBITION,
            by=ANA,
            now=NOW,
        )

    ambition()
    assert suggested(graph, network) == []

    given.actor(network, "Roeiclub", domain_ids=("sport-bewegen",))
    [found] = suggested(graph, network)
    assert isinstance(found, WhiteSpot)
    assert found.key == ("sport-bewegen", "kindertijd")


def suggested(graph: Graph, network_id: str) -> list[Suggestion]:
    """Return what four digests in a row suggest."""
    found = (
        digests.suggestion(graph, network_id=network_id, today=TODAY, turn=turn)
        for turn in range(TURNS)
    )
    return [each for each in found if each]
