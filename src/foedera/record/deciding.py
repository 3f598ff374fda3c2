"""Entering what people decide: about a claim, about an own claim, about two entities that are one.

Everything here happens inside the transaction of whoever calls it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from foedera.model.claims import Claim, ClaimId
from foedera.model.documents import Document
from foedera.model.errors import DecisionInvalid
from foedera.record import schema
from foedera.record.admitting import check_said
from foedera.record.entering import Reading, enter
from foedera.record.lookups import claim_by_id, document_by_id
from foedera.record.rows import decision_of, merge_of
from foedera.record.runs import begin_run, finish_run
from foedera.record.standing import (
    REVIEW,
    decisions_about,
    end_of_chain,
    last_decisions,
    merged_entities,
    standing_decisions,
)
from foedera.record.store import stamp
from foedera.record.values import Decision, Merge, Verdict

_OWN = (Verdict.CORRECTED, Verdict.ADDED)


def decide(connection: Connection, decision: Decision, said: Claim | None, at: datetime) -> Decision:
    """Enter a decision; `said` is the person's own claim, for a correction or an addition.

    A decision that bears its moment already was made in another record: what it led to comes with that record's readings.
    Raises DecisionInvalid for a claim that the record lacks, or an own claim that is missing or out of place.
    """
    dated = replace(decision, decided_at=decision.decided_at or at)
    if said is not None:
        dated = _with_own_claim(dated, said)
    if dated.verdict is not Verdict.ADDED and claim_by_id(connection, dated.claim) is None:
        raise DecisionInvalid(f"the record has no claim {dated.claim}.", mend="Take the id from “foedera claims”.")
    if decision.decided_at is None:
        _withdraw_correction(connection, dated, at)
    if said is not None:
        _enter_own(connection, said, at)
    _insert(connection, dated)
    return dated


def _withdraw_correction(connection: Connection, decision: Decision, at: datetime) -> None:
    """What an earlier correction said instead is said no longer once something else is decided about the claim."""
    kept = standing_decisions(decisions_about(connection, decision.claim))
    if kept and kept[-1].verdict is Verdict.CORRECTED and kept[-1].replacement != decision.replacement:
        _enter_own(connection, _own_claim(connection, kept[-1]), at, gone=True)


def _with_own_claim(decision: Decision, said: Claim) -> Decision:
    if decision.verdict is Verdict.ADDED:
        return replace(decision, claim=said.id)
    if decision.verdict is not Verdict.CORRECTED:
        raise DecisionInvalid(
            f"“{decision.verdict}” takes no claim of one's own.", mend="Correct the claim, or add one."
        )
    if said.id == decision.claim:
        raise DecisionInvalid(
            "the correction says the same as the claim.",
            mend="Accept the claim, or change a role, its time or how it holds.",
        )
    return replace(decision, replacement=said.id)


def undo(connection: Connection, claim: ClaimId, who: str, note: str, at: datetime) -> Decision:
    """Take back the last decision about a claim that stands; what stood before it stands again. Raises DecisionInvalid."""
    kept = standing_decisions(decisions_about(connection, claim))
    if not kept:
        raise DecisionInvalid(f"nothing is decided about claim {claim}.", mend="See “foedera review list”.")
    undone, before = kept[-1], kept[-2] if len(kept) > 1 else None
    if undone.verdict in _OWN:
        _enter_own(connection, _own_claim(connection, undone), at, gone=True)
    if before is not None and before.verdict in _OWN:
        _enter_own(connection, _own_claim(connection, before), at)
    back = Decision(
        claim,
        before.verdict if before else Verdict.WITHDRAWN,
        who,
        note,
        replacement=before.replacement if before else None,
        decided_at=at,
        undoes=undone.decided_at,
    )
    _insert(connection, back)
    return back


def _own_claim(connection: Connection, decision: Decision) -> Claim:
    said = claim_by_id(connection, decision.replacement or decision.claim)
    assert said is not None  # it was entered together with the decision
    return said


def _enter_own(connection: Connection, said: Claim, at: datetime, *, gone: bool = False) -> None:
    """Enter a person's claim as a reading of its own, or a reading that says it no longer.

    One reading for each claim, so that no extractor's reading supersedes it, and it none of theirs.
    """
    document = _document_of(connection, said)
    name = f"{REVIEW}{said.id}"
    before = connection.execute(select(func.count()).where(schema.readings.c.name == name)).scalar_one()
    run = begin_run(connection, at, f"{name}/{before + 1}", "review", ())
    own = replace(said, extractor="review", id=said.id)
    reading = Reading(document.id, run, document, () if gone else (check_said(own, document),))
    enter(connection, reading, stamp(at))
    finish_run(connection, run, at)


def _document_of(connection: Connection, said: Claim) -> Document:
    document = document_by_id(connection, said.document) if said.document else None
    if document is None:
        raise DecisionInvalid(
            "the claim quotes no document of this record.", mend="A claim of one's own needs a sentence that says it."
        )
    return document


def _insert(connection: Connection, decision: Decision) -> None:
    assert decision.decided_at is not None
    row = {
        "claim": decision.claim,
        "verdict": decision.verdict.value,
        "who": decision.who,
        "note": decision.note,
        "replacement": decision.replacement,
        "decided_at": stamp(decision.decided_at),
        "undoes": stamp(decision.undoes) if decision.undoes else None,
    }
    connection.execute(insert(schema.decisions), row)


def carry_over(connection: Connection, reading: Reading, at: datetime) -> tuple[Decision, ...]:
    """Correct again what a new reading says wrong in other words.

    A correction is kept by the id of the claim that it corrects. Where a newer extractor says nearly that claim again,
    of the same kind, in the same place and with most of its fillers, the correction is entered for that claim too.
    """
    about = select(schema.claims.c.id).join(schema.readings).where(schema.readings.c.material == reading.material)
    standing = last_decisions().where(
        schema.decisions.c.verdict == Verdict.CORRECTED.value, schema.decisions.c.claim.in_(about)
    )
    corrections = [decision_of(row) for row in connection.execute(standing)]
    if not corrections:
        return ()
    said = {claim.id for claim in reading.claims}
    own = {decision.replacement for decision in corrections}
    carried = []
    for decision in corrections:
        old = None if decision.claim in said else claim_by_id(connection, decision.claim)
        for claim in reading.claims if old else ():
            assert old is not None
            if claim.id not in own and _nearly(old, claim) and not decisions_about(connection, claim.id):
                note = f"as for {decision.claim}, which an earlier reading had said here"
                carried.append(replace(decision, claim=claim.id, note=note, decided_at=at, undoes=None))
                _insert(connection, carried[-1])
    return tuple(carried)


def _nearly(old: Claim, new: Claim) -> bool:
    if old.kind is not new.kind or not _overlap(old, new):
        return False
    before, after = _words(old), _words(new)
    return len(before & after) * 2 >= max(len(before), len(after))


def _overlap(old: Claim, new: Claim) -> bool:
    return any(
        one.start is not None and two.start is not None and one.start < (two.end or 0) and two.start < (one.end or 0)
        for one in old.evidence
        for two in new.evidence
    )


def _words(claim: Claim) -> set[tuple[str, str]]:
    return {
        (role, filler.entity or filler.text.casefold()) for role, fillers in claim.roles.items() for filler in fillers
    }


def merge(connection: Connection, decided: Merge, at: datetime) -> Merge:
    """Enter that two entities are one, or are so no longer. Raises DecisionInvalid where that makes no sense."""
    merged = merged_entities(connection)
    if decided.into is None:
        if decided.entity not in merged:
            raise DecisionInvalid(f"“{decided.entity}” is merged into nothing.", mend="See “foedera review merges”.")
    elif end_of_chain(merged, decided.entity) == end_of_chain(merged, decided.into):
        raise DecisionInvalid(
            f"“{decided.entity}” and “{decided.into}” are one already.", mend="Nothing is to be done."
        )
    for entity in filter(None, (decided.entity, decided.into)):
        if connection.execute(select(schema.entities.c.id).where(schema.entities.c.id == entity)).first() is None:
            raise DecisionInvalid(
                f"the record has no entity “{entity}”.", mend="Take the id from “foedera claims -f jsonl”."
            )
    dated = replace(decided, decided_at=decided.decided_at or at)
    assert dated.decided_at is not None
    row = {
        "entity": dated.entity,
        "into": dated.into,
        "who": dated.who,
        "note": dated.note,
        "decided_at": stamp(dated.decided_at),
    }
    connection.execute(insert(schema.merges), row)
    return dated


def merges_in(connection: Connection) -> tuple[Merge, ...]:
    """Every decision about entities, oldest first."""
    rows = connection.execute(select(schema.merges).order_by(schema.merges.c.number)).all()
    return tuple(merge_of(row) for row in rows)
