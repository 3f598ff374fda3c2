"""The first page: what the record holds and what is new."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from foedera.model.claims import Claim
from foedera.model.kinds import Kind
from foedera.record import ClaimQuery, Order, RecordReader
from foedera.record.cards import DocumentCard, DocumentQuery
from foedera.server.pages.rendering import render_page
from foedera.server.pages.uploads import TheDesk
from foedera.server.records import TheRecord, at_one_moment
from foedera.server.remembering import recall
from foedera.views.sources import source_titles

router = APIRouter()

_DOCUMENTS, _CLAIMS, _DECISIONS = 6, 8, 6
_NEWS = (Kind.INSTRUMENT_EVENT, Kind.COMMITMENT, Kind.ACTIVITY, Kind.PARTICIPATION)


@router.get("/")
@at_one_moment
def home(request: Request, record: TheRecord, desk: TheDesk) -> HTMLResponse:
    """What the record holds, the documents read last and what they say, the decisions made last."""
    recent = record.list_documents(DocumentQuery(limit=_DOCUMENTS))
    decided = record.latest_decisions(_DECISIONS)
    about = {each.claim: claim for each in decided if (claim := record.claim(each.claim)) is not None}
    return render_page(
        request,
        "home.html",
        counts=recall(request, record, "counts", record.counts),
        recent=recent,
        news=recall(request, record, "news", lambda: _news(record, recent)),
        decided=decided,
        about=about,
        limits=desk.limits,
    )


def _news(record: RecordReader, recent: Sequence[DocumentCard]) -> Sequence[tuple[Claim, str]]:
    """What the documents read last say happened, newest first; each with where it is said."""
    if not recent:
        return ()
    query = ClaimQuery(kinds=_NEWS, documents=tuple(card.id for card in recent), order=Order.WHEN)
    dated = [(claim.when.earliest, claim) for claim in record.claims(query) if claim.when is not None]
    newest = sorted(dated, key=lambda each: each[0], reverse=True)[:_CLAIMS]
    titles = source_titles(record, (claim for _, claim in newest))
    return [(claim, titles[claim.id]) for _, claim in newest]
