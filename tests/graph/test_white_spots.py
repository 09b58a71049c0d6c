"""White spots: what is wanted, what fills it, and who could."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from graph.database import Graph
from graph.domain.domain_links import LinkState, check_links
from graph.domain.energy import ContactState
from graph.domain.landscape import Landscape, Partner, Place, Together, working_ties
from graph.domain.vocabulary import DomainLink
from graph.domain.white_spots import Cell, Narrowing, cells
from graph.domain.white_spots import white_spots as find
from graph.domain.words import Form, Stance, Status
from graph.errors import NotFoundError
from graph.repositories import landscape, white_spots
from tests.given import ANA, NOW, TODAY, Given

Rows = Callable[..., list[dict[str, object]]]
SPOT = ("werk", "ouderdom")


@pytest.fixture
def noord(graph: Graph, given: Given) -> Graph:
    given.vocabulary()
    given.network("noord")
    return graph


def read(graph: Graph) -> dict[tuple[str, str], Cell]:
    ground = landscape.read(graph, network_id="noord", today=TODAY)
    return cells(ground, white_spots.marks(graph, network_id="noord"))


def mark(graph: Graph, stance: Stance | None, *, domain: str = "werk") -> Stance | None:
    return white_spots.mark(
        graph,
        network_id="noord",
        domain_id=domain,
        life_stage_id="ouderdom",
        stance=stance,
        by=ANA,
        now=NOW,
    )


def test_a_cell_is_a_main_domain_of_a_partner_at_a_stage_that_is_served(
    noord: Graph, given: Given
) -> None:
    shop = given.actor("noord", "Winkel", domain_ids=("werk", "digitaal"))
    school = given.actor("noord", "School", domain_ids=("onderwijs",))
    given.collaboration("noord", "Stages", shop, school, life_stage_ids=("adolescentie",))

    assert set(read(noord)) == {("werk", "adolescentie"), ("onderwijs", "adolescentie")}


def test_without_stages_of_its_own_it_serves_those_of_its_programme_else_of_its_partners(
    noord: Graph, given: Given
) -> None:
    shop = given.actor("noord", "Winkel", domain_ids=("werk",), life_stage_ids=("volwassenheid",))
    programme = given.programme("noord", "Later", life_stage_ids=("ouderdom",))
    given.collaboration("noord", "Met programma", shop, programme_ids=(programme,))
    given.collaboration("noord", "Zonder", shop)

    found = read(noord)

    assert [each.name for each in found["werk", "ouderdom"].active] == ["Met programma"]
    assert [each.name for each in found["werk", "volwassenheid"].active] == ["Zonder"]


def test_memberships_ended_and_archived_things_and_bodies_of_all_domains_fill_nothing(
    noord: Graph, given: Given
) -> None:
    shop = given.actor("noord", "Winkel", domain_ids=("werk",))
    town = given.actor("noord", "Gemeente", domain_ids=("domeinoverstijgend",))
    old = ("ouderdom",)
    given.collaboration("noord", "Coalitie", shop, form=Form.MEMBERSHIP, life_stage_ids=old)
    given.collaboration("noord", "Rust", shop, status=Status.PAUSED, life_stage_ids=old)
    given.collaboration("noord", "Beleid", town, life_stage_ids=old)
    given.network("zuid")
    given.collaboration("zuid", "Elders", given.actor("zuid", "X", domain_ids=("werk",)))

    assert read(noord) == {}


def test_a_mark_is_kept_logged_and_taken_back(noord: Graph, rows: Rows) -> None:
    assert mark(noord, Stance.AMBITION) is None
    assert mark(noord, Stance.NOT_HERE) is Stance.AMBITION
    assert read(noord)[SPOT].stance is Stance.NOT_HERE
    assert mark(noord, None) is Stance.NOT_HERE

    assert read(noord) == {}
    assert rows(
        "MATCH (c:Change {kind: 'Ambition'}) WITH c ORDER BY c.at, c.id"
        " RETURN collect(DISTINCT c.subject_name) AS names, count(c) AS n"
    ) == [{"names": ["Werk, Ouder worden"], "n": 3}]
    with pytest.raises(NotFoundError):
        mark(noord, Stance.AMBITION, domain="onzin")


def test_a_mark_of_another_network_is_not_ours(noord: Graph, given: Given) -> None:
    given.network("zuid")
    mark(noord, Stance.AMBITION)

    assert white_spots.marks(noord, network_id="zuid") == {}


def test_functions_to_ask_are_those_of_the_network(noord: Graph, given: Given) -> None:
    shop = given.actor("noord", "Winkel")
    given.position("noord", shop, "Eigenaar")
    given.network("zuid")

    ask = white_spots.positions(noord, network_id="noord", actor_ids=[shop])

    assert [each.name for each in ask[shop]] == ["Eigenaar"]
    assert white_spots.positions(noord, network_id="zuid", actor_ids=[shop]) == {}


def test_a_cold_cell_with_an_ambition_is_a_white_spot(noord: Graph, given: Given) -> None:
    shop = given.actor("noord", "Winkel", domain_ids=("werk",))
    old = TODAY - timedelta(days=50)
    given.collaboration("noord", "Stil", shop, life_stage_ids=("ouderdom",), started_on=old)
    mark(noord, Stance.AMBITION)

    [spot] = white_spots.white_spots(noord, network_id="noord", today=TODAY)

    assert (spot.key, spot.cell.is_cold) == (SPOT, True)


def a_partner(name: str, domain: str = "", *stages: str, **more: object) -> Partner:
    fields: dict[str, object] = {
        "id": name,
        "name": name,
        "domain_id": domain or None,
        "domain_ids": frozenset(filter(None, [domain])),
        "life_stage_ids": frozenset(stages),
    }
    return Partner(**(fields | more))  # pyright: ignore[reportArgumentType]


def a_tie(*ids: str, status: Status = Status.ACTIVE, **more: object) -> Together:
    fields: dict[str, object] = {
        "id": " ".join(ids),
        "name": " ".join(ids),
        "status": status,
        "partner_ids": frozenset(ids),
    }
    return Together(**(fields | more))  # pyright: ignore[reportArgumentType]


def ground(*things: Partner | Together) -> Landscape:
    return Landscape(
        partners={each.id: each for each in things if isinstance(each, Partner)},
        collaborations=tuple(each for each in things if isinstance(each, Together)),
        programmes={},
    )


def wish(*ids: str) -> Together:
    return a_tie(
        *ids,
        status=Status.WISHED,
        domain_ids=frozenset({"werk"}),
        life_stage_ids=frozenset({"ouderdom"}),
    )


@pytest.mark.once
@pytest.mark.parametrize(
    ("stance", "wished", "active", "white"),
    [
        (None, False, None, False),
        (Stance.AMBITION, False, None, True),
        (None, True, None, True),
        (Stance.NOT_HERE, True, None, False),
        (Stance.AMBITION, True, "warm", False),
        (Stance.AMBITION, False, "cold", True),
        (None, False, "cold", False),
    ],
)
def test_a_white_spot_is_an_ambition_without_anything_warm(
    stance: Stance | None, wished: bool, active: str | None, white: bool
) -> None:
    contact = ContactState.RED if active == "cold" else ContactState.FRESH
    cell = Cell(
        domain_id="werk",
        life_stage_id="ouderdom",
        active=(a_tie("a", contact=contact),) if active else (),
        wished=(wish("a"),) if wished else (),
        stance=stance,
    )
    assert cell.is_white_spot is white


@pytest.mark.once
def test_who_brings_the_domain_and_who_reaches_the_people_are_both_asked() -> None:
    here = ground(
        *(a_partner(f"werk {n}", "werk") for n in range(6)),
        a_partner("allebei", "werk", "ouderdom"),
        *(a_partner(f"bereikt {n}", "sport-bewegen", "ouderdom") for n in range(6)),
        a_partner("mens", "werk", "ouderdom", is_person=True),
        a_partner("anders", "digitaal"),
        wish("werk 4", "bereikt 5"),
    )

    [spot] = find(here, {})

    assert [each.partner.name for each in spot.candidates] == [
        "allebei",
        "werk 4",
        "werk 0",
        "bereikt 5",
        "bereikt 0",
    ]
    assert [each.wishes for each in spot.candidates] == [False, True, False, True, False]


@pytest.mark.once
def test_who_is_known_by_somebody_with_the_other_half_goes_first_however_many_know_others() -> (
    None
):
    here = ground(
        a_partner("a", "werk"),
        a_partner("b", "werk"),
        a_partner("ouderenbond", "eenzaamheid", "ouderdom"),
        *(a_partner(f"vriend {n}", "digitaal") for n in range(4)),
        a_tie("b", "ouderenbond", "vriend 0"),
        a_tie("a", *(f"vriend {n}" for n in range(4))),
    )

    [spot] = find(here, {SPOT: Stance.AMBITION})

    first = spot.candidates[0]
    assert first.partner.name == "b"
    assert [each.name for each in first.known_by] == ["ouderenbond", "vriend 0"]


@pytest.mark.once
def test_who_is_near_goes_first_and_who_takes_part_already_is_not_asked() -> None:
    east = Place(id="oost", name="Oost")
    cold = a_tie(
        "bezig",
        domain_ids=frozenset({"werk"}),
        life_stage_ids=frozenset({"ouderdom"}),
        neighbourhood_ids=frozenset({"oost"}),
        contact=ContactState.RED,
    )
    here = ground(
        a_partner("a", "werk"),
        a_partner("b", "werk", places=(east,)),
        a_partner("bezig", "werk"),
        cold,
    )

    [spot] = find(here, {SPOT: Stance.AMBITION}, Narrowing(neighbourhood="oost"))

    assert [each.partner.name for each in spot.candidates] == ["b", "a"]


@pytest.mark.once
def test_ties_are_made_by_what_is_active() -> None:
    assert working_ties([a_tie("a", "b"), wish("a", "c"), a_tie("d")]) == {
        "a": frozenset({"b"}),
        "b": frozenset({"a"}),
    }


@pytest.mark.once
def test_a_link_between_domains_is_present_cold_or_missing() -> None:
    both = frozenset({"werk", "digitaal"})
    cold, warm = a_tie("a", contact=ContactState.RED, domain_ids=both), a_tie("b", domain_ids=both)
    planned = a_tie("c", status=Status.PLANNED, domain_ids=both)
    link = DomainLink(domain_id="digitaal", other_id="werk", why="Zo staat het er.", source=())

    states = [
        check_links(ground(*ties), [link])[0].state
        for ties in ([cold, warm], [cold, planned], [planned], [])
    ]

    assert states == [LinkState.PRESENT, LinkState.COLD, LinkState.MISSING, LinkState.MISSING]
