"""Short names that a text itself introduces: "Indo-Pacific Deployment (IPD)", “(hereinafter “the Ministers”)”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from foedera.model.entities import Entity, EntityKind
from foedera.names.cases import is_common_word
from foedera.names.forms import NameForm, NameMatch, Surface
from foedera.names.slugs import slug

_BRACKETS = re.compile(r"\(([^()\n]{2,160})\)")
_ACRONYM = re.compile(r"[\"“”'‘’]?((?=[^\s]*[A-Z][^\s]*[A-Z])[A-Z][A-Za-z0-9&/.\-]{1,11})[\"“”'’]?")
_DEFINED = re.compile(r"[\"“«‘']\s?(?:the\s+)?([A-Z][^\"“”»’]{1,58}?)\s?[\"”»’']", re.IGNORECASE)
_INTRODUCES = re.compile(r"hereinafter|hereafter|henceforth|referred to|called|known as|abbreviated", re.IGNORECASE)
_KNOWN_AS = re.compile(
    r",?\s(?:also\s|better\s|commonly\s|formerly\s|otherwise\s)?(?:known|referred to|abbreviated|dubbed|called)"
    r"\s(?:simply\s|collectively\s)?(?:as\s)?(?:the\s)?[\"“‘']?"
    r"((?:[A-Z][\w&/\-]*|\d+)(?:\s(?:[A-Z][\w&/\-]*|of|for|and|\d+)){0,5})[\"”’']?"
)
# "Agreement on X, done at Seoul on 22 October 2013": what a definition leaves out of the name.
_PLACE_AND_DAY = re.compile(
    r",?\s+(?:(?:done|signed|concluded|adopted|dated|made)\b[^;]{0,60}|(?:of|on)\s+\d{1,2}\s+[A-Z]\w+\s+\d{4})$"
)
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_LINKS = frozenset(
    {
        "of",
        "the",
        "for",
        "and",
        "on",
        "in",
        "to",
        "with",
        "between",
        "de",
        "la",
        "du",
        "des",
        "del",
        "y",
        "e",
        "et",
        "a",
    }
)
# What the last word of an unknown name says it is; the head stands before "of" or "for", or at the end.
_HEADS: dict[str, EntityKind] = {
    word: kind
    for kind, words in {
        EntityKind.PROGRAMME: "programme program project fund facility initiative scheme",
        EntityKind.INSTRUMENT: "agreement arrangement treaty convention protocol memorandum pact accord declaration "
        "strategy regulation decision compact charter concept policy law act statement partnership",
        EntityKind.UNIT: "command fleet squadron brigade battalion division flotilla regiment wing battlegroup staff",
        EntityKind.FORCE: "force forces navy army guard corps",
        EntityKind.CENTRE: "centre center institute laboratory",
        EntityKind.AGENCY: "agency administration office directorate authority bureau",
        EntityKind.INSTITUTION: "ministry department council committee commission secretariat organisation organization "
        "parliament bank court working group board",
        EntityKind.OPERATION: "operation mission",
        EntityKind.EVENT: "exercise exhibition deployment dialogue forum summit conference symposium show meeting "
        "ministers week",
        EntityKind.EQUIPMENT: "missile aircraft frigate vehicle vessel helicopter drone radar submarine system",
        EntityKind.BLOC: "alliance union association community cooperation",
        EntityKind.COMPANY: "company corporation industries systems shipyard group",
    }.items()
    for word in words.split()
}


def learn_surfaces(
    text: str, matches: Sequence[NameMatch], find: Callable[[str], Entity | None]
) -> tuple[Surface, ...]:
    """The short names that `text` introduces, and the long names that they stand for, in text order.

    `matches` are the names already found in it; `find` gives the entity that a full name is known to mean.
    """
    ends = {match.end: match for match in matches}
    found: dict[tuple[str, str], Surface] = {}
    for short, long, known in _introduced(text, ends):
        entity = known or find(long)
        if entity is None:
            entity = Entity(slug(long), long, guess_kind(long), (short,))
        for name in (short, long):
            if len(name) > 1 and (name == short or (known is None and " " in long)):
                found.setdefault((name, entity.id), Surface(name, entity, NameForm.LEARNT))
    return tuple(found.values())


def _introduced(text: str, ends: dict[int, NameMatch]) -> Iterator[tuple[str, str, Entity | None]]:
    """Short name, long name, and the entity of the long name where it is known."""
    for found in _BRACKETS.finditer(text):
        inside, before = found[1].strip(), text[: found.start()].rstrip()
        whole = ends.get(len(before))
        acronym = _ACRONYM.fullmatch(inside)
        if acronym:
            short = acronym[1].rstrip(".")
            long = _expansion(before[-160:], short)
            if whole is not None and (long is None or len(whole.text) >= len(long)) and _stands_for(short, whole.text):
                yield short, whole.text, whole.entity
            elif long is not None:
                yield short, long, None
            continue
        defined = _DEFINED.search(inside)
        if defined and (_INTRODUCES.search(inside) or inside[0] in "\"“«‘'"):
            if whole is not None:
                yield defined[1], whole.text, whole.entity
            elif long := _capitalised_run(before[-240:]):
                yield defined[1], long, None
            continue
        backward = _ACRONYM.search(before[-14:] + " ") if before[-1:].isalnum() else None
        last = before.split()[-1] if before.split() else ""
        if backward and _ACRONYM.fullmatch(last) and inside[0].isupper() and _stands_for(last, inside):
            yield last, inside, None
    for match in ends.values():
        also = _KNOWN_AS.match(text, match.end)
        if also:
            yield also[1], match.text, match.entity


def _expansion(before: str, acronym: str) -> str | None:
    """The words before a bracket that an acronym is made of, without article; None if they do not make it.

    After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions" (2003): the letters are
    sought from the right, the first at the head of a word.
    """
    sentence = re.split(r"[.;:!?]\s|\n\s*\n|[()]", before)[-1]
    words = list(_TOKEN.finditer(sentence))
    letters = [mark for mark in acronym.lower().rstrip("0123456789-") if mark.isalnum()]
    if acronym.endswith("s") and acronym[:-1].isupper():
        letters.pop()
    place = len(sentence) - 1
    lower = sentence.lower()
    for index in range(len(letters) - 1, -1, -1):
        while place >= 0 and (
            lower[place] != letters[index] or (index == 0 and place > 0 and sentence[place - 1].isalnum())
        ):
            place -= 1
        if place < 0:
            return None
        place -= 1
    start = place + 1
    inside = [word for word in words if word.start() >= start]
    if not 2 <= len(inside) <= 2 * len(letters) + 2:
        return None
    content = [word.group() for word in inside if word.group().lower() not in _LINKS]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in content)
    if not content or not content[0][0].isupper() or capitals * 3 < len(content) * 2:
        return None
    return sentence[start : inside[-1].end()].strip()


def _stands_for(short: str, long: str) -> bool:
    """Whether the letters of a short name come in this order in the long one, the first at its head."""
    letters = [mark for mark in short.lower().rstrip("0123456789-") if mark.isalnum()]
    words = [word.group().lower() for word in _TOKEN.finditer(long)]
    heads = iter([word[0] for word in words])
    if all(letter in heads for letter in letters):
        return True
    place, lower = 0, long.lower()
    if not words or not letters or not any(word.startswith(letters[0]) for word in words):
        return False
    for letter in letters:
        place = lower.find(letter, place) + 1
        if place == 0:
            return False
    return True


def _capitalised_run(before: str) -> str:
    """The last capitalised phrase of a text, with small linking words inside it; empty if it does not end in one."""
    sentence = _PLACE_AND_DAY.sub("", re.split(r"[.;:!?,]\s|\n\s*\n|[()]", before)[-1].rstrip())
    words = list(_TOKEN.finditer(sentence))
    start = len(words)
    for index in range(len(words) - 1, -1, -1):
        word = words[index].group()
        if word[0].isupper() or word[0].isdigit():
            start = index
        elif word.lower() not in _LINKS:
            break
    while start < len(words) and words[start].group().lower() in _LINKS:
        start += 1
    if start >= len(words) or all(is_common_word(word.group()) and word.group().islower() for word in words[start:]):
        return ""
    return sentence[words[start].start() : words[-1].end()]


def guess_kind(name: str) -> EntityKind:
    """What an unknown name says it is by its head word; UNKNOWN if it does not say."""
    head = re.split(r"\s(?:of|for|on|between|concerning|in)\s", name, maxsplit=1)[0]
    for phrase in (head, name):
        words = [word.lower() for word in _TOKEN.findall(phrase)]
        for word in reversed(words[-1:] + words[:1]):
            if word in _HEADS:
                return _HEADS[word]
    return EntityKind.UNKNOWN
