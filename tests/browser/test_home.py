"""The first page, and what every page has around it."""

from __future__ import annotations

from typing import Any

from tests.browser.looking import check_accessible, check_fits


def test_every_page_can_be_used_by_everybody(page: Any, site: str):
    page.goto(site)

    assert page.locator("h1").count() == 1
    check_accessible(page)
    check_fits(page)


def test_the_switch_turns_the_page_dark_and_is_remembered(page: Any, site: str):
    page.goto(site)
    page.get_by_role("button", name="Use dark colours").click()
    page.goto(f"{site}/documents")

    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_a_phone_has_a_menu(phone: Any, site: str):
    phone.goto(site)
    phone.get_by_text("Menu", exact=True).click()

    assert phone.get_by_role("link", name="Timeline").is_visible()
    check_fits(phone)
