"""A status for people and for programs: plain JSON values, a row of the matrix, the lines of one answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from foedera.model.answers import Conflict, Ground, PartyStatus, Status, StatusAnswer
from foedera.record import RecordReader
from foedera.views.trust import show_ground, show_trust

MATRIX_COLUMNS = ("agreement", "status", "since", "trust", "remarks")
FULL_COLUMNS = ("instrument", "name", "type", "status", "since", "on", "parties", "trust", "remarks")


def status_to_json(answer: StatusAnswer) -> dict[str, Any]:
    """The answer as plain JSON values. `by_party` is empty where the instrument stands alike for all."""
    return {
        "instrument": answer.instrument,
        "name": answer.name,
        "type": answer.type or None,
        "parties": list(answer.parties),
        "status": answer.status.value,
        "since": answer.since.edtf if answer.since else None,
        "on": answer.on,
        "known_on": answer.known_on,
        "grounds": [ground_to_json(ground) for ground in answer.grounds],
        "conflicts": [_conflict_to_json(conflict) for conflict in answer.conflicts],
        "by_party": [_party_to_json(party) for party in answer.by_party],
        "at_least": answer.at_least.value if answer.at_least else None,
        "missing": list(answer.missing),
        "expected": [ground_to_json(ground) for ground in answer.expected],
    }


def ground_to_json(ground: Ground) -> dict[str, Any]:
    """A ground as plain JSON values."""
    return {
        "claim": ground.claim,
        "event": ground.event,
        "when": ground.when.edtf if ground.when else None,
        "source": ground.source,
        "quote": ground.quote,
        "reliability": ground.reliability,
        "confidence": round(ground.confidence, 3),
    }


def _conflict_to_json(conflict: Conflict) -> dict[str, Any]:
    claims = [ground_to_json(conflict.one), ground_to_json(conflict.other)]
    return {"about": conflict.about, "why": conflict.why or None, "claims": claims}


def _party_to_json(party: PartyStatus) -> dict[str, Any]:
    return {
        "party": party.party,
        "name": party.name,
        "status": party.status.value,
        "since": party.since.edtf if party.since else None,
        "grounds": [ground_to_json(ground) for ground in party.grounds],
    }


def show_status_row(record: RecordReader, answer: StatusAnswer) -> dict[str, Any]:
    """One row of the matrix: the agreement by its short name, its status, how far that is trusted, what is special."""
    ground = answer.grounds[0] if answer.grounds else None
    return {
        "agreement": short_name(record, answer),
        "instrument": answer.instrument,
        "name": answer.name,
        "type": answer.type,
        "status": words(answer.status.value),
        "since": answer.since.edtf if answer.since else "",
        "on": answer.on,
        "parties": list(answer.parties),
        "trust": show_trust(ground.reliability, ground.confidence) if ground else "",
        "remarks": "; ".join(_remarks(answer)),
    }


def _remarks(answer: StatusAnswer) -> Iterator[str]:
    if answer.at_least:
        yield f"at least {words(answer.at_least.value)}"
    elif answer.status is Status.UNKNOWN and answer.grounds:
        yield "told, not sure"
    elif not answer.grounds:
        yield "nothing told yet"
    if answer.by_party:
        yield "differs by party"
    if answer.conflicts:
        yield "sources disagree"
    if answer.expected:
        yield f"planned: {words(answer.expected[0].event)} {answer.expected[0].when or ''}".rstrip()


def short_name(record: RecordReader, answer: StatusAnswer) -> str:
    """The name by which people call an agreement, where the record has a shorter one."""
    entity = record.entity(answer.instrument)
    aliases = [alias for alias in entity.aliases if 3 < len(alias) < len(answer.name)] if entity else []
    return aliases[0] if aliases else answer.name


def show_status(answer: StatusAnswer) -> Iterator[str]:
    """The lines of one answer after its name: status, reasons, what differs, what disagrees, what is missing."""
    since = f" (since {answer.since})" if answer.since else ""
    known = f", as known on {answer.known_on}" if answer.known_on else ""
    least = f"; at least {words(answer.at_least.value)}" if answer.at_least else ""
    yield f"on {answer.on}{known}: {words(answer.status.value)}{since}{least}"
    for ground in answer.grounds:
        yield f"  because {show_ground(ground)}"
    if not answer.grounds:
        yield "  nothing in the record says that anything had happened by then."
    for party in answer.by_party:
        began = f" (since {party.since})" if party.since else ""
        yield f"  for {party.name}: {words(party.status.value)}{began}"
    for conflict in answer.conflicts:
        why = f" ({conflict.why})" if conflict.why else ""
        one, other = show_ground(conflict.one), show_ground(conflict.other)
        yield f"  sources disagree on the {conflict.about}{why}: {one} / {other}"
    for ground in answer.expected:
        yield f"  planned by then, and nothing says that it happened: {show_ground(ground)}"
    for line in answer.missing if answer.grounds else ():
        yield f"  missing: {line}"


def words(value: str) -> str:
    """A word of a closed list as people write it."""
    return value.replace("_", " ")
