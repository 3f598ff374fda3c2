"""What every page is held to: nobody is shut out, and nothing runs over the edge."""

from __future__ import annotations

from pathlib import Path
from typing import Any

_AXE = Path(__file__).with_name("vendor") / "axe.min.js"
# What a page may not have: violations of WCAG 2.2 A and AA that axe-core calls serious or critical.
_RUN = """async () => {
  const found = await axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]});
  return found.violations
    .filter((each) => ["serious", "critical"].includes(each.impact))
    .map((each) => `${each.id}: ${each.help}: ${each.nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
}"""


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
