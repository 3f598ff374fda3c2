"""A text cut into words once, and the steps by which every sort of name grows over them."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from foedera.model import EntityKind
from foedera.names.patterns.pattern import Part, Pattern, Reading
from foedera.names.patterns.vocabulary import BARRIERS, CONTRACTION, JOINED_WORDS, MONTHS, NEW_PLACES, NOT_ALONE

_WORD = re.compile(
    r"['’]s(?![^\W_])"  # a possessive is a word of its own: Japan | 's
    r"|(?:[A-Z]\.){2,}|[A-Z]\.(?=\s[A-Z])"  # U.S., M.S., and the initial in "D. Pryce"
    r"|\d+(?:[.,/+]\d+)+"  # 2021/697, 2+2, 7.953
    r"|[A-Z]{1,2}/[A-Z]{1,3}-\d{1,3}[A-Z]{0,2}s?(?![^\W_])"  # F/A-18, AN/SPY-6
    r"|[^\W_]+(?:(?:['’](?!s(?![^\W_]))|[-‐‑–&]|\.(?=[^\W_](?![^\W_]))|/(?=[SsBb](?![^\W_])))[^\W_]+)*"
    r"|&"
)
# A full stop after these ends no sentence.
_ABBREVIATIONS = frozenset(
    "gen adm lt col maj capt cdr cmdr brig sgt vice rear dr mr mrs ms prof st jr sr hon sen rep gov amb co inc ltd "
    "corp bros no nos art arts sec mt ft ret excl v vs fr".split()
)
_SPACES = (" ", "\u00a0", "\u2009", "\u202f")
_FULL_LINE = 45  # characters; a line at least so long goes on in the next one
_LONGEST_NAME = 14  # words; longer runs are headings, not names


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, side by side: as written, in lower case, their places.

    `close[i]` says that word `i` follows its predecessor with nothing but a space between them;
    `first[i]` that it begins a sentence or a line; `line[i]` that it begins a line that is no continuation.
    """

    text: str
    forms: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    close: list[bool]
    first: list[bool]
    line: list[bool]
    capital: list[bool]

    def __len__(self) -> int:
        return len(self.forms)

    def between(self, left: int, right: int) -> str:
        """The characters from the end of word `left` to the start of word `right`."""
        return self.text[self.ends[left] : self.starts[right]]

    def part(self, role: str, first: int, last: int) -> Part:
        """The part that reaches from word `first` to word `last`."""
        start, end = self.starts[first], self.ends[last]
        return Part(role, start, end, self.text[start:end])

    def pattern(
        self,
        kind: EntityKind,
        first: int,
        last: int,
        parts: tuple[Part, ...] = (),
        reading: Reading = Reading.NAMED,
    ) -> Pattern:
        """The pattern that reaches from word `first` to word `last`."""
        start, end = self.starts[first], self.ends[last]
        return Pattern(start, end, self.text[start:end], kind, parts, reading)

    def named(self, index: int) -> bool:
        """Whether the word may stand in a name: capitalised, and no function word."""
        if not 0 <= index < len(self.forms) or not self.capital[index]:
            return False
        lower = self.lower[index]
        if lower in BARRIERS:
            # "New" begins names of places and hardly any other
            return lower == "new" and "".join(self.lower[index + 1 : index + 2]) in NEW_PLACES
        if lower.isalnum():
            return True
        return not lower.endswith(NOT_ALONE) and CONTRACTION.fullmatch(lower) is None


@lru_cache(maxsize=4)
def cut_words(text: str) -> Words:
    """The words of a text, in order."""
    forms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    close: list[bool] = []
    first: list[bool] = []
    line: list[bool] = []
    end = 0
    for match in _WORD.finditer(text):
        start = match.start()
        gap = text[end:start]
        if gap in (" ", "") and forms:
            near, opens, breaks = True, False, False
        else:
            near, opens, breaks = _judge_gap(text, gap, end, forms)
        if near and line[-1] and len(forms[-1]) == 2 and forms[-1][1] == ".":
            near, opens = False, True  # "Q." and "A." before what is asked and answered
        forms.append(match.group())
        starts.append(start)
        end = match.end()
        ends.append(end)
        close.append(near)
        first.append(opens)
        line.append(breaks)
    lower = [form.lower() for form in forms]
    capital = [form[0].isupper() for form in forms]
    return Words(text, forms, lower, starts, ends, close, first, line, capital)


