"""One claim with all that is known of it: what fills its roles, where it is said, what was decided about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foedera.model.claims import Claim, Filler
from foedera.record import Decision, RecordReader, Verdict
from foedera.views.sources import show_source
from foedera.views.trust import show_trust_of


@dataclass(frozen=True, slots=True)
class Panel:
    """A claim for the panel beside its document, and for its own page.

    `standing` is the decision that counts; `corrects` the one that put this claim in the place of another.
    """

    claim: Claim
    roles: Sequence[tuple[str, tuple[Filler, ...]]]
    source: str
    trust: str
    history: Sequence[Decision]
    standing: Decision | None
    corrects: Decision | None

    @property
    def is_own(self) -> bool:
        """Whether a person said the claim, and no extractor."""
        added = self.standing is not None and self.standing.verdict is Verdict.ADDED
        return added or self.corrects is not None

    @property
    def decided(self) -> Decision | None:
        """The decision that an undoing would take back."""
        return self.standing or self.corrects


def panel_of(record: RecordReader, claim: Claim) -> Panel:
    """What there is to show of a claim."""
    made = [each for each in record.corrections_to(claim.id) if each.undoes is None]
    still = record.standing([each.claim for each in made])
    corrects = [each for each in still.values() if each.replacement == claim.id]
    return Panel(
        claim=claim,
        roles=[(role, fillers) for role, fillers in claim.roles.items() if fillers],
        source=show_source(record, claim),
        trust=show_trust_of(claim),
        history=record.decisions(claim.id),
        standing=record.standing([claim.id]).get(claim.id),
        corrects=corrects[0] if corrects else None,
    )
