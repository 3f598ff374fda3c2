"""Timeline, map, network and table in a browser: share a selection, look closer, keep data and pictures."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.browser.conftest import PHONE
from tests.browser.looking import READING, check_accessible, check_fits, expect

VIEWS = ("timeline", "map", "network", "table")
DRAWN = {
    "timeline": "#drawing svg a",
    "map": "#drawing[data-drawn]",
    "network": "#drawing canvas",
    "table": ".claims-table tbody tr",
}
PNG = b"\x89PNG"
SVG = "{http://www.w3.org/2000/svg}"


def look_at(page: Any, site: str, address: str) -> None:
    """Open a view and wait until it is drawn."""
    page.goto(site + address)
    page.locator(DRAWN[address.strip("/").partition("?")[0]]).first.wait_for(state="attached", timeout=READING)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_can_be_used_by_everybody(page: Any, site: str, view: str):
    """No serious violation of the accessibility guidelines, nothing over the edge, nothing on the console."""
    look_at(page, site, f"/{view}?actor=Japan")

    check_accessible(page)
    check_fits(page)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_fits_a_phone_in_the_dark(open_page: Callable[..., Any], site: str, view: str):
    """On a phone the filters are folded away, and the drawing keeps within the screen."""
    phone = open_page(PHONE, dark=True)
    look_at(phone, site, f"/{view}?actor=Japan")

    expect(phone.locator("#f-q")).not_to_be_visible()
    check_accessible(phone)
    check_fits(phone)
    phone.get_by_text("Filters", exact=True).click()
    expect(phone.locator("#f-q")).to_be_visible()
    check_fits(phone)


def test_a_selection_is_shared_by_its_address(page: Any, site: str, open_page: Callable[..., Any]):
    """Who narrows a timeline has an address that shows others the same."""
    look_at(page, site, "/timeline")
    everything = page.locator(".view-said").inner_text()
    page.get_by_label("Actor 1").fill("Japan")
    page.keyboard.press("Tab")
    page.wait_for_url("**/timeline?actor=Japan")
    page.locator("#view-state .chip").first.wait_for()
    said = page.locator(".view-said").inner_text()
    other = open_page()
    look_at(other, site, page.url.removeprefix(site))

    assert said != everything
    expect(other.locator(".view-said")).to_have_text(said)
    expect(page.locator("#view-tabs").get_by_role("link", name="Map", exact=True)).to_have_attribute(
        "href", "/map?actor=Japan"
    )


def test_names_are_completed(page: Any, site: str):
    """The first letters of a name are enough to be offered it."""
    look_at(page, site, "/table")
    page.get_by_label("Actor 1").press_sequentially("euro")

    expect(page.locator("fieldset[data-actors] datalist option[value='European Union']")).to_be_attached()


def test_the_drawing_follows_the_selection(page: Any, site: str):
    """A filter changes the drawing in place, and going back in history brings the former one."""
    look_at(page, site, "/timeline?actor=Japan")
    before = page.locator(DRAWN["timeline"]).count()
    page.get_by_label("Agreement event", exact=True).check()
    page.wait_for_url("**kind=instrument_event**")
    expect(page.locator(DRAWN["timeline"])).not_to_have_count(before)
    page.go_back()
    expect(page.locator(DRAWN["timeline"])).to_have_count(before)


def test_a_mark_leads_to_its_sentence(page: Any, site: str):
    """With the keyboard alone: into the drawing, along the marks, and to what says it."""
    look_at(page, site, "/timeline?actor=Japan&baseline=no")
    page.locator("#drawing").focus()
    page.keyboard.press("ArrowRight")
    page.locator(".drawing-card").wait_for()
    says = page.locator(".card-claim__says").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/**")

    assert says
    expect(page).to_have_url(re.compile("#"))


def test_a_finger_reads_before_it_leaves(phone: Any, site: str):
    """On a phone, a tap on a mark shows what it says; the link on the card leads to the sentence."""
    look_at(phone, site, "/timeline?actor=Japan&kind=instrument_event")
    phone.locator("#drawing svg g.m-day a").first.tap(force=True)
    card = phone.locator(".drawing-card")
    card.wait_for()
    link = card.locator("a").get_attribute("href")
    card.locator("a").tap()
    phone.wait_for_url(f"**{link.partition('#')[0]}*")


def test_the_slider_narrows_when_it_held(page: Any, site: str):
    """Moving an end of the slider changes the address as the form's fields would."""
    look_at(page, site, "/timeline")
    page.get_by_label("First year").focus()
    page.keyboard.press("End")
    page.wait_for_url("**from=**")

    expect(page.locator("#f-from")).to_have_value(page.get_by_label("First year").get_attribute("max"))


