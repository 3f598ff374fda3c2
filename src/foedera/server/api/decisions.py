"""/decisions and /merges: what people decided, and deciding."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from foedera.model.claims import Claim, ClaimId
from foedera.model.documents import DocumentId
from foedera.model.entities import EntityId
from foedera.model.errors import UsageWrong
from foedera.model.lines import claim_from_json
from foedera.record import Decision, Merge, Verdict
from foedera.server.api.entities import next_page
from foedera.server.api.parameters import PAGING, Parameter, described, read_parameters
from foedera.server.api.telling import tell_decision, tell_merge
from foedera.server.etags import answer
from foedera.server.paging import Cursor, read_cursor, read_limit
from foedera.server.records import TheRecord, TheSettings
from foedera.server.settings import ServerSettings
from foedera.views.shapes import DecisionsPage, DecisionTold, Merges, MergeTold

router = APIRouter(prefix="/api/v1", tags=["decisions"])

_CLAIM = Parameter("claim", "Only decisions about the claim of this id.")
_Word = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
_Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)]


class _Signed(BaseModel):
    """What every decision has: who decided, and a note why."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    who: _Word = Field("", description="Who decides; without it, whoever the server was started for.")
    note: _Note = Field("", description="Why.")


class NewDecision(_Signed):
    """A decision about a claim. A correction and an addition say the claim as it should be, with its document."""

    verdict: Literal["accepted", "rejected", "corrected", "added"]
    claim: _Word = Field("", description="The claim decided about; for an addition none.")
    said: dict[str, Any] | None = Field(None, description="The claim that is right, as a line of JSON.")
    document: _Word = Field("", description="The id of the document that `said` quotes.")


class NewUndo(_Signed):
    """The wish to take back the last decision about a claim."""

    claim: _Word


class NewMerge(_Signed):
    """That an entity is another one; `into` null parts them again."""

    entity: _Word
    into: _Word | None = None


@router.get("/decisions", response_model=DecisionsPage, openapi_extra=described(_CLAIM, *PAGING))
def list_decisions(request: Request, record: TheRecord) -> Response:
    """Everything that was decided about claims, oldest first, what was undone too, a page at a time."""
    given = read_parameters(request, (_CLAIM, *PAGING))
    limit, asked = read_limit(given.get("limit")), [("claim", given.get("claim", ""))]
    cursor = read_cursor(given["cursor"], asked, like=(int,)) if "cursor" in given else None
    begin = max(0, int(cursor.place[0])) if cursor else 0

    def make() -> DecisionsPage:
        # Decisions are only ever added at the end, so their number in the list stays.
        found = record.decisions(ClaimId(given["claim"]) if "claim" in given else None)
        told: DecisionsPage = {
            "decisions": [tell_decision(each) for each in found[begin : begin + limit]],
            "next": None,
        }
        if begin + limit < len(found):
            told["next"] = next_page(request, Cursor((begin + limit,)).write(asked))
        return told

    return answer(request, record, make)


@router.post("/decisions", status_code=201)
def decide(body: NewDecision, record: TheRecord, settings: TheSettings) -> DecisionTold:
    """Accept, reject or correct a claim, or add one that no extractor found. The last decision about a claim stands."""
    verdict = Verdict(body.verdict)
    own = verdict in (Verdict.CORRECTED, Verdict.ADDED)
    if own != (body.said is not None):
        what = f"“{body.verdict}” {'needs' if own else 'takes no'} “said”, the claim that is right."
        raise UsageWrong(what, where="said", mend="Correct or add a claim with it; accept or reject one without.")
    if bool(body.claim) == (verdict is Verdict.ADDED):
        raise UsageWrong("which claim is decided about?", where="claim", mend="Give its id; for an addition none.")
    said = _said(body.said, body.document) if body.said is not None else None
    decision = Decision(ClaimId(body.claim), verdict, _who(body, settings), body.note)
    return tell_decision(record.decide(decision, said))


@router.post("/decisions/undo", status_code=201)
def undo(body: NewUndo, record: TheRecord, settings: TheSettings) -> DecisionTold:
    """Take back the last decision about a claim; what stood before stands again."""
    return tell_decision(record.undo(ClaimId(body.claim), who=_who(body, settings), note=body.note))


@router.get("/merges", response_model=Merges)
def list_merges(request: Request, record: TheRecord) -> Response:
    """Every decision that two entities are one, or are so no longer, oldest first."""
    read_parameters(request, ())
    return answer(request, record, lambda: {"merges": [tell_merge(each) for each in record.merges()]})


@router.post("/merges", status_code=201)
def merge(body: NewMerge, record: TheRecord, settings: TheSettings) -> MergeTold:
    """Let one entity be another: claims then name the latter. Nothing is lost; `into` null parts them again."""
    into = EntityId(body.into) if body.into else None
    return tell_merge(record.merge(Merge(EntityId(body.entity), into, _who(body, settings), body.note)))


def _who(body: _Signed, settings: ServerSettings) -> str:
    return body.who or settings.who


def _said(line: Mapping[str, Any], document: str) -> Claim:
    """The claim that a person says. Its id follows from what it says, whatever the line gives. Raises ClaimInvalid."""
    if not document:
        raise UsageWrong("which document says it?", where="document", mend="Give the id of the document.")
    plain = {name: value for name, value in line.items() if name not in ("id", "extractor", "document")}
    return claim_from_json({"confidence": 1.0, **plain}, DocumentId(document), where="said")
