"""The filters of an address: read, and written again."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.model.errors import UsageWrong
from foedera.model.kinds import Kind, Modality, Polarity
from foedera.server.selection import PARAMETERS, Selection, read_selection

names = st.text(st.characters(exclude_categories=("Cc", "Cs", "Z")), min_size=1, max_size=20)
days = st.dates(date(1000, 1, 1), date(9000, 1, 1))
selections = st.builds(
    Selection,
    actors=st.lists(names, max_size=3, unique=True).map(tuple),
    kinds=st.lists(st.sampled_from(Kind), max_size=3, unique=True).map(tuple),
    instrument=st.just("") | names,
    entities=st.lists(names, max_size=3, unique=True).map(tuple),
    last=st.none() | days,
    known_on=st.none() | days,
    modality=st.none() | st.sampled_from(Modality),
    polarity=st.none() | st.sampled_from(Polarity),
    confidence=st.sampled_from((0.0, 0.25, 0.9, 1.0)),
    document=st.just("") | names,
    reviewed=st.none() | st.booleans(),
    baseline=st.booleans(),
    text=st.just("") | names,
)


@given(selections)
def test_a_selection_is_read_back_from_its_address(selection: Selection):
    """Whoever is sent an address sees what its sender saw."""
    assert read_selection(parse_qsl(selection.address(), keep_blank_values=True)) == selection


def test_every_parameter_can_be_written():
    """A selection of everything names each parameter that there is."""
    whole = Selection(
        ("Japan",), (Kind.ACTIVITY,), "SPA", ("Tokyo",), date(2014, 1, 1), date(2020, 1, 1), date(2024, 1, 1),
        Modality.ACTUAL, Polarity.DENIED, 0.5, "notice.txt", True, False, "exercise",
    )  # fmt: skip

    assert {name for name, _ in whole.items()} == set(PARAMETERS)


def test_pages_let_other_parameters_pass():
    """A page has parameters of its own; for a program, one that means nothing is a mistake."""
    asked = [("actor", "Japan"), ("zoom", "7")]

    assert read_selection(asked) == Selection(actors=("Japan",))
    assert read_selection(asked, besides=("zoom",)) == Selection(actors=("Japan",))
    with pytest.raises(UsageWrong, match="no parameter “zoom”"):
        read_selection(asked, besides=("limit",))
