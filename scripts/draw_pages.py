"""Draw docs/pictures/pages/*.png, what the pages really look like: python scripts/draw_pages.py [NAME…]

Reads the example documents into a record of its own, serves it, and looks at it with Chromium (CHROMIUM names one) at the
sizes of a desk and of a phone, in light and in dark. With names, only pictures whose name begins like one of them.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures" / "pages"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
PAIR = "/partnership?actor=Japan&actor=EU&on=2025-02-01"
CAN = "/ask/can?activity=share_classified&actor=Japan&actor=EU&on=2025-02-01"
STANDING = "Where the EU and Japan stand"  # the title of the document that the reader shows


def nothing(page: Any) -> None:
    """Leave the page as it opened."""


def press(*keys: str) -> Callable[[Any], None]:
    """Press these keys, one after the other."""

    def pressing(page: Any) -> None:
        page.locator("[data-reader].is-scripted").wait_for()
        for key in keys:
            page.keyboard.press(key)
            page.wait_for_timeout(500)

    return pressing


def read(*keys: str) -> Callable[[Any], None]:
    """Open the document, and press these keys."""

    def reading(page: Any) -> None:
        page.get_by_role("link", name=STANDING).first.click()
        press(*keys)(page)

    return reading


def drawn(sign: str) -> Callable[[Any], None]:
    """Wait until what is drawn by scripts is there; a map takes its time without a graphics card."""

    def waiting(page: Any) -> None:
        page.locator(sign).first.wait_for(state="attached", timeout=60_000)

    return waiting


def settled(page: Any) -> None:
    """Wait until the parts that come after the page are there."""
    page.wait_for_function("() => !document.querySelector('.waiting')", timeout=60_000)


def at_the_map(page: Any) -> None:
    """Come to the map of what was done."""
    settled(page)
    box = page.locator(".movable-map")
    box.scroll_into_view_if_needed()
    drawn(".movable-map .drawing[data-drawn]")(page)
    box.evaluate("(map) => scrollTo(0, map.getBoundingClientRect().top + scrollY - 90)")


def at_a_place(page: Any) -> None:
    """Choose the map's largest place."""
    at_the_map(page)
    page.get_by_role("combobox", name="Place").select_option(index=1)


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: where the page is, what is done on it first, how it is looked at."""

    name: str
    path: str
    prepare: Callable[[Any], None] = nothing
    phone: bool = False
    dark: bool = False
    whole: bool = False  # all of the page, not only what fits the screen


# Each page's owner adds its pictures here.
DRAWN = (
    Picture("home", "/"),
    Picture("home-phone", "/", phone=True),
    Picture("home-dark", "/", dark=True),
    Picture("upload", "/upload"),
    Picture("documents", "/documents"),
    Picture("search", "/search?q=Japan+agreement"),
    Picture("reader", "/documents", read(*"jjj")),
    Picture("reader-dark", "/documents", read(*"jjj"), dark=True),
    Picture("reader-phone", "/documents", read(*"jjj"), phone=True),
    Picture("review", "/documents", read(*"jjje")),
    Picture("keys", "/documents", read("j", "?")),
    Picture("instrument", "/instruments/eu-jpn-spa"),
    Picture("instrument-phone", "/instruments/eu-jpn-spa", phone=True),
    Picture("actor", "/actors/JPN"),
    Picture("partnership", PAIR, settled),
    Picture("partnership-dark", PAIR, settled, dark=True),
    Picture("partnership-phone", PAIR, settled, phone=True),
    Picture("partnership-map", PAIR, at_a_place),
    Picture("partnership-map-phone", PAIR, at_the_map, phone=True, dark=True),
    Picture("timeline", "/timeline?actor=Japan&actor=EU", drawn("#drawing svg a")),
    Picture("timeline-dark", "/timeline?actor=Japan&actor=EU&rows=subject", drawn("#drawing svg a"), dark=True),
    Picture("timeline-phone", "/timeline?actor=Japan&actor=EU", drawn("#drawing svg a"), phone=True),
    Picture("map", "/map?actor=Japan", drawn("#drawing[data-drawn]")),
    Picture("map-dark", "/map?actor=Japan&actor=EU", drawn("#drawing[data-drawn]"), dark=True),
    Picture("map-phone", "/map?actor=Japan&actor=EU", drawn("#drawing[data-drawn]"), phone=True),
    Picture("network", "/network?actor=Japan&actor=EU", drawn("#drawing canvas")),
    Picture("network-dark", "/network?actor=Japan", drawn("#drawing canvas"), dark=True),
    Picture("network-phone", "/network?actor=Japan&actor=EU", drawn("#drawing canvas"), phone=True),
    Picture("table", "/table?actor=Japan&actor=EU"),
    Picture("table-phone", "/table?actor=Japan&actor=EU", phone=True),
    Picture("ask-can", CAN, whole=True),
    Picture("ask-can-phone", CAN, phone=True),
    Picture("ask-eligible", "/ask/eligible?actor=Japan&programme=EDF&on=2025-02-01"),
    Picture("ask-pathway-dark", "/ask/pathway?actor=Japan&actor=EU&on=2025-02-01", dark=True),
    Picture("ask-changed", "/ask/changed?from=2024&to=2024&actor=Japan&actor=EU"),
    Picture("gaps", "/gaps?actor=Japan&on=2025-02-01", settled),
    Picture("gaps-phone", "/gaps?actor=Japan&on=2025-02-01", settled, phone=True, dark=True),
)


def draw(browser: Any, site: str, picture: Picture) -> None:
    """Look at one page and keep what is seen."""
    context = browser.new_context(
        viewport=PHONE if picture.phone else DESK,
        is_mobile=picture.phone,
        has_touch=picture.phone,
        color_scheme="dark" if picture.dark else "light",
        locale="en-GB",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(site + picture.path)
    picture.prepare(page)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(600)
    page.screenshot(path=PICTURES / f"{picture.name}.png", full_page=picture.whole)
    context.close()


@contextmanager
def served(record: Path) -> Iterator[str]:
    """The address of a server on this record, while the block lasts."""
    import uvicorn

    from foedera.server.app import create_app
    from foedera.server.settings import ServerSettings

    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(ServerSettings(record=str(record))), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)


def main(*names: str) -> None:
    """Read the examples, serve them and draw."""
    from playwright.sync_api import sync_playwright

    if not CHROMIUM:
        sys.exit("There is no Chromium here; name one: CHROMIUM=/path/to/chromium python scripts/draw_pages.py")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record.sqlite"
        reading = ["read", "examples", "--manifest", "examples/manifest.csv", "--record", str(record), "--quiet"]
        command = [sys.executable, "-c", "from foedera.cli import main; main()", *reading]
        subprocess.run(command, check=True, cwd=ROOT)
        with served(record) as site, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            for picture in DRAWN:
                if not names or picture.name.startswith(names):
                    draw(browser, site, picture)
                    print(picture.name)
            browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
