"""Which event decides where an instrument stands on a day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from foedera.answers.life import Happened
from foedera.answers.trust import confidence_word, may_decide
from foedera.model.answers import Status
from foedera.model.kinds import Event

# How far along its life an event brings an instrument. Ratification by one party does not end provisional
# application (Vienna Convention on the Law of Treaties, Articles 14, 24 and 25), so it ranks below it.
RANK = {
    Event.PROPOSED: 0,
    Event.NEGOTIATING: 1,
    Event.AGREED: 2,
    Event.ANNOUNCED: 3,
    Event.ADOPTED: 4,
    Event.SIGNED: 5,
    Event.RATIFIED: 6,
    Event.PROVISIONALLY_APPLIED: 7,
    Event.IN_FORCE: 8,
    Event.SUSPENDED: 9,
    Event.TERMINATED: 10,
}
# Changes to an instrument that leave its status as it is.
CHANGES = frozenset({Event.AMENDED, Event.EXTENDED})
_RESUMES = frozenset({Event.IN_FORCE, Event.PROVISIONALLY_APPLIED})
# A month: news of a treaty's start names the month at least; a whole year may hold provisional application and entry
# into force both.
_CLOSE_DAYS = 31


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an instrument stands: what decided it, best first, and for `unknown` what would settle it.

    `sure` is the standing that is certain in any case, where the last event does not decide.
    """

    status: Status
    grounds: tuple[Happened, ...] = ()
    missing: tuple[str, ...] = ()
    sure: Standing | None = None


NOTHING_KNOWN = Standing(Status.UNKNOWN)


def decide(happened: Iterable[Happened], on: date) -> Standing:
    """Where the events that can have begun by `on` have brought an instrument.

    The furthest event decides, at the date with the most confidence behind it. If it may have begun later, or rests
    on nothing but a fact of low confidence, the answer is `unknown` and names it. What ended begins anew only by an
    event dated after the end; a suspension is lifted by one of entry into force or provisional application after it.
    """
    by_then = [each for each in happened if each.first <= on and not _gone(each, on)]
    exact = Provisional(by_then)
    telling = [each for each in by_then if not is_loose(each, exact) and not _was_extended(each, by_then)]
    moving = [each for each in telling if each.event not in CHANGES] or telling
    return _decide(_of_this_life(moving, on), on)


def _gone(happened: Happened, on: date) -> bool:
    lapsed = happened.event in (Event.PROVISIONALLY_APPLIED, Event.SUSPENDED)
    return lapsed and happened.over is not None and happened.over < on


def _was_extended(happened: Happened, others: Iterable[Happened]) -> bool:
    """Whether this is the end of a term that was extended before it ran out."""
    if happened.event is not Event.TERMINATED:
        return False
    term = happened.claim.when if happened.claim.word("event") != happened.event else None
    return term is not None and any(
        other.event is Event.EXTENDED and term.earliest < other.first <= happened.last for other in others
    )


class Provisional:
    """The dated tellings of provisional application, in the order given."""

    def __init__(self, happened: Iterable[Happened]) -> None:
        self.told = [each for each in happened if each.event is Event.PROVISIONALLY_APPLIED and each.dated]
        by_day = sorted(self.told, key=lambda each: each.first)
        self._firsts = [each.first for each in by_day]
        self._lasts = list(accumulate((each.last for each in by_day), max))  # the last day of any that began by then

    def may_be_when(self, happened: Happened) -> bool:
        """Whether one of them can have been on the days of this event."""
        begun = bisect_right(self._firsts, happened.last)
        return begun > 0 and self._lasts[begun - 1] >= happened.first


def is_loose(happened: Happened, exact: Provisional) -> bool:
    """Whether “in force” is said of the very days on which another source says applied provisionally.

    The second is the more exact word: the news often tells provisional application as entry into force.
    """
    return happened.event is Event.IN_FORCE and _close(happened) and exact.may_be_when(happened)


def _close(happened: Happened) -> bool:
    return happened.dated and (happened.last - happened.first).days <= _CLOSE_DAYS


