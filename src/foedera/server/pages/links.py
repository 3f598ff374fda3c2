"""Where each thing has its page."""

from __future__ import annotations

from urllib.parse import quote

from foedera.model.claims import Claim, ClaimId
from foedera.model.documents import DocumentId
from foedera.model.entities import EntityId, EntityKind

_FOLDERS = {
    EntityKind.INSTRUMENT: "instruments",
    EntityKind.PROGRAMME: "programmes",
    EntityKind.PLACE: "places",
}
# Which page the filler of a role has, where only the role is known.
_KIND_OF_ROLE = {"instrument": EntityKind.INSTRUMENT, "place": EntityKind.PLACE, "in": EntityKind.PROGRAMME}


def document_link(document: DocumentId | str) -> str:
    """The page on which a document is read."""
    return f"/documents/{quote(document, safe='')}"


def claim_link(claim: ClaimId | str) -> str:
    """The page of a claim."""
    return f"/claims/{quote(claim, safe='')}"


def sentence_link(claim: Claim) -> str:
    """Where a claim is said: its highlighted sentence in the document, or its page if no document says it."""
    document = claim.document
    if document is None:
        return claim_link(claim.id)
    return f"{document_link(document)}?claim={quote(claim.id, safe='')}#{quote(claim.id, safe='')}"


def entity_link(entity: EntityId | str, kind: EntityKind | None = None) -> str:
    """The page of an entity. States, companies, people and all others that act have theirs under /actors."""
    folder = _FOLDERS.get(kind, "actors") if kind else "actors"
    return f"/{folder}/{quote(entity, safe='')}"


def filler_link(entity: EntityId | str, role: str) -> str:
    """The page of what fills a role; a page of another kind leads on to the right one."""
    return entity_link(entity, _KIND_OF_ROLE.get(role))


def outside_link(address: str | None) -> str | None:
    """An address elsewhere that may be a link; None for one that would do something else than lead there."""
    return address if address and address.lower().startswith(("https://", "http://")) else None
