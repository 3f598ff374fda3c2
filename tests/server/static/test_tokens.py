"""The colours of the pages can be told from their ground by everybody."""

from __future__ import annotations

import re

import pytest

from foedera.model.kinds import Kind
from foedera.server.pages.rendering import STATIC

TOKENS = (STATIC / "tokens.css").read_text("utf-8")
_SCHEMES = {
    "light": re.search(r":root \{(.*?)\n\}", TOKENS, re.DOTALL),
    "dark": re.search(r':root\[data-theme="dark"\] \{(.*?)\n\}', TOKENS, re.DOTALL),
    "dark by the system": re.search(r':root:not\(\[data-theme="light"\]\) \{(.*?)\n  \}', TOKENS, re.DOTALL),
}
_READ = ("ink", "muted", "accent", "good", "warn", "bad", *(f"kind-{kind.value}" for kind in Kind))


def colours(scheme: str) -> dict[str, str]:
    """The colours of a scheme by their names."""
    found = _SCHEMES[scheme]
    assert found is not None
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", found[1]))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 reckons it, 1 to 21."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_every_ground(scheme: str):
    """4.5 to 1 is what WCAG 2.2 asks of text (success criterion 1.4.3)."""
    known = colours(scheme)
    faint = [
        (name, ground, round(contrast(known[name], known[ground]), 2))
        for name in _READ
        for ground in ("paper", "surface")
        if contrast(known[name], known[ground]) < 4.5
    ]
    assert faint == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_edges_of_fields_can_be_seen(scheme: str):
    """3 to 1 is what WCAG 2.2 asks of what is no text (success criterion 1.4.11)."""
    known = colours(scheme)

    assert all(contrast(known["line-strong"], known[ground]) >= 3 for ground in ("paper", "surface"))


def test_the_dark_scheme_is_one_scheme():
    assert colours("dark") == colours("dark by the system")
