"""What people decide about claims and entities, and what then counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from foedera.model.claims import Claim, ClaimId, Filler, cut_evidence
from foedera.model.entities import EntityId
from foedera.model.errors import DecisionInvalid
from foedera.model.kinds import Kind
from foedera.model.time import Span
from foedera.record import ClaimQuery, Decision, Merge, Record, Verdict
from tests.record.conftest import Clock
from tests.record.world import EXERCISE, PACT, extract_claims, paper, read_into

SIGNED, JOINED = extract_claims(PACT)  # Northmoor signed in 2018, Eastmark in 2019
RIGHT = replace(SIGNED, when=Span.parse("2018-07-17"), confidence=1.0, id=ClaimId(""))
NMR, EMK = EntityId("NMR"), EntityId("EMK")


@pytest.fixture
def read(record: Record) -> Record:
    """A record that has read the paper on the Pact."""
    read_into(record, PACT)
    return record


def ids(record: Record, **query: object) -> list[ClaimId]:
    return [claim.id for claim in record.claims(ClaimQuery(**query))]  # type: ignore[arg-type]


def test_a_rejected_claim_counts_no_longer(read: Record) -> None:
    """It is left out of every question, unless one asks for it; the ledger keeps it."""
    read.decide(Decision(SIGNED.id, Verdict.REJECTED, "Ana", "that was the Treaty"))

    assert ids(read) == [JOINED.id]
    assert read.counts().claims == 1
    assert set(ids(read, include_rejected=True)) == {SIGNED.id, JOINED.id}
    assert read.search("signed")[0].claims == (JOINED.id,)


def test_a_correction_counts_instead(read: Record) -> None:
    """What a person says instead is a claim with its quote, entered with the decision."""
    decision = read.decide(Decision(SIGNED.id, Verdict.CORRECTED, "Ana"), RIGHT)

    assert decision.replacement == RIGHT.id
    assert ids(read) == [RIGHT.id, JOINED.id]
    assert read.claim(RIGHT.id) == replace(RIGHT, extractor="review")
    assert not list(read.verify())


def test_an_added_claim_counts(read: Record) -> None:
    """What every extractor missed is added with the sentence that says it."""
    added = Claim(
        Kind.ACTIVITY,
        {"type": (Filler("exercise"),), "participant": (Filler("Eastmark", 35, 43, EMK),)},
        (cut_evidence(PACT, 35, 62),),
    )
    read.decide(Decision(ClaimId(""), Verdict.ADDED, "Ana"), added)

    assert set(ids(read)) == {SIGNED.id, JOINED.id, added.id}
    assert ids(read, reviewed=True) == [added.id]


def test_undone_step_by_step(read: Record) -> None:
    """Each undoing takes back one decision; what stood before it stands again, until nothing is decided."""
    read.decide(Decision(SIGNED.id, Verdict.ACCEPTED, "Ana"))
    read.decide(Decision(SIGNED.id, Verdict.CORRECTED, "Ana"), RIGHT)
    read.decide(Decision(SIGNED.id, Verdict.REJECTED, "Ben"))
    assert ids(read) == [JOINED.id]

    assert read.undo(SIGNED.id, who="Ben").verdict is Verdict.CORRECTED
    assert ids(read) == [RIGHT.id, JOINED.id]
    assert read.undo(SIGNED.id, who="Ben").verdict is Verdict.ACCEPTED
    assert ids(read, reviewed=True) == [SIGNED.id]
    assert read.undo(SIGNED.id, who="Ben").verdict is Verdict.WITHDRAWN
    assert ids(read, reviewed=False) == ids(read) == [SIGNED.id, JOINED.id]
    assert read.standing([SIGNED.id]) == {}
    with pytest.raises(DecisionInvalid, match="nothing is decided"):
        read.undo(SIGNED.id, who="Ben")
    assert len(read.decisions(SIGNED.id)) == 6


def test_an_addition_undone_is_gone(read: Record) -> None:
    """A person's own claim, taken back, is said by nobody."""
    own = replace(SIGNED, when=None, id=ClaimId(""))
    read.decide(Decision(own.id, Verdict.ADDED, "Ana"), own)

    read.undo(own.id, who="Ana")

    assert own.id not in ids(read)


def test_decisions_survive_a_newer_extractor(read: Record) -> None:
    """Read again, the same mistake stays rejected, and the correction stays."""
    read.decide(Decision(SIGNED.id, Verdict.CORRECTED, "Ana"), RIGHT)
    read.decide(Decision(JOINED.id, Verdict.REJECTED, "Ana"))

    read_into(read, PACT, extractor="toy/2")

    assert ids(read) == [RIGHT.id]


