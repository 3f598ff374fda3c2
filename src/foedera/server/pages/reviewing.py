"""Decisions about claims, made while reading."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from foedera.model.claims import Claim, ClaimId
from foedera.model.documents import Document, DocumentId
from foedera.model.errors import ClaimInvalid, DateInvalid, DecisionInvalid, NameUnknown, UsageWrong
from foedera.model.kinds import KINDS, Kind
from foedera.record import Decision, Record, RecordReader, Verdict
from foedera.server.pages.correcting import ClaimForm, choose, show_form, wording_from, wording_of
from foedera.server.pages.links import document_link, sentence_link
from foedera.server.pages.panel import panel_of
from foedera.server.pages.rendering import is_partial, render_page
from foedera.server.records import TheRecord
from foedera.server.reviewers import TheReviewer, remember_reviewer
from foedera.views.corrections import Wording, place_chosen, say

router = APIRouter()


async def _form_of(request: Request) -> FormData:
    return await request.form(max_files=0, max_fields=500)


Sent = Annotated[FormData, Depends(_form_of)]

_MENDABLE = (ClaimInvalid, DateInvalid, DecisionInvalid, UsageWrong)  # by whoever filled in the form
_LONGEST_NOTE = 2000


@router.get("/claims/{claim}/panel")
def show_panel(request: Request, record: TheRecord, claim: str) -> HTMLResponse:
    """What stands beside the document when a claim is open."""
    return render_page(request, "panel.html", panel=panel_of(record, known_claim(record, claim)))


@router.post("/claims/{claim}/decision")
def decide(
    request: Request,
    record: TheRecord,
    who: TheReviewer,
    claim: str,
    verdict: Annotated[str, Form()],
    note: Annotated[str, Form()] = "",
) -> Response:
    """Accept or reject a claim, or undo what was decided last about it."""
    about = known_claim(record, claim)
    if verdict == "undo":
        return _undo(request, record, about, who, note)
    if verdict not in (Verdict.ACCEPTED, Verdict.REJECTED):
        raise UsageWrong(f"there is no decision “{verdict[:50]}”.", mend="Known: accepted, rejected, undo.")
    record.decide(Decision(about.id, Verdict(verdict), who, note[:_LONGEST_NOTE]))
    return _panel_or_page(request, record, about)


def _undo(request: Request, record: Record, about: Claim, who: str, note: str) -> Response:
    decided = panel_of(record, about).decided
    if decided is None:
        raise DecisionInvalid("nothing is decided about this claim.", mend="There is nothing to undo.")
    record.undo(decided.claim, who=who, note=note[:_LONGEST_NOTE])
    if decided.verdict in (Verdict.ACCEPTED, Verdict.REJECTED):
        return _panel_or_page(request, record, about)
    # Another claim counts now: the document is shown anew.
    stands = record.claim(decided.claim) if decided.verdict is Verdict.CORRECTED else None
    assert about.document is not None
    return _lead_to(request, sentence_link(stands) if stands else document_link(about.document))


@router.get("/claims/{claim}/correction")
def show_correction(request: Request, record: TheRecord, claim: str) -> HTMLResponse:
    """The form on which a claim is corrected."""
    original = known_claim(record, claim)
    form = show_form(record, _document_of(record, original), wording_of(original), original)
    return _show(request, form)


@router.post("/claims/{claim}/correction")
def correct(request: Request, record: TheRecord, who: TheReviewer, sent: Sent, claim: str) -> Response:
    """Put what a person says in the place of a claim."""
    original = known_claim(record, claim)
    return _enter(request, record, who, sent, _document_of(record, original), original.kind, original)


@router.get("/documents/{document}/addition")
def show_addition(
    request: Request, record: TheRecord, document: str, start: int, end: int, kind: Kind | None = None
) -> HTMLResponse:
    """The form on which a missing claim is added; without `kind`, the kinds to choose from."""
    found = _known_document(record, document)
    place = place_chosen(found, start, end)
    if kind is None:
        quote = found.text[slice(*place)]
        values: dict[str, Any] = {
            "document": found,
            "start": place[0],
            "end": place[1],
            "quote": quote,
            "specs": KINDS.values(),
        }
        return render_page(request, "kind_choice.html" if is_partial(request) else "kind_choice_page.html", **values)
    words = {role.name: "" for role in KINDS[kind].roles}
    return _show(request, show_form(record, found, Wording(kind, *place, words=words)))


@router.post("/documents/{document}/addition")
def add(request: Request, record: TheRecord, who: TheReviewer, sent: Sent, document: str, kind: Kind) -> Response:
    """Add a claim that no extractor found."""
    return _enter(request, record, who, sent, _known_document(record, document), kind, None)


@router.get("/documents/{document}/words")
def show_words(
    request: Request, record: TheRecord, document: str, kind: Kind, role: str, start: int, end: int
) -> HTMLResponse:
    """Words of the document as they are to fill a role of the form."""
    found = _known_document(record, document)
    spec = KINDS[kind].role(role)
    if spec is None:
        raise UsageWrong(f"{kind.value} has no role “{role[:50]}”.")
    choice = choose(record, found, spec, *place_chosen(found, start, end))
    return render_page(request, "filler.html", choice=choice)


@router.post("/reviewer")
def sign(request: Request, name: Annotated[str, Form()], back: Annotated[str, Form()] = "/") -> Response:
    """Remember who signs the decisions of this browser."""
    here = back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/"
    response = RedirectResponse(here, 303)
    remember_reviewer(response, name)
    return response


def _enter(
    request: Request,
    record: Record,
    who: str,
    sent: FormData,
    document: Document,
    kind: Kind,
    original: Claim | None,
) -> Response:
    wording = wording_from(sent, kind)
    note = str(sent.get("note", ""))[:_LONGEST_NOTE]
    try:
        said = say(record, document, wording, original)
        verdict = Verdict.CORRECTED if original else Verdict.ADDED
        record.decide(Decision(original.id if original else said.id, verdict, who, note), said)
    except _MENDABLE as error:
        return _show(request, show_form(record, document, wording, original, note=note, error=error))
    return _lead_to(request, sentence_link(said))


def _show(request: Request, form: ClaimForm) -> HTMLResponse:
    if is_partial(request):
        return render_page(request, "claim_form.html", form=form)
    return render_page(request, "claim_form_page.html", status_code=422 if form.error else 200, form=form)


def _panel_or_page(request: Request, record: RecordReader, claim: Claim) -> Response:
    if is_partial(request):
        return render_page(request, "panel.html", panel=panel_of(record, claim))
    return RedirectResponse(sentence_link(claim), 303)


def _lead_to(request: Request, address: str) -> Response:
    if is_partial(request):
        return Response(status_code=204, headers={"HX-Redirect": address})
    return RedirectResponse(address, 303)


def known_claim(record: RecordReader, claim: str) -> Claim:
    """The claim of this id. Raises NameUnknown."""
    found = record.claim(ClaimId(claim))
    if found is None:
        raise NameUnknown(claim, what="claim")
    return found


def _known_document(record: RecordReader, document: str) -> Document:
    found = record.document(DocumentId(document))
    if found is None:
        raise NameUnknown(document, what="document")
    return found


def _document_of(record: RecordReader, claim: Claim) -> Document:
    found = record.document(claim.document) if claim.document else None
    if found is None:
        raise UsageWrong(
            "this claim comes from no document of the record, so its words cannot be corrected.",
            mend="Accept it, reject it, or add a claim from a document that says it right.",
        )
    return found
