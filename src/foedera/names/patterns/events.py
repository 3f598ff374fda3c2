"""Exercises, operations, meetings and exhibitions, by their form."""

from __future__ import annotations

import re

from foedera.model import EntityKind
from foedera.names.patterns.pattern import Pattern, Reading, resolve_overlaps
from foedera.names.patterns.vocabulary import MONTHS, common_words, is_nationality
from foedera.names.patterns.words import Words, acronym_after, cut_words, grow_left, grow_right, modifiers_left

_EXERCISE = frozenset("exercise exercises drill drills manoeuvres maneuvers wargame wargames".split())
_OPERATION = frozenset("operation operations op mission missions".split())
_MEETING = frozenset(
    "summit dialogue meeting forum conference talks consultations symposium session congress roundtable seminar "
    "exhibition expo airshow workshop patrol".split()
)
# Meetings whose common noun is worth keeping without a name.
_GENERIC_HEADS = frozenset(
    "summit dialogue exercise exercises drill drills talks meeting consultations symposium forum exhibition airshow "
    "manoeuvres conference session patrol patrols operation mission committee".split()
)
_MODIFIERS = frozenset(
    "joint bilateral trilateral multilateral annual biennial naval maritime air land military defence defense security "
    "strategic ministerial leaders foreign live-fire field command-post table-top tabletop passage goodwill training "
    "combined anti-submarine search-and-rescue mine-countermeasures counter-piracy anti-piracy counter-terrorism staff "
    "navy-to-navy army-to-army staff-level high-level senior-level working-level planning steering amphibious airborne "
    "cyber logistics evacuation humanitarian peacekeeping escort freedom-of-navigation coast guard coastguard large-scale "
    "mountain jungle winter summer spring autumn boarding air-defence aerial full biannual quarterly vice-ministerial "
    "ministers ministers' two-plus-two 2+2 inaugural nato eu asean quad mixed high air show search rescue policy "
    "politico-military military-to-military interoperability certification computer-assisted tactical combat".split()
)
_ORDINAL = re.compile(
    r"\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|inaugural",
    re.IGNORECASE,
)
_EDITION = re.compile(r"(?:19|20)\d\d|\d{2}|\d{1,2}-\d|[IVXL]{1,6}|\d{2}[-/]\d{1,2}|[1-9]")
_YEARED = re.compile(r"[^\W\d_]{3,}-(?:(?:19|20)\d\d|\d\d)[A-Z]?")
_QUOTES = "“\"‘'«"
_CLOSING = {"“": "”", '"': '"', "‘": "’", "'": "'", "«": "»"}
_STOPS = frozenset(
    "ministry minister navy army force forces president admiral general captain article "
    "commander commanders director directors chief chiefs head headquarters spokesman spokesperson coordinator".split()
)


def find_events(text: str) -> tuple[Pattern, ...]:
    """Events and operations in text order; a part "head" is the noun that tells the sort."""
    return resolve_overlaps(events_in(cut_words(text)))


def events_in(words: Words) -> list[Pattern]:
    """Every event that the words name, overlaps included."""
    found: list[Pattern] = []
    for index, lower in enumerate(words.lower):
        if lower in _EXERCISE:
            found.extend(_headed(words, index, EntityKind.EVENT))
        elif lower in _OPERATION:
            found.extend(_headed(words, index, EntityKind.OPERATION))
        elif lower in _MEETING:
            found.extend(_meeting(words, index))
        elif lower == "2+2":
            found.append(_two_plus_two(words, index))
        elif words.forms[index].isdigit() and len(lower) in (2, 4):
            found.extend(_edition(words, index))
        elif words.capital[index] and _YEARED.fullmatch(words.forms[index]) and _is_series(words, index):
            found.append(words.pattern(EntityKind.EVENT, index, index))
    return found


def _headed(words: Words, index: int, kind: EntityKind) -> list[Pattern]:
    """“Exercise Talisman Sabre 2023”, “the Malabar exercise”, “exercises A and B”, or just “naval exercise”."""
    plural = words.lower[index].endswith("s")
    head = words.part("head", index, index)
    found: list[Pattern] = []
    span = _name_after(words, index + 1)
    while span is not None:
        # an operation is named with its noun, an exercise without
        noun_too = kind is EntityKind.OPERATION and not plural and words.capital[index]
        first = grow_left(words, index) if noun_too else span[0]
        found.append(words.pattern(kind, first, span[1], (head, words.part("name", *span))))
        after = span[1] + 1
        joined = after < len(words) and words.lower[after] == "and"
        span = _name_after(words, after + 1 if joined else after, listed=True) if plural else None
    before = _name_before(words, index)
    if before is not None and not found:
        found.append(words.pattern(kind, before, index, (head, words.part("name", before, index - 1))))
    if found:
        return found
    return _generic(words, index, kind)


def _name_after(words: Words, at: int, *, listed: bool = False) -> tuple[int, int] | None:
    """The name that begins at word `at`, with its edition ("24", "2023", "II")."""
    if at >= len(words) or not words.capital[at] or words.lower[at] in _STOPS:
        return None
    gap = words.between(at - 1, at).strip()
    if gap not in ("", *_QUOTES) and not (listed and gap == ","):
        return None
    if gap in _CLOSING:
        quoted = _quoted(words, at, _CLOSING[gap])
        if quoted is not None:
            return at, quoted
    if not words.named(at) and not (words.forms[at].isupper() and len(words.forms[at]) > 3 and not words.first[at]):
        return None
    if listed and is_nationality(words.forms[at]):
        return None
    last = at
    while last + 1 < len(words) and last - at < 4 and words.close[last + 1]:
        ahead = last + 1
        if words.named(ahead) and words.lower[ahead] not in _STOPS:
            last = ahead
        elif (
            words.lower[ahead] in ("du", "de", "of", "the", "al", "el")
            and words.named(ahead + 1)
            and words.close[ahead + 1]
        ):
            if words.lower[ahead] in ("of", "the") and not words.forms[at].isupper():
                break
            last = ahead + 1
        elif _EDITION.fullmatch(words.forms[ahead]) and not _counts(words, ahead):
            last = ahead
            break
        else:
            break
    if is_nationality(words.forms[at]) and last == at:
        return None
    return at, last


