"""Templates into pages, and where things have theirs."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from foedera.model.entities import EntityKind
from foedera.server.pages.links import document_link, entity_link, outside_link
from foedera.server.pages.navigation import NAVIGATION
from foedera.server.pages.rendering import STATIC, TEMPLATES, environment, static_link


def test_whatever_is_written_into_a_template_is_text():
    made = environment().from_string("{{ name }}").render(name="<b>&'\"")

    assert made == "&lt;b&gt;&amp;&#39;&#34;"


def test_no_template_trusts_what_it_is_given():
    """`safe` and Markup would let a document write into the page."""
    for template in TEMPLATES.rglob("*.html"):
        text = template.read_text("utf-8")
        assert "| safe" not in text, template.name
        assert "|safe" not in text, template.name
        assert "autoescape" not in text, template.name


def test_a_value_that_is_missing_is_an_error():
    with pytest.raises(UndefinedError):
        environment().from_string("{{ nothing }}").render()


def test_the_address_of_a_file_changes_with_the_file():
    assert static_link("style.css").startswith("/static/style.css?v=")
    assert (STATIC / "style.css").is_file()


def test_every_template_can_be_read():
    for template in TEMPLATES.rglob("*.html"):
        environment().get_template(str(template.relative_to(TEMPLATES)))


@pytest.mark.parametrize(
    ("path", "door"),
    [
        ("/", "Home"),
        ("/documents/abc", "Documents"),
        ("/upload", "Documents"),
        ("/ask/eligible", "Ask"),
        ("/mapx", None),
    ],
)
def test_the_navigation_shows_where_one_is(path: str, door: str | None):
    assert [each.label for each in NAVIGATION if each.is_current(path)] == ([door] if door else [])


@pytest.mark.parametrize(
    ("kind", "link"),
    [
        (EntityKind.STATE, "/actors/a%2Fb"),
        (EntityKind.INSTRUMENT, "/instruments/a%2Fb"),
        (EntityKind.PROGRAMME, "/programmes/a%2Fb"),
        (EntityKind.PLACE, "/places/a%2Fb"),
        (None, "/actors/a%2Fb"),
    ],
)
def test_each_sort_of_entity_has_its_page(kind: EntityKind | None, link: str):
    assert entity_link("a/b", kind) == link


def test_an_id_cannot_leave_its_place_in_an_address():
    assert document_link("../x?y#z") == "/documents/..%2Fx%3Fy%23z"


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//example.org", None),
        (" https://example.org", None),
        (None, None),
    ],
)
def test_only_an_address_elsewhere_becomes_a_link(address: str | None, link: str | None):
    assert outside_link(address) == link
