"""Two extractors asked about one document: what both say is one claim, and surer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from foedera.claims.extractor import Extraction, Extractor, extract_with
from foedera.model.claims import Claim, Filler
from foedera.model.documents import Document, Skipped
from foedera.model.errors import FoederaError
from foedera.model.kinds import KINDS, Holds

SUREST = 0.99  # two that agree may still be wrong together


@dataclass(frozen=True)
class CombinedExtractor:
    """Asks two extractors. Where they agree, the claim is the first one's; what only one says stays as it said it.

    Where the second cannot read a document, the claims of the first remain and the reason is listed.
    """

    first: Extractor
    second: Extractor

    @property
    def name(self) -> str:
        """The names of both."""
        return f"{self.first.name}+{self.second.name}"

    @property
    def version(self) -> str:
        """The versions of both."""
        return f"{self.first.version}+{self.second.version}"

    def __call__(self, document: Document) -> tuple[Claim, ...]:
        """The claims alone; `read` also says what was left out."""
        return self.read(document).claims

    def read(self, document: Document) -> Extraction:
        """What both make of a document, in document order."""
        one = extract_with(self.first, document)
        try:
            two = extract_with(self.second, document)
        except FoederaError as error:
            two = Extraction((), (Skipped(f"the whole document ({self.second.name})", error.message),), complete=False)
        claims = tuple(sorted(combine_claims(one.claims, two.claims), key=_place))
        return Extraction(claims, one.skipped + two.skipped, one.complete and two.complete)


def combine_claims(ours: Sequence[Claim], theirs: Sequence[Claim]) -> list[Claim]:
    """The claims of both, those that say the same once, with the confidence that two independent voices give.

    If p and q are how sure each is, both are wrong with (1 - p)(1 - q); `extractor` then names both.
    """
    left = list(theirs)
    combined = []
    for claim in ours:
        same = next((other for other in left if agree(claim, other)), None)
        if same is not None:
            left.remove(same)
            sure = min(SUREST, 1 - (1 - claim.confidence) * (1 - same.confidence))
            claim = replace(claim, confidence=round(sure, 3), extractor=f"{claim.extractor} & {same.extractor}")
        combined.append(claim)
    return combined + left


def agree(one: Claim, other: Claim) -> bool:
    """Whether two claims say the same of the same words: kind, polarity, closed words, and half of what fills their roles."""
    if one.kind is not other.kind or one.polarity is not other.polarity or not _overlap(one, other):
        return False
    open_roles = [role.name for role in KINDS[one.kind].roles if role.holds is not Holds.CLOSED]
    closed_roles = [role.name for role in KINDS[one.kind].roles if role.holds is Holds.CLOSED]
    if any(one.word(role) != other.word(role) for role in closed_roles):
        return False
    mine = [(role, filler) for role in open_roles for filler in one.fillers(role)]
    theirs = [(role, filler) for role in open_roles for filler in other.fillers(role)]
    shared = sum(
        any(role == other_role and _same(filler, fellow) for other_role, fellow in theirs) for role, filler in mine
    )
    return 2 * shared >= max(1, min(len(mine), len(theirs)))


def _same(one: Filler, other: Filler) -> bool:
    """Whether two fillers are one thing: the same entity, or words that contain each other."""
    if one.entity is not None and one.entity == other.entity:
        return True
    mine, theirs = (" ".join(filler.text.casefold().split()) for filler in (one, other))
    return mine in theirs or theirs in mine


def _overlap(one: Claim, other: Claim) -> bool:
    """Whether some evidence of both lies in the same characters."""
    return any(
        mine.start is not None
        and mine.end is not None
        and theirs.start is not None
        and theirs.end is not None
        and mine.start < theirs.end
        and theirs.start < mine.end
        for mine in one.evidence
        for theirs in other.evidence
    )


def _place(claim: Claim) -> tuple[int, int, str, str]:
    first = claim.evidence[0]
    return first.start or 0, first.end or 0, claim.kind.value, claim.id