def _judge_gap(text: str, gap: str, start: int, forms: list[str]) -> tuple[bool, bool, bool]:
    """Whether the gap that starts here only spaces two words, whether it ends a sentence, and whether a line."""
    if not forms:
        return False, True, True
    bare = gap.strip()
    if "\n" in gap:
        # A short line is a heading or an address: what follows it is a new beginning.
        line = text[text.rfind("\n", 0, start) + 1 : start].strip()
        wrapped = gap.count("\n") == 1 and len(line) >= _FULL_LINE and "  " not in line and "|" not in line
        return (wrapped and not bare), not wrapped or bare[:1] in (".", "!", "?"), not wrapped
    if not bare:
        return gap in _SPACES, False, False  # a wider gap or a tab parts the cells of a table
    if bare == ".":
        abbreviated = forms[-1].lower() in _ABBREVIATIONS
        return abbreviated, not abbreviated, False
    return False, bare[0] in ".!?" or bare[-1] in '“"‘:•', False


def grow_left(words: Words, index: int, *, bar: Collection[str] = ()) -> int:
    """The first word of the capitalised name that ends at word `index`."""
    first = index
    while index - first < _LONGEST_NAME and words.close[first]:
        before = first - 1
        if words.named(before) and words.lower[before] not in bar:
            first = before
        elif _joins(words, before) or _numbers(words, before):
            first = before - 1
        else:
            break
    return first


def _joins(words: Words, index: int) -> bool:
    """Whether the word here is an "and" between two content words, or the possessive of a group."""
    if index < 1 or not words.close[index] or not words.close[index + 1]:
        return False
    before, after = words.lower[index - 1], words.lower[index + 1]
    if words.lower[index] in ("and", "&"):
        return words.capital[index - 1] and before in JOINED_WORDS and after in JOINED_WORDS
    return words.lower[index] in ("'s", "’s") and words.capital[index - 1] and before in ("people", "women", "states")


def _numbers(words: Words, index: int) -> bool:
    """Whether the number here belongs to a name before it: "Leopard 2 Support Partnership"."""
    return (
        words.forms[index].isdigit() and len(words.forms[index]) < 3 and words.close[index] and words.named(index - 1)
    )


def grow_right(words: Words, index: int, *, prepositions: Collection[str] = ("of",), limit: int = 12) -> int:
    """The last word of the name that goes on after word `index` with "of the Northern Waters" or the like.

    Goes on over capitalised words after one of the `prepositions`; "and" joins content words only.
    """
    last = index
    while last - index < limit:
        after = _skip_connectors(words, last, prepositions)
        if after is None:
            break
        last = after
        while words.named(last + 1) and words.close[last + 1] and last - index < limit:
            last += 1
    return last


def _skip_connectors(words: Words, last: int, prepositions: Collection[str]) -> int | None:
    at = last + 1
    if at >= len(words) or not words.close[at]:
        return None
    word = words.lower[at]
    if word in ("and", "&"):
        if words.lower[last] in JOINED_WORDS and words.named(at + 1) and words.close[at + 1]:
            return at + 1 if words.lower[at + 1] in JOINED_WORDS else None
        return None
    if word not in prepositions:
        return None
    at += 1
    if at < len(words) and words.close[at] and words.lower[at] == "the":
        at += 1
    return at if words.named(at) and words.close[at] else None


def is_edition(words: Words, index: int) -> bool:
    """Whether a short number belongs to the name before it ("Milan 24") and counts nothing that follows."""
    if index >= len(words) or not words.forms[index].isdigit() or len(words.forms[index]) > 3:
        return False
    if index + 1 >= len(words) or not words.close[index + 1]:
        return True
    following = words.lower[index + 1]
    return following not in MONTHS and not following.endswith("s") and following != "per"


def modifiers_left(words: Words, index: int, allowed: Collection[str], limit: int = 5) -> int:
    """The first of the lower-case modifiers that stand directly before word `index`."""
    first = index
    while index - first < limit and words.close[first]:
        before = first - 1
        word = words.lower[before]
        joined_to = words.lower[first]
        if word in allowed:
            first = before
        elif word == "and" and before > 0 and words.lower[before - 1] in allowed and joined_to in allowed:
            first = before - 1
        else:
            break
    return first


def acronym_after(words: Words, last: int) -> tuple[Part, ...]:
    """The acronym in brackets directly after word `last`, as a part; empty if none stands there."""
    at = last + 1
    if at >= len(words) or words.between(last, at) not in (" (", "\u00a0("):
        return ()
    closes = words.text[words.ends[at] : words.ends[at] + 1] == ")"
    if closes and sum(letter.isupper() for letter in words.forms[at]) >= 2:
        return (words.part("acronym", at, at),)
    return ()
