"""What an answer rests on: a claim with its source, its quote and how far both are trusted."""

from __future__ import annotations

from foedera.answers.trust import reliability_of
from foedera.model.answers import Ground
from foedera.model.claims import Claim
from foedera.model.documents import DocumentId
from foedera.model.kinds import KINDS, Holds
from foedera.record import RecordReader
from foedera.record.cards import DocumentHead


def ground_of(record: RecordReader, claim: Claim) -> Ground:
    """The claim as a ground. `event` is the word that tells what happened: the first closed word of its kind."""
    return Ground(
        claim=claim.id,
        event=told_by(claim),
        when=claim.when,
        source=source_line(record, claim),
        quote=claim.evidence[0].quote,
        reliability=reliability_of(claim),
        confidence=claim.confidence,
    )


def told_by(claim: Claim) -> str:
    """What a claim tells of, as a word of a closed list ("signed", "exercise"); its kind where it has none."""
    closed = next((role.name for role in KINDS[claim.kind].roles if role.holds is Holds.CLOSED), "")
    return claim.word(closed) or claim.kind.value


def source_line(record: RecordReader, claim: Claim) -> str:
    """Where a claim is said, on one line: title, publisher and address of a source, or the title of a document."""
    evidence = claim.evidence[0]
    if evidence.source is not None:
        parts = (evidence.source.title, evidence.source.publisher, evidence.source.url)
        return ", ".join(part for part in parts if part)
    document = head_of(record, evidence.document)
    return (document.facts.title or document.path) if document else "unknown document"


def head_of(record: RecordReader, document: DocumentId | None) -> DocumentHead | None:
    """What a document is called and what is known of it, without its text."""
    return next(iter(record.document_heads((document,))), None) if document else None
