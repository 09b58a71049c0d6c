"""The network map in a real browser: it is drawn, it answers, and its address holds the view."""

from collections.abc import Iterator

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
_READY = "#f-partner option:nth-child(2)"


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
    page.wait_for_selector(_READY, state="attached")


def open_at_kajuit(page: Page, site: Site) -> str:
    """Open the map with a partner in the middle; return its id."""
    open_map(page, site)
    page.get_by_label("Zoom in op").select_option(label=KAJUIT)
    expect(page.locator("#paneel")).to_contain_text(KAJUIT)
    return page.get_by_label("Zoom in op").input_value()


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
    expect(page.locator("#energieschaal")).to_be_visible()
    assert page.url.endswith("/kaart?kleur=energie&laag=practice&domein=onderwijs")
    counted = page.locator("#aantal").inner_text()
    drawn = page.evaluate(_PICTURE)

    page.reload()
    page.wait_for_selector(_READY, state="attached")
    expect(page.locator("#aantal")).to_have_text(counted)
    assert page.get_by_label("Onderwijs", exact=True).is_checked()
    assert page.evaluate(_PICTURE) == drawn

    page.get_by_role("link", name="Lijst").click()
    expect(page.get_by_role("status").first).to_have_text(counted)


def test_everything_answers_to_the_keyboard(page: Page, site: Site) -> None:
    open_map(page, site)
    page.get_by_label("Zoom in op").focus()
    page.keyboard.type("Jongerenh")
    expect(page.locator("#paneel")).to_contain_text(KAJUIT)
    for name in ("Zoom in", "Toon het hele netwerk", "Schuif naar links", "Schuif omlaag"):
        before = page.evaluate(_PICTURE)
        page.get_by_role("button", name=name, exact=True).focus()
        page.keyboard.press("Enter")
        page.wait_for_timeout(100)
        assert page.evaluate(_PICTURE) != before, name


def test_memberships_are_off_until_asked_for(page: Page, site: Site) -> None:
    open_map(page, site)
    before, counted = page.evaluate(_PICTURE), page.locator("#aantal").inner_text()
    page.get_by_label("Toon ook lidmaatschappen").check()
    expect(page.locator("#aantal")).not_to_have_text(counted)
    page.wait_for_timeout(100)
    assert page.evaluate(_PICTURE) != before


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
