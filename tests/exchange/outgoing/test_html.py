"""The page that opens anywhere: it holds everything, loads nothing, and every quote stands in it as it was written."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from foedera.exchange.outgoing.html import highlighted
from tests.exchange.outgoing.conftest import paper, said


@pytest.fixture
def page(exported):
    path, _ = exported("html")
    return BeautifulSoup(path.read_text("utf-8"), "lxml")


def test_every_claim_stands_in_it_with_its_quote(page):
    """A claim is shown with what it says, its words, where they stand and how sure it is."""
    articles = page.find_all("article")
    quotes = [quote.get_text() for quote in page.find_all("blockquote")]

    assert len(articles) == 8
    assert "“We will <never> sail alone & afraid”, said Admiral Ana Ortiz." in quotes
    assert "Register, entry 7, Northmoor Gazette" in page.get_text()
    assert "planned" in {tag.get_text() for tag in page.find_all(class_="unsure")}


def test_the_words_that_fill_roles_are_marked(page):
    """In the quote, whoever and whatever the claim is about is marked with the role."""
    marked = {(mark["title"], mark.get_text()) for mark in page.find_all("mark")}

    assert {
        ("party", "Northmoor"),
        ("instrument", "Northmoor–Eastmark Pact"),
        ("speaker", "Admiral Ana Ortiz"),
    } <= marked


def test_words_within_words_are_marked_once():
    """Of two places that overlap the longer is marked; nothing of the quote is lost or doubled."""
    document = paper()
    claim = next(said(document))
    html = highlighted(claim, claim.evidence[0])

    assert re.sub(r"<[^>]+>", "", html) == claim.evidence[0].quote
    assert html.count("<mark") == 3  # the second “Northmoor” is part of the Pact's name


def test_the_page_loads_nothing(page):
    """No image, style, script or font comes from elsewhere, and the page itself forbids it; links to sources are links."""
    for tag in page.find_all(["script", "link", "img", "iframe", "object", "source"]):
        assert not (tag.get("src") or tag.get("href")), tag
    assert "default-src 'none'" in page.find("meta", {"http-equiv": "Content-Security-Policy"})["content"]
    assert "url(" not in page.find("style").get_text()
    assert "@import" not in page.find("style").get_text()
    assert {link["href"] for link in page.find_all("a", href=re.compile("^http"))} == {
        "https://example.org/pact",
        "https://example.org/7",
    }


def test_every_link_within_the_page_leads_somewhere(page):
    """Bars lead to years, quotes to sources."""
    ids = {tag["id"] for tag in page.find_all(id=True)}
    inner = [link["href"][1:] for link in page.find_all("a", href=re.compile("^#"))]

    assert {"y2018", "y2019", "y2030"} <= set(inner) <= ids


def test_the_map_shows_what_lies_somewhere(page):
    """An activity in a known area has a dot and a name; the caption says how many have none."""
    assert [dot.get_text() for dot in page.select(".map circle")] == ["Gulf of Aden: 1 activity"]
    assert "1 more took place where nobody gave coordinates" in page.select_one(".map figcaption").get_text()


def test_it_is_readable_on_a_phone(page):
    """The page says how wide it is, and has styles for print."""
    assert page.find("meta", {"name": "viewport"})["content"] == "width=device-width, initial-scale=1"
    assert "@media print" in page.find("style").get_text()
