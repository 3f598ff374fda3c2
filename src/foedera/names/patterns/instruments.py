"""Agreements, declarations, strategies and acts, by their form."""

from __future__ import annotations

import re

from foedera.model import EntityKind
from foedera.names.patterns.pattern import Part, Pattern, Reading, resolve_overlaps
from foedera.names.patterns.vocabulary import BARRIERS, JOINED_WORDS, is_nationality
from foedera.names.patterns.words import Words, acronym_after, cut_words, grow_left, grow_right, modifiers_left

# Nouns that mean an instrument by themselves, in lower case too.
_STRONG = frozenset(
    "agreement treaty pact accord memorandum memoranda protocol convention arrangement compact communiqué communique "
    "mou mous moa sofa acsa acsas gsomia raa rta vfa dca tta nda armistice ceasefire truce understanding sofas".split()
)
# Nouns that mean one in a name, or with a word of the domain before them.
_WEAK = frozenset(
    "partnership declaration charter statement strategy regulation directive decision act law bill resolution plan "
    "roadmap compass framework concept doctrine paper letter guidelines outlook vision note contract deal decree "
    "ordinance concordat constitution covenant entente offer tender order licence mandate sanctions embargo amendment "
    "annex annexe appendix deed rules order guarantee undertaking code scheme exchange text position programme-law decree-law guidance review blueprint "
    "principles pledge manifesto instrument agenda".split()
)
_BARE = _STRONG | frozenset(
    "declaration contract deal decree bill embargo licence tender charter mandate annex guidelines roadmap amendment".split()
)
# Verbs as often as nouns, and words of every trade: in capitals they need a word of the domain beside them,
# and in lower case no name before them makes them one.
_SLIPPERY = frozenset(
    "offer exchange review outlook text position agenda plan code paper order deal bill vision note law decision "
    "scheme instrument tender act framework concept statement letter undertaking guarantee principles mandate compass "
    "blueprint rules annex appendix pledge sanctions licence constitution guidance".split()
)
_DESCRIBING = frozenset(
    "new old latest current existing recent similar separate further full major landmark historic possible initial "
    "original bad good big small better best earlier later previous whole entire only very same other wider broader "
    "slimmer such second-hand key future fresh today's said first second third fourth fifth last next this that "
    "billion million percent dollar".split()
)
_WORD_BEFORE = re.compile(r"[a-z][a-z-]{3,}")
_DATED = re.compile(r"\sof\s(?:\d{1,2}\s)?(?:[A-Z][a-z]{2,8}\s)?(?:19|20)\d\d\b")
_MODIFIERS = frozenset(
    "joint bilateral trilateral multilateral international mutual reciprocal military defence defense security maritime "
    "naval cooperation co-operation strategic visiting-forces visiting forces status-of-forces basing base access "
    "logistics logistic support cross-servicing acquisition information information-security information-sharing "
    "intelligence intelligence-sharing technology technology-transfer transfer equipment industrial industry technical "
    "administrative implementing framework umbrella general comprehensive enhanced supplementary additional side "
    "partnership association trade free-trade economic peace friendship alliance arms arms-control weapons export "
    "procurement purchase supply production co-production offset licence licensing lease leasing loan credit training "
    "exchange cyber space satellite nuclear nuclear-sharing civil-nuclear safeguards extradition shiprider overflight "
    "transit fisheries boundary border air airspace services service hosting host-nation host nation status mission "
    "forces garrison port rescue search-and-rescue sar legal binding non-binding legally-binding political five-year "
    "ten-year three-year four-year two-year twenty-year long-term multi-year interim provisional draft final formal "
    "written secret classified classified-information data data-sharing government-to-government industry-to-industry "
    "inter-governmental intergovernmental interagency non-aggression non-proliferation nonproliferation cost-sharing "
    "burden-sharing cost-share teaming consortium development joint-development research r&d maintenance sustainment "
    "repair munitions ammunition missile submarine frigate fighter helicopter radar ship-repair shipbuilding barrel "
    "ordnance demonstrator engine engineering exercise patrol patrols pre-positioning prepositioning storage pledge "
    "medical policing police coast-guard coastguard counter-terrorism counter-piracy anti-piracy collective hydrographic "
    "programming decree budget spending action white national three-way two-way four-way readiness mobility "
    "grain withdrawal disengagement verification inspection inspections confidence-building demarcation ".split()
)
_PREPOSITIONS = ("of", "on", "for", "to", "against", "concerning", "regarding", "about", "between", "with")
_TAIL_OF = frozenset(
    {"intent", "understanding", "conduct", "cooperation", "co-operation", "agreement", "letters", "notes"}
)
# What an instrument does to another that its name goes on to name: "Protocol amending the Agreement on …".
_AMENDING = frozenset("amending supplementing extending prolonging replacing repealing implementing renewing".split())
_PAIR = re.compile(r"[A-Z]\w+[-–][A-Z]\w+")  # two parties before the name: "Northmoor–Eastmark"
_NUMBERED = re.compile(
    r"(?:\s*\((?:EU|EC|EEC|CFSP|EU, Euratom|Euratom)\))?\s*(?:No\.?\s*)?\d{1,5}/\d{2,4}(?:/[A-Z]{2,5})?"
)
_SERIAL = re.compile(
    r"\s(?:No\.?\s*\d+|Nr\.?\s*\d+|One|Two|Three|\d{1,4}|[IVX]+|[A-Z]-\d+)(?![\w.,-]*\d)(?!\s+(?:[A-Z][a-z]+|\w+s\b))"
)
_TITLED = re.compile(r"\b(?:en)?titled\s*,?\s*[“\"‘']([^”\"’\n]{4,160})[”\"’']")
_BETWEEN = re.compile(
    r"[^.;:\n()]{2,140}?\s(?:concerning|on|for|regarding|relating to|in the field of)\s(?:(?:the|an|a)\s)?"
)


