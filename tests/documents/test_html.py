"""A page is read without the page around it."""

from __future__ import annotations

from pathlib import Path

from foedera.model.documents import BlockKind
from tests.documents.samples import read, texts_of

PAGE = """<!DOCTYPE html><html lang="en"><head>
<meta property="og:site_name" content="Eastmark Gazette"><link rel="canonical" href="https://gazette.example/pact">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The Pact", "datePublished": "2024-11-01T09:00:00Z"}</script>
</head><body><header><a href="/">Eastmark Gazette</a></header><nav>Home News</nav>
<article><h1>The Pact</h1><p>Ships <b>of both</b> navies&nbsp;met.<!-- secret --><br>They trained on 40 m<sup>2</sup>.</p>
<table><tr><th>Country</th><th>Ships</th></tr><tr><td>Northmoor</td><td>12</td></tr></table>
<ol><li>Train together.</li><li>Meet every year.</li></ol><img src="https://evil.example/x.png">
<div class="share-buttons">Share</div><script>alert(1)</script></article>
<footer>© 2025</footer></body></html>"""


def test_a_page_says_what_its_article_says(tmp_path: Path) -> None:
    """Scripts, comments, navigation and pictures are left out; tables, lists and raised units stay what they are."""
    document = read(tmp_path, PAGE.encode(), "a.html")

    assert document.text == (
        "The Pact\n\nShips of both navies met. They trained on 40 m2.\n\nCountry | Ships\nNorthmoor | 12\n\n"
        "1. Train together.\n2. Meet every year."
    )
    assert texts_of(document, BlockKind.ROW) == ["Country | Ships", "Northmoor | 12"]
    assert document.marks == ()
    assert {one.reason for one in document.skipped} >= {"a picture or embedded content"}


def test_a_page_states_its_facts(tmp_path: Path) -> None:
    """Title, date, publisher, address and language come from the page's own metadata."""
    facts = read(tmp_path, PAGE.encode(), "a.html").facts

    assert (facts.title, str(facts.date), facts.publisher) == ("The Pact", "2024-11-01", "Eastmark Gazette")
    assert (facts.url, facts.language) == ("https://gazette.example/pact", "en")


def test_what_holds_the_text_is_read_whatever_its_class(tmp_path: Path) -> None:
    """An element whose class speaks of a sidebar may hold the whole text."""
    page = "<html><body><div class='content has-sidebar'><p>The Pact holds.</p></div><div class='sidebar'>Ads</div></body></html>"

    assert read(tmp_path, page.encode(), "a.html").text == "The Pact holds."


def test_entities_are_not_fetched(tmp_path: Path) -> None:
    """An entity that points to a file is not followed."""
    secret = tmp_path / "secret"
    secret.write_text("the secret of the Pact")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><html><body><p>The Pact &x; holds.</p></body></html>'

    assert "secret of" not in read(tmp_path, page.encode(), "a.html").text
