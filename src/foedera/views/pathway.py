"""A pathway for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from foedera.model.pathways import HeldAgreement, Interval, NextKind, PathwayAnswer
from foedera.views.status import ground_to_json, words
from foedera.views.trust import show_ground, show_trust

STEP_COLUMNS = ("step", "kind", "pairs", "of", "came_after", "precedents")
_SHOWN = 6  # precedents on a screen; JSON has all


def pathway_to_json(answer: PathwayAnswer) -> dict[str, Any]:
    """The answer as plain JSON values."""
    return {
        "question": f"pathway {answer.one} – {answer.other}",
        "actors": [answer.one, answer.other],
        "on": answer.on,
        "has": [_held_to_json(held) for held in answer.has],
        "next": [next_to_json(step) for step in answer.next],
        "pairs": answer.pairs,
        "comparable": answer.comparable,
        "untyped": list(answer.untyped),
    }


def _held_to_json(held: HeldAgreement) -> dict[str, Any]:
    return {
        "kind": held.type,
        "instrument": held.instrument,
        "name": held.name,
        "status": held.status.value,
        "since": held.since.edtf if held.since else None,
        "concluded": held.concluded.edtf if held.concluded else None,
        "grounds": [ground_to_json(ground) for ground in held.grounds],
    }


def next_to_json(step: NextKind) -> dict[str, Any]:
    """One kind that comes next, with what says so."""
    return {
        "kind": step.type,
        "count": len(step.precedents),
        "shares": [{"actor": name, "with": having, "of": of} for name, having, of in step.shares],
        "intervals": [
            {
                "after": interval.after,
                "pairs": interval.pairs,
                "later": interval.later,
                "earlier": interval.earlier,
                "median_years": interval.median_years,
            }
            for interval in step.intervals
        ],
        "precedents": [
            {
                "pair": list(precedent.pair),
                "instrument": precedent.instrument,
                "name": precedent.name,
                "concluded": precedent.concluded.edtf,
                "ground": ground_to_json(precedent.ground),
            }
            for precedent in step.precedents
        ],
        "under_way": [ground_to_json(ground) for ground in step.under_way],
    }


def next_row(answer: PathwayAnswer, place: int) -> dict[str, Any]:
    """One kind that comes next as a row of a table."""
    step = answer.next[place]
    return {
        "step": place + 1,
        "kind": words(step.type),
        "pairs": len(step.precedents),
        "of": answer.pairs,
        "came_after": "; ".join(_interval(interval) for interval in step.intervals if interval.later),
        "precedents": [f"{' – '.join(each.pair)} {each.concluded}" for each in step.precedents],
    }


def show_pathway(answer: PathwayAnswer) -> Iterator[str]:
    """The lines of the answer after its title."""
    yield f"On {answer.on} the two have:"
    for kind, group in groupby(answer.has, key=lambda held: held.type):
        yield from _show_kind(kind, list(group))
    if not answer.has:
        yield "  no agreement that the record tells of."
    for name in answer.untyped:
        yield f"  {name}: its kind cannot be told from its name"
    yield f"Next, by what comparable pairs did ({answer.pairs} pairs: {answer.comparable}):"
    for place, step in enumerate(answer.next):
        yield from _show_next(place + 1, step, answer.pairs)
    if not answer.next:
        yield "  nothing: no comparable pair has a kind of agreement that these two lack."


def _show_kind(kind: str, held: list[HeldAgreement]) -> Iterator[str]:
    first, ground = held[0], held[0].grounds[0]
    more = f", and {len(held) - 1} more" if len(held) > 1 else ""
    since = f" since {first.since}" if first.since else ""
    trust = show_trust(ground.reliability, ground.confidence)
    yield f"  {words(kind)}: {words(first.status.value)}{since} ({first.name}) [{trust}]{more}"


def _show_next(place: int, step: NextKind, pairs: int) -> Iterator[str]:
    shares = ", ".join(f"{name} with {having} of {of}" for name, having, of in step.shares)
    yield f"  {place}. {words(step.type)}: {len(step.precedents)} of {pairs} pairs have it ({shares})"
    for ground in step.under_way:
        yield f"     under way between the two: {show_ground(ground)}"
    told = [_interval(interval) for interval in step.intervals if interval.later][:2]
    if told:
        yield f"     came {'; '.join(told)}"
    shown = [f"{' – '.join(each.pair)} {each.concluded}" for each in step.precedents[:_SHOWN]]
    more = len(step.precedents) - len(shown)
    yield f"     precedents: {'; '.join(shown)}" + (f"; and {more} more" if more else "")


def _interval(interval: Interval) -> str:
    times = f"median {interval.median_years} years" if interval.later > 1 else f"{interval.median_years} years"
    return f"after {words(interval.after)} in {interval.later} of {interval.pairs} pairs with both ({times} later)"
