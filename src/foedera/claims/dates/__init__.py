"""Dates in running English text, as EDTF.

`find_dates` finds them; `resolve` counts a relative one anew when the verb tells whether the sentence
looks ahead ("will hold talks in March") or back.
"""

from foedera.claims.dates.find import find_dates, resolve
from foedera.claims.dates.mention import DateMention, DateSense

__all__ = ["DateMention", "DateSense", "find_dates", "resolve"]