def find_instruments(text: str) -> tuple[Pattern, ...]:
    """Instruments in text order; common nouns such as "security agreement" are generic."""
    return resolve_overlaps(instruments_in(cut_words(text)))


def instruments_in(words: Words) -> list[Pattern]:
    """Every instrument that the words name, overlaps included."""
    found = [
        Pattern(match.start(1), match.end(1), match.group(1), EntityKind.INSTRUMENT)
        for match in (_TITLED.finditer(words.text) if "itled" in words.text else ())
    ]
    for index, lower in enumerate(words.lower):
        singular = _singular(lower)
        if singular in _STRONG or singular in _WEAK or lower in _WEAK:
            if words.capital[index]:
                found.extend(_capitalised(words, index, strong=singular in _STRONG))
            else:
                found.extend(_lower(words, index, singular))
    return found


def _singular(word: str) -> str:
    if not word.endswith("s") or word in _WEAK or word in _STRONG:
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


def _capitalised(words: Words, index: int, *, strong: bool) -> list[Pattern]:
    first = grow_left(words, index)
    last, lower = index, words.lower[index]
    ahead = words.lower[index + 1] if index + 1 < len(words) and words.close[index + 1] else ""
    numbered = _NUMBERED.match(words.text, words.ends[index])
    if numbered:
        first = first if index - first < 3 else index
        return [_reach(words, first, numbered.end())]
    if ahead == "between":
        between = _between(words, index)
        if between:
            return [_reach(words, first, words.ends[between])]
    if ahead in _PREPOSITIONS and ahead not in ("between", "with"):
        last = grow_right(words, index, prepositions=_PREPOSITIONS if ahead != "to" else ())
    if ahead in _AMENDING:
        last = _amended(words, index) or last
    if last == index and ahead == "of" and words.lower[index + 2 : index + 3] and words.lower[index + 2] in _TAIL_OF:
        last = index + 2
    if first < index and is_nationality(words.forms[first]) and words.first[first]:
        first += 1
    if first == last and words.first[index] and not strong:
        return []
    slippery = lower in _SLIPPERY or lower.rstrip("s") in _SLIPPERY
    if slippery and not (_in_domain(words, first, last, index) or words.lower[last] in _TAIL_OF):
        return []
    serial = _SERIAL.match(words.text, words.ends[last])
    plain_number = serial is not None and serial.group().strip().isdigit()
    if serial and (
        not plain_number
        or lower in ("protocol", "annex", "resolution", "decision", "bill", "law", "decree-law", "decree")
    ):
        return [_reach(words, first, serial.end())]
    reading = Reading.NAMED if first < last else Reading.GENERIC
    parts = (words.part("head", index, index), *acronym_after(words, last), *_dated(words, first, last))
    if first < index and _PAIR.fullmatch(words.forms[first]):
        parts = (*parts, words.part("pair", first, first), words.part("name", first + 1, last))
    return [words.pattern(EntityKind.INSTRUMENT, first, last, parts, reading)]


