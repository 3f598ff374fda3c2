"""Ministries, forces, units, institutes and assemblies, by their form."""

from __future__ import annotations

import re

from foedera.model import EntityKind
from foedera.names.patterns.pattern import Part, Pattern, Reading, resolve_overlaps
from foedera.names.patterns.vocabulary import is_nationality
from foedera.names.patterns.words import Words, acronym_after, cut_words, grow_left, grow_right, modifiers_left

_KIND_WORDS = {
    EntityKind.INSTITUTION: "ministry ministries department parliament senate congress commission committee council assembly "
    "court chamber cabinet directorate-general presidency bundestag duma diet treasury embassy government secretariat "
    "union association federation league community bank foundation party movement chamber tribunal panel",
    EntityKind.AGENCY: "agency authority office directorate bureau administration organisation organization service "
    "inspectorate police constabulary board registry corps-of-engineers",
    EntityKind.FORCE: "navy navies army armies forces guard coastguard marines militia gendarmerie air-force coast-guard",
    EntityKind.UNIT: "fleet squadron brigade regiment battalion wing flotilla division command group force company platoon "
    "battery corps battlegroup detachment contingent headquarters commando task-force garrison artillery unit cell component coalition "
    "rifles guards dragoons hussars gurkhas paratroopers grenadiers fusiliers",
    EntityKind.CENTRE: "centre center institute university college academy school laboratory institution observatory "
    "think-tank museum hospital",
}
_KINDS = {word: kind for kind, line in _KIND_WORDS.items() for word in line.split()}
# These name an organisation only together with other words of the domain.
_COMMON = frozenset(
    "office service board company group force wing division union party panel association community bank movement "
    "court chamber cabinet administration authority hospital museum government foundation battery guard flight "
    "organisation organization school presidency league artillery corps academy treasury unit cell component coalition "
    "guards rifles".split()
)
_DOMAIN = frozenset(
    "defence defense foreign military naval navy army air coast maritime marine armed self-defense self-defence security "
    "task strike carrier expeditionary amphibious mine countermeasures parachute infantry armoured armored mechanised "
    "mechanized artillery mountain engineer engineering logistics border national republican civil royal intelligence "
    "cyber space joint combined reaction response rapid multinational battle landing working contact steering customs "
    "fisheries procurement armaments acquisition export police peacekeeping training staff war peace international "
    "upper lower constitutional supreme expert frontex drone missile submarine frigate destroyer patrol "
    "fighter tanker transport helicopter reconnaissance signal medical special ranger rifles gurkha alpine alpini "
    "fusiliers guards dragoons hussars lancers airborne ground land allied standing maritime-security "
    "parliamentary select state audit press".split()
)
_GENERIC = frozenset(
    "unit cell coalition ministry parliament senate navy navies army armies coastguard battalion brigade squadron regiment fleet flotilla "
    "battlegroup contingent platoon company detachment garrison department commission committee council government "
    "forces force guard agency command headquarters police group directorate secretariat embassy court centre academy "
    "institute corps marines union".split()
)
# People under arms, named as a group: common nouns only, so read as a unit without a name.
_TROOPS = frozenset(
    "troops soldiers sailors marines paratroopers crews commandos instructors advisers divers gendarmes personnel "
    "midshipmen cadets peacekeepers airmen infantry infantrymen servicemen reservists sappers submariners".split()
)
_BARE = frozenset(
    "parliament senate navy navies army coastguard battalion brigade squadron regiment flotilla battlegroup "
    "contingent garrison government ministry commission council embassy secretariat".split()
)
_PREPOSITIONS = ("of", "for", "on")
_ORDINAL = re.compile(r"\d{1,4}(?:st|nd|rd|th|e|ème|º|ª)?")
_DESIGNATION = re.compile(r"\d{1,3}(?:\.\d{1,2})?|North|South|East|West|[IVX]+")
_NUMBERED = frozenset(
    "battalion squadron brigade regiment wing commando division company fleet force group corps flotilla".split()
)
_BY_NUMBER = frozenset(
    "fleet squadron brigade regiment battalion wing flotilla division group company platoon battery corps".split()
)
_INSIDE = frozenset("strait sea bay".split())


def find_organisations(text: str) -> tuple[Pattern, ...]:
    """Organisations, forces and units in text order; "the foreign ministry" and the like are generic."""
    return resolve_overlaps(organisations_in(cut_words(text)))


