"""Which records are taken for one body, which are not, and why."""

from typing import Any

import pytest

from graph.analysis.duplicates import Record, matches, pairs
from graph.domain.words import MatchReason

pytestmark = pytest.mark.once


def reasons(one: Record, other: Record) -> tuple[MatchReason, ...] | None:
    found = matches([one], [other])
    return found[one.id][0].reasons if found else None


def record(id: str, name: str, **facts: Any) -> Record:
    return Record(id=id, name=name, **facts)


def named(*names: str) -> list[Record]:
    return [Record(id=str(place), name=name) for place, name in enumerate(names)]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Stichting De Kajuit", "de kajuit", MatchReason.SAME_NAME),
        ("S.V. Noordster", "SV Noordster", MatchReason.SAME_NAME),
        ("Sport Service Alkmaar", "Sportservice Alkmaar BV", MatchReason.SAME_NAME),
        ("Het Kompas", "Het Kompass", MatchReason.SIMILAR_NAME),
        ("GGZ NHN", "GGZ Noord-Holland-Noord", MatchReason.ABBREVIATION),
        ("CJG", "Centrum voor Jeugd en Gezin", MatchReason.ABBREVIATION),
        ("Vereniging van Nederlandse Gemeenten (VNG)", "VNG", MatchReason.SAME_NAME),
        ("Buurthuis Noord", "Buurthuis Zuid", None),
        ("De Kajuit Oost", "De Kajuit West", None),
        ("VV Noord 1", "VV Noord 2", None),
        ("TV Noordster", "VV Noordster", None),
        ("OBS De Regenboog", "CBS De Regenboog", None),
        ("Noorderlicht", "Noorderzicht", None),
    ],
)
def test_names(one: str, other: str, reason: MatchReason | None) -> None:
    first, second = named(one, other)
    assert reasons(first, second) == (reason and (reason,))


def test_an_alias_is_a_name_too() -> None:
    one = record("1", "Jongerenhuis aan de haven", aliases=("De Kajuit",))
    assert reasons(one, record("2", "Kajuit")) == (MatchReason.ALIAS,)


def test_facts_are_compared_in_one_form() -> None:
    one = Record(
        id="1",
        name="Huis van Rust",
        phone="(072) 512 34 56",
        email="INFO@rust.nl",
        kvk="12 34 56 78",
    )
    other = record("2", "Buurtpunt", phone="+31 72 5123456", email="info@rust.nl", kvk="12345678")
    assert reasons(one, other) == (MatchReason.KVK, MatchReason.EMAIL, MatchReason.PHONE)


def test_a_shared_building_or_page_host_makes_no_double() -> None:
    shared = {"postcode": "1811 AB", "website": "https://www.facebook.com/"}
    one = record("1", "Apotheek Molenhoek", **shared)
    other = record("2", "Huisartsen Molenhoek", **shared | {"website": "facebook.com/hm"})
    assert reasons(one, other) is None


def test_branches_stay_apart_whatever_they_share() -> None:
    shared = {"phone": "072 5123456", "email": "info@kajuit.nl", "website": "kajuit.nl"}
    one = record("1", "De Kajuit Oost", **shared)
    assert reasons(one, record("2", "De Kajuit West", **shared)) is None


def test_another_kvk_number_is_another_body() -> None:
    one = record("1", "De Regenboog", kvk="12345678")
    assert reasons(one, record("2", "De Regenboog", kvk="87654321")) is None


def test_a_network_gives_its_pairs_once_and_the_likeliest_first() -> None:
    records = named("De Kajuit", "Kajuit", "De Kajiut", "De Werf")
    found = pairs(records, limit=2)
    assert [(match.a, match.b) for match in found] == [("0", "1"), ("0", "2")]
    assert found[0].score > found[1].score
