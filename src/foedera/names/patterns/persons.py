"""People, by their form: an office, a rank or a courtesy title and a name, or a name and an office."""

from __future__ import annotations

import re

from foedera.model import EntityKind
from foedera.names.patterns.offices import OFFICE_HEADS, Office, office_at
from foedera.names.patterns.pattern import Part, Pattern, Reading, resolve_overlaps
from foedera.names.patterns.vocabulary import (
    BARRIERS,
    JOINED_WORDS,
    NOT_ALONE,
    common_words,
    given_names,
    is_nationality,
)
from foedera.names.patterns.words import Words, cut_words

_RANKS = frozenset(
    "admiral general colonel captain commander lieutenant major brigadier commodore marshal sergeant corporal private "
    "comodoro capitano almirante contralmirante sublocotenent comandante capitaine kapitän oberst "
    "ensign midshipman cdre cmde bgen mgen ltgen ra va lieut commandant capitán coronel capitaine "
    "vice-marshal ensign midshipman adm gen col capt cdr cmdr lt maj brig sgt vadm radm cpt lcdr ltg gp gpcapt rifleman petty "
    "lieutenant-general major-general lieutenant-colonel vice-admiral rear-admiral warrant".split()
)
# "Capitán de Navío", "Capitano di Vascello": the second half of a rank in another language
_SHIPS = frozenset("navío navio vascello fregata fragata vaisseau frégate corvetta corvette corbeta guerra".split())
_RANK_PAIRS = frozenset({("squadron", "leader"), ("petty", "officer"), ("warrant", "officer"), ("flying", "officer")})
_BEFORE_RANK = frozenset(
    "vice rear fleet air chief wing group squadron flight lieutenant lt field maj brig major".split()
)
_COURTESY = frozenset(
    "mp mep paramount mr mrs ms mx dr prof professor sir dame lord lady hon excellency h.e. senator congressman congresswoman sen rep "
    "sheikh sheikha shaykh ratu datuk tan archbishop bishop judge justice herr madame mme".split()
)
_PARTICLES = frozenset(
    "van von de der den del della di da dos du la le al el bin bint ibn ben abu ter ten y e af zu".split()
)
_SUFFIX = frozenset("jr jr. sr sr. ii iii iv".split())
_SAY = frozenset(
    "said says told added argued argues warned noted notes stressed explained thanked recalled replied asked "
    "wrote writes announced insisted insists admitted concluded declared remarked stated emphasised emphasized "
    "acknowledged believes believed thinks hopes predicted recalls observed observes conceded commented".split()
)
_NOT_NAMES = JOINED_WORDS | frozenset(
    "ministry minister ministers department government council parliament party committee commission agency office agreement "
    "treaty union army forces force navy fleet president secretary chief director headquarters university institute "
    "states kingdom republic nations company corporation group house senate bank court centre center association "
    "organisation organization federation alliance command base port strait officials officers analysts "
    "article section annex chapter exercise operation programme program project".split()
)
_RETIRED = re.compile(r"\s?\((?:ret\.?|retd\.?|rtd\.?|retired|N|Navy|Army|Air Force|Air)\)\s?,?\s?|,?\sret\.?\s")


def find_persons(text: str) -> tuple[Pattern, ...]:
    """People in text order. `text` is the name alone; "office", "rank", "state" and "organisation" are parts.

    An office that no name goes with ("the foreign minister") is generic.
    """
    return resolve_overlaps(persons_in(cut_words(text)))


def persons_in(words: Words) -> list[Pattern]:
    """Every person that the words name, overlaps included."""
    found: list[Pattern] = []
    done = -1  # words up to here are part of an office already
    for index, lower in enumerate(words.lower):
        office = office_at(words, index) if index > done else None
        if office is not None:
            done = office.last
            found.append(_with_office(words, office))
        elif (lower in _RANKS or lower in _COURTESY) and (words.capital[index] or lower in _RANKS):
            found.extend(_ranked(words, index))
        elif (words.lower[index - 1] if index else "", lower) in _RANK_PAIRS and words.capital[index]:
            found.extend(_ranked(words, index))
        elif lower in _SAY:
            found.extend(_speaker(words, index))
        elif lower in given_names() and words.capital[index]:
            found.extend(_called(words, index))
    return found


