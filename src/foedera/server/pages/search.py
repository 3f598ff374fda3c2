"""Words in the stored texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from foedera.model.claims import Claim
from foedera.record import Hit, RecordReader
from foedera.server.pages.rendering import render_page
from foedera.server.records import TheRecord, at_one_moment

router = APIRouter()

_ON_A_PAGE = 25
_AROUND = 260  # characters of a long passage that are shown around the first word found


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that holds the words: its pieces, each with whether it is one of the words, and the claims it says."""

    hit: Hit
    title: str
    pieces: Sequence[tuple[str, bool]]
    claims: Sequence[Claim]


@router.get("/search")
@at_one_moment
def search(request: Request, record: TheRecord, q: Annotated[str, Query(max_length=400)] = "") -> HTMLResponse:
    """The passages in which the words stand, and the names that are called so."""
    words = q.strip()
    hits = record.search(words, _ON_A_PAGE + 1) if words else ()
    named = record.find_entities(words)[:10] if words else ()
    found = list(_found(record, hits[:_ON_A_PAGE]))
    return render_page(
        request, "search.html", q=words, found=found, named=named, more=len(hits) > _ON_A_PAGE, limit=_ON_A_PAGE
    )


def _found(record: RecordReader, hits: Sequence[Hit]) -> Iterator[Found]:
    titles = record.titles({hit.document for hit in hits})
    for hit in hits:
        claims = [claim for each in hit.claims[:3] if (claim := record.claim(each)) is not None]
        yield Found(hit, hit.title or titles.get(hit.document, hit.document), list(pieces_of(hit)), claims)


def pieces_of(hit: Hit) -> Iterator[tuple[str, bool]]:
    """The passage in pieces, each with whether it is one of the words sought; a long one is cut around the first."""
    first = hit.marks[0][0] if hit.marks else hit.start
    begin = max(hit.start, first - _AROUND // 2) if hit.end - hit.start > 2 * _AROUND else hit.start
    end = min(hit.start + len(hit.text), begin + 2 * _AROUND)
    if begin > hit.start:
        yield "… ", False
    at = begin
    for start, stop in hit.marks:
        if begin <= start and stop <= end:
            yield hit.text[at - hit.start : start - hit.start], False
            yield hit.text[start - hit.start : stop - hit.start], True
            at = stop
    yield hit.text[at - hit.start : end - hit.start], False
    if end < hit.start + len(hit.text):
        yield " …", False
