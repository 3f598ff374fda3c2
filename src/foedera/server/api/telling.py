"""Documents, claims and decisions as the REST interface tells them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from foedera.exchange.carried import decision_to_json, merge_to_json
from foedera.model.claims import Claim
from foedera.model.documents import DocumentFacts, DocumentId
from foedera.model.lines import claim_to_json
from foedera.record import Decision, Merge, Record
from foedera.views.shapes import ClaimLine, ClaimSaid, DecisionTold, DocumentTold, MergeTold


def tell_document(document: DocumentId, path: str, facts: DocumentFacts) -> DocumentTold:
    """What is known of a document."""
    return {
        "id": document,
        "path": path,
        "title": facts.title,
        "date": facts.date.edtf if facts.date else None,
        "publisher": facts.publisher,
        "url": facts.url,
        "language": facts.language,
        "marking": facts.marking.value if facts.marking else None,
    }


def tell_documents(record: Record, claims: Iterable[Claim]) -> dict[str, DocumentTold]:
    """The documents that say these claims, by id."""
    wanted = {claim.document for claim in claims if claim.document}
    return {head.id: tell_document(head.id, head.path, head.facts) for head in record.document_heads(wanted)}


def tell_claims(record: Record, claims: Sequence[Claim], documents: dict[str, DocumentTold]) -> list[ClaimSaid]:
    """The claims with the ids of their documents and the decisions that stand about them."""
    decided = record.standing([claim.id for claim in claims]) if claims else {}
    return [_tell_claim(claim, documents, decided.get(claim.id)) for claim in claims]


def _tell_claim(claim: Claim, documents: dict[str, DocumentTold], decision: Decision | None) -> ClaimSaid:
    said_in = documents.get(claim.document or "")
    line: ClaimLine = claim_to_json(claim, said_in["path"] if said_in else None)  # type: ignore[assignment]
    return {"claim": line, "document": claim.document, "decision": tell_decision(decision) if decision else None}


def tell_decision(decision: Decision) -> DecisionTold:
    """A decision as plain JSON values."""
    told: DecisionTold = decision_to_json(decision)  # type: ignore[assignment]
    return told


def tell_merge(merge: Merge) -> MergeTold:
    """A decision about two entities as plain JSON values."""
    told: MergeTold = merge_to_json(merge)  # type: ignore[assignment]
    return told
