"""Which records are taken for one body, which are not, and why."""

import csv
from pathlib import Path
from typing import Any

import pytest

from graph.analysis.duplicates import Known, Record, matches, pairs
from graph.domain.words import MatchReason
from tests.made_up import partners

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


LABELLED = Path(__file__).parents[2] / "files" / "duplicates.csv"


def labelled(part: str) -> list[dict[str, str]]:
    with LABELLED.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["part"] == part]


def side(row: dict[str, str], which: str) -> Record:
    facts: dict[str, Any] = dict(
        fact.split("=", maxsplit=1) for fact in row[f"facts_{which}"].split(";") if fact
    )
    aliases = (facts.pop("aliases"),) if "aliases" in facts else ()
    return record(which, row[f"name_{which}"], aliases=aliases, **facts)


def quality(rows: list[dict[str, str]]) -> tuple[float, float]:
    """Precision and recall."""
    told = [
        (row["same"] == "ja", bool(matches([side(row, "a")], [side(row, "b")]))) for row in rows
    ]
    right = sum(same and found for same, found in told)
    return right / sum(found for _same, found in told), right / sum(same for same, _ in told)


def test_the_labelled_set_is_large_and_balanced() -> None:
    rows = labelled("tuned") + labelled("held")
    assert len(rows) >= 200
    assert 0.45 <= sum(row["same"] == "ja" for row in rows) / len(rows) <= 0.6
    assert len({(row["name_a"], row["name_b"], row["facts_a"]) for row in rows}) == len(rows)


def test_what_was_held_out_is_told_as_docs_duplicates_says() -> None:
    precision, recall = quality(labelled("held"))
    assert (round(precision, 3), round(recall, 3)) == (0.929, 0.897)


def test_what_the_rules_were_made_with_stays_right() -> None:
    precision, recall = quality(labelled("tuned"))
    assert (round(precision, 3), round(recall, 3)) == (1.0, 0.982)


def test_the_work_grows_far_slower_than_the_square() -> None:
    """The square would be four times as many comparisons; the bench measures the time."""
    few, many = (len(Known(partners(count)).meetings()) for count in (500, 1_000))
    assert 500 // 10 <= few < 500**2 / 50
    assert many / few < 3


def test_doubles_in_a_network_are_found() -> None:
    found = pairs(partners(500), limit=500)
    told = {(match.a, match.b) for match in found}
    doubles = {(str(number - 1), str(number)) for number in range(9, 500, 10)}
    assert doubles <= told


def test_what_changed_is_looked_at_again_and_the_rest_is_kept() -> None:
    records = partners(200)
    before = Known(records)
    gone, new = before.found[0], record("new", records[50].name)
    now = [each for each in records if each.id != gone.a] + [new]

    renewed = Known(now, earlier=before)

    assert len(renewed.meetings()) < len(before.meetings()) / 10
    assert renewed.pairs(limit=500) == Known(now).pairs(limit=500)
