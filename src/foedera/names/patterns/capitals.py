"""Capitalised words that no other form explains: a name of something, nobody says yet of what."""

from __future__ import annotations

from foedera.model import EntityKind
from foedera.names.patterns.pattern import Pattern, Reading, resolve_overlaps
from foedera.names.patterns.vocabulary import BARRIERS, CURRENCY_CODES, common_words, is_nationality
from foedera.names.patterns.words import Words, cut_words, is_edition

_PARTICLES = frozenset("de del da do dos di du la le las los el al van von der den bin ibn y en sur".split())
_DOUBLE_PARTICLES = (["van", "der"], ["van", "den"], ["van", "de"], ["von", "der"], ["de", "la"], ["de", "los"])
_PROVISIONS = frozenset(
    "article articles annex section chapter paragraph clause part table figure appendix item phase day page room hall "
    "round step note volume cet utc gmt local question answer no vol".split()
)
_LONGEST = 4  # words; a longer run without a telling noun is a heading
_HEADLINE = 0.7  # share of capitalised words from which a line is a heading, where capitals tell nothing


def find_capitals(text: str) -> tuple[Pattern, ...]:
    """Runs of capitalised words in text order, all of kind unknown and guessed."""
    return resolve_overlaps(capitals_in(cut_words(text)))


def capitals_in(words: Words) -> list[Pattern]:
    """Every run of one to four capitalised words; in headings, of words that are not everyday ones."""
    found: list[Pattern] = []
    heading_until = -1
    index = 0
    while index < len(words):
        if words.line[index]:
            heading_until = _heading_end(words, index)
        in_heading = index < heading_until
        if (
            not words.capital[index]
            or not _starts(words, index)
            or (in_heading and words.lower[index] in common_words())
        ):
            index += 1
            continue
        last = _run_end(words, index, in_heading=in_heading)
        if last - index < _LONGEST and not _is_poor(words, index, last):
            found.append(words.pattern(EntityKind.UNKNOWN, index, last, (), Reading.GUESSED))
        index = last + 1
    return found


def _heading_end(words: Words, index: int) -> int:
    """The first word after the line that begins here, if it is a heading; `index` itself if it is none."""
    end = index + 1
    capitals = int(words.capital[index])
    lower = 0
    while end < len(words) and not words.line[end]:
        capitals += words.capital[end]
        lower += not words.capital[end] and words.lower[end] not in BARRIERS
        end += 1
    closed = words.text[words.ends[end - 1] : words.ends[end - 1] + 1] in (".", "!", "?", ";")
    if closed:
        return index
    return end if end - index > 3 and capitals >= _HEADLINE * (capitals + lower) else index


def _starts(words: Words, index: int) -> bool:
    """Whether a name may begin here: no function word, and no common word that a sentence begins with."""
    if not words.named(index):
        return False
    form, lower = words.forms[index], words.lower[index]
    if not words.first[index] or lower not in common_words() or (form.isupper() and len(form) > 3):
        return True
    # "Freedom Edge": a second everyday word would be in lower case, were this not a name
    return words.named(index + 1) and words.close[index + 1] and words.lower[index + 1] in common_words()


def _run_end(words: Words, index: int, *, in_heading: bool) -> int:
    last = index
    while last + 1 < len(words) and words.close[last + 1] and not words.line[last + 1]:
        if in_heading and words.lower[last + 1] in common_words():
            break
        if words.named(last + 1):
            last += 1
        elif words.lower[last + 1].startswith(("al-", "el-")):
            last += 1
        elif words.lower[last + 1] in _PARTICLES and words.named(last + 2) and words.close[last + 2]:
            last += 2
        elif words.lower[last + 1 : last + 3] in _DOUBLE_PARTICLES and words.named(last + 3) and words.close[last + 3]:
            last += 3
        else:
            break
    if is_edition(words, last + 1) and words.close[last + 1]:
        last += 1
    return last


def _is_poor(words: Words, first: int, last: int) -> bool:
    """Whether the run is too little to be a name: one letter, one nationality, one everyday word."""
    if words.lower[first] in _PROVISIONS or (words.forms[first].isupper() and words.lower[first] in CURRENCY_CODES):
        return True
    if first < last:
        return False
    form = words.forms[first]
    everyday = words.lower[first] in common_words() and not form.isupper()
    return len(form) < 3 or is_nationality(form) or everyday or any(letter.isdigit() for letter in form)
