"""Dates that are counted from another: the document's own, or the one at which the text stands."""

from __future__ import annotations

import pytest

from foedera.claims.dates import find_dates, resolve
from foedera.model.time import Span

REFERENCE = Span.parse("2024-10-09")  # a Wednesday

FROM_THE_DOCUMENT = {
    "today": ("signed today", "2024-10-09"),
    "this morning": ("signed this morning", "2024-10-09"),
    "yesterday": ("met yesterday", "2024-10-08"),
    "tomorrow": ("meet tomorrow", "2024-10-10"),
    "weekday": ("met on Monday", "2024-10-07"),
    "last weekday": ("met last Wednesday", "2024-10-02"),
    "next weekday": ("meet next Friday", "2024-10-11"),
    "until a weekday": ("stays until Friday", "../2024-10-11"),
    "weekday with a day": ("Thu 17: open day", "2024-10-17"),
    "weekend": ("met over the weekend", "2024-10-05/2024-10-06"),
    "last week": ("met last week", "2024-10"),
    "next month": ("meet next month", "2024-11"),
    "earlier in the week": ("called earlier in the week", "2024-10"),
    "earlier this month": ("met earlier this month", "2024-10"),
    "this year": ("has met thrice this year", "2024"),
    "end of last year": ("at the end of last year", "2023-12"),
    "by the end of next year": ("by the end of next year", "../2025"),
    "day without a year": ("on July 8", "2024-07-08"),
    "month without a year": ("met in November last year", "2023-11"),
    "last with a month": ("opened last March", "2024-03"),
    "next with a month": ("expires next June", "2025-06"),
    "last autumn": ("last autumn", "2023-23"),
    "quarter of next year": ("in the fourth quarter of next year", "2025-10/2025-12"),
    "decade ago": ("a decade ago", "2014"),
    "a year ago": ("a year ago", "2023-10"),
    "two years ago": ("two years ago", "2022"),
    "to the day": ("two years ago today", "2022-10-09"),
    "ten days ago": ("ten days ago", "2024-09-29"),
    "past decade": ("over the past decade", "2014/2024"),
    "end of the decade": ("by the end of the decade", "../2029"),
    "since a month": ("patrols since November", "2023-11/.."),
}


@pytest.mark.parametrize(("text", "edtf"), FROM_THE_DOCUMENT.values(), ids=FROM_THE_DOCUMENT)
def test_a_relative_date_is_counted_from_the_document(text: str, edtf: str):
    """What is said relative to the day of writing gets its place in the calendar."""
    (mention,) = find_dates(text, REFERENCE)
    assert mention.span.edtf == edtf
    assert mention.relative


@pytest.mark.parametrize("text", [text for text, _ in FROM_THE_DOCUMENT.values()])
def test_without_a_document_date_nothing_is_guessed(text: str):
    """Nobody can say what "last week" was in an undated document."""
    assert find_dates(text, None) == ()


FROM_THE_TEXT = {
    "that year": ("initialled in 2009; in June of that year", "2009-06"),
    "same month": ("signed on 3 May 2019 and ratified the same month", "2019-05"),
    "following month": ("signed on 3 December 2019 and ratified the following month", "2020-01"),
    "same day": ("signed on 3 May 2019 and published the same day", "2019-05-03"),
    "following year": ("signed in 2016, in force the following year", "2017"),
    "years later": ("signed in 2016 and ended eight years later", "2024"),
    "days later": ("signed on 3 May 2019, published four days later", "2019-05-07"),
    "that August": ("signed in June 2019 and ratified that August", "2019-08"),
    "next such month of the clause": ("reached in November 2009, and law by 18 February", "../2010-02-18"),
    "heading": ("2010, July – Eastmark agrees", "2010-07"),
}


@pytest.mark.parametrize(("text", "edtf"), FROM_THE_TEXT.values(), ids=FROM_THE_TEXT)
def test_a_date_is_counted_from_the_one_before(text: str, edtf: str):
    """A text that has told a date goes on from it."""
    assert find_dates(text, REFERENCE)[-1].span.edtf == edtf


def test_the_sentence_before_tells_which_year_that_was():
    """The caller can say at which date the text stands."""
    (mention,) = find_dates("Ratified later that month.", REFERENCE, running=Span.parse("2019-05-03"))
    assert mention.span.edtf == "2019-05"


VERBS = {
    "month ahead": ("talks in March", "2024-03", "2025-03"),
    "day ahead": ("talks on 12 October", "2023-10-12", "2024-10-12"),
    "weekday ahead": ("talks on Friday", "2024-10-04", "2024-10-11"),
    "days ahead": ("talks on 14–16 October", "2023-10-14/2023-10-16", "2024-10-14/2024-10-16"),
    "said outright": ("talks next March", "2025-03", "2025-03"),
    "begun": ("talks since March", "2024-03/..", "2024-03/.."),
    "absolute": ("talks in March 2024", "2024-03", "2024-03"),
}


@pytest.mark.parametrize(("text", "past", "ahead"), VERBS.values(), ids=VERBS)
def test_the_verb_tells_whether_a_date_lies_ahead(text: str, past: str, ahead: str):
    """They held talks in March, and they will hold talks in March, are not the same March."""
    (mention,) = find_dates(text, REFERENCE)
    assert resolve(mention, REFERENCE, future=False).span.edtf == past
    assert resolve(mention, REFERENCE, future=True).span.edtf == ahead


def test_a_document_of_a_month_has_no_weekdays():
    """A document known by its month alone still tells months and years."""
    month = Span.parse("2024-10")
    assert find_dates("on Monday", month) == ()
    assert [mention.span.edtf for mention in find_dates("in July, unlike last year", month)] == ["2024-07", "2023"]
