"""Which place a person means, and how it lies to an area."""

from __future__ import annotations

import pytest

from foedera.answers.places import Lies, area_of, place_named, position
from foedera.model.errors import NameUnknown, UsageWrong

ATALANTA = "atalanta-area-of-operations"


@pytest.mark.parametrize(
    ("name", "lies"),
    [
        ("Gulf of Aden", Lies.INSIDE),
        ("gulf of aden", Lies.INSIDE),
        ("12.5,47.0", Lies.INSIDE),
        ("12.5 N, 47 E", Lies.INSIDE),
        ("off Somalia", Lies.INSIDE),
        ("Bay of Bengal", Lies.OUTSIDE),
        ("off Sri Lanka", Lies.OUTSIDE),
        ("off the coast of Japan", Lies.OUTSIDE),
        ("-33.9,18.3", Lies.OUTSIDE),
        ("Arabian Sea", Lies.PARTLY),
        ("Red Sea", Lies.PARTLY),
        ("5,64.8", Lies.NEAR),
        ("5,65.2", Lies.NEAR),
    ],
)
def test_how_a_place_lies_to_the_area_of_atalanta(name, lies):
    """Inside, outside, partly inside, or too near an approximate border to tell."""
    assert position(place_named(name), area_of(ATALANTA)).lies is lies


def test_a_place_partly_inside_tells_its_share():
    """About half of the Arabian Sea lies west of the border."""
    assert 0.4 < position(place_named("Arabian Sea"), area_of(ATALANTA)).share < 0.6


@pytest.mark.parametrize("name", ["95,200", "47,181"])
def test_a_point_off_the_globe_is_refused(name):
    """Latitude comes first and ends at the poles."""
    with pytest.raises(UsageWrong, match="latitude"):
        place_named(name)


def test_a_place_nobody_knows_is_named_with_the_nearest():
    """The error lists places of a similar name."""
    with pytest.raises(NameUnknown, match="Gulf of Aden"):
        place_named("Gulf of Adenn")
