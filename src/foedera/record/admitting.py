"""What may be entered in a record, and in what shape. Nothing here touches the store."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from foedera.model.claims import Claim, ClaimId, check_claim
from foedera.model.documents import BlockKind, Document
from foedera.model.errors import ClaimInvalid, DocumentUnreadable

T = TypeVar("T")


def extractor_name(extractor: str) -> str:
    """The name in `name/version`; a version that has slashes keeps them."""
    return extractor.partition("/")[0]


def check_text(document: Document) -> Document:
    """The document itself, if a store can keep its text. Raises DocumentUnreadable."""
    try:
        document.text.encode()
    except UnicodeEncodeError as error:
        raise DocumentUnreadable(
            f"character {error.start} is half a character (a lone surrogate), which no store keeps.",
            where=document.path,
            mend="Convert the file to UTF-8.",
        ) from error
    return document


def check_said(claim: Claim, document: Document | None) -> Claim:
    """The claim itself, if it keeps to the grammar and every quote and filler equals its slice. Raises ClaimInvalid."""
    check_claim(claim)
    where = f"claim {claim.id} ({claim.kind})"
    for evidence in claim.evidence:
        if evidence.document != (document.id if document else None):
            raise ClaimInvalid(
                f"has evidence from {evidence.document or 'a source'}, not from {document.path if document else 'a source'}.",
                where=where,
                mend="Enter each claim with the document that says it.",
            )
        if document is None and evidence.source is None:
            raise ClaimInvalid("has evidence without a source.", where=where, mend="Name the source, with its title.")
        if document is not None and not _is_slice(document.text, evidence.start, evidence.end, evidence.quote):
            raise ClaimInvalid(
                f"the quote is not what stands at characters {evidence.start} to {evidence.end}.",
                where=f"{document.path}, {where}",
                mend="Cut evidence with cut_evidence.",
            )
    for role, fillers in claim.roles.items():
        for filler in fillers:
            placed = filler.start is not None or filler.end is not None
            if placed and not (document and _is_slice(document.text, filler.start, filler.end, filler.text)):
                raise ClaimInvalid(
                    f"“{filler.text}” ({role}) is not what stands at characters {filler.start} to {filler.end}.",
                    where=f"{document.path}, {where}" if document else where,
                    mend="Keep the text of a filler as it is written.",
                )
    return claim


def _is_slice(text: str, start: int | None, end: int | None, said: str) -> bool:
    return start is not None and end is not None and 0 <= start < end and text[start:end] == said


def joined(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims, each id once: what is said again adds its evidence to what was said first."""
    found: dict[ClaimId, Claim] = {}
    for claim in claims:
        first = found.get(claim.id)
        if first is None:
            found[claim.id] = claim
        elif first != claim:
            found[claim.id] = replace(
                first,
                evidence=tuple(dict.fromkeys((*first.evidence, *claim.evidence))),
                cites=tuple(dict.fromkeys((*first.cites, *claim.cites))),
                confidence=max(first.confidence, claim.confidence),
            )
    return tuple(found.values())


def passages_of(document: Document) -> Iterator[tuple[int, int, str]]:
    """What a search can find in a document: its title where the text lacks it, and each block that is no furniture."""
    if document.facts.title and document.facts.title not in document.text:
        yield 0, 0, document.facts.title
    if document.blocks:
        places = [(block.start, block.end) for block in document.blocks if block.kind is not BlockKind.FURNITURE]
    else:
        places = [match.span() for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", document.text)]
    for start, end in places:
        if document.text[start:end].strip():
            yield start, end, document.text[start:end]


def batches(items: list[T], size: int = 500) -> Iterator[list[T]]:
    """The items in lists of at most `size`: stores limit how many values one statement takes."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
