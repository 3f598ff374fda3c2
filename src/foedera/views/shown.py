"""Claims made ready to be shown: one line, one source, and how their time lies on a scale; and honest parts of a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from foedera.model.claims import Claim
from foedera.model.time import Span
from foedera.record import ClaimQuery, RecordReader
from foedera.record.values import Place
from foedera.views.sources import source_titles
from foedera.views.spans import show_span
from foedera.views.statements import show_claim

_WALKS = 4  # looks for more claims where some filter leaves out most; then the part is what was found


class Extent(StrEnum):
    """How a time lies on a scale of days."""

    DAY = "day"  # on one day
    WITHIN = "within"  # once or for a while, some day of a month, season, year: nobody says which
    DURING = "during"  # from the first day to the last; an open end has no day
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Shown:
    """A claim as people see it. `start` and `end` are its first and last day; None where that end is open or undated."""

    claim: Claim
    says: str
    source: str

    @property
    def extent(self) -> Extent:
        return extent_of(self.claim.when)

    @property
    def start(self) -> date | None:
        return _bounded(self.claim.when.earliest) if self.claim.when else None

    @property
    def end(self) -> date | None:
        return _bounded(self.claim.when.latest) if self.claim.when else None

    def facts(self) -> dict[str, Any]:
        """The claim as plain values for a drawing, a row of CSV or JSON."""
        claim, evidence = self.claim, self.claim.evidence[0]
        return {
            "claim": claim.id,
            "kind": claim.kind.value,
            "says": self.says,
            "when": claim.when.edtf if claim.when else None,
            "time": show_span(claim.when),
            "extent": self.extent.value,
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "modality": claim.modality.value,
            "polarity": claim.polarity.value,
            "confidence": claim.confidence,
            "document": evidence.document,
            "source": self.source,
            "quote": " ".join(evidence.quote.split()),
        }


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the claims that a query asks for. `total` is how many there are; `counted` False: at least that many.

    `after` is where the next ones begin; None if there are no more.
    """

    claims: tuple[Claim, ...]
    total: int
    counted: bool = True
    after: Place | None = None

    @property
    def is_whole(self) -> bool:
        """Whether no claim was left out."""
        return self.counted and len(self.claims) == self.total


def extent_of(span: Span | None) -> Extent:
    """How a time lies on a scale: a month is a time within which, an interval one during which something holds."""
    if span is None:
        return Extent.UNDATED
    if span.is_day:
        return Extent.DAY
    return Extent.DURING if "/" in span.edtf else Extent.WITHIN


def take_part(
    record: RecordReader, query: ClaimQuery, *, limit: int, after: Place | None = None, count_up_to: int = 100_000
) -> Part:
    """The first `limit` claims of a query in its order, or the next `after` a place, and how many it asks for.

    They are counted up to a bound, and only where that does not mean looking at every claim of the record.
    """
    claims: tuple[Claim, ...] = ()
    place = after
    for _ in range(_WALKS):
        page = record.claims_page(query, limit - len(claims), place)
        claims, place = claims + page.claims, page.after
        if place is None or len(claims) >= limit:
            break
    if place is None and after is None:
        return Part(claims, len(claims))
    if not _is_counted_fast(query):
        return Part(claims, len(claims), counted=False, after=place)
    total = record.count_claims(query, up_to=count_up_to)
    return Part(claims, total, counted=total < count_up_to, after=place)


def _is_counted_fast(query: ClaimQuery) -> bool:
    """Whether something in the query names few claims, or nothing in it is rare."""
    names_few = query.entities or query.between or query.text or query.documents
    may_be_rare = query.modality or query.polarity or query.min_confidence or query.reviewed is not None
    return bool(names_few or not may_be_rare)


def show_claims(record: RecordReader, claims: Iterable[Claim]) -> Iterator[Shown]:
    """Each claim as people see it, in the order given; a document's title is asked for once."""
    listed = tuple(claims)
    titles = source_titles(record, listed)
    yield from (Shown(claim, show_claim(claim), titles[claim.id]) for claim in listed)


def _bounded(day: date) -> date | None:
    return None if day in (date.min, date.max) else day
