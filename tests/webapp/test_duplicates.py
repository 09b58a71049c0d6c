"""Partners that may be one: warned of while adding, listed, told apart, made one, taken back."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.domain.words import Role
from tasks.dates import day
from tests.given import TODAY, Given
from tests.webapp.browse import check_page, client_of, post

NETWORK = "/netwerken/noord"
PAIRS = f"{NETWORK}/dubbelen"
PARTNERS = f"{NETWORK}/partners"


@pytest.fixture
def editor(web: Flask, given: Given) -> FlaskClient:
    given.network("noord")
    given.user("ana", "noord", Role.EDITOR)
    return client_of(web, "ana")


def test_a_network_without_doubles_says_so(editor: FlaskClient, given: Given) -> None:
    given.actor("noord", "Buurthuis Noord")
    given.actor("noord", "Buurthuis Zuid")
    page = editor.get(PAIRS)
    check_page(page)
    assert "We zien geen partners die dubbel lijken." in page.text


def test_the_form_warns_while_a_name_is_typed(editor: FlaskClient, given: Given) -> None:
    given.actor("noord", "De Kajuit")
    check_page(editor.get(f"{PARTNERS}/nieuw"))

    text = editor.get(f"{PAIRS}/lijkt-op?name=Stg.+Kajuit", headers={"HX-Request": "true"}).text

    assert "De Kajuit" in text
    assert "dezelfde naam" in text
    assert "<html" not in text
    assert editor.get(f"{PAIRS}/lijkt-op?name=Boksschool").text.strip() == ""


def test_without_javascript_the_form_comes_back_once(editor: FlaskClient, given: Given) -> None:
    given.actor("noord", "De Kajuit", kvk="12345678")
    typed = {"name": "Jongerenhuis Haven", "kind": "other", "version": "1", "kvk": "12.34.56.78"}

    back = post(editor, f"{PARTNERS}/nieuw", **typed)

    assert back.status_code == 422
    check_page(back)
    assert "Lijkt op" in back.text
    assert "hetzelfde KVK-nummer" in back.text
    assert "Toch toevoegen" in back.text
    assert "Jongerenhuis Haven" not in editor.get(PARTNERS).text
    assert post(editor, f"{PARTNERS}/nieuw", **typed, toch="ja").status_code == 303
    assert "Jongerenhuis Haven" in editor.get(PARTNERS).text


def test_a_wrong_kvk_number_is_explained(editor: FlaskClient) -> None:
    answer = post(
        editor, f"{PARTNERS}/nieuw", name="De Kajuit", kind="other", version="1", kvk="1234"
    )
    assert answer.status_code == 422
    assert "Schrijf het KVK-nummer met acht cijfers" in answer.text


def test_not_the_same_is_remembered_and_taken_back(editor: FlaskClient, given: Given) -> None:
    one, other = given.actor("noord", "De Kajuit"), given.actor("noord", "Kajuit")
    given.position("noord", other, "Coördinator")
    page = editor.get(PAIRS)
    check_page(page)
    assert "dezelfde naam" in page.text
    assert f"samenvoegen/{other}/{one}" in page.text  # who has the most to lose stays

    post(editor, f"{PAIRS}/verschillend", een=one, ander=other)

    told = editor.get(PAIRS).text
    assert "We zien geen partners" in told
    [undo] = re.findall(r'action="([^"]+toch-gelijk[^"]+)"', told)
    post(editor, undo.replace("&amp;", "&"))
    assert "We zien geen partners" not in editor.get(PAIRS).text


def test_two_partners_become_one_and_two_again(editor: FlaskClient, given: Given) -> None:
    kept = given.actor("noord", "De Kajuit", email="oud@kajuit.nl", phone="072 5123456")
    merged = given.actor("noord", "Stichting Kajuit", email="info@kajuit.nl")
    given.collaboration("noord", "Vrijdag", merged, given.actor("noord", "SV Noord"))
    given.moment("noord", actor_ids=(merged,))

    page = editor.get(f"{PAIRS}/samenvoegen/{kept}/{merged}?terug=lijst")
    check_page(page)
    for words in ("1 samenwerking", "1 contactmoment", "oud@kajuit.nl", "info@kajuit.nl"):
        assert words in page.text
    answer = post(
        editor, f"{PAIRS}/samenvoegen/{kept}/{merged}", terug="lijst",
        **{"versie-blijft": "1", "versie-gaat": "1", "kies-email": "merged"},
    )  # fmt: skip

    assert (answer.status_code, answer.location) == (303, PAIRS)
    listed = editor.get(PAIRS)
    check_page(listed)
    assert "De Kajuit en Stichting Kajuit zijn nu één partner." in listed.text
    one = editor.get(f"{PARTNERS}/{kept}")
    check_page(one)
    for words in ("info@kajuit.nl", "072 5123456", "Stichting Kajuit", "Vrijdag"):
        assert words in one.text
    old = editor.get(f"{PARTNERS}/{merged}")
    assert (old.status_code, old.location) == (302, f"{PARTNERS}/{kept}")

    [undo] = re.findall(r'action="([^"]+/ongedaan)"', listed.text)
    told = editor.get(post(editor, undo).location)
    check_page(told)
    assert "Ongedaan gemaakt" in told.text
    assert "oud@kajuit.nl" in editor.get(f"{PARTNERS}/{kept}").text
    assert "Stichting Kajuit" in editor.get(f"{PARTNERS}/{merged}").text


def test_a_merge_that_was_built_on_says_what_to_do_by_hand(
    editor: FlaskClient, given: Given
) -> None:
    kept, merged = given.actor("noord", "De Kajuit"), given.actor("noord", "Kajuit")
    post(
        editor, f"{PAIRS}/samenvoegen/{kept}/{merged}", terug="lijst",
        **{"versie-blijft": "1", "versie-gaat": "1"},
    )  # fmt: skip
    [undo] = re.findall(r'action="([^"]+/ongedaan)"', editor.get(PAIRS).text)
    given.moment("noord", actor_ids=(kept,), on=TODAY - timedelta(days=1))

    page = editor.get(post(editor, undo).location)

    check_page(page)
    assert "Dit is daarna gewijzigd" in page.text
    assert f"Contactmoment {day(TODAY - timedelta(days=1))}" in page.text
    assert "Zo herstel je het met de hand" in page.text
    assert undo not in page.text


def test_a_merge_of_what_somebody_just_saved_is_shown_again(
    editor: FlaskClient, given: Given
) -> None:
    kept, merged = given.actor("noord", "De Kajuit"), given.actor("noord", "Kajuit", phone="072 1")
    post(editor, f"{PARTNERS}/{kept}/bewerken", name="De Kajuit", kind="school", version="1")

    answer = post(
        editor, f"{PAIRS}/samenvoegen/{kept}/{merged}",
        **{"versie-blijft": "1", "versie-gaat": "1", "kies-phone": "kept"},
    )  # fmt: skip

    assert answer.status_code == 409
    check_page(answer)
    assert "Iemand wijzigde net een van beide." in answer.text
    assert re.search(r'name="kies-phone" value="kept" checked', answer.text)


def test_any_two_partners_can_be_merged_by_name(editor: FlaskClient, given: Given) -> None:
    kept, merged = given.actor("noord", "De Kajuit"), given.actor("noord", "Het Huis")
    path = f"{PAIRS}/samenvoegen/{kept}"
    check_page(editor.get(path))
    wrong = editor.get(f"{path}?name=Niemand")
    check_page(wrong)
    assert "is niet bekend" in wrong.text
    right = editor.get(f"{path}?name=het+huis")
    assert right.location == f"{PAIRS}/samenvoegen/{kept}/{merged}"
    same = post(editor, f"{PAIRS}/samenvoegen/{kept}/{kept}")
    assert same.status_code == 422


def test_another_network_has_no_part_in_it(editor: FlaskClient, given: Given) -> None:
    given.network("zuid")
    kept, foreign = given.actor("noord", "De Kajuit"), given.actor("zuid", "De Kajuit")
    assert foreign not in editor.get(PAIRS).text
    assert editor.get(f"{PAIRS}/samenvoegen/{kept}/{foreign}").status_code == 404
    assert post(editor, f"{PAIRS}/samenvoegen/{kept}/{foreign}").status_code == 404
    assert post(editor, f"{PAIRS}/verschillend", een=kept, ander=foreign).status_code == 404