def organisations_in(words: Words) -> list[Pattern]:
    """Every organisation that the words name, overlaps included."""
    found: list[Pattern] = []
    for index, lower in enumerate(words.lower):
        kind = _KINDS.get(lower) or (_KINDS.get(lower[:-1]) if lower.endswith("s") else None)
        if kind is None:
            if lower in _TROOPS and not words.capital[index]:
                found.append(_troops(words, index))
            continue
        pattern = _capitalised(words, index, kind) if words.capital[index] else _lower(words, index, kind)
        if pattern is not None:
            found.append(pattern)
    return found


def _capitalised(words: Words, index: int, kind: EntityKind) -> Pattern | None:
    first = grow_left(words, index)
    last = grow_right(words, index, prepositions=_PREPOSITIONS)
    lower = words.lower[index]
    parts: tuple[Part, ...] = ()
    following = words.forms[index + 1] if index + 1 < len(words) and words.close[index + 1] else ""
    if last == index and lower in _BY_NUMBER and _DESIGNATION.fullmatch(following):
        last = index + 1  # Escort Flotilla 2, Task Group 49.2, Brigade North
    numbered = _number_left(words, first)
    inner = words.lower[first:index]
    if lower in _COMMON and numbered == first and last == index and not _DOMAIN.intersection(inner):
        return None
    if lower == "force" and _TOGETHER.isdisjoint(inner):
        kind = EntityKind.FORCE
    if last + 1 < len(words) and words.named(last + 1) and words.close[last + 1] and words.lower[last + 1] in _KINDS:
        return None  # the longer name speaks for it
    if words.lower[last + 1 : last + 2] == ["'s"] and last == index == first and lower not in _BARE:
        return None
    if numbered == last:
        return words.pattern(kind, last, last, (), Reading.GENERIC) if lower in _BARE else None
    reading = Reading.NAMED
    if numbered == index - 1 and last == index and is_nationality(words.forms[numbered]) and lower in _COMMON:
        reading = Reading.GENERIC
    parts = (*_state_before(words, numbered), *acronym_after(words, last))
    return words.pattern(kind, numbered, last, parts, reading)


# A force so called is put together for a task; any other "Force" is a state's own service.
_TOGETHER = frozenset(
    "task strike reaction response expeditionary multinational joint rapid stabilisation standby".split()
)


def _troops(words: Words, index: int) -> Pattern:
    first = modifiers_left(words, index, _DOMAIN)
    return words.pattern(EntityKind.UNIT, first, index, _state_before(words, first), Reading.GENERIC)


def _number_left(words: Words, first: int) -> int:
    """`first` moved left over "11th", "No. 11" or "45"."""
    if (
        first > 0
        and words.close[first]
        and _ORDINAL.fullmatch(words.lower[first - 1])
        and len(words.forms[first - 1]) < 6
    ):
        number = words.forms[first - 1]
        if number.isdigit() and not any(word in _NUMBERED for word in words.lower[first : first + 4]):
            return first
        first -= 1
        if first > 0 and words.lower[first - 1] in ("no", "no."):
            first -= 1
    return first


def _lower(words: Words, index: int, kind: EntityKind) -> Pattern | None:
    lower = words.lower[index]
    if lower not in _GENERIC and lower[:-1] in _GENERIC:
        lower = lower[:-1]
    if lower not in _GENERIC:
        return None
    first = modifiers_left(words, index, _DOMAIN)
    number = _number_left(words, first) if lower in _NUMBERED else first
    head = words.part("head", index, index)
    if number < first and not words.forms[number].isdigit():
        return words.pattern(kind, number, index, (head,))
    named = first > 0 and words.close[first] and words.named(first - 1) and not words.first[first - 1]
    if (
        named
        and not is_nationality(words.forms[first - 1])
        and words.lower[index] in ("group", "brigade", "battlegroup", "wing")
    ):
        return words.pattern(kind, grow_left(words, first - 1), index, (head,))
    if first == index and lower not in _BARE:
        return None
    if words.lower[index - 1 : index] == ["air"] and lower == "force":
        kind = EntityKind.FORCE
    return words.pattern(kind, first, index, (head, *_state_before(words, first)), Reading.GENERIC)


def _state_before(words: Words, first: int) -> tuple[Part, ...]:
    """The state to which an organisation belongs, where it stands before it: "Japan's", "Japanese"."""
    at = first - 1
    if at < 0 or not words.close[first]:
        return ()
    if words.lower[at] in ("'s", "’s") and at > 0 and words.named(at - 1):
        start = at - 1
        while words.named(start - 1) and words.close[start] and at - start < 4:
            start -= 1
        return (words.part("state", start, at - 1),)
    return (words.part("state", at, at),) if words.named(at) and is_nationality(words.forms[at]) else ()
