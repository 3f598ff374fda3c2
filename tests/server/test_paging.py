"""Cursors: what is written is read back, and nothing else is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.model.errors import UsageWrong
from foedera.server.paging import Cursor, read_cursor

ASKED = [("actor", "Japan")]
places = st.lists(st.integers() | st.text(), min_size=1, max_size=6).map(tuple)


@given(places, st.none() | st.datetimes(timezones=st.just(UTC)))
def test_a_cursor_is_read_back(place: tuple[str | int, ...], as_of: datetime | None):
    """The next page begins where the last one ended, with the record as it was."""
    cursor = Cursor(place, as_of)

    assert read_cursor(cursor.write(ASKED), ASKED) == cursor


@given(st.text(max_size=200))
def test_nonsense_is_told_as_such(word: str):
    """Whatever somebody makes up, it is a cursor or it is refused."""
    with pytest.raises(UsageWrong):
        read_cursor(word, ASKED)


def test_a_place_of_another_shape_is_refused():
    """Where a list is sorted by numbers, a place is a number."""
    word = Cursor(("JPN",)).write(ASKED)

    with pytest.raises(UsageWrong, match="cannot be read"):
        read_cursor(word, ASKED, like=(int,))
