"""The first page, and what every page has around it."""

from __future__ import annotations

from typing import Any

from tests.browser.looking import check_accessible, check_fits, expect


def test_every_page_can_be_used_by_everybody(page: Any, site: str):
    page.goto(site)

    expect(page.locator("h1")).to_have_count(1)
    check_accessible(page)
    check_fits(page)


def test_the_switch_turns_the_page_dark_and_is_remembered(page: Any, site: str):
    page.goto(site)
    page.get_by_role("button", name="Use dark colours").click()
    page.goto(f"{site}/documents")

    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_a_phone_has_a_menu(phone: Any, site: str):
    phone.goto(site)
    phone.get_by_text("Menu", exact=True).click()

    expect(phone.get_by_role("link", name="Timeline")).to_be_visible()
    check_fits(phone)
