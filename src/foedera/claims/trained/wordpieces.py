"""Text → the pieces of words that the network has vectors for, as its base model cuts them (BERT's uncased WordPiece).

Letters are made small and lose their accents; a run of letters and digits is a word, each mark of punctuation another.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

FIRST, LAST, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
_LONGEST = 100  # of a word, in characters; a longer one is unknown


@dataclass(frozen=True, slots=True)
class CutWord:
    """A word with its pieces; `start` and `end` are code points of the text."""

    pieces: tuple[int, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The pieces and their numbers; "##ing" goes on a word."""

    numbers: Mapping[str, int]
    _known: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False)

    @classmethod
    def from_lines(cls, text: str) -> Vocabulary:
        """One piece a line, numbered from 0."""
        return cls({piece: number for number, piece in enumerate(text.splitlines())})

    def words(self, text: str) -> Iterator[CutWord]:
        """The words of a text, in its order."""
        for word, start, end in _plain_words(text):
            yield CutWord(self.pieces(word), start, end)

    def pieces(self, word: str) -> tuple[int, ...]:
        """The longest pieces that make up a plain word, from the left; the unknown piece if none do."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._cut(word)
        return known

    def _cut(self, word: str) -> tuple[int, ...]:
        found: list[int] = []
        at = 0
        while at < len(word) <= _LONGEST:
            end = len(word)
            while (number := self.numbers.get(("##" if at else "") + word[at:end])) is None and end > at + 1:
                end -= 1
            if number is None:
                break
            found.append(number)
            at = end
        return tuple(found) if at == len(word) else (self.numbers[UNKNOWN],)


def _plain_words(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word in small letters without accents, and where it stands in the text."""
    word, begin, end = "", 0, 0
    for at, letter in enumerate(text):
        plain, alone = _plain(letter)
        if alone or plain == " ":
            if word:
                yield word, begin, end
            word = ""
            if alone:
                yield plain, at, at + 1
        elif plain:
            begin = begin if word else at
            word, end = word + plain, at + 1
    if word:
        yield word, begin, end


@lru_cache(maxsize=4096)
def _plain(letter: str) -> tuple[str, bool]:
    """The letter as the network sees it, empty if it sees nothing, and whether it is a word of its own."""
    category = unicodedata.category(letter)
    if letter not in "\t\n\r" and (category[0] == "C" or letter == "\ufffd"):
        return "", False
    if letter.isspace():
        return " ", False
    plain = "".join(each for each in unicodedata.normalize("NFD", letter) if unicodedata.category(each) != "Mn").lower()
    ascii_sign = letter.isascii() and letter.isprintable() and not letter.isalnum()
    return plain, bool(plain) and (category[0] == "P" or ascii_sign or _is_ideograph(letter))


def _is_ideograph(letter: str) -> bool:
    """Whether a letter is of the Chinese script, each sign of which is a word."""
    code = ord(letter)
    return (
        0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x2FA1F
    )
