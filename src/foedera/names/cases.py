"""Whether a name as written has the letters in the case that the name asks for."""

from __future__ import annotations

import re
from functools import lru_cache

from foedera.names.data import read_words

_WORD = re.compile(r"[^\W_]+")
MONTHS = frozenset("January February March April May June July August September October November December".split())
# The last word of a name, which writers often set in small letters: "the Pukpuk treaty", "the PLA air force".
_HEADS = frozenset(
    "treaty agreement pact accord declaration convention partnership strategy arrangement dialogue navy army air force "
    "forces fleet marines guard programme program project fund facility region peninsula islands strait channel".split()
)
# A type of agreement with a name of three words or more is also written small: "a status of forces agreement".
_PACTS = frozenset("agreement arrangement treaty partnership convention".split())
# After these, "US" in a line of capitals is the pronoun ("CONTACT US").
_BEFORE_PRONOUN = frozenset({"about", "contact", "follow", "join", "tell", "let", "give", "help", "email", "call"})


def is_common_word(word: str) -> bool:
    """Whether this is an ordinary English word, whatever its case."""
    return word.lower() in read_words("names/common_words.txt")


def is_ambiguous_word(word: str) -> bool:
    """Whether a name of this one word can also be an ordinary word, a given name or a town."""
    weak = read_words("names/weak_names.txt")
    return is_common_word(word) or word in weak or word.title() in weak


def is_acronym(word: str) -> bool:
    """Whether a word is written as an acronym: capitals and digits, two letters or more ("EU", "DoD", "CTF-151")."""
    letters = [mark for mark in word if mark.isalpha()]
    capitals = sum(mark.isupper() for mark in letters)
    return " " not in word and capitals >= 2 and capitals * 2 > len(letters) and len(word) <= 14


def case_agrees(name: str, written: str) -> bool:
    """Whether `written`, which has the letters of `name`, has capitals where the name needs them.

    A name may be written all in capitals; an acronym of four letters or more also as "Nato". Where
    the name has a small letter at the head of a word ("of"), either is good.
    """
    return name == written or _agrees(name, written)


@lru_cache(maxsize=65536)
def _agrees(name: str, written: str) -> bool:
    wanted, given = _WORD.findall(name), _WORD.findall(written)
    if len(wanted) != len(given):  # a mark inside a word: compare the first letters alone
        return written[:1].isupper() or not name[:1].isupper()
    if len(wanted) == 1:
        return _word_agrees(wanted[0], given[0], firm=is_ambiguous_word(wanted[0]))
    pairs = list(zip(wanted, given, strict=True))
    if len(wanted) >= 3 and wanted[-1].lower() in _PACTS and written.islower():
        return True
    if pairs[0] == ("The", "the"):  # "the Hague"
        pairs = pairs[1:]
    return _word_agrees(*pairs[0], firm=False) and all(
        _word_agrees(word, other, firm=False) or other in _HEADS for word, other in pairs[1:]
    )


def _word_agrees(word: str, written: str, *, firm: bool) -> bool:
    """Whether the capitals of one word agree; a `firm` acronym must be in capitals, as its letters make a word too."""
    if word == written or not word[0].isupper():
        return True
    if sum(mark.isupper() for mark in word) >= 2:  # an acronym, or "AnsaldoBreda"
        return written.isupper() or (written.istitle() and len(word) >= 4 and not firm)
    return written[0].isupper()


def pronoun_in_capitals(text: str, start: int, end: int) -> bool:
    """Whether an acronym that is also an English word is more likely that word, in a line of capitals."""
    before = _WORD.findall(text[max(0, start - 12) : start])
    return bool(before) and before[-1].isupper() and before[-1].lower() in _BEFORE_PRONOUN and text[start:end].isupper()
