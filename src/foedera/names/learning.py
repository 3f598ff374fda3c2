"""Short names that a text itself introduces: "Indo-Pacific Deployment (IPD)", “(hereinafter “the Ministers”)”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.names.expanding import capitalised_run, expansion_of, has_initials, instrument_run, stands_for
from foedera.names.forms import NameForm, NameMatch, Surface
from foedera.names.kinds import guess_kind
from foedera.names.slugs import slug

_BRACKETS = re.compile(r"\(([^()\n]{2,160})\)")
_ACRONYM = re.compile(r"[\"“”'‘’]?((?=[^\s]*[A-Z][^\s]*[A-Z])[A-Z][A-Za-z0-9&/.\-]{1,11})[\"“”'’]?")
_DEFINED = re.compile(r"[\"“«‘']\s?(?:[Tt]he\s+)?([A-Z0-9][^\"“”»’]{1,58}?)\s?[\"”»’']")
_INTRODUCES = re.compile(r"hereinafter|hereafter|henceforth|referred to|called|known as|abbreviated", re.IGNORECASE)
_KNOWN_AS = re.compile(
    r",?\s(?:also\s|better\s|commonly\s|formerly\s|otherwise\s)?(?:known|referred to|abbreviated|dubbed|called)"
    r"\s(?:simply\s|collectively\s)?(?:as\s)?(?:the\s)?[\"“‘']?"
    r"((?:[A-Z][\w&/\-]*|\d+)(?:\s(?:[A-Z][\w&/\-]*|of|for|and|\d+)){0,5})[\"”’']?"
)
_GROUP = re.compile(
    r"(?:Parties|Participants|Sides|Ministers|Leaders|Signatories|Partners|Principals|States|Countries)$"
)
_SENTENCE = re.compile(r"[.;:!?]\s|\n\s*\n")
_REACH = 240  # characters before a bracket in which the long name is sought


@dataclass(frozen=True, slots=True)
class Introduction:
    """A short name with the long name it stands for, and the entity where the long name is known."""

    short: str
    long: str
    entity: Entity | None = None


def learn_surfaces(
    text: str, matches: Sequence[NameMatch], find: Callable[[str], Entity | None]
) -> tuple[Surface, ...]:
    """The short names that `text` introduces, and the long names that they stand for, in text order.

    `matches` are the names already found in it; `find` gives the entity that a full name is known to mean.
    """
    ends = {match.end: match for match in matches}
    found: dict[str, Surface] = {}
    for one in _introductions(text, ends):
        entity = one.entity or find(one.long)
        known = entity is not None
        entity = entity or Entity(slug(one.long), one.long, guess_kind(one.long), (one.short,))
        found.setdefault(one.short, Surface(one.short, entity, NameForm.LEARNT))
        if not known and " " in one.long:
            found.setdefault(one.long, Surface(one.long, entity, NameForm.LEARNT))
    return tuple(found.values())


def _introductions(text: str, ends: Mapping[int, NameMatch]) -> Iterator[Introduction]:
    for bracket in _BRACKETS.finditer(text):
        inside, before = bracket[1].strip(), text[max(0, bracket.start() - _REACH) : bracket.start()].rstrip()
        reach = bracket.start() - len(text[max(0, bracket.start() - _REACH) : bracket.start()]) + len(before)
        whole = ends.get(reach)
        acronym, defined = _ACRONYM.fullmatch(inside), _DEFINED.search(inside)
        introduction: Introduction | None = None
        if acronym:
            introduction = _by_acronym(acronym[1].rstrip("."), before, whole)
        elif defined and (_INTRODUCES.search(inside) or inside[0] in "\"“«‘'"):
            introduction = _by_definition(defined[1], before, reach, whole, ends)
        elif before and inside[0].isupper():
            last = before.split()[-1]
            if _ACRONYM.fullmatch(last) and has_initials(last, inside):
                introduction = Introduction(last, inside)
        if introduction is not None:
            yield introduction
    for match in ends.values():
        also = _KNOWN_AS.match(text, match.end)
        if also:
            yield Introduction(also[1], match.text, match.entity)


def _by_acronym(short: str, before: str, whole: NameMatch | None) -> Introduction | None:
    """What "LONG NAME (SHORT)" says; None if the letters do not fit. Two letters must be initials: they may be a code."""
    fits = has_initials if len(short) <= 2 else stands_for
    long = expansion_of(before, short)
    if whole is not None and (long is None or len(whole.text) >= len(long)) and fits(short, whole.text):
        return Introduction(short, whole.text, whole.entity)
    if long is not None and fits(short, long):
        return Introduction(short, long)
    return None


def _by_definition(
    short: str, before: str, reach: int, whole: NameMatch | None, ends: Mapping[int, NameMatch]
) -> Introduction | None:
    """What 'LONG NAME (hereinafter "the SHORT")' says; None if no name stands there."""
    if _GROUP.search(short):
        start = reach - len(_SENTENCE.split(before)[-1])
        members = tuple(dict.fromkeys(match.entity.id for end, match in sorted(ends.items()) if start < end <= reach))
        return Introduction(short, short, Entity(_group_id(short, members), short, EntityKind.UNKNOWN, part_of=members))
    is_agreement = guess_kind(short) is EntityKind.INSTRUMENT
    if is_agreement and (whole is None or whole.entity.kind is not EntityKind.INSTRUMENT):
        long = instrument_run(before, short)
        return Introduction(short, long) if long else None
    if whole is not None:
        return Introduction(short, whole.text, whole.entity)
    long = capitalised_run(before)
    return Introduction(short, long) if long else None


def _group_id(short: str, members: Sequence[EntityId]) -> EntityId:
    return EntityId("-".join([slug(short), *(slug(member) for member in members[:4])]))
