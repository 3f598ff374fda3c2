"""Drafts into claims: checked, the same thing said twice made one, in document order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.model.claims import Claim, ClaimId, Filler, check_claim, claim_id, cut_evidence, matter_of
from foedera.model.documents import Document
from foedera.model.kinds import Modality


def claim_of(document: Document, sentence: Sentence, found: Draft, extractor: str) -> Claim:
    """The claim that a draft makes, with its evidence cut from the document."""
    roles = {name: tuple(_as_stored(document, filler) for filler in fillers) for name, fillers in found.roles.items()}
    return check_claim(
        Claim(
            kind=found.kind,
            roles=roles,
            evidence=(cut_evidence(document, found.start, found.end),),
            when=found.when,
            modality=found.modality,
            polarity=found.polarity,
            cites=sentence.cites,
            confidence=found.confidence,
            extractor=extractor,
        )
    )


def _as_stored(document: Document, filler: Filler) -> Filler:
    """The filler with its text as the stored document has it (a blanked footnote mark comes back)."""
    if filler.start is None or filler.end is None:
        return filler
    return replace(filler, text=document.text[filler.start : filler.end])


def merge_claims(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Each thing said once, with all its evidence, in the order in which the document says it.

    Two claims say the same if kind, fillers, date, modality and polarity agree; one that only leaves out
    what another of the same sentence has is that other, less completely heard.
    """
    merged: dict[str, Claim] = {}
    for claim in claims:
        matter = matter_of(claim)
        known = merged.get(matter)
        merged[matter] = claim if known is None else _joined(known, claim)
    whole = _without_lesser(list(merged.values()))
    return tuple(sorted(whole, key=_order))


def _joined(one: Claim, other: Claim) -> Claim:
    evidence = (*one.evidence, *(piece for piece in other.evidence if piece not in one.evidence))
    cites = (*one.cites, *(cite for cite in other.cites if cite not in one.cites))
    joined = replace(
        one, evidence=evidence, cites=cites, confidence=max(one.confidence, other.confidence), id=ClaimId("x")
    )
    return replace(joined, id=claim_id(joined))


def _without_lesser(claims: list[Claim]) -> list[Claim]:
    return [claim for claim in claims if not any(_is_lesser(claim, other) for other in claims if other is not claim)]


def _is_lesser(claim: Claim, other: Claim) -> bool:
    """Whether `claim` only says less of what `other` says in overlapping words."""
    if claim.kind is not other.kind or claim.polarity is not other.polarity:
        return False
    one, two = claim.evidence[0], other.evidence[0]
    if one.start is None or one.end is None or two.start is None or two.end is None:
        return False
    if one.end <= two.start or two.end <= one.start:
        return False
    if claim.when is not None and claim.when != other.when:
        return False
    mine, theirs = _words(claim), _words(other)
    return mine < theirs and (claim.modality is other.modality or claim.modality is Modality.ACTUAL)


def _words(claim: Claim) -> frozenset[tuple[str, str]]:
    words = {
        (role, filler.entity or filler.text.casefold()) for role, fillers in claim.roles.items() for filler in fillers
    }
    if claim.when is not None:
        words.add(("when", claim.when.edtf))
    return frozenset(words)


def _order(claim: Claim) -> tuple[int, int, str, str]:
    first = claim.evidence[0]
    return first.start or 0, first.end or 0, claim.kind.value, claim.id
