"""A text's own title, date and publisher are found where it states them."""

from __future__ import annotations

from pathlib import Path

import pytest

from foedera.documents import document_from_text
from foedera.documents.dates import find_date, read_timestamp
from tests.documents.samples import read

BODY = "The Northmoor Navy and the Eastmark Navy trained together in the Sunder Sea for the first time in years."
DATES = {
    "a place line": (f"The Pact\n\nNorthport, 4 November 2024\n\n{BODY}", "2024-11-04"),
    "a place line of two days": (f"The Pact\n\nNorthport, 4–5 November 2024\n\n{BODY}", "2024-11-05"),
    "a place line at the end": (f"The Pact\n\n{BODY}\n\nNorthport, 19 February 2025", "2025-02-19"),
    "a dateline": (f"The Pact\n\nNORTHPORT, 22 July 2024 – {BODY}", "2024-07-22"),
    "a field": (f"The Pact\n\nPress release | Date: 28/05/2024 | Ministry\n\n{BODY}", "2024-05-28"),
    "a line at the foot": (f"The Pact\n\n{BODY}\n\nNo legal value. Last updated: 10 June 2025.", "2025-06-10"),
    "the end of a title": (f"MINUTES\n7th meeting of the Pact, Northport, 15 June 2023\n\n{BODY}", "2023-06-15"),
    "a day that can be two": (f"The Pact\n\nDate: 04/11/2024\n\n{BODY}", "None"),
    "another date's field": (f"The Pact\n\nClosing date: 15 November 2023\n\n{BODY}", "None"),
    "the name of an agreement": (f"Arrangement under the Pact of 8 June 2022\n\n{BODY}", "None"),
    "a date in the text": (f"The Pact\n\nThe Pact was signed on 17 July 2018. {BODY}", "None"),
    "no such day": (f"The Pact\n\nNorthport, 31 November 2024\n\n{BODY}", "None"),
}


@pytest.mark.parametrize("name", DATES)
def test_a_text_is_dated_by_where_it_says_so(name: str) -> None:
    """The date of a text is that of its place line, field, dateline or title, and never one that it speaks of."""
    text, date = DATES[name]

    assert str(document_from_text(text).date) == date


def test_a_title_that_names_only_the_sort_of_text_takes_the_next_line() -> None:
    """“Joint statement” alone would not tell two texts apart."""
    document = document_from_text(f"JOINT PRESS STATEMENT\nFirst dialogue of the Pact\n\n{BODY}")

    assert document.facts.title == "JOINT PRESS STATEMENT: First dialogue of the Pact"


@pytest.mark.parametrize(
    "first", [BODY, "Dear Sir,", "MIRA: The Pact holds.", f"1. {BODY}", f"NORTHPORT (Agency) - {BODY}"]
)
def test_a_first_line_that_says_something_is_no_title(first: str) -> None:
    """A text may have no title; its first sentence is not one."""
    assert document_from_text(f"{first}\n\n{BODY}\n\n{BODY}").facts.title is None


def test_the_publisher_is_read_from_dateline_or_copyright() -> None:
    """A news agency stands in the dateline, another publisher in the copyright line."""
    assert document_from_text(f"The Pact\n\nNORTHPORT (Newswire) - {BODY}").facts.publisher == "Newswire"
    assert document_from_text(f"The Pact\n\n{BODY}\n\n© 2025 Eastmark Gazette").facts.publisher == "Eastmark Gazette"


def test_markdown_states_its_facts_at_its_head(tmp_path: Path) -> None:
    """Front matter is read as facts and is no part of the text."""
    front = "---\ntitle: The Pact at five\ndate: 2024-11-01\npublisher: Gazette\nlang: en\n---\n\n"

    document = read(tmp_path, f"{front}{BODY}".encode(), "a.md")

    assert document.text == BODY
    assert (document.facts.title, str(document.date)) == ("The Pact at five", "2024-11-01")
    assert (document.facts.publisher, document.facts.language) == ("Gazette", "en")


WRITTEN = {
    "17 July 2018": "2018-07-17",
    "July 17th, 2018": "2018-07-17",
    "Thursday, 14 Sept. 2017": "2017-09-14",
    "4–6 December 2023": "2023-12-04/2023-12-06",
    "2024-11-01": "2024-11-01",
    "24.05.2023": "2023-05-24",
    "30/09/2023": "2023-09-30",
    "Nov 2024": "2024-11",
    "31 June 2020": "None",
}


@pytest.mark.parametrize("written", WRITTEN)
def test_dates_are_read_as_written(written: str) -> None:
    """Days, months and meetings of several days are read in the forms that place lines use."""
    assert str(find_date(f"Northport, {written}")) == WRITTEN[written]


@pytest.mark.parametrize(
    "stamp", ["2024-11-01T09:30:00Z", "2024-11-01", "20241101", "D:20241101093000", "1 November 2024"]
)
def test_timestamps_are_days(stamp: str) -> None:
    """A time written by a machine counts as its day."""
    assert str(read_timestamp(stamp)) == "2024-11-01"
