"""Offices that people hold, as phrases: "Deputy Minister for Foreign Affairs of Northmoor"."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.names.patterns.pattern import Part
from foedera.names.patterns.vocabulary import JOINED_WORDS, is_nationality, last_words_of_states
from foedera.names.patterns.words import Words, grow_right

OFFICE_HEADS = frozenset(
    "minister secretary president chancellor ambassador commissioner chief director chairman chairwoman chair "
    "chairperson spokesperson spokesman spokeswoman premier king queen emir sultan governor mayor envoy "
    "undersecretary under-secretary secretary-general director-general vice-president vice-minister high-commissioner "
    "representative commander attaché attache adviser advisor speaker ombudsman rapporteur inspector ceo cto coo cfo "
    "ministers presidents ambassadors secretaries commissioners chiefs leaders commanders "
    "auditor-general attorney-general inspector-general prince princess taoiseach president-elect counsellor "
    "co-chair rector dean coordinator coordinator-general chief-of-staff parliamentarian leader head".split()
)
# Heads that are an office only with a complement or a qualifier: "head of the delegation".
_WEAK = frozenset(
    "head leader chair representative chief director speaker prince commander adviser advisor inspector".split()
)
_QUALIFIERS = frozenset(
    "prime foreign defence defense deputy vice assistant acting interim senior chief cabinet first second state "
    "parliamentary permanent principal executive managing general secretary minister under special high crown "
    "interior finance trade national security policy political military naval air army navy joint combined armed "
    "federal outgoing incoming former then then-president then-prime then-minister then-foreign then-defence "
    "press government european external affairs defence-industry industry research project programme program "
    "staff operations regional supreme allied commanding non-resident head queen king co-chair director vice-president "
    "home commission procurement production parliament opposition communications co-ordinating coordinating ministry "
    "embassy navy's army's".split()
)
_AFTER_HEAD = frozenset(
    "general minister president secretary executive designate elect commissioner officer inspector".split()
)
_PREPOSITIONS = ("of", "for")
_POSTED = frozenset("ambassador envoy representative adviser advisor attaché attache commissioner counsellor".split())
_POSTED_PREPOSITIONS = (*_PREPOSITIONS, "to", "at")
_BODIES = JOINED_WORDS | frozenset(
    "state council union commission parliament senate assembly committee alliance nations republic kingdom emirates "
    "forces force navy army house representatives board agency authority ministry department general".split()
)
_LOWER_TAILS = frozenset(
    "defence defense state staff foreign affairs interior finance trade security navy army force air naval government "
    "mission delegation research policy operations europe armaments procurement parliament".split()
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office as written: its first and last word, and parts "office", "organisation" and "state"."""

    first: int
    last: int
    parts: tuple[Part, ...]


def office_at(words: Words, index: int) -> Office | None:
    """The office whose head noun is word `index`, or None.

    A state or body before it ("Japanese", "Northmoor's", "NATO") is a part and not in its span.
    """
    lower = words.lower[index].removeprefix("then-").removeprefix("ex-")
    if lower not in OFFICE_HEADS:
        return None
    first = _qualified_from(words, index)
    last = index
    while last + 1 < len(words) and words.close[last + 1] and words.lower[last + 1] in _AFTER_HEAD | OFFICE_HEADS:
        last += 1
    core = last
    last = _without_name(words, core, _complement(words, last, posted=lower in _POSTED))
    if lower in _WEAK and first == index and last == core:
        return None
    parts = [words.part("office", first, last), *_state_before(words, first)]
    if last > core + 1:
        at = core + 2 if words.lower[core + 2] != "the" else core + 3
        if at <= last:
            parts.append(words.part("organisation", at, last))
    return Office(first, last, tuple(parts))


def _qualified_from(words: Words, index: int) -> int:
    first = index
    while first > 0 and words.close[first] and index - first < 5:
        before = words.lower[first - 1]
        if before in _QUALIFIERS or before in OFFICE_HEADS:
            first -= 1
        elif before in ("and", "for", "of") and first > 1 and words.lower[first - 2] in _QUALIFIERS and before == "and":
            first -= 2
        elif before in ("'s", "’s") and first > 1 and words.lower[first - 2] in ("minister", "president"):
            first -= 2
        else:
            break
    return first


def _without_name(words: Words, core: int, last: int) -> int:
    """`last` moved back before a person's name that follows at once: "of the Council Jane Doe", "of Japan Ueda Aki"."""
    known = next(
        (
            at
            for at in range(last, core + 1, -1)
            if words.lower[at] in _BODIES or words.lower[at] in last_words_of_states()
        ),
        None,
    )
    if known is None or last - known < 2 or not all(words.capital[known + 1 : last + 1]):
        return last
    return known


def _complement(words: Words, last: int, *, posted: bool) -> int:
    """The last word of "of Foreign Affairs of Northmoor", "of state for defence" after word `last`."""
    prepositions = _POSTED_PREPOSITIONS if posted else _PREPOSITIONS
    grown = grow_right(words, last, prepositions=prepositions, limit=14)
    for _ in range(3):  # no office has more such complements
        at = grown + 1
        if at >= len(words) or not words.close[at] or words.lower[at] not in prepositions:
            return grown
        at += 1
        if at < len(words) and words.lower[at] == "the":
            at += 1
        if at >= len(words) or words.lower[at] not in _LOWER_TAILS:
            return grown
        while at + 1 < len(words) and words.close[at + 1] and words.lower[at + 1] in _LOWER_TAILS:
            at += 1
        grown = grow_right(words, at, prepositions=prepositions, limit=10)
    return grown


def _state_before(words: Words, first: int) -> list[Part]:
    """The state or body named directly before an office: "Japanese", "Northmoor's", "NATO"."""
    at = first - 1
    if at < 0 or not words.close[first]:
        return []
    if words.lower[at] in ("'s", "’s") and at > 0:
        at -= 1
        start = at
        while words.named(start - 1) and words.close[start] and at - start < 3:
            start -= 1
        return [words.part("state", start, at)] if words.named(at) else []
    if not words.named(at):
        return []
    role = (
        "state" if is_nationality(words.forms[at]) and words.lower[at] not in ("eu", "nato", "un") else "organisation"
    )
    start = at
    while words.named(start - 1) and words.close[start] and at - start < 4:
        start -= 1
    return [words.part(role, start, at)]