def _called(words: Words, index: int) -> list[Pattern]:
    """“Euan Graham”, “Tom van Waldwyn”: a given name with a surname behind it, which names nothing else."""
    begins = index == 0 or not words.close[index] or not words.capital[index - 1] or words.first[index]
    begins = begins or (words.first[index - 1] and words.lower[index - 1] in common_words())  # "Analyst Jane Doe"
    span = _name_at(words, index) if begins and not words.forms[index].isupper() else None
    if span is None or not 1 <= span[1] - span[0] <= 3 or _has_acronym(words, span):
        return []
    if any(words.lower[at] in _NO_SURNAMES for at in range(index + 1, span[1] + 1)):
        return []
    return [words.pattern(EntityKind.PERSON, *span, (), Reading.GUESSED)]


# "Rosa Bay", "Martin Marietta Systems", "Victor Class": what bears somebody's name.
_NO_SURNAMES = frozenset(
    """bay island islands islet river lake cape mount point harbour harbor sea channel street avenue road square airport
    airfield barracks camp class corps foundation prize award medal hospital college school library museum park hotel
    systems technologies dynamics industries aerospace aviation marine shipyard shipyards yard gmbh ltd plc inc sa ag as
    spa oy ab bv nv llc limited holding holdings""".split()
)


def _with_office(words: Words, office: Office) -> Pattern:
    """The person of an office: the name after it, or after a comma, or before it."""
    parts = office.parts
    after = office.last + 1
    gap = words.between(office.last, after) if after < len(words) else ""
    span = _name_at(words, _past_titles(words, after)) if gap in (" ", ", ", "\n", "/") else None
    if span is not None and (gap != ", " or _fits_after_comma(words, span)):
        return words.pattern(EntityKind.PERSON, *span, parts)
    before = office.first - 1
    if before >= 0 and words.between(before, office.first).strip("\n ") in (",", ", the", "(", "–", "—"):
        span = _name_ending_at(words, before)
    elif before >= 1 and words.lower[before] in ("the", "a") and words.between(before - 1, before) == ", ":
        span = _name_ending_at(words, before - 1)
    else:
        state = next((part for part in parts if part.role == "state" and part.start < words.starts[office.first]), None)
        at = before
        while state is not None and at > 0 and words.starts[at] > state.start:
            at -= 1
        if state is not None and at > 0 and words.between(at - 1, at) == ", ":
            span = _name_ending_at(words, at - 1)
    if span is not None:
        return words.pattern(EntityKind.PERSON, *span, parts)
    return words.pattern(EntityKind.PERSON, office.first, office.last, parts, Reading.GENERIC)


def _fits_after_comma(words: Words, span: tuple[int, int]) -> bool:
    """After a comma only a full name counts, and it must be closed off: "minister, Winston Peters, said"."""
    end = words.ends[span[1]]
    return span[1] > span[0] and (words.text[end : end + 1] in ",.;)" or words.text[end : end + 5] == " said")


def _past_titles(words: Words, at: int) -> int:
    while at < len(words) - 1 and (words.lower[at] in _COURTESY or words.lower[at] in _RANKS | _BEFORE_RANK):
        if not words.capital[at]:
            break
        at += 1
    return at


