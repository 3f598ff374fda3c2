"""Dates in running text become EDTF, whatever their form; numbers that are no dates stay numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.claims.dates import DateSense, find_dates, resolve
from foedera.model.time import Span

REFERENCE = Span.parse("2024-10-09")  # a Wednesday

ABSOLUTE = {
    "day before month": ("signed on 17 July 2018", "17 July 2018", "2018-07-17"),
    "month before day": ("signed on July 17, 2018", "July 17, 2018", "2018-07-17"),
    "short month": ("initialled on Dec. 2, 2019 at sea", "Dec. 2, 2019", "2019-12-02"),
    "capitals": ("DONE 17 OCT 2023", "17 OCT 2023", "2023-10-17"),
    "day in words": ("on the fourth day of June 2024", "the fourth day of June 2024", "2024-06-04"),
    "day in words, past twenty": (
        "this twenty-sixth day of August 2019",
        "twenty-sixth day of August 2019",
        "2019-08-26",
    ),
    "with a weekday": ("Praia, Friday 29 July 2022", "Friday 29 July 2022", "2022-07-29"),
    "last day of a month": ("on the last night of March 1979", "the last night of March 1979", "1979-03-31"),
    "ISO": ("updated 2024-05-06", "2024-05-06", "2024-05-06"),
    "points": ("done on 17.07.2018", "17.07.2018", "2018-07-17"),
    "day first": ("done on 03/04/2019", "03/04/2019", "2019-04-03"),
    "month first where it must be": ("done on 07/17/2018", "07/17/2018", "2018-07-17"),
    "Roman month": ("Bratislava, 28–29.I.2025", "28–29.I.2025", "2025-01-28/2025-01-29"),
    "since": ("in force since 1 February 2019", "since 1 February 2019", "2019-02-01/.."),
    "since the middle of a decade": ("since the mid-2000s", "since the mid-2000s", "2005~/.."),
    "until": ("valid until 2027", "2027", "../2027"),
    "by": ("to be ready by March 2025", "March 2025", "../2025-03"),
    "by the end of": ("by the end of 2026", "the end of 2026", "../2026"),
    "before": ("before the end of 2025", "the end of 2025", "../2025"),
    "not before": ("is not expected before 2030", "2030", "2030/.."),
    "from": ("applies from 1 January 2025", "1 January 2025", "2025-01-01/.."),
    "days of a month": ("from 3 to 14 June 2024", "3 to 14 June 2024", "2024-06-03/2024-06-14"),
    "several days": ("on 8, 9 and 13 October 2025", "8, 9 and 13 October 2025", "2025-10-08/2025-10-13"),
    "two months": ("24 September to 5 October 2024", "24 September to 5 October 2024", "2024-09-24/2024-10-05"),
    "months": ("June–August 2023", "June–August 2023", "2023-06/2023-08"),
    "short months": ("at sea Apr.–May 2019", "Apr.–May 2019", "2019-04/2019-05"),
    "year as a heading": ("2024 – 10 July: Eastmark hosts", "2024 – 10 July", "2024-07-10"),
    "in a signal": ("PATROL 25 OCT TO 3 NOV 2023", "25 OCT TO 3 NOV 2023", "2023-10-25/2023-11-03"),
    "over the new year": ("December 2023 to March", "December 2023 to March", "2023-12/2024-03"),
    "neighbouring months": ("August and September 2015", "August and September 2015", "2015-08/2015-09"),
    "years": ("in 2019/2020", "2019/2020", "2019/2020"),
    "short years": ("in 2019-20", "2019-20", "2019/2020"),
    "between years": ("between 2014 and 2019", "2014 and 2019", "2014/2019"),
    "part of a year": ("in early 2025", "early 2025", "2025"),
    "part of a month": ("in mid-May 2025", "mid-May 2025", "2025-05"),
    "half": ("in the first half of 2024", "the first half of 2024", "2024-01/2024-06"),
    "quarter": ("in Q3 2024", "Q3 2024", "2024-07/2024-09"),
    "fiscal year": ("in FY2023", "FY2023", "2023"),
    "season": ("in spring 2025", "spring 2025", "2025-21"),
    "decade": ("in the 1990s", "the 1990s", "199X"),
    "decade in words": ("in the mid-Eighties", "the mid-Eighties", "198X"),
    "about a year": ("around 2012", "around 2012", "2012~"),
    "year as an adjective": ("met the 2030 targets", "2030", "2030"),
}


@pytest.mark.parametrize(("text", "written", "edtf"), ABSOLUTE.values(), ids=ABSOLUTE)
def test_a_date_is_read_as_edtf(text: str, written: str, edtf: str):
    """A date written out means the same whatever the day on which it is read."""
    for reference in (None, REFERENCE):
        (mention,) = find_dates(text, reference)
        assert (mention.text, mention.span.edtf) == (written, edtf)


NO_DATES = {
    "hull number": "the frigate F-2000 and the Type 2045",
    "resolution": "under Resolution 2608 (2021)",
    "regulation": "Regulation (EU) 2021/697 and Council Decision (CFSP) 2021/509",
    "quantity": "2,000 men, 1900 troops and 2000 km",
    "hour": "at 1900 hours",
    "two hours": "fires in area D.003 between 1000 and 1500",
    "rank": "in the Top 100",
    "money": "for EUR 1950 and $2000",
    "verbs": "Ships may march on; May I ask?",
    "every season": "each winter and every second summer",
    "no day of the calendar": "on 31 February",
    "decimals": "a share of 19.50 per cent",
}


@pytest.mark.parametrize("text", NO_DATES.values(), ids=NO_DATES)
def test_a_number_is_not_always_a_date(text: str):
    """Hull numbers, quantities, regulations and verbs are no dates."""
    assert find_dates(text, None) == ()


def test_since_is_open():
    """What lasts since a day has no end; its core is still the day."""
    (mention,) = find_dates("Eastmark has been a member since 2014.", None)
    assert mention.sense is DateSense.SINCE
    assert mention.span.is_open
    assert mention.core == Span.parse("2014")


def test_a_list_of_years_is_several_dates():
    """Three years in a row are three dates."""
    found = find_dates("Northmoor hosted it in 2014, 2016 and 2019.", None)
    assert [mention.text for mention in found] == ["2014", "2016", "2019"]


def test_two_dates_of_a_sentence_keep_their_senses():
    """A sentence can say when something was signed and since when it holds."""
    found = find_dates("signed on 17 July 2018 and in force since 1 February 2019", None)
    assert [mention.span.edtf for mention in found] == ["2018-07-17", "2019-02-01/.."]


WORDS = st.sampled_from(
    "on in since until by the end of March may 31 3 14 2024 1999 last next year month – - / . , to and between Monday '18 "
    "yesterday winter autumn early mid Q3 FY2024 first half two years ago 1990s Easter week 17.07.2018 9999-12-31".split()
)
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=14).map(" ".join))
REFERENCES = st.one_of(
    st.none(),
    st.dates().map(Span.day),
    st.sampled_from(["2024", "2024-02", "201X", "2014/..", "../2020"]).map(Span.parse),
)


@given(text=TEXTS, reference=REFERENCES, future=st.sampled_from([None, True, False]))
def test_a_mention_is_its_place_in_the_text(text: str, reference: Span | None, future: bool | None):
    """Whatever the text, mentions stand in order, do not overlap, equal their slice and are good EDTF."""
    found = find_dates(text, reference, future=future)
    assert found == find_dates(text, reference, future=future)
    end = 0
    for mention in found:
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.span.earliest <= mention.span.latest
        assert Span.parse(mention.span.edtf) == mention.span
        end = mention.end


@given(text=TEXTS, one=REFERENCES, other=REFERENCES)
def test_the_reading_day_does_not_move_a_date_written_out(text: str, one: Span | None, other: Span | None):
    """A mention that is not relative is counted from nothing."""
    for mention in find_dates(text, one):
        if not mention.relative:
            assert resolve(mention, other, future=True) == mention
