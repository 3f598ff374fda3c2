"""Partnership, questions and gaps in a browser: slide the day, open a source, ask, take the brief away."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import PHONE
from tests.browser.looking import READING, check_accessible, check_fits, expect

PAIR = "/partnership?actor=Japan&actor=EU&on=2025-02-01"
PAGES = {
    "partnership": PAIR,
    "beginning": "/partnership",
    "can": "/ask/can?activity=share_classified&actor=Japan&actor=EU&on=2025-02-01",
    "eligible": "/ask/eligible?actor=Japan&programme=EDF&on=2025-02-01",
    "pathway": "/ask/pathway?actor=Japan&actor=EU&on=2025-02-01",
    "changed": "/ask/changed?from=2024&to=2024&actor=Japan&actor=EU",
    "gaps": "/gaps?actor=Japan&on=2025-02-01",
}


def look_at(page: Any, address: str) -> None:
    """Open a page and wait until its parts are there."""
    page.goto(address)
    expect(page.locator(".waiting")).to_have_count(0, timeout=READING)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_can_be_used_by_everybody(page: Any, site: str, name: str):
    """No serious violation of the accessibility guidelines, nothing over the edge, nothing on the console."""
    look_at(page, site + PAGES[name])

    check_accessible(page)
    check_fits(page)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_fits_a_phone_in_the_dark(open_page: Callable[..., Any], site: str, name: str):
    """Tables scroll within their own box."""
    phone = open_page(PHONE, dark=True)
    look_at(phone, site + PAGES[name])

    check_accessible(phone)
    check_fits(phone)


def test_a_question_is_asked_and_its_ground_opened(page: Any, site: str):
    """Names are completed, the answer comes into the page, its address can be sent, a ground leads to its claim."""
    page.goto(f"{site}/ask/can")
    page.get_by_label("May", exact=True).fill("Japan")
    page.locator("#actor-1").fill("EU")
    page.get_by_label("together", exact=True).select_option(label="exchange classified information")
    page.get_by_label("on this day", exact=True).fill("2025-02-01")
    page.get_by_role("button", name="Ask", exact=True).click()
    page.locator(".verdict__word").get_by_text("No", exact=True).wait_for()

    expect(page).to_have_url(re.compile("activity=share_classified"))
    page.locator(".chain__fact a").first.click()
    page.wait_for_url("**/claims/**")
    expect(page.locator("main")).to_contain_text("Security and Defence Partnership")


def test_the_day_slides(page: Any, site: str):
    """Whoever moves the slider back sees what stood then, under an address of its own."""
    look_at(page, site + PAIR)
    standing = page.locator("section", has=page.locator("#part-standing"))
    expect(standing.get_by_role("cell", name="In force", exact=True)).to_have_count(2)

    page.get_by_label("Slide through the days").focus()
    for _ in range(40):
        page.keyboard.press("ArrowLeft")
    page.wait_for_url("**on=2024-12-23**")

    expect(page.get_by_label("On this day")).to_have_value("2024-12-23")
    expect(standing.get_by_role("cell", name="Provisionally applied", exact=True)).to_have_count(1, timeout=READING)
    expect(page.locator(".waiting")).to_have_count(0, timeout=READING)


def test_a_sentence_opens_its_sources(page: Any, site: str):
    """The sources stand beside the sentence, and lead to where it is said."""
    look_at(page, site + PAIR)
    told = page.locator(".headline li").first
    told.get_by_text("sources").click()
    told.locator(".grounds a").first.click()

    page.wait_for_url("**/claims/**")


def see_the_map(page: Any) -> Any:
    """The map of what was done, come near to and drawn."""
    box = page.locator(".movable-map")
    box.scroll_into_view_if_needed()
    expect(box.locator(".drawing[data-drawn]")).to_be_visible(timeout=READING)
    return box


def test_the_map_can_be_moved(page: Any, site: str):
    """Whoever comes near gets a map of the same activities to move: a place is chosen, its activities lead to sentences."""
    look_at(page, site + PAIR)
    box = see_the_map(page)
    expect(box.locator("img")).not_to_be_visible()
    check_accessible(page)
    box.get_by_role("combobox", name="Place").select_option(label="Gulf of Aden (14)")

    expect(box.locator(".drawing-card h2")).to_have_text("Gulf of Aden")
    expect(box.locator(".drawing-card a").first).to_have_attribute("href", re.compile("^/(documents|claims)/"))


def test_the_map_fits_a_phone_in_the_dark(open_page: Callable[..., Any], site: str):
    """The colours change with the page's while one looks."""
    phone = open_page(PHONE, dark=True)
    look_at(phone, site + PAIR)
    see_the_map(phone)
    phone.emulate_media(color_scheme="light")

    check_fits(phone)
    check_accessible(phone)


def test_the_map_follows_the_day(page: Any, site: str):
    """Before the day of the first exercise, there is no map."""
    look_at(page, site + PAIR)
    see_the_map(page)
    page.get_by_label("On this day").fill("2012-01-01")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**on=2012-01-01**")

    expect(page.locator(".waiting")).to_have_count(0, timeout=READING)
    expect(page.locator(".movable-map")).to_have_count(0)


def test_paper_keeps_the_picture(page: Any, site: str):
    """On paper, and where no scripts run, the map of the brief stands in its place."""
    look_at(page, site + PAIR)
    box = see_the_map(page)
    page.emulate_media(media="print")

    expect(box.locator("img")).to_be_visible()
    expect(box.locator(".drawing")).not_to_be_visible()


def test_the_brief_is_taken_away(page: Any, site: str):
    """Each form of the brief is a file to keep."""
    look_at(page, site + PAIR)
    with page.expect_download(timeout=READING) as downloading:
        page.get_by_role("link", name="Word", exact=True).click()

    assert downloading.value.suggested_filename == "brief-jpn-eu-2025-02-01.docx"


def test_without_scripts_the_form_and_the_parts_still_work(open_page: Callable[..., Any], site: str):
    """The form is a form, and each part a page."""
    page = open_page(scripts=False)
    page.goto(f"{site}/partnership")
    page.get_by_label("Actor 1").fill("Japan")
    page.get_by_label("Actor 2").fill("EU")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="Show it").first.click()

    expect(page.locator(".headline > ul > li").nth(2)).to_be_visible()
    page.goto(f"{site}/partnership/part/done?actor=Japan&actor=EU&on=2025-02-01")
    expect(page.get_by_role("img", name="Map of")).to_be_visible()
    expect(page.locator(".drawing")).not_to_be_visible()


def test_the_brief_as_a_web_page_can_be_used_by_everybody(page: Any, site: str, tmp_path: Path):
    """The page of a brief opens from a folder, asks for nothing, and shuts nobody out."""
    look_at(page, site + PAIR)
    with page.expect_download(timeout=READING) as downloading:
        page.get_by_role("link", name="Web page", exact=True).click()
    downloading.value.save_as(tmp_path / "brief.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / "brief.html").as_uri())

    assert [address for address in asked if not address.startswith(("file:", "data:"))] == []
    check_accessible(page)
    page.locator("sup a").first.click()
    expect(page).to_have_url(re.compile("#note-1$"))
