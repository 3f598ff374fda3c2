"""What confidence means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.claims.calibration import as_proposed, confidence_of, load_maps, stated

STEPS = ((0.5, 0.6), (0.7, 0.9))


@pytest.mark.parametrize(
    ("raw", "said"),
    [(0.2, 0.6), (0.5, 0.6), (0.6, 0.75), (0.7, 0.9), (0.95, 0.9)],
    ids=["below", "at a point", "between", "at the last point", "beyond"],
)
def test_between_two_points_the_map_is_a_line(raw, said):
    """Beyond its ends it stays level: nobody has counted there."""
    assert stated(STEPS, raw) == said


@given(st.floats(0, 1), st.floats(0, 1))
def test_the_surer_a_proposer_is_the_surer_we_are(one, other):
    """The maps that ship never fall, and stay between 0 and 1."""
    for proposer in load_maps():
        low, high = (confidence_of(f"{proposer}/1", raw) for raw in sorted((one, other)))
        assert 0 <= low <= high <= 1


def test_who_was_never_counted_is_taken_at_its_word():
    """An extractor of somebody else's keeps its own confidence."""
    assert confidence_of("colleague/3", 0.42) == 0.42


def test_maps_are_fitted_on_what_proposers_say():
    """Within the block nothing is mapped."""
    with as_proposed():
        assert confidence_of("rules/1", 0.6) == 0.6

    assert confidence_of("rules/1", 0.6) != 0.6
