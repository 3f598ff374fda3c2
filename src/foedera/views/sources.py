"""Where a claim is said, in one short line."""

from __future__ import annotations

from collections.abc import Iterable

from foedera.answers.grounds import head_of
from foedera.model.claims import Claim, ClaimId
from foedera.record import RecordReader


def show_source(record: RecordReader, claim: Claim) -> str:
    """The title (or path) of the document, or title and publisher of the source, of a claim's first evidence."""
    evidence = claim.evidence[0]
    if evidence.source is not None:
        return _named(claim)
    document = head_of(record, evidence.document)
    return (document.facts.title or document.path) if document else ""


def source_titles(record: RecordReader, claims: Iterable[Claim]) -> dict[ClaimId, str]:
    """What `show_source` says of each of these claims, asked for at once."""
    listed = tuple(claims)
    titles = record.titles({claim.document for claim in listed if claim.document})
    return {claim.id: titles.get(claim.document, "") if claim.document else _named(claim) for claim in listed}


def _named(claim: Claim) -> str:
    source = claim.evidence[0].source
    return ", ".join(part for part in (source.title, source.publisher) if part) if source else ""


def show_quote(claim: Claim, width: int = 0) -> str:
    """The first quote on one line, cut to `width` characters if given; empty for a fact taken over."""
    quote = " ".join(claim.evidence[0].quote.split())
    return quote[: width - 1].rstrip() + "…" if width and len(quote) > width else quote
