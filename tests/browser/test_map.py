"""The network map in a real browser: it is drawn, it answers, and its address holds the view."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site
from tests.browser.test_every_page import AXE, RUN_AXE

pytestmark = pytest.mark.browser

KAJUIT = "Jongerenhuis De Kajuit"

# Lines and symbols cover a part of the canvas; a blank one has no pixel that is not see-through.
_PAINTED = """() => {
  const canvas = document.querySelector("#map canvas");
  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  let painted = 0;
  for (let at = 3; at < pixels.length; at += 4) painted += pixels[at] > 0;
  return painted / (pixels.length / 4);
}"""
_PICTURE = "document.querySelector('#map canvas').toDataURL()"
_READY = "body[data-map='klaar']"


@pytest.fixture
def said() -> list[str]:
    """What the browser complained about."""
    return []


@pytest.fixture
def page(site: Site, chromium: Browser, said: list[str]) -> Iterator[Page]:
    """A page of somebody who is signed in, who must have nothing to complain about."""
    with chromium.new_context(
        viewport={"width": 1400, "height": 900}, reduced_motion="reduce"
    ) as context:
        page = context.new_page()
        site.sign_in(page, "regisseur")
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        yield page
    assert said == []


def open_map(page: Page, site: Site, query: str = "") -> None:
    page.goto(f"{site.url}/netwerken/voorbeeldstad/kaart{query}")
    page.wait_for_selector(_READY)


def open_at_kajuit(page: Page, site: Site) -> str:
    """Open the map with a partner in the middle; return its id."""
    open_map(page, site)
    zoom_in_on(page, KAJUIT)
    return str(page.evaluate("new URLSearchParams(location.search).get('partner')"))


def zoom_in_on(page: Page, name: str) -> None:
    page.get_by_label("Zoom in op").fill(name)
    page.get_by_label("Zoom in op").press("Tab")
    expect(page.locator("#paneel h2")).to_have_text(name)
    page.wait_for_selector("#map:not([aria-busy])")


def counted(page: Page) -> str:
    return page.locator("#aantal").inner_text()


def test_the_map_is_drawn_from_one_fetch(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    open_map(page, site)

    assert 0.02 < page.evaluate(_PAINTED) < 0.9
    assert [url for url in asked if "gegevens" in url] == [
        f"{site.url}/netwerken/voorbeeldstad/kaart/gegevens"
    ]
    expect(page.locator("#samenvatting")).to_contain_text("partners")
    expect(page.locator("#aantal")).to_contain_text("partners")


def test_a_click_on_a_partner_tells_of_it_in_the_panel(page: Page, site: Site) -> None:
    kajuit = open_at_kajuit(page, site)
    open_map(page, site, f"?partner={kajuit}")
    expect(page.locator("#paneel")).to_contain_text(KAJUIT)

    # What the address asks for stands in the middle.
    with page.expect_response(f"**/kaart/paneel?partner={kajuit}"):
        page.locator("#map canvas").click()

    expect(page.locator("#paneel")).to_contain_text("Vrijdagavond open")
    page.get_by_role("link", name="Open de partnerpagina").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(KAJUIT)


def test_a_double_click_opens_the_page(page: Page, site: Site) -> None:
    kajuit = open_at_kajuit(page, site)
    page.locator("#map canvas").dblclick()
    page.wait_for_url(f"{site.url}/netwerken/voorbeeldstad/partners/{kajuit}")


def test_filters_live_in_the_address_and_hold_for_the_list(page: Page, site: Site) -> None:
    open_map(page, site)
    before = page.locator("#aantal").inner_text()
    page.get_by_label("Onderwijs", exact=True).check()
    page.get_by_label("Laag", exact=True).select_option("practice")
    page.get_by_label("Kleur", exact=True).select_option("energie")

    expect(page.locator("#aantal")).not_to_have_text(before)
    expect(page.locator("#kleuren")).to_contain_text("bruist")
    assert page.url.endswith("/kaart?kleur=energie&laag=practice&domein=onderwijs")
    page.wait_for_selector("#map:not([aria-busy])")
    shown = counted(page)
    drawn = page.evaluate(_PICTURE)

    page.reload()
    page.wait_for_selector(_READY)
    expect(page.locator("#aantal")).to_have_text(shown)
    assert page.get_by_label("Onderwijs", exact=True).is_checked()
    assert page.evaluate(_PICTURE) == drawn

    page.get_by_role("link", name="Lijst").click()
    expect(page.get_by_role("status").first).to_have_text(shown)


def test_everything_answers_to_the_keyboard(page: Page, site: Site) -> None:
    open_at_kajuit(page, site)
    for name in ("Zoom in", "Toon het hele netwerk", "Schuif naar links", "Schuif omlaag"):
        before = page.evaluate(_PICTURE)
        page.get_by_role("button", name=name, exact=True).focus()
        page.keyboard.press("Enter")
        page.wait_for_function(f"before => {_PICTURE} !== before", arg=before)


def test_memberships_are_off_until_asked_for(page: Page, site: Site) -> None:
    open_map(page, site)
    before, shown = page.evaluate(_PICTURE), counted(page)
    page.get_by_text("Meer keuzes").click()
    page.get_by_label("Vorm", exact=True).select_option(label="allebei")
    expect(page.locator("#aantal")).not_to_have_text(shown)
    page.wait_for_function(f"before => {_PICTURE} !== before", arg=before)
    assert page.url.endswith("/kaart?vorm=alle")


def test_a_focus_leaves_who_is_near(page: Page, site: Site) -> None:
    open_at_kajuit(page, site)
    everybody = counted(page)
    page.get_by_label("Toon", exact=True).select_option(label="1 stap ver")
    expect(page.locator("#aantal")).not_to_have_text(everybody)
    near = counted(page)
    page.get_by_label("Toon", exact=True).select_option(label="2 stappen ver")
    expect(page.locator("#aantal")).not_to_have_text(near)
    sizes = [int(text.split(" ")[0]) for text in (near, counted(page), everybody)]
    assert sizes == sorted(set(sizes))

    page.reload()
    page.wait_for_selector(_READY)
    expect(page.get_by_label("Zoom in op")).to_have_value(KAJUIT)
    assert int(counted(page).split(" ")[0]) == sizes[1]


def test_a_name_that_nobody_has_is_told_and_kept(page: Page, site: Site) -> None:
    open_map(page, site)
    page.get_by_label("Zoom in op").fill("Bestaat Niet")
    page.get_by_label("Zoom in op").press("Enter")
    expect(page.locator("#problemen")).to_contain_text("geen partner die Bestaat Niet heet")
    expect(page.get_by_label("Zoom in op")).to_have_value("Bestaat Niet")


def test_a_group_opens_and_closes_by_key(page: Page, site: Site) -> None:
    open_map(page, site, "?groepeer=domein")
    group = page.get_by_role("button", name="Onderwijs (")
    expect(group).to_have_attribute("aria-expanded", "false")
    closed = page.evaluate(_PICTURE)

    for state, address in (("true", "&open=onderwijs"), ("false", "")):
        group.focus()
        page.keyboard.press("Enter")
        expect(group).to_have_attribute("aria-expanded", state)
        expect(group).to_be_focused()
        assert page.url.endswith(f"/kaart?groepeer=domein{address}")
    page.wait_for_function(f"closed => {_PICTURE} === closed", arg=closed)


def test_a_click_opens_a_group(page: Page, site: Site) -> None:
    open_map(page, site, "?groepeer=domein&domein=onderwijs")
    page.locator("#map canvas").click()
    expect(page.get_by_role("button", name="Onderwijs (")).to_have_attribute(
        "aria-expanded", "true"
    )


def test_another_colour_has_its_own_key(page: Page, site: Site) -> None:
    open_map(page, site)
    before = page.evaluate(_PICTURE)
    page.get_by_label("Kleur", exact=True).select_option("contact")
    expect(page.locator("#kleuren")).to_contain_text("langer dan twaalf weken geen contact")
    page.wait_for_function(f"before => {_PICTURE} !== before", arg=before)
    page.get_by_label("Kleur", exact=True).select_option("")
    expect(page.locator("#kleuren")).to_be_hidden()
    page.wait_for_function(f"before => {_PICTURE} === before", arg=before)


def test_a_route_is_told_with_its_positions(page: Page, site: Site) -> None:
    open_map(page, site)
    page.get_by_text("Meer keuzes").click()
    page.get_by_label("Route van").fill("Skatehal Spoorzicht")
    page.get_by_label("Route naar").fill("Vmbo De Werf")
    page.get_by_label("Route naar").press("Tab")
    expect(page.locator("#tekst")).to_contain_text("De kortste route van Skatehal Spoorzicht")
    expect(page.locator("#tekst")).to_contain_text("Gedragen door")


def test_an_earlier_day_shows_who_was_there_in_their_place(page: Page, site: Site) -> None:
    open_map(page, site)
    now = counted(page)
    page.get_by_text("Meer keuzes").click()
    page.get_by_label("Zoals bekend op").fill("2026-08-01")
    page.get_by_label("Zoals bekend op").press("Tab")
    expect(page.locator("#aantal")).not_to_have_text(now)
    expect(page.locator("#samenvatting")).to_contain_text("Zoals bekend was op za 1 augustus 2026")


def test_the_picture_is_saved_as_png(page: Page, site: Site) -> None:
    open_map(page, site)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Beeld als PNG").click()
    assert saved.value.suggested_filename == "voorbeeldstad-kaart.png"
    assert Path(saved.value.path()).read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("query", ["?partner=voorbeeldstad-kajuit", "?weergave=lijst"])
def test_panel_and_list_are_accessible(page: Page, site: Site, query: str) -> None:
    page.goto(f"{site.url}/netwerken/voorbeeldstad/kaart{query}")
    expect(page.locator("main")).to_contain_text("Vrijdagavond open")
    page.evaluate(AXE)
    assert page.evaluate(RUN_AXE) == []


def test_without_a_script_there_is_the_list(site: Site, chromium: Browser) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        site.sign_in(page, "regisseur")
        page.goto(f"{site.url}/netwerken/voorbeeldstad/kaart?domein=onderwijs")
        page.wait_for_url("**/kaart?domein=onderwijs&weergave=lijst")
        expect(page.locator("main noscript p")).to_be_visible()
        page.get_by_label("Laag", exact=True).select_option("policy")
        page.get_by_role("button", name="Toon").click()
        assert "laag=policy" in page.url
