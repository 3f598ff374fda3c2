"""Readable ids."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.names import slug

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
