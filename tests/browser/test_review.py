"""The main task: add a document, read it, open a claim, accept it, correct it, undo."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.browser.conftest import PHONE
from tests.browser.looking import READING, check_accessible, check_fits, expect

READY = "[data-reader].is-scripted"  # the reader has bound its keys
REPORT = """Northmoor and Eastmark at sea

5 September 2018

The Northmoor Pact was signed in Westhaven on 17 July 2018. The Japan Maritime Self-Defense Force and the EU Naval Force
held a joint exercise in the Gulf of Aden in August 2018.
"""


def _send(page: Any, site: str, tmp_path: Path, name: str = "report.txt", text: str = REPORT) -> None:
    file = tmp_path / name
    file.write_text(text, "utf-8")
    page.goto(f"{site}/upload")
    page.set_input_files("input[type=file]", str(file))
    page.get_by_role("button", name="Read", exact=True).click()
    page.get_by_role("link", name=name).first.wait_for(timeout=READING)


def test_upload_read_accept_correct_undo(page: Any, own_site: str, tmp_path: Path):
    """What an analyst does with a new document, from its file to a corrected claim and back."""
    _send(page, own_site, tmp_path)
    page.get_by_role("link", name="report.txt").first.click()
    page.locator(READY).wait_for()
    panel = page.locator("#panel")

    # Open the first claim by keyboard, and accept it.
    page.keyboard.press("j")
    panel.get_by_role("button", name="Accept").wait_for()
    page.keyboard.press("a")
    panel.get_by_text("✓ accepted").wait_for()
    expect(page.locator("[data-reviewed]")).to_have_text("1")

    # Take it back.
    panel.get_by_role("button", name="Undo").wait_for()
    page.keyboard.press("u")
    panel.get_by_role("button", name="Accept").wait_for()
    expect(page.locator("[data-reviewed]")).to_have_text("0")

    # Correct its date and how real it is.
    page.keyboard.press("e")
    panel.get_by_label("When", exact=True).fill("17 July 2019")
    panel.get_by_label("How real").select_option("planned")
    panel.get_by_label("Why (kept with the decision)").fill("the month is right, the year is not")
    panel.get_by_role("button", name="Keep the correction").click()
    panel.get_by_text("Corrected by reviewer", exact=True).wait_for()
    expect(panel.locator(".claim__date")).to_have_text("17 July 2019")
    expect(page.locator(".is-set-aside")).to_have_count(1)

    # Undo the correction: what was read stands again.
    panel.get_by_role("button", name="Undo").wait_for()
    page.keyboard.press("u")
    panel.get_by_role("button", name="Accept").wait_for()
    expect(panel.locator(".claim__date")).to_have_text("17 July 2018")
    expect(page.locator(".is-set-aside")).to_have_count(0)


def test_a_rejected_claim_is_struck_out_and_stays_on_the_list(page: Any, own_site: str):
    _open(page, own_site, "Where the EU and Japan stand")
    page.keyboard.press("j")
    page.locator("#panel").get_by_role("button", name="Reject").click()
    page.locator("#panel").get_by_text("✕ rejected").wait_for()

    expect(page.locator(".claim-item.is-set-aside")).to_have_count(1)


def test_words_selected_in_the_text_fill_a_role(page: Any, own_site: str):
    """The words are taken as they stand, and the record tells what they are."""
    _open(page, own_site, "Where the EU and Japan stand")
    page.locator(".claim-item", has_text="under negotiation").first.locator("a").click()
    page.locator("#panel").get_by_role("link", name="Correct").click()
    _select(page, "Brussels and Tokyo")
    page.locator("#panel").get_by_role("button", name="Take the selected words as party").click()

    added = page.locator("[data-role=party] .choice", has_text="“Brussels and Tokyo”")
    expect(added.get_by_role("checkbox")).to_be_checked()


def test_a_missing_claim_is_added_from_a_selection(page: Any, own_site: str):
    _open(page, own_site, "Where the EU and Japan stand")
    _select(page, "The document is not legally binding")
    page.keyboard.press("n")
    panel = page.locator("#panel")
    panel.get_by_role("link", name="Assessment").click()
    panel.get_by_label("assessor: words of the text").fill("High Representative")
    panel.get_by_label("target: words of the text").fill("The document")
    panel.get_by_label("judged as: words of the text").fill("not legally binding")
    panel.get_by_role("button", name="Add the claim").click()

    panel.get_by_text("✎ by a person").wait_for()
    expect(panel.locator(".claim__line")).to_have_text(re.compile("on The document: not legally binding$"))


def test_a_form_that_cannot_be_kept_says_why_and_keeps_what_was_typed(page: Any, own_site: str):
    _open(page, own_site, "Where the EU and Japan stand")
    page.keyboard.press("j")
    page.keyboard.press("e")
    panel = page.locator("#panel")
    panel.get_by_label("When", exact=True).fill("the day after never")
    panel.get_by_role("button", name="Keep the correction").click()

    expect(panel.get_by_role("alert")).to_contain_text("cannot read “the day after never” as a date", ignore_case=True)
    expect(panel.get_by_label("When", exact=True)).to_have_value("the day after never")


def test_who_decides_is_asked_once_and_kept_with_every_decision(page: Any, own_site: str):
    _open(page, own_site, "Where the EU and Japan stand")
    page.get_by_text("Decisions are signed reviewer").click()
    page.get_by_label("Your name, as it is kept with your decisions").fill("Ana Örn")
    page.get_by_role("button", name="Sign so").click()
    page.get_by_text("Decisions are signed Ana Örn").wait_for()
    page.locator(READY).wait_for()
    page.keyboard.press("j")
    page.locator("#panel").get_by_role("button", name="Accept").click()

    page.locator("#panel").get_by_text("Accepted by Ana Örn").wait_for()


def test_the_keys_are_told(page: Any, site: str):
    _open(page, site, "Where the EU and Japan stand")
    page.keyboard.press("?")

    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()


def test_roles_are_shown_on_hover_and_on_focus(page: Any, site: str):
    _open(page, site, "Where the EU and Japan stand")
    page.locator(".say", has_text="Strategic Partnership Agreement").first.hover()
    expect(page.get_by_role("tooltip")).to_contain_text("Tokyo")

    page.keyboard.press("Tab")
    page.locator(".claim-mark").nth(2).focus()
    assert page.get_by_role("tooltip").count() <= 1


def test_notes_are_linked_both_ways(page: Any, site: str):
    _open(page, site, "Where the EU and Japan stand")
    page.locator("[role=doc-noteref][aria-label='Note 3']").click()
    expect(page).to_have_url(re.compile("#note-2$"))

    page.locator("[aria-label='Back to where note 3 is cited']").click()
    expect(page).to_have_url(re.compile("#mark-"))


def test_a_claim_can_be_sent_by_its_address(page: Any, open_page: Callable[..., Any], site: str):
    """The address of an open claim opens it for whoever gets it, even where scripts are off."""
    _open(page, site, "Where the EU and Japan stand")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator(".claim-item").nth(1).get_attribute("data-claim")
    expect(page).to_have_url(re.compile(f"claim={second}$"))
    expect(page.locator("#panel [data-open-claim]")).to_have_attribute("data-open-claim", second)
    other = open_page(scripts=False)
    other.goto(page.url)

    line = page.locator("#panel .claim__line").inner_text()
    expect(other.locator("#panel .claim__line")).to_have_text(line)


def test_the_reader_can_be_used_by_everybody(page: Any, open_page: Callable[..., Any], site: str):
    for each in (page, open_page(dark=True), open_page(PHONE)):
        _open(each, site, "Where the EU and Japan stand")
        each.keyboard.press("j")
        each.locator("#panel [data-open-claim]").wait_for()
        check_accessible(each)
        check_fits(each)
        each.keyboard.press("e")
        each.locator("#panel [data-claim-form]").wait_for()
        check_accessible(each)
        check_fits(each)


def test_a_phone_shows_the_claim_under_its_sentence(phone: Any, site: str):
    _open(phone, site, "Where the EU and Japan stand")
    phone.locator(".say", has_text="Strategic Partnership Agreement").first.tap()
    phone.locator("#panel [data-open-claim]").wait_for()
    check_fits(phone)
    phone.get_by_role("button", name="Close").tap()

    expect(phone.locator("#panel")).to_have_text("")


def _open(page: Any, site: str, title: str) -> None:
    page.goto(f"{site}/documents")
    page.get_by_role("link", name=title).click()
    page.locator(READY).wait_for()


def _select(page: Any, words: str) -> None:
    """Select words of the text as a hand would, however many elements they lie in; done when the page has been told."""
    page.evaluate(
        """async (words) => {
          const told = new Promise((done) => document.addEventListener("selectionchange", done, { once: true }));
          const paper = document.querySelector("[data-paper]");
          const walker = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
          const nodes = [];
          let text = "";
          while (walker.nextNode()) { nodes.push([text.length, walker.currentNode]); text += walker.currentNode.data; }
          const at = text.indexOf(words);
          const place = (offset) => {
            const [start, node] = nodes.findLast(([begin]) => begin <= offset);
            return [node, offset - start];
          };
          const range = document.createRange();
          range.setStart(...place(at));
          range.setEnd(...place(at + words.length - 1));
          range.setEnd(range.endContainer, range.endOffset + 1);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
          await told;
        }""",
        words,
    )