def test_while_the_slider_moves_marks_fade(page: Any, site: str):
    """Before it is let go, the slider only fades what lies outside; nothing is asked of the server."""
    look_at(page, site, "/timeline?actor=Japan")
    page.get_by_label("First year").evaluate("(end) => { end.value = end.max; end.dispatchEvent(new Event('input')); }")

    expect(page.locator("#drawing a.is-out").first).to_be_attached()
    assert page.url == f"{site}/timeline?actor=Japan"


def test_the_network_names_what_it_is_asked_for(page: Any, site: str):
    """Whom one looks for is pointed out, with all ties and their claims."""
    look_at(page, site, "/network?actor=Japan")
    page.get_by_label("Find an entity in the drawing").fill("European Union")
    page.keyboard.press("Enter")
    panel = page.locator("#drawing-panel")
    panel.wait_for()
    panel.locator(".tie-list button").first.click()

    expect(panel.locator("h2")).to_contain_text("European Union")
    expect(panel.locator(".card-claim a").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).not_to_be_visible()


def test_a_place_of_the_map_tells_what_happened_there(page: Any, site: str):
    """A click on a dot opens its activities, each with the link to its sentence."""
    look_at(page, site, "/map?actor=Japan&q=Gulf of Aden")
    box = page.locator("#drawing").bounding_box()
    found = page.wait_for_function(_DOTS).json_value()
    page.mouse.click(box["x"] + found["x"], box["y"] + found["y"])
    card = page.locator(".drawing-card")

    expect(card.locator("h2")).to_have_text(re.compile(r"\w"))
    expect(card.locator("a").first).to_have_attribute("href", re.compile("^/(documents|claims)/"))


# Where the first dot of the map lies: the pixel of the overlay that is most of one colour is inside it.
_DOTS = """() => {
  const canvas = document.querySelector(".drawing-overlay");
  const scale = canvas.width / canvas.clientWidth;
  const { data, width, height } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const full = (x, y) => data[(y * width + x) * 4 + 3] > 150 && data[(y * width + x) * 4 + 1] > data[(y * width + x) * 4] + 40;
  for (let y = 6; y < height - 6; y += 2)
    for (let x = 6; x < width - 6; x += 2)
      if ([0, 2, -2].every((dx) => [0, 2, -2].every((dy) => full(x + dx, y + dy)))) return { x: x / scale, y: y / scale };
  return null;
}"""


@pytest.mark.parametrize("view", ["timeline", "map", "network"])
def test_pictures_and_data_can_be_kept(page: Any, site: str, view: str):
    """Each drawing is kept as a picture and its data as a table."""
    look_at(page, site, f"/{view}?actor=Japan")
    for name in ("SVG", "PNG"):
        with page.expect_download() as downloading:
            page.get_by_role("button", name=name, exact=True).click()
        content = Path(downloading.value.path()).read_bytes()
        assert content.startswith(PNG if name == "PNG" else b"<svg")
        assert len(content) > 5_000
    with page.expect_download() as downloading:
        page.get_by_role("link", name="CSV", exact=True).click()
    assert downloading.value.suggested_filename == f"foedera-{view}.csv"


SAID = {  # in the picture of a view: what its shapes are, and names among its words
    "map": ("path", "circle", {"Tokyo", "India", "EUNAVFOR Atalanta area of operations"}),
    "network": ("line", "ellipse", {"Japan", "European Union"}),
}


