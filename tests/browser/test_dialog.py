"""Logging contact in the dialog, in a real browser: one stays on the page and loses nothing."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site
from tests.browser.test_every_page import AXE, RUN_AXE

pytestmark = pytest.mark.browser


@pytest.fixture
def page(site: Site, chromium: Browser) -> Iterator[Page]:
    """The list of partners, of somebody who may log."""
    with chromium.new_context(
        viewport={"width": 1400, "height": 900}, reduced_motion="reduce"
    ) as context:
        page = context.new_page()
        site.sign_in(page, "regisseur")
        page.goto(f"{site.url}/netwerken/voorbeeldstad/partners")
        yield page


def test_contact_is_logged_from_a_row_without_leaving_the_page(page: Page) -> None:
    here = page.url
    page.get_by_role("link", name="Leg vast").first.click()
    dialog = page.get_by_role("dialog", name="Leg contact vast")
    expect(dialog).to_be_visible()

    dialog.get_by_label("Notitie").fill("Vanuit de rij")
    dialog.get_by_label("Datum").fill("2199-01-01")
    dialog.get_by_role("button", name="Bewaar").click()
    expect(dialog.get_by_role("alert")).to_contain_text("Deze dag komt nog.")
    expect(dialog.get_by_label("Notitie")).to_have_value("Vanuit de rij")

    dialog.get_by_label("Datum").fill("2026-01-05")
    dialog.get_by_role("button", name="Bewaar").click()
    expect(page.locator(".toast[role=status]")).to_contain_text("Contactmoment bewaard.")
    assert page.url == here
    expect(dialog).to_be_hidden()


def test_escape_closes_it_and_the_focus_comes_back(page: Page) -> None:
    opener = page.get_by_role("link", name="Leg vast").nth(2)
    opener.click()
    expect(page.get_by_role("dialog")).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(opener).to_be_focused()


def test_a_typed_name_becomes_a_tick_inside_the_dialog(page: Page) -> None:
    page.get_by_role("banner").get_by_role("link", name="Leg contact vast").click()
    dialog = page.get_by_role("dialog")

    dialog.get_by_label("Met welke partner?").fill("Jongerenhuis De Kajuit")
    dialog.get_by_label("Notitie").focus()

    expect(dialog.get_by_role("checkbox", name="Jongerenhuis De Kajuit")).to_be_checked()


def test_the_open_dialog_is_accessible(page: Page) -> None:
    page.get_by_role("link", name="Leg vast").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.evaluate(AXE)
    assert page.evaluate(RUN_AXE) == []
