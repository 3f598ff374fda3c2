"""Where places lie on a drawn map."""

from __future__ import annotations

import pytest

from foedera.views.frame import Frame, degrees_named, true_between


def test_corners_of_the_frame_are_corners_of_the_picture() -> None:
    """North-west is at the top left, south-east at the bottom right."""
    frame = Frame(10, 40, 30, 50, 400)

    assert frame.at(10, 50) == (0, 0)
    assert frame.at(30, 40) == (400, 200)
    assert frame.holds(30, 40)
    assert not frame.holds(30.1, 45)


def test_a_stretched_map_is_higher_for_the_same_degrees() -> None:
    """At 60 degrees north a degree of longitude is half as long as one of latitude, and is drawn so."""
    frame = Frame(10, 50, 30, 70, 400, true_between(50, 70))

    assert frame.height == pytest.approx(800)
    assert frame.at(30, 50) == (400, 800)


@pytest.mark.parametrize(("degrees", "named"), [(10, "10°E"), (-170, "170°W"), (0, "0°")])
def test_degrees_bear_their_side(degrees: int, named: str) -> None:
    """What stands at the edge of a map says on which side of the meridian it is."""
    assert degrees_named(degrees, "E", "W") == named
