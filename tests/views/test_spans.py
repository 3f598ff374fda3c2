"""Times in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from foedera.model.time import Span
from foedera.views.spans import show_day, show_span
from tests import strategies


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2019-02-01", "1 February 2019"),
        ("2020-06", "June 2020"),
        ("2020", "2020"),
        ("202X", "the 2020s"),
        ("19XX", "the 1900s"),
        ("2014/..", "since 2014"),
        ("../2025-03", "until March 2025"),
        ("../..", "at all times"),
        ("2019/2020-06", "2019 to June 2020"),
        ("2020-21", "spring 2020"),
        ("2024-35", "third quarter of 2024"),
        ("2021~", "about 2021"),
    ],
)
def test_a_time_is_told_as_exactly_as_it_was_said(edtf: str, words: str):
    assert show_span(Span.parse(edtf)) == words


def test_what_has_no_time_is_undated():
    assert show_span(None) == "undated"


@given(strategies.spans())
def test_every_time_has_words(span: Span):
    assert show_span(span)


def test_a_day_is_told_with_its_month_in_words():
    assert show_day(date(2019, 2, 1)) == "1 February 2019"
