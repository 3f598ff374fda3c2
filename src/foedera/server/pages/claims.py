"""The page of one claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from foedera.model.claims import Claim, Evidence
from foedera.model.documents import Document
from foedera.record import RecordReader
from foedera.server.pages.panel import panel_of
from foedera.server.pages.rendering import render_page
from foedera.server.pages.reviewing import known_claim
from foedera.server.records import TheRecord, at_one_moment
from foedera.server.reviewers import TheReviewer

router = APIRouter()

_AROUND = 300  # characters of the document shown before and after a quote


@dataclass(frozen=True, slots=True)
class Quote:
    """A piece of evidence with the text around it; empty where no stored document has it."""

    evidence: Evidence
    before: str = ""
    after: str = ""


@router.get("/claims/{claim}")
@at_one_moment
def show_claim_page(request: Request, record: TheRecord, who: TheReviewer, claim: str) -> HTMLResponse:
    """A claim with its evidence, its roles, and what was decided about it."""
    found = known_claim(record, claim)
    document = record.document(found.document) if found.document else None
    panel = panel_of(record, found)
    quotes = _quotes(found, document)
    return render_page(
        request,
        "claim.html",
        panel=panel,
        claim=found,
        document=document,
        quotes=quotes,
        who=who,
        chain=_chain(record, found),
    )


def _quotes(claim: Claim, document: Document | None) -> Sequence[Quote]:
    return [_quote(evidence, document) for evidence in claim.evidence]


def _quote(evidence: Evidence, document: Document | None) -> Quote:
    start, end = evidence.start, evidence.end
    if document is None or start is None or end is None or document.text[start:end] != evidence.quote:
        return Quote(evidence)
    before, after = document.text[max(0, start - _AROUND) : start], document.text[end : end + _AROUND]
    # From the beginning of a line or a word on, to the end of one.
    return Quote(evidence, before.partition(" ")[2] if len(before) == _AROUND else before, after.rpartition(" ")[0])


def _chain(record: RecordReader, claim: Claim) -> Sequence[Claim]:
    """The claims that were corrected to this one, step by step, the first reading first."""
    found: list[Claim] = []
    seen = {claim.id}
    at = claim
    while True:
        made = [each for each in record.corrections_to(at.id) if each.undoes is None and each.claim not in seen]
        before = record.claim(made[-1].claim) if made else None
        if before is None:
            return found[::-1]
        found.append(before)
        seen.add(before.id)
        at = before
