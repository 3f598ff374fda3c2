"""Dates as data sets write them, turned into EDTF."""

from __future__ import annotations

import re
from datetime import date

from foedera.exchange.incoming.report import RowInvalid
from foedera.model.errors import DateInvalid
from foedera.model.time import Span

_BLANK = ("", "0", "xx", "x", "-9", "-99")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def slashed_day(written: str, column: str) -> Span:
    """The day that dd/mm/yyyy means. Raises RowInvalid."""
    found = _SLASHED.fullmatch(written.strip())
    try:
        if found:
            return Span.day(date(int(found[3]), int(found[2]), int(found[1])))
    except ValueError:
        pass
    raise RowInvalid(
        "no day of the calendar.", column=column, value=written, mend="Write dd/mm/yyyy, or leave the cell empty."
    )


def parts_to_edtf(year: str, month: str, day: str, column: str) -> str:
    """EDTF for a date in three cells; a month or a day that is empty, 0 or “xx” is not known. Raises RowInvalid.

    Empty if not even the year is known.
    """
    known = [cell.strip().lower() for cell in (year, month, day)]
    if known[0] in _BLANK:
        return ""
    parts = [known[0].zfill(4)]
    for cell in known[1:]:
        if cell in _BLANK:
            break
        parts.append(cell.zfill(2))
    return edtf("-".join(parts), column, written="-".join(cell for cell in (year, month, day) if cell)).edtf


def edtf(text: str, column: str, *, written: str | None = None) -> Span:
    """The span that EDTF means. Raises RowInvalid with the column."""
    try:
        return Span.parse(text)
    except DateInvalid as error:
        raise RowInvalid(error.what, column=column, value=written or text, mend=error.mend) from error


def from_to(first: str, last: str, column: str) -> Span:
    """The span between two dates in EDTF; one of them if they are the same. Raises RowInvalid."""
    if not first:
        raise RowInvalid("the row does not say when it began.", column=column, mend="Give at least the year.")
    return edtf(first if first == last or not last else f"{first}/{last}", column)