def test_a_correction_holds_against_the_same_mistake_in_other_words(read: Record) -> None:
    """A newer extractor that says nearly the corrected claim is corrected too, and the history says why."""
    read.decide(Decision(SIGNED.id, Verdict.CORRECTED, "Ana"), RIGHT)
    nearly = replace(SIGNED, when=Span.parse("2018-08"), id=ClaimId(""))

    read.enter_document(PACT, [nearly, JOINED], run=read.begin_run("toy/2"))

    assert ids(read) == [RIGHT.id, JOINED.id]
    carried = read.standing([nearly.id])[nearly.id]
    assert carried.replacement == RIGHT.id
    assert SIGNED.id in carried.note


def test_what_the_newer_extractor_says_right_shows_once(read: Record) -> None:
    """Where a newer extractor finds just what a person had said, it is one claim, and a reviewed one."""
    read.decide(Decision(SIGNED.id, Verdict.CORRECTED, "Ana"), RIGHT)

    read.enter_document(PACT, [RIGHT, JOINED], run=read.begin_run("toy/2"))

    assert ids(read) == [RIGHT.id, JOINED.id]
    assert ids(read, reviewed=True) == [RIGHT.id]


def test_the_record_as_known_before_the_decision(read: Record, clock: Clock) -> None:
    """What was decided later does not change what was known then."""
    then = clock.at.date()
    clock.at = clock.at.replace(year=clock.at.year + 1)
    read.decide(Decision(SIGNED.id, Verdict.CORRECTED, "Ana"), RIGHT)

    assert ids(read, known_on=then) == [SIGNED.id, JOINED.id]
    assert ids(read, known_on=date(2030, 1, 1)) == [RIGHT.id, JOINED.id]


@pytest.mark.parametrize(
    ("decision", "said", "complaint"),
    [
        pytest.param(Decision(ClaimId("c-none"), Verdict.ACCEPTED, "Ana"), None, "has no claim c-none", id="no claim"),
        pytest.param(Decision(SIGNED.id, Verdict.CORRECTED, "Ana"), SIGNED, "says the same", id="no change"),
        pytest.param(Decision(SIGNED.id, Verdict.ACCEPTED, "Ana"), RIGHT, "takes no claim", id="claim too many"),
        pytest.param(
            Decision(ClaimId(""), Verdict.ADDED, "Ana"),
            next(extract_claims(EXERCISE)),
            "quotes no document of this record",
            id="document not there",
        ),
    ],
)
def test_decisions_that_make_no_sense(read: Record, decision: Decision, said: Claim | None, complaint: str) -> None:
    """They are refused with the reason, and leave nothing behind."""
    before = read.fingerprint()

    with pytest.raises(DecisionInvalid, match=complaint):
        read.decide(decision, said)

    assert read.fingerprint() == before


def test_merged_entities_are_one(read: Record) -> None:
    """Claims name what the other was merged into; both names find it; parted, they are two again."""
    read.merge(Merge(NMR, EMK, "Ana", "one state since 2021"))

    assert {filler.entity for claim in read.claims() for filler in claim.fillers("party")} == {EMK}
    assert ids(read, entities=(NMR,)) == ids(read, entities=(EMK,)) == [SIGNED.id, JOINED.id]
    assert read.entity(NMR) == read.entity(EMK)
    assert [entity.id for entity in read.find_entities("Northmoor")] == [EMK]
    assert read.fillers(ClaimQuery(), "party") == (EMK,)

    read.merge(Merge(NMR, None, "Ana"))

    assert ids(read, entities=(NMR,)) == [SIGNED.id]
    assert len(read.merges()) == 2


def test_mergers_follow_each_other_and_make_no_circle(record: Record) -> None:
    """What was merged into a merged entity is what that one is; the way back is refused."""
    text = "Westhaven signed the Pact in 2017. Northmoor signed it in 2018. Eastmark signed it in 2019."
    read_into(record, paper(text))
    record.merge(Merge(EntityId("WHV"), NMR, "Ana"))
    record.merge(Merge(NMR, EMK, "Ana"))

    assert {entity.id for entity in record.entities() if entity.id in ("WHV", "NMR", "EMK")} == {EMK}
    with pytest.raises(DecisionInvalid, match="are one already"):
        record.merge(Merge(EMK, EntityId("WHV"), "Ana"))
    with pytest.raises(DecisionInvalid, match="has no entity “ATL”"):
        record.merge(Merge(EntityId("ATL"), EMK, "Ana"))