@pytest.mark.parametrize("view", SAID)
def test_a_picture_of_lines_is_whole(page: Any, open_page: Callable[..., Any], site: str, view: str, tmp_path: Path):
    """The SVG is well-formed, needs nothing else, says who and where, and looks the same when opened by itself."""
    look_at(page, site, f"/{view}?actor=Japan")
    with page.expect_download() as downloading:
        page.get_by_role("button", name="SVG", exact=True).click()
    kept = tmp_path / downloading.value.suggested_filename
    downloading.value.save_as(kept)
    root = ElementTree.parse(kept).getroot()
    line, mark, names = SAID[view]
    words = {element.text for element in root.iter(f"{SVG}text")}

    assert kept.name == f"foedera-{view}.svg"
    assert names <= words
    assert len(root.findall(f".//{SVG}{line}")) > 2 < len(root.findall(f".//{SVG}{mark}"))
    assert "NaN" not in kept.read_text("utf-8")
    alone = open_page()
    alone.goto(kept.as_uri())
    assert alone.evaluate(_DRAWN, list(names)) == []


def test_hostile_names_stay_names_in_a_picture(page: Any, site: str):
    """Whatever a document calls somebody, the file stays well-formed and says it as words."""
    look_at(page, site, "/timeline?actor=Japan")
    name = "</text><script>alert('x')</script> & \x07 ]]>"
    script = page.locator("script[src*='views/timeline.js']").get_attribute("src")
    written = page.evaluate(
        _PICTURE, [script.replace("timeline.js", "svg.js"), script.replace("timeline.js", "pictures.js"), name]
    )
    root = ElementTree.fromstring(written)

    assert root.findall(f".//{SVG}script") == []
    assert name.replace("\x07", "\ufffd") in [element.text for element in root.iter(f"{SVG}text")]


_PICTURE = """async ([svg, pictures, name]) => {
  const { drawingOf, shape } = await import(svg);
  const { svgBlob } = await import(pictures);
  return svgBlob(drawingOf(200, 100, shape("text", { x: 5, y: 5 }, name)), "A picture").text();
}"""


# The names that are not to be seen in a picture opened by itself.
_DRAWN = """(names) => names.filter((name) => ![...document.querySelectorAll("text")].some((each) => {
  const { left, right, top, bottom, width } = each.getBoundingClientRect();
  const { width: wide, height: high } = document.documentElement.getBoundingClientRect();
  return each.textContent === name && width > 5 && left >= 0 && top >= 0 && right <= wide && bottom <= high;
}))"""


@pytest.mark.parametrize("view", ["map", "network"])
def test_paper_gets_a_still_copy(page: Any, site: str, view: str):
    """What a graphics card draws does not reach paper by itself: a copy stands in for it while the page is printed."""
    look_at(page, site, f"/{view}?actor=Japan")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    colours = page.evaluate(_COLOURS)
    page.evaluate("dispatchEvent(new Event('afterprint'))")

    assert colours > 10
    expect(page.locator(".drawing-still")).to_have_count(0)


_COLOURS = """() => {
  const still = document.querySelector(".drawing-still");
  const { data } = still.getContext("2d").getImageData(0, 0, still.width, still.height);
  const found = new Set();
  for (let at = 0; at < data.length; at += 400) found.add(`${data[at]} ${data[at + 1]} ${data[at + 2]}`);
  return found.size;
}"""


@pytest.mark.parametrize("view", VIEWS)
def test_without_scripts_the_table_says_the_same(open_page: Callable[..., Any], site: str, view: str):
    """The form and the table work in a browser that runs no scripts."""
    page = open_page(scripts=False)
    page.goto(f"{site}/{view}")
    page.get_by_label("Actor 1").fill("Japan")
    page.get_by_role("button", name="Show", exact=True).click()

    expect(page).to_have_url(f"{site}/{view}?actor=Japan")
    expect(page.locator("tbody tr").first).to_be_attached()
