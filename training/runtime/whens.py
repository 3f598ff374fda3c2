"""Which date expression gives a claim its `when`."""

from __future__ import annotations

import numpy as np

from .dates import DateExpression, find_dates
from .decode import Read
from .words import Words

LASTING = ("activity", "participation", "capability", "measure", "dependency", "affiliation", "commitment")
FROM_TEXT, FROM_DOCUMENT = 0.4, 0.5


class Dates:
    """The date expressions of a text over its words, found once."""

    def __init__(self, words: Words, date: str) -> None:
        self.date = date
        self.found: list[tuple[DateExpression, int, int]] = []
        for d in find_dates(words.text, date):
            first = int(np.searchsorted(words.ends, d.start, side="right"))
            last = int(np.searchsorted(words.starts, d.end, side="left")) - 1
            self.found.append((d, first, max(first, last)))

    def when(self, read: Read, options: dict) -> str | None:
        """EDTF, from the likeliest expression, else the document's date where the claim is of that day."""
        p = read.inside["when"]
        best, score = None, 0.0
        for d, first, last in self.found:
            s = float(p[first : last + 1, 2].mean()) * 0.7 + 0.3 * float(p[first : last + 1, 2].max())
            if s > score:
                best, score = d, s
        if best is not None and score >= options.get("when", FROM_TEXT):
            planned = read.modality != "actual"
            due = planned or read.kind in ("commitment", "dependency")
            lasting = read.kind in LASTING and not (planned and read.kind == "activity")
            return best.reading(planned=planned, lasting=lasting, due=due) or None
        if read.flags["document_date"] >= options.get("document_date", FROM_DOCUMENT):
            return self.date or None
        return None
