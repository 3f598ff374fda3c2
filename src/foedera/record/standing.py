"""What people decided, as it counts: which claims stand, which are whose own, and which entities are one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, exists, select

from foedera.model.claims import Claim, ClaimId
from foedera.model.entities import EntityId
from foedera.record.moments import once
from foedera.record.rows import decision_of
from foedera.record.schema import claims, decisions, merges, readings
from foedera.record.values import Decision, Verdict

REVIEW = "review:"  # the readings that hold a person's claim are by extractors `review:CLAIM/1`, /2, …

Merged = Mapping[EntityId, EntityId]

_LEFT_OUT = (Verdict.REJECTED, Verdict.CORRECTED)


def last_decisions(before: str | None = None) -> Select[Any]:
    """The decision about each claim that stands; `before`: as it stood before this stamp."""
    later = decisions.alias("later")
    after = [later.c.claim == decisions.c.claim, later.c.number > decisions.c.number]
    if before is None:
        return select(decisions).where(~exists().where(*after))
    return select(decisions).where(
        decisions.c.decided_at < before, ~exists().where(*after, later.c.decided_at < before)
    )


_ANY = select(decisions.c.number).limit(1)


def is_decided(connection: Connection) -> bool:
    """Whether anybody decided anything: most records need not be asked more."""
    return once(connection, "decided", lambda: connection.execute(_ANY).first() is not None)


def is_left_out(before: str | None = None) -> ColumnElement[bool]:
    """The condition that a person rejected or corrected a claim, or said the same in an own one that shows already."""
    refused = _decided(before, *_LEFT_OUT)
    return claims.c.id.in_(refused) | (~readings.c.name.startswith(REVIEW) & _is_own(before))


def is_reviewed(before: str | None = None) -> ColumnElement[bool]:
    """The condition that a person accepted a claim, corrected another to it, or added it."""
    return claims.c.id.in_(_decided(before, Verdict.ACCEPTED)) | _is_own(before)


def _is_own(before: str | None) -> ColumnElement[bool]:
    """The condition that people said a claim themselves and did not take it back."""
    last = last_decisions(before).subquery()
    instead = select(last.c.replacement).where(
        last.c.verdict == Verdict.CORRECTED.value, last.c.replacement.is_not(None)
    )
    return claims.c.id.in_(instead) | claims.c.id.in_(_decided(before, Verdict.ADDED))


def _decided(before: str | None, *verdicts: Verdict) -> Select[Any]:
    last = last_decisions(before).subquery()
    return select(last.c.claim).where(last.c.verdict.in_([verdict.value for verdict in verdicts]))


def standing_decisions(found: Iterable[Decision]) -> tuple[Decision, ...]:
    """What is left of the decisions about one claim, oldest first, once those undone are taken out with their undoing."""
    kept: list[Decision] = []
    for decision in found:
        if decision.undoes is None:
            kept.append(decision)
        else:
            kept = [each for each in kept if each.decided_at != decision.undoes]
    return tuple(kept)


def decisions_about(connection: Connection, claim: ClaimId | None) -> tuple[Decision, ...]:
    """The decisions about this claim, or all, oldest first."""
    query = select(decisions).order_by(decisions.c.number)
    if claim is not None:
        query = query.where(decisions.c.claim == claim)
    return tuple(decision_of(row) for row in connection.execute(query))


def corrections_to(connection: Connection, claim: ClaimId) -> tuple[Decision, ...]:
    """The decisions that corrected another claim to this one, oldest first."""
    query = select(decisions).where(decisions.c.replacement == claim).order_by(decisions.c.number)
    return tuple(decision_of(row) for row in connection.execute(query))


def latest_decisions(connection: Connection, limit: int) -> tuple[Decision, ...]:
    """The decisions made last, the last one first."""
    query = select(decisions).order_by(decisions.c.number.desc()).limit(limit)
    return tuple(decision_of(row) for row in connection.execute(query))


# Built once, as it is asked with every page of claims.
_ABOUT = last_decisions().where(decisions.c.claim.in_(bindparam("ids", expanding=True)))


def standing_about(connection: Connection, ids: Sequence[ClaimId]) -> dict[ClaimId, Decision]:
    """The decision that stands about each of these claims; a claim that nobody decided about is not in it."""
    found = [decision_of(row) for row in connection.execute(_ABOUT, {"ids": ids})]
    return {decision.claim: decision for decision in found if decision.verdict is not Verdict.WITHDRAWN}


_MERGES = select(merges.c.entity, merges.c.into).order_by(merges.c.number)


def merged_entities(connection: Connection) -> Merged:
    """Each entity that is another one, with that other; followed to the end where mergers make a chain."""
    return once(connection, "merged", lambda: _merged_entities(connection))


def _merged_entities(connection: Connection) -> Merged:
    into: dict[EntityId, EntityId] = {}
    for row in connection.execute(_MERGES):
        if row.into is None:
            into.pop(EntityId(row.entity), None)
        else:
            into[EntityId(row.entity)] = EntityId(row.into)
    return {entity: end_of_chain(into, entity) for entity in into}


def end_of_chain(into: Merged, entity: EntityId) -> EntityId:
    """What an entity is in the end. Mergers make no circle: whoever enters one is refused."""
    while entity in into:
        entity = into[entity]
    return entity


def as_merged(claim: Claim, merged: Merged) -> Claim:
    """The claim with each entity as what it was merged into; its id and its words stay."""
    if not merged or not any(filler.entity in merged for fillers in claim.roles.values() for filler in fillers):
        return claim
    roles = {
        role: tuple(
            replace(filler, entity=merged.get(filler.entity, filler.entity)) if filler.entity else filler
            for filler in fillers
        )
        for role, fillers in claim.roles.items()
    }
    return replace(claim, roles=roles)


def all_merged(merged: Merged, wanted: Iterable[EntityId]) -> tuple[EntityId, ...]:
    """These entities, with every other one that is one of them."""
    if not merged:
        return tuple(sorted(set(wanted)))
    ends = {merged.get(entity, entity) for entity in wanted}
    return tuple(sorted(ends | {entity for entity, end in merged.items() if end in ends}))
