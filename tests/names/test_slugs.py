"""Readable ids."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.names.slugs import is_name, slug

SLUGS = {
    "Sunder Sea": "sunder-sea",
    "Côte d’Ivoire": "cote-divoire",
    "Kısmet Øresund": "kismet-oresund",
    "U.S. Navy": "us-navy",
    "  Eastmark & Sons (Ltd) ": "eastmark-sons-ltd",
    "日本": "日本",
}


@pytest.mark.parametrize("name", SLUGS)
def test_a_slug_is_readable(name: str):
    """A name becomes small plain letters and hyphens; other scripts stay."""
    assert slug(name) == SLUGS[name]


@given(name=st.text())
def test_every_name_has_a_slug_and_the_slug_of_a_slug_is_itself(name: str):
    """No name is without an id, and making an id twice changes nothing."""
    assert slug(name)
    assert slug(slug(name)) == slug(name)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Sunder Pact", True),
        ("Article 5", True),
        ("F-35", True),
        ("北大西洋条約", True),
        ("agreement", False),
        ("the Agreement", True),
        ("Agreement", False),
        ("three patrol boats", False),
    ],
)
def test_common_words_name_nothing(text: str, named: bool):
    """What has neither a capital nor a figure is no name, nor is a common word that only begins with a capital."""
    assert is_name(text) is named