def _quoted(words: Words, at: int, closing: str) -> int | None:
    """The last word of a name in quotation marks: “the drill "Pearl of the North"”; None where they do not close soon."""
    for last in range(at, min(at + 7, len(words))):
        if words.text[words.ends[last] : words.ends[last] + 1] in closing:
            return last if words.capital[last] or words.forms[last].isdigit() else None
        if last + 1 < len(words) and words.between(last, last + 1).strip(" -–"):
            return None
    return None


def _counts(words: Words, index: int) -> bool:
    """Whether a short number counts what follows it ("Milan 24 ships") and is no edition."""
    number = words.forms[index]
    if len(number) == 4 or index + 1 >= len(words) or not words.close[index + 1]:
        return False
    ahead = words.lower[index + 1]
    return ahead.endswith("s") and ahead not in ("was", "is", "has", "involves", "includes", "begins", "ends", "tests")


def _name_before(words: Words, index: int) -> int | None:
    """The first word of the name before "exercise"; None if there is none or only a nationality."""
    at = index
    while words.close[at] and at > 0 and words.lower[at - 1] in _MODIFIERS and not words.capital[at - 1]:
        at -= 1
    if at == 0 or not words.close[at] or not words.named(at - 1):
        return None
    first = grow_left(words, at - 1)
    while first < at and is_nationality(words.forms[first]):
        first += 1
    if first >= at or (first == at - 1 and words.first[first]):
        return None
    return first


def _generic(words: Words, index: int, kind: EntityKind) -> list[Pattern]:
    first = modifiers_left(words, index, _MODIFIERS)
    if words.lower[index] not in _GENERIC_HEADS or (
        first == index and words.lower[index] not in ("summit", "exercise", "talks", "patrols")
    ):
        return []
    return [words.pattern(kind, first, index, (words.part("head", index, index),), Reading.GENERIC)]


def _meeting(words: Words, index: int) -> list[Pattern]:
    first = grow_left(words, index) if words.capital[index] else _name_before(words, index)
    if first is None:
        return _generic(words, index, EntityKind.EVENT)
    if not words.capital[index] and words.lower[index] not in ("summit", "dialogue", "talks", "meeting", "patrol"):
        return []
    while first > 0 and words.close[first] and _ORDINAL.fullmatch(words.lower[first - 1]):
        first -= 1
    last = index
    while words.lower[last + 1 : last + 2] and words.lower[last + 1] in _MEETING and words.close[last + 1]:
        last += 1
    if words.capital[last]:
        last = grow_right(words, last, prepositions=("of", "on", "for"))
    if last + 1 < len(words) and words.close[last + 1] and _EDITION.fullmatch(words.forms[last + 1]):
        last += 0 if _counts(words, last + 1) or not words.forms[last + 1].isdigit() else 1
    if first == last:
        return []
    parts = (words.part("head", index, index), *acronym_after(words, last))
    return [words.pattern(EntityKind.EVENT, first, last, parts)]


def _two_plus_two(words: Words, index: int) -> Pattern:
    last = index
    while last + 1 < len(words) and words.close[last + 1] and words.lower[last + 1] in _MEETING | _MODIFIERS:
        last += 1
    return words.pattern(EntityKind.EVENT, index, last)


def _edition(words: Words, index: int) -> list[Pattern]:
    """“RIMPAC 2022”, “Eurosatory 2022”: a name and a year, where the text near by tells of exercises or shows."""
    if index == 0 or words.between(index - 1, index) != " " or not words.named(index - 1) or _counts(words, index):
        return []
    if words.lower[index - 1] in _STOPS or MONTHS.intersection(words.lower[index + 1 : index + 2]):
        return []
    year = words.forms[index]
    if len(year) == 4 and year[:2] not in ("19", "20"):
        return []
    first = grow_left(words, index - 1)
    if (
        first == index - 1
        and ((words.first[first] and words.lower[first] in common_words()) or is_nationality(words.forms[first]))
        and not words.forms[first].isupper()
    ):
        return []
    if words.lower[first] in _EXERCISE or not _tells_of_exercises(words, first, index):
        return []
    return [words.pattern(EntityKind.EVENT, first, index)]


def _is_series(words: Words, index: int) -> bool:
    """Whether “Eternity-2024” or, where exercises are the topic, “Eternity-24” names an edition and no model."""
    form = words.forms[index]
    if form.lower().startswith(("covid", "sars")):
        return False
    return re.search(r"-(?:19|20)\d\d", form) is not None or _tells_of_exercises(words, index, index)


def _tells_of_exercises(words: Words, first: int, last: int) -> bool:
    return not _CONTEXT.isdisjoint(words.lower[max(0, first - 25) : last + 26])


_CONTEXT = _EXERCISE | frozenset(
    "exhibition airshow exhibitors exhibited stand pavilion expo exercised drilled".split()
)
