"""How a page is looked at: with patience; and what every page is held to: nobody is shut out, nothing runs over the edge."""

from __future__ import annotations

from pathlib import Path
from typing import Any

PATIENCE = 30_000  # milliseconds that a page has to come to what is expected of it, on a slow machine too
READING = 180_000  # milliseconds within which a document is read, parts are worked out, or a brief is written
_AXE = Path(__file__).with_name("vendor") / "axe.min.js"
# What a page may not have: violations of WCAG 2.2 A and AA that axe-core calls serious or critical.
_RUN = """async () => {
  const found = await axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]});
  return found.violations
    .filter((each) => ["serious", "critical"].includes(each.impact))
    .map((each) => `${each.id}: ${each.help}: ${each.nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
}"""


def expect(what: Any) -> Any:
    """What is expected of a page or a part of it, once what was done has had its effect: it is looked at until it is so.

    A look that does not wait (`is_visible()`, `count()`, `inner_text()`, `page.url`) may see the page before the answer
    has come. It is for values to compare with later, taken when something else has told that they are there.
    """
    from playwright.sync_api import expect as expect_of

    return expect_of(what)


def check_accessible(page: Any) -> None:
    """The page has no serious violation of the accessibility guidelines that a program can find."""
    # The policy of the pages allows no foreign script; evaluating from outside is not held by it.
    page.evaluate(_AXE.read_text("utf-8"))
    found = page.evaluate(_RUN)
    assert not found, "\n".join(found)


def check_fits(page: Any) -> None:
    """Nothing on the page runs over its right edge."""
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert over <= 0, f"the page is {over} pixels too wide: {page.evaluate(_WIDEST)}"


_WIDEST = """() => [...document.querySelectorAll("main *, header *, footer *")]
  .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .slice(0, 5).map((each) => each.outerHTML.slice(0, 120))"""
