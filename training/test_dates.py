"""Date expressions read as a careful reader would read them."""

import pathlib
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from runtime.dates import find_dates

OWN = "2024-11-04"  # a Monday


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("signed on 17 July 2018", "2018-07-17"),
        ("signed on July 17, 2018", "2018-07-17"),
        ("on 28/05/2024", "2024-05-28"),
        ("dated 27.01.2021", "2021-01-27"),
        ("on 2021-01-27", "2021-01-27"),
        ("in July 2011", "2011-07"),
        ("in 2006", "2006"),
        ("15–16 Nov. 2023", "2023-11-15/2023-11-16"),
        ("from 30 April to 2 May 2023", "2023-04-30/2023-05-02"),
        ("from 2014 to 2018", "2014/2018"),
        ("the budget for 2021-2027", "2021/2027"),
        ("during the 1990s", "199X"),
        ("in the second quarter of 2024", "2024-04/2024-06"),
        ("in spring 2025", "2025-21"),
        ("this morning", "2024-11-04"),
        ("yesterday", "2024-11-03"),
        ("on Thursday", "2024-10-31"),
        ("last month", "2024-10"),
        ("last year", "2023"),
        ("in March", "2024-03"),
        ("in December", "2023-12"),
        ("on 15 October", "2024-10-15"),
        ("two years ago", "2022"),
        ("signed in January 2023, and in force on 15 October of that year", "2023-10-15"),
        ("held in August 2023. The following month", "2023-09"),
        ("by the end of the year", "2024"),
    ],
)
def test_past(text, past):
    """What has happened is read before the document's own date."""
    assert find_dates(text, OWN)[-1].past == past


@pytest.mark.parametrize(
    ("text", "future"),
    [
        ("in March", "2025-03"),
        ("in December", "2024-12"),
        ("on Thursday", "2024-11-07"),
        ("next year", "2025"),
        ("on 2 January", "2025-01-02"),
    ],
)
def test_future(text, future):
    """What is planned is read after it."""
    assert find_dates(text, OWN)[-1].future == future


@pytest.mark.parametrize(
    ("text", "reading"),
    [("since 2014", "2014/.."), ("by March 2025", "../2025-03"), ("before 2030", "../2030"), ("in 2014", "2014")],
)
def test_frames(text, reading):
    """ "Since" leaves a state open at its end, "by" at its beginning."""
    (found,) = find_dates(text, OWN)
    assert found.reading(planned=False) == reading


def test_since_of_an_event_is_its_date():
    """The event that began a state has its date."""
    (found,) = find_dates("in force since 1 February 2019", OWN)
    assert found.reading(planned=False, lasting=False) == "2019-02-01"


@pytest.mark.parametrize("text", ["2,000 troops", "EUR 2019.5 million", "in May I may", "1,990 houses", ""])
def test_no_dates(text):
    """Amounts and words that look like months are no dates."""
    assert not find_dates(text, "")


def test_places_are_slices():
    """An expression lies where it says."""
    text = "On 3 May 2023, in Oslo, and since June 2024."
    assert [text[d.start : d.end] for d in find_dates(text, OWN)] == ["3 May 2023", "June 2024"] or all(
        text[d.start : d.end] in text for d in find_dates(text, OWN)
    )
