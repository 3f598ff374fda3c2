"""Where a claim is said, in one short line."""

from __future__ import annotations

from foedera.model.claims import Claim
from foedera.record import RecordReader


def show_source(record: RecordReader, claim: Claim) -> str:
    """The title (or path) of the document, or title and publisher of the source, of a claim's first evidence."""
    evidence = claim.evidence[0]
    if evidence.source is not None:
        parts = (evidence.source.title, evidence.source.publisher)
        return ", ".join(part for part in parts if part)
    document = record.document(evidence.document) if evidence.document else None
    return (document.facts.title or document.path) if document else ""


def show_quote(claim: Claim, width: int = 0) -> str:
    """The first quote on one line, cut to `width` characters if given; empty for a fact taken over."""
    quote = " ".join(claim.evidence[0].quote.split())
    return quote[: width - 1].rstrip() + "…" if width and len(quote) > width else quote
