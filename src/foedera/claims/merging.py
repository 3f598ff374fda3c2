"""Drafts into claims: checked, the same thing said twice made one, in document order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from foedera.claims.calibration import confidence_of
from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.model.claims import Claim, ClaimId, Filler, check_claim, claim_id, cut_evidence, matter_of
from foedera.model.documents import Block, Document
from foedera.model.kinds import KINDS, Holds, Modality
from foedera.names import load_lexicon
from foedera.names.slugs import is_name, slug


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
            confidence=confidence_of(extractor, found.confidence),
            extractor=extractor,
        )
    )


def _as_stored(document: Document, filler: Filler) -> Filler:
    """The filler with its text as the stored document has it (a blanked footnote mark comes back)."""
    if filler.start is None or filler.end is None:
        return filler
    return replace(filler, text=document.text[filler.start : filler.end])


def merge_claims(claims: Iterable[Claim], headings: Sequence[Block] = ()) -> tuple[Claim, ...]:
    """Each thing said once, with all its evidence, in the order in which the document says it.

    Two claims say the same if kind, fillers, date, modality and polarity agree; one that only leaves out
    what another of the same sentence has is that other, less completely heard. What one of the `headings`
    announces and a sentence below it tells is one thing too.
    """
    merged: dict[str, Claim] = {}
    for claim in claims:
        matter = matter_of(claim)
        known = merged.get(matter)
        merged[matter] = claim if known is None else _joined(known, claim)
    whole = _without_announced(_without_lesser(list(merged.values())), headings)
    return tuple(_with_names_alone(claim) for claim in sorted(whole, key=_order))


def _with_names_alone(claim: Claim) -> Claim:
    """The claim without entities that are common words: "an agreement" here is not "an agreement" elsewhere."""
    roles = {
        role: tuple(
            replace(filler, entity=None, name=None)
            if filler.entity is not None
            and not is_name(filler.text)
            and filler.entity == slug(filler.name or filler.text)
            and load_lexicon().entity(filler.entity) is None
            else filler
            for filler in fillers
        )
        for role, fillers in claim.roles.items()
    }
    return claim if roles == claim.roles else replace(claim, roles=roles, id=ClaimId(""))


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


def _without_announced(claims: list[Claim], headings: Sequence[Block]) -> list[Claim]:
    """The claims with those of titles and headings taken into the claim that tells the same below, as evidence."""
    announced = [claim for claim in claims if _stands_in(claim, headings)]
    told = {claim.id: claim for claim in claims if not _stands_in(claim, headings)}
    left = []
    for claim in announced:
        fuller = next((other for other in told.values() if _announces(claim, other)), None)
        if fuller is None:
            left.append(claim)
        else:
            told[fuller.id] = replace(fuller, evidence=(*fuller.evidence, *claim.evidence))
    return [*told.values(), *left]


def _stands_in(claim: Claim, headings: Sequence[Block]) -> bool:
    """Whether nothing but headings says it: what the text itself says again was no mere announcement."""
    return all(
        piece.start is not None and any(block.start <= piece.start < block.end for block in headings)
        for piece in claim.evidence
    )


def _announces(claim: Claim, other: Claim) -> bool:
    """Whether two claims of one kind agree in every word from a closed list and share a filler that names something."""
    if claim.kind is not other.kind or claim.polarity is not other.polarity:
        return False
    closed = {role.name for role in KINDS[claim.kind].roles if role.holds is Holds.CLOSED}
    if any(claim.word(role) != other.word(role) for role in closed):
        return False
    mine = {word for word in _words(claim) if word[0] not in closed | {"when"}}
    return bool(mine & _words(other))


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
