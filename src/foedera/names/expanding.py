"""The long name before a bracket that a short name in the bracket stands for."""

from __future__ import annotations

import re

from foedera.names.cases import MONTHS

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_LINKS = frozenset(
    "of the for and on in to with between de la du des del y e et a concerning against among at from".split()
)
# "Agreement on X, done at Seoul on 22 October 2013": what a definition leaves out of the name.
_PLACE_AND_DAY = re.compile(
    r",?\s+(?:(?:done|signed|concluded|adopted|dated|made)\b[^;]{0,60}|(?:of|on|in)?\s*(?:\d{1,2}\s+)?[A-Z]\w+\s+\d{4})$"
)
_LEGAL_FORM = re.compile(
    r",?\s(?:S\.?A\.?(?:U\.?|S\.?)?|S\.?p\.?A\.?|S\.?L\.?|Ltd\.?|Limited|Inc\.?|GmbH|AG|plc|PLC|Oyj?|ABp?|A/?S|B\.?V\.?|N\.?V\.?|"
    r"Co\.?|Corp\.?|LLC|Pty|SE|SAS)$"
)
_CLAUSE = re.compile(r"[.;:!?]\s|\n\s*\n|[()]")


def expansion_of(before: str, acronym: str) -> str | None:
    """The words before a bracket that an acronym is made of, without article; None if they do not make it.

    After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions" (2003): the letters are
    sought from the right, the first at the head of a word. Most words of the name must have capitals.
    """
    sentence = _CLAUSE.split(before)[-1]
    start = _first_letter(sentence, _letters(acronym))
    if start is None:
        return None
    words = [word for word in _TOKEN.finditer(sentence) if word.start() >= start]
    if not 2 <= len(words) <= 2 * len(_letters(acronym)) + 2:
        return None
    content = [word.group() for word in words if word.group().lower() not in _LINKS]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in content)
    if not content or not sentence[start].isupper() or capitals * 3 < len(content) * 2:
        return None
    return sentence[start : words[-1].end()].strip()


def _letters(acronym: str) -> str:
    letters = acronym.rstrip("0123456789-")
    if letters.endswith("s") and letters[:-1].isupper():
        letters = letters[:-1]
    return "".join(mark for mark in letters.lower() if mark.isalnum())


def _first_letter(sentence: str, letters: str) -> int | None:
    """Where the first letter stands when all are sought from the right; None if one is missing."""
    lower, place = sentence.lower(), len(sentence) - 1
    if not letters or len(lower) != len(sentence):
        return None
    for index in range(len(letters) - 1, -1, -1):
        while place >= 0:
            heads = index > 0 or place == 0 or not sentence[place - 1].isalnum()
            if lower[place] == letters[index] and heads:
                break
            place -= 1
        if place < 0:
            return None
        place -= 1
    return place + 1


def has_initials(short: str, long: str) -> bool:
    """Whether the letters of a short name are the initials of the long one's words, small linking words aside."""
    initials = "".join(word[0] for word in _TOKEN.findall(long.lower()) if word not in _LINKS)
    return bool(initials) and initials == _letters(short)


def stands_for(short: str, long: str) -> bool:
    """Whether the letters of a short name come in this order in the long one, the first at the head of a word."""
    letters, lower = _letters(short), long.lower()
    heads = [word.start() for word in _TOKEN.finditer(lower)]
    starts = [head for head in heads if letters and lower[head] == letters[0]]
    for start in starts:
        place = start
        for letter in letters:
            place = lower.find(letter, place) + 1
            if place == 0:
                break
        else:
            return True
    return False


def capitalised_run(before: str) -> str:
    """The capitalised phrase that a text ends in, with small linking words inside it; empty if there is none."""
    sentence = _LEGAL_FORM.sub("", before.rstrip())
    sentence = _PLACE_AND_DAY.sub("", re.split(r"[.;:!?,]\s|\n\s*\n|[()]", sentence)[-1].rstrip())
    words = list(_TOKEN.finditer(sentence))
    start = len(words)
    for index in range(len(words) - 1, -1, -1):
        word = words[index].group()
        if word[0].isupper():
            start = index
        elif word.lower() not in _LINKS and not word.isdigit():
            break
    inside = [word for word in words[start:] if word.group() not in MONTHS]
    return sentence[words[start].start() : words[-1].end()] if inside else ""


def instrument_run(before: str, short: str) -> str:
    """The agreement that a text ends in, from its head word on ("Agreement between …"); empty if there is none.

    `short` is what it will be called; its last word is the head ("Agreement").
    """
    sentence = re.split(r"[.;:!?]\s|\n\s*\n|[()]", before)[-1].rstrip()
    head = re.escape(short.split()[-1])
    found = re.search(rf"(?:[A-Z][\w\-]*\s)*{head}\b", sentence)
    return _PLACE_AND_DAY.sub("", sentence[found.start() :]).strip() if found else ""
