"""What changed in a period, for people and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from foedera.model.changes import ChangesAnswer, Happening, Learned, StatusChange
from foedera.views.statements import show_claim
from foedera.views.status import ground_to_json, words
from foedera.views.trust import show_ground, show_trust

CHANGE_COLUMNS = ("what", "when", "text", "before", "after", "source", "trust")


def changes_to_json(answer: ChangesAnswer) -> dict[str, Any]:
    """The answer as plain JSON values; `known` is null where nobody asked for it."""
    known = None
    if answer.learned is not None:
        known = {
            "claims": [_learned_to_json(each) for each in answer.learned],
            "statuses": [_status_to_json(each) for each in answer.known_statuses or ()],
        }
    return {
        "question": "changed",
        "from": answer.first,
        "to": answer.last,
        "between": list(answer.between),
        "world": {
            "happened": [_happening_to_json(each) for each in answer.happened],
            "statuses": [_status_to_json(each) for each in answer.statuses],
        },
        "known": known,
    }


def _happening_to_json(each: Happening) -> dict[str, Any]:
    return {
        "claim": each.claim.id,
        "kind": each.claim.kind.value,
        "when": each.when.edtf,
        "sure": each.sure,
        "text": show_claim(each.claim),
        "ground": ground_to_json(each.ground),
    }


def _status_to_json(each: StatusChange) -> dict[str, Any]:
    return {
        "instrument": each.instrument,
        "name": each.name,
        "before": each.before.value,
        "after": each.after.value,
        "since": each.since.edtf if each.since else None,
        "because": [ground_to_json(ground) for ground in each.because],
    }


def _learned_to_json(each: Learned) -> dict[str, Any]:
    return {
        "what": each.what.value,
        "claim": each.claim.id,
        "kind": each.claim.kind.value,
        "text": show_claim(each.claim),
        "by": each.by,
        "ground": ground_to_json(each.ground),
    }


def change_rows(answer: ChangesAnswer) -> Iterator[dict[str, Any]]:
    """Every change as a row: what happened, which statuses changed, what was learned."""
    for happening in answer.happened:
        ground = happening.ground
        yield _row("happened", happening.when.edtf, show_claim(happening.claim), ground.source) | {
            "claim": happening.claim.id,
            "trust": show_trust(ground.reliability, ground.confidence),
        }
    for prefix, changes in (("status", answer.statuses), ("status known", answer.known_statuses or ())):
        for change in changes:
            source = change.because[0].source if change.because else ""
            yield _row(prefix, change.since.edtf if change.since else "", change.name, source) | {
                "before": words(change.before.value),
                "after": words(change.after.value),
                "claim": change.because[0].claim if change.because else "",
                "trust": show_trust(change.because[0].reliability, change.because[0].confidence)
                if change.because
                else "",
            }
    for learned in answer.learned or ():
        when = learned.claim.when.edtf if learned.claim.when else ""
        yield _row(learned.what.value, when, show_claim(learned.claim), learned.ground.source) | {
            "claim": learned.claim.id,
            "trust": show_trust(learned.ground.reliability, learned.ground.confidence),
        }


def _row(what: str, when: str, text: str, source: str) -> dict[str, Any]:
    return {"what": what, "when": when, "text": text, "before": "", "after": "", "source": source}


def show_changes(answer: ChangesAnswer) -> Iterator[str]:
    """The lines of the answer after its title."""
    yield f"In the world ({len(answer.happened)} happenings, {len(answer.statuses)} changes of status):"
    for happening in answer.happened:
        perhaps = "" if happening.sure else " (perhaps: its date allows other days)"
        ground = happening.ground
        trust = show_trust(ground.reliability, ground.confidence)
        yield f"  {happening.when} {show_claim(happening.claim)}{perhaps}; {ground.source} [{trust}]"
    yield from _show_statuses(answer.statuses, "by then")
    if answer.learned is None:
        return
    yield f"In what the record knows ({len(answer.learned)} claims, {len(answer.known_statuses or ())} changes of status):"
    counted = Counter((each.what.value, each.by, _material(each)) for each in answer.learned)
    for (what, by, material), count in sorted(counted.items()):
        yield f"  {what}: {count} claims, {material} ({by})"
    yield from _show_statuses(answer.known_statuses or (), f"on {answer.last}, as known")


def _material(each: Learned) -> str:
    return "facts that were taken over" if each.claim.document is None else each.ground.source


def _show_statuses(changes: tuple[StatusChange, ...], how: str) -> Iterator[str]:
    for change in changes:
        since = f" since {change.since}" if change.since else ""
        yield f"  {change.name}, {how}: {words(change.before.value)} → {words(change.after.value)}{since}"
        for ground in change.because:
            yield f"    because {show_ground(ground)}"
