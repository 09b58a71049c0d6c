"""Collaborations on screen: find, add with partners, change beside somebody else."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.database import Graph
from graph.domain.collaborations import Funding
from graph.domain.words import Involvement, Role, Status
from graph.queries import Query
from graph.repositories import collaborations
from tests.given import NOW, TODAY, Given
from tests.webapp.browse import check_page, client_of, post

Rows = Callable[..., list[dict[str, object]]]

PATH = "/netwerken/noord/samenwerkingen"
DAY = timedelta(days=1)


@pytest.fixture
def editor(web: Flask, given: Given) -> FlaskClient:
    given.network("noord")
    given.user("ana", "noord", Role.EDITOR)
    return client_of(web, "ana")


def saved(graph: Graph, collaboration_id: str) -> collaborations.Collaboration:
    return collaborations.get(graph, network_id="noord", collaboration_id=collaboration_id)


def test_an_empty_network_says_how_to_begin(editor: FlaskClient) -> None:
    page = editor.get(PATH)
    check_page(page)
    assert "Voeg de eerste samenwerking toe" in page.text


def test_a_reader_sees_collaborations_but_no_buttons(web: Flask, given: Given) -> None:
    given.network("noord")
    given.user("rob", "noord", Role.READER)
    club = given.actor("noord", "De Kajuit")
    one = given.collaboration("noord", "Vrijdagavond open", club, started_on=TODAY)
    reader = client_of(web, "rob")

    page = reader.get(f"{PATH}/{one}")

    check_page(page)
    assert "De Kajuit" in page.text
    assert "Bewerk" not in page.text
    for part in ("bewerken", "partners", f"partners/{club}", "status", "pulsen", "resultaten"):
        assert reader.get(f"{PATH}/{one}/{part}").status_code == 403


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=buurtsop", ["Buurtsoep"]),
        ("status=wished", ["Leeskring"]),
        ("koud=ja", ["Buurtsoep"]),
        ("laag=vision&vorm=membership", []),
        (
            "laag=onzin&vorm=onzin&status=onzin&sortering=onzin&pagina=x",
            ["Buurtsoep", "Leeskring"],
        ),
    ],
)
def test_filters_stand_in_the_address(
    editor: FlaskClient, given: Given, query: str, found: list[str]
) -> None:
    given.collaboration("noord", "Buurtsoep", started_on=TODAY - 60 * DAY)
    given.collaboration("noord", "Leeskring", status=Status.WISHED)

    page = editor.get(f"{PATH}?{query}")

    check_page(page)
    assert [name for name in ("Buurtsoep", "Leeskring") if name in page.text] == found


def test_the_list_says_how_many_are_active_as_the_menu_does(
    editor: FlaskClient, given: Given
) -> None:
    given.collaboration("noord", "Buurtsoep")
    given.collaboration("noord", "Leeskring", status=Status.WISHED)

    page = editor.get(PATH)

    assert "2 samenwerkingen, waarvan 1 actief" in page.text
    assert "1 samenwerking<" in editor.get(f"{PATH}?status=active").text


def test_one_finds_what_is_not_paid_for_much_longer(editor: FlaskClient, given: Given) -> None:
    club = given.actor("noord", "SV Noord")
    soon, later = TODAY + 100 * DAY, TODAY + 300 * DAY
    given.collaboration("noord", "Van het geheel", funded_until=soon)
    given.collaboration("noord", "Van de club", funders=(Funding(actor_id=club, until=soon),))
    given.collaboration("noord", "Nog lang", funded_until=later)
    given.collaboration("noord", "Zonder geld")
    given.collaboration("noord", "Al over", funded_until=soon, status=Status.ENDED)

    page = editor.get(f"{PATH}?loopt-af=ja")

    check_page(page)
    names = ("Van het geheel", "Van de club", "Nog lang", "Zonder geld", "Al over")
    assert [name for name in names if name in page.text] == ["Van het geheel", "Van de club"]
    assert page.text.count("geld tot en met wo 3 maart 2027") == 2


def test_one_finds_where_residents_decide_along(editor: FlaskClient, given: Given) -> None:
    given.collaboration("noord", "Bewonersraad", residents_involved=Involvement.DECIDE)
    given.collaboration("noord", "Enquête", residents_involved=Involvement.CONSULTED)

    page = editor.get(f"{PATH}?bewoners=decide")

    check_page(page)
    assert [name for name in ("Bewonersraad", "Enquête") if name in page.text] == ["Bewonersraad"]


def test_several_pay_each_until_a_day_of_its_own(editor: FlaskClient, given: Given) -> None:
    given.actor("noord", "SV Noord")
    fund = given.actor("noord", "Oranjefonds")
    given.position("noord", fund, "Adviseur")
    one = given.collaboration("noord", "Buurtsoep", fund)
    path = f"{PATH}/{one}/bewerken"
    typed = edit_form(name="Buurtsoep", funders=["SV Noord", "2027-06-30", "oranjefonds", ""])

    assert post(editor, path, **typed).status_code == 303
    saved_one = saved(given.graph, one)
    assert [(each.name, str(each.until)) for each in saved_one.funders] == [
        ("Oranjefonds", "None"), ("SV Noord", "2027-06-30"),
    ]  # fmt: skip
    page = editor.get(f"{PATH}/{one}")
    check_page(page)
    assert "SV Noord</a> tot en met wo 30 juni 2027" in page.text
    form = editor.get(path)
    check_page(form)
    assert "Adviseur, Oranjefonds" in form.text

    stale = post(editor, path, **typed | {"funders": ["SV Noord", "2028-01-01"]})
    check_page(stale)
    assert stale.status_code == 409
    kept = {"keep-funders": "saved", "saved-funders": saved_values(stale.text), "version": "2"}
    assert post(editor, path, **typed | {"funders": ["", ""]} | kept).status_code == 303
    assert saved(given.graph, one).funders == saved_one.funders


def saved_values(page: str) -> list[str]:
    return re.findall(r'name="saved-funders" value="([^"]*)"', page)


@pytest.mark.parametrize(
    ("funders", "told"),
    [
        (["", "2027-06-30"], "Vul in wie er betaalt, of haal de dag weg."),
        (["SV Nord", ""], "Bedoel je SV Noord?"),
        (["SV Noord", "31-11-2027"], "Deze dag bestaat niet."),
        (["SV Noord", "", "sv noord", "2027-06-30"], "Deze partner staat er twee keer."),
    ],
)
def test_a_wrong_line_of_who_pays_is_told_and_stays(
    editor: FlaskClient, given: Given, funders: list[str], told: str
) -> None:
    given.actor("noord", "SV Noord")
    one = given.collaboration("noord", "Buurtsoep")

    page = post(editor, f"{PATH}/{one}/bewerken", **edit_form(funders=funders))

    check_page(page)
    assert (page.status_code, page.text.count(told)) == (422, 2)
    assert all(f'value="{typed}"' in page.text for typed in funders)


def test_a_position_carries_a_collaboration(editor: FlaskClient, given: Given) -> None:
    club = given.actor("noord", "SV Noord")
    coach = given.position("noord", club, "Coach")
    one = given.collaboration("noord", "Buurtsoep", club)

    post(editor, f"{PATH}/{one}/bewerken", **edit_form(position_ids=coach))

    page = editor.get(f"{PATH}/{one}")
    check_page(page)
    assert f'/functies/{coach}">Coach, SV Noord</a>' in page.text
    post(editor, f"{PATH}/{one}/bewerken", **edit_form(version="2"))
    assert saved(given.graph, one).positions == ()


def test_htmx_gets_the_list_alone(editor: FlaskClient, given: Given) -> None:
    given.collaboration("noord", "Buurtsoep")
    text = editor.get(PATH, headers={"HX-Request": "true"}).text
    assert "Buurtsoep" in text
    assert "<html" not in text


def test_the_page_tells_the_whole_story(editor: FlaskClient, given: Given) -> None:
    club = given.actor("noord", "SV Noord")
    source = "004_6d95a914da1acfe7.txt:395"
    programme = given.programme(
        "noord", "Doortrappen", evidence="goed onderbouwd", evidence_source=source
    )
    one = given.collaboration(
        "noord", "Samen fit", club, goal="Meer bewegen", started_on=TODAY - 30 * DAY,
        programme_ids=(programme,), funders=(Funding(actor_id=club),),
    )  # fmt: skip
    given.moment("noord", collaboration_ids=(one,), note="Veertig deelnemers", on=TODAY - DAY)
    given.followup("noord", "Bel de club", collaboration_ids=(one,))
    post(editor, f"{PATH}/{one}/resultaten", text="Tien lessen", on="2026-11-01", version="1")
    post(editor, f"{PATH}/{one}/pulsen", value="4", heard_from=club, on="2026-11-20")

    page = editor.get(f"{PATH}/{one}")

    check_page(page)
    for words in (
        "Meer bewegen", "SV Noord", "van 100", "4 van 4 gegevens bekend", "Veertig deelnemers",
        "Tien lessen", "SV Noord gaf een 4.", "Bel de club", "Doortrappen",
        "Goed onderbouwd", "van ons allemaal, regel 395", "Status: actief"
    ):  # fmt: skip
        assert words in page.text


def test_the_best_step_leads_to_an_action(editor: FlaskClient, given: Given) -> None:
    one = given.collaboration("noord", "Samen fit", started_on=TODAY - 100 * DAY)

    text = editor.get(f"{PATH}/{one}").text

    assert "beste stap: spreek elkaar" in text.lower()
    [action] = re.findall(r'href="([^"]*kind=speak[^"]*)"', text)
    check_page(editor.get(action.replace("&amp;", "&")))


def checked(text: str) -> set[str]:
    """Return the values of what is ticked."""
    return {
        value[1]
        for tag in re.findall(r"<input[^>]*\bchecked\b[^>]*>", text)
        if (value := re.search(r'value="([^"]*)"', tag))
    }


def new_form(**fields: Any) -> dict[str, Any]:
    defaults = {
        "name": "Samen fit", "layer": "practice", "form_kind": "", "rhythm_days": "42",
        "status": "active", "version": "1",
    }  # fmt: skip
    return defaults | fields


def test_a_collaboration_is_added_with_its_partners(
    editor: FlaskClient, given: Given, graph: Graph
) -> None:
    club, school = given.actor("noord", "Café 't Hoekje"), given.actor("noord", "De School")
    programme = given.programme("noord", "Doortrappen")
    page = editor.get(f"{PATH}/nieuw?partner={club}")
    check_page(page)
    assert checked(page.text) == {"practice", "active", club}

    answer = post(
        editor, f"{PATH}/nieuw",
        **new_form(
            partner_ids=[club], partner_names=["de school", ""], programme_names=["DOORTRAPPEN"],
            started_on="01-10-2026",
        ),
    )  # fmt: skip

    assert answer.status_code == 303
    one = saved(graph, answer.location.rsplit("/", 1)[-1])
    assert {each.actor_id for each in one.participants} == {club, school}
    assert one.fields.programme_ids == (programme,)
    assert (one.life.status, str(one.fields.started_on)) == (Status.ACTIVE, "2026-10-01")
    page = editor.get(answer.location)
    check_page(page)
    assert "Samen fit staat nu bij de samenwerkingen." in page.text


@pytest.mark.parametrize(
    ("fields", "form"),
    [
        ({"layer": "vision"}, "membership"),
        ({"layer": "vision", "form_kind": "working"}, "working"),
        ({"layer": "practice"}, "working"),
    ],
)
def test_the_form_that_fits_is_proposed_not_imposed(
    editor: FlaskClient, graph: Graph, fields: dict[str, str], form: str
) -> None:
    answer = post(editor, f"{PATH}/nieuw", **new_form(**fields))
    assert saved(graph, answer.location.rsplit("/", 1)[-1]).fields.form == form


def test_a_wrong_form_keeps_what_was_typed(editor: FlaskClient, given: Given) -> None:
    given.actor("noord", "SV Noord")
    answer = post(
        editor, f"{PATH}/nieuw",
        **new_form(
            name="", goal="Les in rust", status="wished", started_on="2026-10-01",
            rhythm_days="0", partner_names=["SV Nord", "SV Noord"], funders=["Bestaat niet", ""],
            funded_until="31-11-2026",
        ),
    )  # fmt: skip

    assert answer.status_code == 422
    check_page(answer)
    assert "<title>Fout:" in answer.text
    for words in (
        "Vul de naam van de samenwerking in.",
        "Een gewenste samenwerking heeft nog geen begin. Laat deze dag leeg.",
        "Kies een ritme van 1 tot 730 dagen.",
        "Bedoel je SV Noord?",
        "Bestaat niet",
        "31-11-2026",
        "Les in rust",
        'value="SV Nord"',
        'value="SV Noord"',
    ):
        assert words in answer.text


def edit_form(**fields: Any) -> dict[str, Any]:
    form = new_form(form_kind="working", **fields)
    del form["status"]
    return form


def test_two_editors_both_see_both_versions(web: Flask, editor: FlaskClient, given: Given) -> None:
    given.user("ben", "noord", Role.EDITOR)
    other = client_of(web, "ben")
    one = given.collaboration("noord", "Samen fit")
    path = f"{PATH}/{one}/bewerken"
    check_page(editor.get(path))

    assert post(other, path, **edit_form(name="Samen fitter")).status_code == 303
    answer = post(editor, path, **edit_form(name="Fit samen", goal="Bewegen"))

    assert answer.status_code == 409
    check_page(answer)
    for words in ("Iemand anders wijzigde dit ook", "Fit samen", "Samen fitter", "Bewegen"):
        assert words in answer.text

    again = edit_form(name="Fit samen", goal="Bewegen", version="2") | {
        "keep-name": "saved", "saved-name": "Samen fitter",
    }  # fmt: skip
    final = editor.get(post(editor, path, **again).location)
    assert "Samen fitter" in final.text
    assert "Bewegen" in final.text


def test_partners_join_change_stop_and_leave(
    editor: FlaskClient, given: Given, graph: Graph
) -> None:
    club, school = given.actor("noord", "SV Noord"), given.actor("noord", "De School")
    one = given.collaboration("noord", "Samen fit", club)
    path = f"{PATH}/{one}/partners"
    check_page(editor.get(path))

    wrong = post(editor, path, name="De Schol", role="trekker")
    assert wrong.status_code == 422
    check_page(wrong)
    assert "Bedoel je De School?" in wrong.text
    assert post(editor, path, name="SV Noord").status_code == 422
    assert post(editor, path, name="de school", role="trekker").status_code == 303
    check_page(editor.get(f"{path}/{school}"))
    early = post(editor, f"{path}/{school}", version="2", since="2026-10-01", until="2026-09-01")
    assert early.status_code == 422
    assert "Deze dag ligt voor het begin." in early.text
    assert post(
        editor, f"{path}/{school}", version="2", role="gastheer", until="2026-11-01"
    ).status_code == 303  # fmt: skip
    stopped = saved(graph, one)
    assert [each.name for each in stopped.partners(TODAY)] == ["SV Noord"]
    assert [each.role for each in stopped.participants] == ["gastheer", ""]

    stale = post(editor, f"{path}/{school}", version="2", role="trekker")
    assert stale.status_code == 409
    check_page(stale)
    assert "gastheer" in stale.text

    assert post(editor, f"{path}/{school}/weg").status_code == 303
    assert [each.name for each in saved(graph, one).participants] == ["SV Noord"]
    assert editor.get(f"{path}/{school}").status_code == 404


def test_a_status_changes_and_is_taken_back(
    editor: FlaskClient, given: Given, graph: Graph
) -> None:
    one = given.collaboration("noord", "Samen fit", started_on=TODAY - 30 * DAY)
    path = f"{PATH}/{one}/status"
    check_page(editor.get(path))

    early = post(editor, path, version="1", status="paused", on="2026-01-01")
    assert early.status_code == 422
    check_page(early)
    assert "Deze dag ligt voor de vorige wijziging." in early.text
    assert post(editor, path, version="1").status_code == 422
    ended = post(editor, path, version="1", status="ended", on="2026-11-20")
    page = editor.get(ended.location)
    check_page(page)
    assert "Samen fit is nu beëindigd." in page.text
    assert "Alleen een actieve samenwerking krijgt een score." in page.text

    closed = post(editor, path, version="2", status="paused", on="2026-11-21")
    assert closed.status_code == 422
    assert "Deze samenwerking is beëindigd. Begin een nieuwe." in closed.text
    check_page(editor.get(path))

    post(editor, f"{path}/ongedaan")
    assert saved(graph, one).life.status is Status.ACTIVE
    assert post(editor, f"{path}/ongedaan").status_code == 404
    stale = post(editor, path, version="1", status="paused", on="2026-11-21")
    assert stale.status_code == 409
    check_page(stale)
    assert 'name="version" type="hidden" value="3"' in stale.text


def test_a_puls_is_given_and_taken_back(editor: FlaskClient, given: Given, graph: Graph) -> None:
    club = given.actor("noord", "SV Noord")
    one = given.collaboration("noord", "Samen fit", club)
    path = f"{PATH}/{one}/pulsen"
    check_page(editor.get(path))

    wrong = post(editor, path, value="7", on="2027-01-01", heard_from=club)
    assert wrong.status_code == 422
    check_page(wrong)
    assert "Deze dag ligt in de toekomst." in wrong.text
    assert "Kies van wie je dit hoorde." in post(editor, path, value="5").text
    post(editor, path, value="5", on="2026-11-22", heard_from=club)
    post(editor, path, value="2", on="2026-11-22", heard_from="zelf")
    pulses = saved(graph, one).pulses
    assert {(puls.value, puls.rater) for puls in pulses} == {(5, "SV Noord"), (2, "Ana")}
    check_page(editor.get(path))

    post(editor, f"{path}/{pulses[0].id}/weg")
    assert len(saved(graph, one).pulses) == 1
    post(editor, f"{path}/{pulses[0].id}/terugzetten")
    assert len(saved(graph, one).pulses) == 2


def test_a_result_is_named_corrected_and_taken_back(
    editor: FlaskClient, given: Given, graph: Graph
) -> None:
    one = given.collaboration("noord", "Samen fit")
    path = f"{PATH}/{one}/resultaten"
    check_page(editor.get(path))

    wrong = post(editor, path, text="", on="2026-11-31", version="1")
    assert wrong.status_code == 422
    check_page(wrong)
    post(editor, path, text="Tien lessen", on="2026-11-01", version="1")
    [result] = saved(graph, one).results
    own = f"{path}/{result.id}"
    check_page(editor.get(own))
    assert post(editor, own, text="Elf lessen", on="2026-11-01", version="1").status_code == 303
    stale = post(editor, own, text="Twaalf lessen", on="2026-11-01", version="1")
    assert stale.status_code == 409
    check_page(stale)
    for words in ("Elf lessen", "Twaalf lessen"):
        assert words in stale.text

    post(editor, f"{own}/weg")
    assert saved(graph, one).results == ()
    post(editor, f"{own}/terugzetten")
    assert [each.text for each in saved(graph, one).results] == ["Elf lessen"]


def test_archive_and_restore(editor: FlaskClient, given: Given) -> None:
    one = given.collaboration("noord", "Samen fit")

    post(editor, f"{PATH}/{one}/archiveren")

    page = editor.get(PATH)
    check_page(page)
    assert "Samen fit staat nu in het archief." in page.text
    assert "Maak ongedaan" in page.text
    assert "0 samenwerkingen" in page.text
    assert "Samen fit" in editor.get(f"{PATH}?archief=ja").text
    archived = editor.get(f"{PATH}/{one}")
    check_page(archived)
    assert "staat in het archief en telt niet mee" in archived.text
    post(editor, f"{PATH}/{one}/terugzetten")
    assert "Samen fit" in editor.get(PATH).text


def test_a_page_asks_as_much_of_a_large_network_as_of_a_small_one(
    editor: FlaskClient, given: Given, graph: Graph, rows: Rows
) -> None:
    rows("CREATE (:Domain {id: 'sport', label: 'Sport', position: 1})")
    partners = [given.actor("noord", f"Partner {number}") for number in range(12)]
    one = given.collaboration("noord", "Samen fit", partners[0], started_on=TODAY)
    paths = (PATH, f"{PATH}?q=fit", f"{PATH}/{one}", f"{PATH}/{one}/bewerken", f"{PATH}/nieuw")

    def asked() -> list[int]:
        counts: list[int] = []
        for path in paths:
            queries: list[Query] = []
            graph.on_query = queries.append
            assert editor.get(path).status_code == 200
            counts.append(len(queries))
        graph.on_query = lambda _query: None
        return counts

    editor.get(PATH)  # the shared terms are kept from here on
    small = asked()
    for number in range(30):
        given.collaboration("noord", f"Fit {number}", *partners, started_on=TODAY)
        given.moment("noord", collaboration_ids=(one,), on=NOW.date())
    for partner in partners[1:]:
        post(editor, f"{PATH}/{one}/partners", name=f"Partner {partners.index(partner)}")
    editor.get(PATH)  # and the counts of the menu, which a change wipes

    assert asked() == small
    assert max(small) <= 6
