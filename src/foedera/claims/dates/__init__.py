"""Dates in running English text, as EDTF.

`find_dates` finds them; `resolve` counts a relative one anew when the verb tells whether the sentence
looks ahead ("will hold talks in March") or back. How exactly a date is known (decisions/0025):

| written | read as |
| --- | --- |
| early, mid-, late 2025; the start of 2025 | 2025: a part of a period is the period |
| at the end of 2025 · by, before the end of 2025 | 2025-12 · ../2025 |
| spring 2025; last winter | 2025-21; the winter bears the year of its December |
| the third quarter, the first half of 2024 | 2024-07/2024-09, 2024-01/2024-06 |
| FY2023 · FY2023/24 | 2023 · 2023/2024 |
| last week, next week | the month of the day seven days off |
| ten days ago · three months ago · two years ago | the day · the month · the year |
| a year ago · two years ago today | the month · the day |
| since 2014; from 2014 · until 2027; by 2027 | 2014/.. · ../2027; `core` stays 2014, 2027 |
| August and September 2015 | a range, as neighbours; 2014, 2016 and 2019 are three dates |
| on 6 October (no year) | the nearest by tense; after an exact date of the same clause, the first one from there |

What an instrument went through ("in force since 1 February 2019") has its date in `core`; what lasts
("a member since 2014") in `span`. Undertakings look ahead, so theirs are resolved with `future=True`.
"""

from foedera.claims.dates.find import find_dates, resolve
from foedera.claims.dates.mention import DateMention, DateSense

__all__ = ["DateMention", "DateSense", "find_dates", "resolve"]
