"""The lists, the search, and the pages of whatever bears a name."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import PHONE
from tests.browser.looking import READING, check_accessible, check_fits, expect

PAGES = {
    "home": "/",
    "upload": "/upload",
    "documents": "/documents",
    "search": "/search?q=Japan",
    "agreement": "/instruments/eu-jpn-spa",
    "actor": "/actors/JPN",
    "programme": "/programmes/gcap",
    "place": "/places/tokyo",
}


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_a_page_can_be_used_by_everybody(open_page: Callable[..., Any], site: str, path: str):
    """On a desk, in the dark, on a phone."""
    for page in (open_page(), open_page(dark=True), open_page(PHONE)):
        page.goto(site + path)
        expect(page.locator("h1")).to_have_count(1)
        check_accessible(page)
        check_fits(page)


def test_a_claim_s_page_can_be_used_by_everybody(open_page: Callable[..., Any], site: str):
    for page in (open_page(), open_page(PHONE)):
        page.goto(f"{site}/actors/JPN?kind=activity")
        page.locator(".said__line").first.click()
        page.get_by_role("heading", name="Where it is said").wait_for()
        check_accessible(page)
        check_fits(page)


def test_words_lead_to_their_place_in_the_document(page: Any, site: str):
    page.goto(site)
    page.locator("#home-search").fill("counter-piracy")
    page.keyboard.press("Enter")
    page.locator("ol .line-title").first.click()

    expect(page.locator(":target")).to_contain_text("counter-piracy")


def test_an_agreement_tells_where_it_stood_on_a_day(page: Any, site: str):
    page.goto(f"{site}/instruments/eu-jpn-spa")
    page.get_by_label("On which day").fill("2020-01-01")
    page.get_by_role("button", name="On this day").click()

    expect(page.locator(".status")).to_have_text(re.compile(r"^\s*provisionally applied"))


def test_two_names_become_one_and_are_parted(page: Any, own_site: str):
    page.goto(f"{own_site}/places/tokyo")
    page.get_by_text("Same as another name?").click()
    page.get_by_label("“Tokyo” is another name for").fill("Osaka")
    page.get_by_role("button", name="They are one").click()
    expect(page).to_have_url(f"{own_site}/places/osaka")

    page.get_by_role("button", name="Part them again").click()
    expect(page.get_by_role("button", name="Part them again")).to_have_count(0)
    page.goto(f"{own_site}/places/tokyo")
    expect(page.locator("h1")).to_have_text("Tokyo")


def test_a_file_that_is_none_is_refused_before_it_is_sent(page: Any, site: str, tmp_path: Path):
    file = tmp_path / "<script>alert(1)<script>.exe"
    file.write_bytes(b"MZ")
    page.goto(f"{site}/upload")
    page.set_input_files("input[type=file]", str(file))
    page.get_by_role("button", name="Read", exact=True).click()

    expect(page.locator("[data-uploads]")).to_contain_text("“.exe” is no kind of file that is read here")
    expect(page.locator("[data-uploads]")).to_contain_text("<script>alert(1)<script>.exe")


def test_several_files_are_dropped_and_read(page: Any, own_site: str):
    """Each gets its line; a bad one does not hold up the rest."""
    page.goto(own_site)
    page.evaluate(
        """() => {
          const files = new DataTransfer();
          files.items.add(new File(["Japan and Italy signed an Agreement on 9 January 2023."], "one.txt"));
          files.items.add(new File([""], "empty.txt"));
          files.items.add(new File(["Japan and Spain signed an Agreement on 9 January 2024."], "two.md"));
          document.querySelector("[data-drop]").dispatchEvent(new DragEvent("drop", {dataTransfer: files, bubbles: true}));
        }"""
    )
    rows = page.locator("[data-uploads] .upload-row")
    rows.filter(has_text="one.txt").get_by_text("✓ read").wait_for(timeout=READING)
    rows.filter(has_text="two.md").get_by_text("✓ read").wait_for(timeout=READING)

    expect(rows.filter(has_text="empty.txt")).to_contain_text("is empty")


def test_a_page_works_without_scripts(open_page: Callable[..., Any], own_site: str):
    """A form and a link are enough to read, decide and undo."""
    page = open_page(scripts=False)
    page.goto(f"{own_site}/documents")
    page.get_by_role("link", name="Where the EU and Japan stand").click()
    page.locator(".claim-item__link").first.click()
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_text("✓ accepted").first).to_be_visible()

    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Accept")).to_be_visible()