def _name_at(words: Words, at: int) -> tuple[int, int] | None:
    """The person's name that begins at word `at`: one to five capitalised words with their particles."""
    if at >= len(words) or not _fits(words, at):
        return None
    last = at
    while last - at < 5 and last + 1 < len(words):
        ahead = last + 1
        if words.lower[ahead] in _SUFFIX and words.between(last, ahead) in (" ", ", "):
            last = ahead
            break
        if not words.close[ahead]:
            break
        if words.capital[ahead] and _fits(words, ahead):
            last = ahead
        elif words.lower[ahead].startswith(("al-", "el-")) and words.forms[ahead][3:4].isupper():
            last = ahead  # "Fahad al-Mutlaq"
        elif words.lower[ahead] in _PARTICLES and ahead + 1 < len(words) and words.close[ahead + 1]:
            following = ahead + 2 if words.lower[ahead + 1] in _PARTICLES else ahead + 1
            if following >= len(words) or not _fits(words, following):
                break
            last = following
        else:
            break
    if at == last and words.lower[at] in common_words() and words.lower[at].endswith(("ed", "ing", "s")):
        return None  # a headline's verb: "Minister Assassinated"
    return at, last


def _fits(words: Words, index: int) -> bool:
    """Whether the word may be part of a person's name."""
    form, lower = words.forms[index], words.lower[index]
    if lower in _PARTICLES and words.capital[index]:
        return True
    if lower in _RANKS or lower in OFFICE_HEADS or lower in _COURTESY:
        return False
    if not words.capital[index] or lower in BARRIERS or lower in _NOT_NAMES or is_nationality(form):
        return lower.startswith(("al-", "el-", "d'", "d’")) and len(lower) > 4
    if any(letter.isdigit() for letter in form) or lower.endswith(NOT_ALONE):
        return False
    return not (form.isupper() and 1 < len(form) < 5 and "." not in form)


def _name_ending_at(words: Words, index: int) -> tuple[int, int] | None:
    """The full name (two words at least) that ends at word `index`."""
    first = index
    if not _fits(words, index) and words.lower[index] not in _SUFFIX:
        return None
    while first > 0 and words.close[first] and index - first < 5:
        before = first - 1
        if (_fits(words, before) and words.lower[before] not in _COURTESY | _RANKS) or (
            words.lower[before] in _PARTICLES and _fits(words, before - 1)
        ):
            first = before
        else:
            break
    return (first, index) if first < index else None


def _ranked(words: Words, index: int) -> list[Pattern]:
    """“Rear Admiral (ret.) Jane Doe”, “Dr Lin Wei”."""
    at = index + 1
    if at >= len(words) or words.lower[at] in _RANKS | _COURTESY:
        return []  # the last word of a longer rank speaks for it
    if words.lower[at] in ("de", "di") and at + 2 < len(words) and words.lower[at + 1] in _SHIPS:
        span = _name_at(words, at + 2)
        return [words.pattern(EntityKind.PERSON, *span, (words.part("rank", index, at + 1),))] if span else []
    retired = _RETIRED.match(words.text, words.ends[index])
    if retired:
        while at < len(words) and words.starts[at] < retired.end():
            at += 1
    elif not words.close[at] and words.between(index, at) != ". ":
        return []
    span = _name_at(words, at) if at < len(words) else None
    if span is None or (not words.capital[index] and words.lower[index] not in _RANKS):
        return []
    first = index
    while words.close[first] and first > 0 and words.lower[first - 1] in _BEFORE_RANK | _RANKS:
        first -= 1
    role = "title" if words.lower[index] in _COURTESY else "rank"
    return [words.pattern(EntityKind.PERSON, *span, (words.part(role, first, index),))]


def _speaker(words: Words, index: int) -> list[Pattern]:
    """“Jane Doe said”, “said Jane Doe”: two or three words that may be a name beside a verb of saying."""
    span = None
    if index > 0 and words.close[index]:
        span = _name_ending_at(words, index - 1)
    if span is None and index + 1 < len(words) and words.close[index + 1]:
        span = _name_at(words, index + 1)
    if span is None or not 1 <= span[1] - span[0] <= 3 or _has_acronym(words, span):
        return []
    parts: tuple[Part, ...] = (words.part("verb", index, index),)
    return [words.pattern(EntityKind.PERSON, *span, parts, Reading.GUESSED)]


def _has_acronym(words: Words, span: tuple[int, int]) -> bool:
    return any(form.isupper() and len(form) > 2 for form in words.forms[span[0] : span[1] + 1])
