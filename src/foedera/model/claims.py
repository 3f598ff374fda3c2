"""What a claim is: one thing that a document says, tied to the characters that say it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NewType

from foedera.model.documents import Document, DocumentId
from foedera.model.entities import EntityId
from foedera.model.errors import ClaimInvalid
from foedera.model.kinds import KINDS, Holds, Kind, Modality, Polarity
from foedera.model.time import Span

ClaimId = NewType("ClaimId", str)


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a role.

    A word from a closed list has `text` alone. A piece of text has its place too; a mention of an
    entity also the entity's id and the name the record uses for it. `start` and `end` are code
    points into the document's text; both are None where no document carries the characters.
    """

    text: str
    start: int | None = None
    end: int | None = None
    entity: EntityId | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from that no stored document carries.

    `reliability` is the letter of the Admiralty code (A to F), by publisher.
    """

    title: str
    url: str | None = None
    publisher: str | None = None
    date: str | None = None
    reliability: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The characters of a document that say a claim, or the source of a fact that was taken over.

    With a document, `quote` is exactly `text[start:end]`. With a source, `start` and `end` are None
    and `quote` is empty.
    """

    document: DocumentId | None
    start: int | None
    end: int | None
    quote: str
    source: Source | None = None


def cut_evidence(document: Document, start: int, end: int) -> Evidence:
    """The evidence at these code points; the quote is sliced here, so it cannot disagree.

    Raises ClaimInvalid if the place lies outside the text or is empty.
    """
    if not 0 <= start < end <= len(document.text):
        raise ClaimInvalid(f"no characters {start} to {end} in a text of {len(document.text)}.", where=document.path)
    return Evidence(document.id, start, end, document.text[start:end])


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing said, with its evidence. `roles` keeps the order of the kind's own roles.

    `confidence` is between 0 and 1; `cites` are numbers of footnotes that the sentence points to.
    """

    kind: Kind
    roles: Mapping[str, tuple[Filler, ...]]
    evidence: tuple[Evidence, ...]
    when: Span | None = None
    modality: Modality = Modality.ACTUAL
    polarity: Polarity = Polarity.AFFIRMED
    cites: tuple[str, ...] = ()
    confidence: float = 0.5
    extractor: str = ""
    id: ClaimId = field(default=ClaimId(""))

    def __post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", claim_id(self))

    def __hash__(self) -> int:
        return hash(self.id)

    def fillers(self, role: str) -> tuple[Filler, ...]:
        """What fills a role; empty if nothing does."""
        return self.roles.get(role, ())

    def word(self, role: str) -> str:
        """The word that fills a closed role; empty if none does."""
        found = self.roles.get(role)
        return found[0].text if found else ""

    @property
    def document(self) -> DocumentId | None:
        """The document of the first piece of evidence."""
        return self.evidence[0].document if self.evidence else None


def matter_of(claim: Claim) -> str:
    """What a claim says, without where it says it: two claims with equal matter say the same thing."""
    roles = {
        role: sorted(filler.entity or " ".join(filler.text.casefold().split()) for filler in fillers)
        for role, fillers in claim.roles.items()
    }
    when = claim.when.edtf if claim.when else None
    return json.dumps([claim.kind, roles, when, claim.modality, claim.polarity], sort_keys=True, ensure_ascii=False)


def claim_id(claim: Claim) -> ClaimId:
    """A stable id: the same matter from the same document or source has the same id on every run."""
    places = [
        evidence.document or [evidence.source.title, evidence.source.url] if evidence.source else evidence.document
        for evidence in claim.evidence[:1]
    ]
    key = matter_of(claim) + json.dumps(places, ensure_ascii=False)
    return ClaimId("c-" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16])


def check_claim(claim: Claim) -> Claim:
    """The claim itself, if it keeps to the grammar. Raises ClaimInvalid, naming role and mend."""
    spec = KINDS[claim.kind]
    where = f"claim {claim.id} ({claim.kind})"
    for name, fillers in claim.roles.items():
        role = spec.role(name)
        if role is None:
            known = ", ".join(known.name for known in spec.roles)
            raise ClaimInvalid(f"has no role “{name}”.", where=where, mend=f"Known roles: {known}.")
        if not role.several and len(fillers) > 1:
            raise ClaimInvalid(f"“{name}” takes one filler, not {len(fillers)}.", where=where)
        if role.closed is not None and role.holds is Holds.CLOSED:
            words = [word.value for word in role.closed]
            for filler in fillers:
                if filler.text not in words:
                    raise ClaimInvalid(
                        f"“{filler.text}” is no {name}.", where=where, mend=f"Known: {', '.join(words)}."
                    )
    for role in spec.roles:
        if role.required and not claim.roles.get(role.name):
            raise ClaimInvalid(f"lacks “{role.name}”.", where=where, mend="Give it, or leave the claim out.")
    if not 0.0 <= claim.confidence <= 1.0:
        raise ClaimInvalid(f"confidence {claim.confidence} is not between 0 and 1.", where=where)
    if not claim.evidence:
        raise ClaimInvalid("has no evidence.", where=where)
    return claim