def _amended(words: Words, index: int) -> int | None:
    """The last word of "Protocol amending the Agreement on C"; None where no other instrument is named in reach."""
    for at in range(index + 2, min(index + 8, len(words))):
        if not words.close[at]:
            return None
        singular = _singular(words.lower[at])
        if words.capital[at] and (singular in _STRONG or words.lower[at] in _WEAK):
            return _with_topic(words, grow_right(words, at, prepositions=_PREPOSITIONS))
    return None


def _with_topic(words: Words, last: int) -> int:
    """The last word of "Convention on naval cooperation" where a bracket or comma closes the name behind small words."""
    if words.lower[last + 1 : last + 2] not in (["on"], ["concerning"], ["regarding"]) or not words.close[last + 1]:
        return last
    for at in range(last + 2, min(last + 6, len(words))):
        if words.capital[at] or not words.close[at]:
            return last
        if at + 1 == len(words) or not words.close[at + 1]:
            return at
    return last


def _between(words: Words, index: int) -> int | None:
    """The last word of "Agreement between A and B on C"; None where no such end is in reach."""
    match = _BETWEEN.match(words.text, words.ends[index])
    if match is None:
        return None
    at = next((at for at in range(index + 1, min(index + 40, len(words))) if words.starts[at] >= match.end()), None)
    if at is None or not words.named(at):
        return None
    while words.named(at + 1) and words.close[at + 1]:
        at += 1
    return grow_right(words, at, prepositions=_PREPOSITIONS)


def _lower(words: Words, index: int, singular: str) -> list[Pattern]:
    first = modifiers_left(words, index, _MODIFIERS)
    if first == index and singular in _STRONG and words.close[index] and _qualifies(words.lower[index - 1]):
        first = modifiers_left(words, index - 1, _MODIFIERS)
    slippery = singular in _SLIPPERY or words.lower[index] in _SLIPPERY
    while words.close[first] and first > 0 and words.capital[first - 1] and not slippery:
        if not _instrument_name(words, first - 1):
            break
        first -= 1
    last = index
    if words.lower[index + 1 : index + 2] == ["of"] and _TAIL_OF.intersection(words.lower[index + 2 : index + 3]):
        last = index + 2
    before = words.lower[first - 1] if first > 0 and words.close[first] else ""
    if singular == "agreement" and words.lower[first : first + 2] == ["forces", "agreement"] and before == "of":
        first -= 2  # status of forces agreement
    if first == last and singular not in _BARE:
        return []
    parts = (words.part("head", index, index), *acronym_after(words, last), *_dated(words, first, last))
    named = words.capital[first] and not is_nationality(words.forms[first])
    return [words.pattern(EntityKind.INSTRUMENT, first, last, parts, Reading.NAMED if named else Reading.GENERIC)]


def _dated(words: Words, first: int, last: int) -> tuple[Part, ...]:
    """The name with the date that tells it from others of its sort, "agreement of 2015", as a part."""
    dated = _DATED.match(words.text, words.ends[last])
    if dated is None:
        return ()
    start = words.starts[first]
    return (Part("dated", start, dated.end(), words.text[start : dated.end()]),)


def _qualifies(word: str) -> bool:
    """Whether a lower-case word before "agreement" says which one ("visa protocol"), and does not just describe it."""
    if word in BARRIERS or word in _DESCRIBING or not _WORD_BEFORE.fullmatch(word):
        return False
    return not word.endswith(("ed", "ing", "ly", "s")) or "-" in word


def _in_domain(words: Words, first: int, last: int, head: int) -> bool:
    """Whether the name around a slippery noun has a word of the domain, a number or a year."""
    around = [word for at, word in enumerate(words.lower[first : last + 1], first) if at != head]
    if any(word in _MODIFIERS or word in JOINED_WORDS for word in around):
        return True
    following = words.forms[head + 1] if head + 1 < len(words) and words.close[head + 1] else ""
    return following[:1].isdigit()


def _instrument_name(words: Words, index: int) -> bool:
    """Whether a capitalised word before "agreement" belongs to its name ("Manila accord", "ACSA treaty")."""
    form = words.forms[index]
    return words.named(index) and not words.first[index] and not is_nationality(form)


def _reach(words: Words, first: int, end: int) -> Pattern:
    start = words.starts[first]
    return Pattern(start, end, words.text[start:end], EntityKind.INSTRUMENT)
