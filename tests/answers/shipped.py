"""Asking a record that holds what ships with the program."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from foedera.answers.can import Activity, answer_can
from foedera.answers.eligible import Quality, answer_eligible, programme_named
from foedera.answers.naming import actor_named
from foedera.answers.places import place_named
from foedera.answers.rules import shipped_rules
from foedera.model.claims import Claim, Evidence, Filler, Source
from foedera.model.entities import EntityId
from foedera.model.kinds import Kind
from foedera.model.possible import Answer, Reason
from foedera.model.time import Span
from foedera.record import Record

DAY = date(2025, 1, 15)


def can(
    record: Record,
    activity: str,
    *actors: str,
    at: str | None = None,
    on: date = DAY,
    made: Sequence[str] = (),
) -> Answer:
    """The answer to a question put in words."""
    named = [actor_named(record, actor) for actor in actors]
    return answer_can(record, Activity(activity), named, on=on, at=place_named(at) if at else None, made=made)


def eligible(record: Record, actor: str, programme: str, quality: str | None = None, *, on: date = DAY) -> Answer:
    """The answer to a question put in words."""
    return answer_eligible(
        record,
        actor_named(record, actor),
        programme_named(record, programme),
        on=on,
        quality=Quality(quality) if quality else None,
    )


def texts(answer: Answer) -> str:
    """All that the grounds say."""
    return "\n".join(reason.text for reason in answer.grounds)


def resolves(record: Record, reason: Reason) -> bool:
    """Whether a ground leads to a rule, a claim or an entity, and names a source."""
    if reason.rule is not None:
        found = reason.claim is None and any(rule.id == reason.rule for rule in shipped_rules())
    elif reason.claim is not None and reason.claim.startswith("entity:"):
        found = record.entity(reason.claim.removeprefix("entity:")) is not None
    else:
        found = reason.claim is not None and record.claim(reason.claim) is not None
    return found and bool(reason.source) and bool(reason.text)


def event_of(instrument: str, what: str, day: date, parties: Sequence[str], confidence: float = 0.9) -> Claim:
    """An event in the life of an agreement, as a newspaper tells it."""

    def named(id: str) -> Filler:
        return Filler(id, entity=EntityId(id), name=id)

    return Claim(
        Kind.INSTRUMENT_EVENT,
        {
            "instrument": (named(instrument),),
            "event": (Filler(what),),
            "party": tuple(named(party) for party in parties),
        },
        (Evidence(None, None, None, "", Source("Northmoor Gazette", f"https://gazette.example/{instrument}/{day}")),),
        Span.day(day),
        confidence=confidence,
        extractor="world/1",
    )