def _of_this_life(moving: Sequence[Happened], on: date) -> list[Happened]:
    """The events since the instrument last ended, if it began anew, without suspensions that were lifted."""
    ends = [each for each in moving if each.event is Event.TERMINATED]
    end = _best(ends)[0] if ends else None
    if end is not None and may_decide(each.claim for each in _best(ends)):
        after = [each for each in moving if each.dated and each.first > end.last and each.event is not Event.TERMINATED]
        if after:
            return _of_this_life([*after, *(each for each in ends if each.first > end.last)], on)
    stops = [each for each in moving if each.event is Event.SUSPENDED]
    if stops:
        stop = _best(stops)[0]
        resumed = [each for each in moving if each.dated and each.event in _RESUMES and each.first > stop.last]
        if resumed:
            again = {id(each) for each in resumed}
            return [each for each in moving if each not in stops and (each.event not in _RESUMES or id(each) in again)]
    return list(moving)


def _decide(moving: Sequence[Happened], on: date) -> Standing:
    if not moving:
        return NOTHING_KNOWN
    furthest = max(moving, key=lambda each: RANK.get(each.event, -1)).event
    groups = list(by_trust(each for each in moving if each.event is furthest))
    for group in groups:
        if _settled(group, on):
            return Standing(Status(furthest.value), (*group, *_undated(groups, group)))
    sure = _decide([each for each in moving if each.event is not furthest], on)
    while sure.status is Status.UNKNOWN and sure.sure is not None:
        sure = sure.sure
    missing = tuple(_missing(group, on) for group in groups)
    known = sure if sure.status is not Status.UNKNOWN else None
    return Standing(Status.UNKNOWN, (*groups[0], *(known.grounds if known else ())), missing, known)


def _settled(group: Sequence[Happened], on: date) -> bool:
    return group[0].last <= on and may_decide(each.claim for each in group)


def _undated(groups: Sequence[Sequence[Happened]], chosen: Sequence[Happened]) -> Iterator[Happened]:
    """What tells the same event without a date stands behind the chosen date too."""
    return (each for group in groups if group is not chosen for each in group if not each.dated and chosen[0].dated)


def _missing(group: Sequence[Happened], on: date) -> str:
    best = group[0]
    told = f"“{best.event.value.replace('_', ' ')}” ({best.when})"
    if best.last > on:
        return f"The day of {told}: whether it was by {on.isoformat()} cannot be told from it."
    word = confidence_word(best.claim.confidence)
    return f"A reliable source for {told}: claim {best.claim.id} says so with {word} confidence, and nothing else does."


def by_trust(happened: Iterable[Happened]) -> Iterator[list[Happened]]:
    """The tellings of one event in groups that can mean the same days; most confidence first, the most exact first."""
    groups = clusters(happened)
    dated = [group for group in groups if group[0].dated]
    undated = [group for group in groups if not group[0].dated]
    for some in (dated, undated):
        yield from sorted(some, key=_least_trusted)


def _least_trusted(group: Sequence[Happened]) -> tuple[float, date, str]:
    first = group[0]
    trust = first.claim.confidence if len(group) == 1 else sum(each.claim.confidence for each in group)
    return -trust, first.first, first.claim.id


def _best(happened: Iterable[Happened]) -> list[Happened]:
    return next(by_trust(happened))


def clusters(happened: Iterable[Happened]) -> list[list[Happened]]:
    """Events grouped so that those of one group can mean the same day; the most exact of each group first."""
    of_day: dict[date, list[Happened]] = {}  # where thousands tell of an event, nearly all of them name a day
    others: list[Happened] = []
    for each in happened:
        if each.dated and each.first == each.last:
            of_day.setdefault(each.first, []).append(each)
        else:
            others.append(each)
    for group in of_day.values():
        if len(group) > 1:
            group.sort(key=_most_exact)
    groups = list(of_day.values())
    if others:
        groups.sort(key=lambda group: _most_exact(group[0]))  # an inexact one joins the first that it can mean
    for each in sorted(others, key=_most_exact):
        is_day = each.first == each.last
        if is_day and len(of_day) == len(groups):  # each group is of a day
            found = of_day.get(each.first)
        else:
            found = next((group for group in groups if same_time(group[0], each)), None)
        if found is not None:
            found.append(each)
            continue
        groups.append([each])
        if is_day:
            of_day[each.first] = groups[-1]
    return groups


def _most_exact(happened: Happened) -> tuple[bool, int, float, str]:
    return not happened.dated, (happened.last - happened.first).days, -happened.claim.confidence, happened.claim.id


def same_time(one: Happened, other: Happened) -> bool:
    """Whether the two can have begun on the same day."""
    return one.first <= other.last and other.first <= one.last
