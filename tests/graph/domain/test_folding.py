"""Names stand where Dutch readers look for them."""

import pytest

from graph.domain.folding import fold, person_sort_name, search_text, sort_name
from tasks.casing import capital

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Café 't Hoekje", "cafe t hoekje"),
        ("ĲSSELHUIS", "ijsselhuis"),
        ("IJsselhuis", "ijsselhuis"),
        ("Søren & Æsops Łódź", "soren aesops lodz"),
        ("Straße", "strasse"),
        ("  GGZ—Noord/Oost ", "ggz noord oost"),
        ("🌻", ""),
    ],
)
def test_folding_leaves_plain_words(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_a_list_of_partners_is_in_dutch_order() -> None:
    names = [
        "Één Loket",
        "'s Heerenloo",
        "Zwembad",
        "De Eik",
        "IJsclub",
        "Het Inloophuis",
        "\u2019t Honk",
        "\u2018t Ei",
        "Een Goed Begin",
        "De",
        "élan",
        "Ijsvogel",
    ]
    assert sorted(names, key=sort_name) == [
        "De",
        "Één Loket",
        "\u2018t Ei",
        "De Eik",
        "élan",
        "Een Goed Begin",
        "'s Heerenloo",
        "\u2019t Honk",
        "IJsclub",
        "Ijsvogel",
        "Het Inloophuis",
        "Zwembad",
    ]


def test_people_stand_under_their_last_name() -> None:
    names = [
        "Zoë Aalbers",
        "Jan van der Berg",
        "Anna van den Berg",
        "Bert Berg",
        "Piet in 't Veld",
        "Ana Jansen-de Vries",
        "Fatima El Idrissi",
        "Bo Jansen - van Dam",
        "Émile d'Ancona",
        "van Dijk",
        "Vries, Kim de",
        "Sanne",
    ]
    assert sorted(names, key=person_sort_name) == [
        "Zoë Aalbers",
        "Anna van den Berg",
        "Bert Berg",
        "Jan van der Berg",
        "Émile d'Ancona",
        "van Dijk",
        "Fatima El Idrissi",
        "Ana Jansen-de Vries",
        "Bo Jansen - van Dam",
        "Sanne",
        "Piet in 't Veld",
        "Vries, Kim de",
    ]


def test_what_is_searched_holds_each_name_once() -> None:
    assert search_text("De Kajuit", "de kajuit", "", "JC Kajuit") == "de kajuit | jc kajuit"


@pytest.mark.parametrize(
    ("text", "begins"), [("ijsclub", "IJsclub"), ("IJssel", "IJssel"), ("élan", "Élan"), ("", "")]
)
def test_ij_is_one_capital(text: str, begins: str) -> None:
    assert capital(text) == begins
