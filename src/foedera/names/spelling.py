"""Known names with a slip of the pen in them ("Mitsubushi Electric")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import OSA

from foedera.model.entities import EntityKind
from foedera.names.cases import is_common_word
from foedera.names.data import read_words
from foedera.names.folding import fold_name
from foedera.names.forms import NameForm, NameMatch, Surface

# Shorter words have neighbours that are words or names of their own too often; decisions/0017.
_SHORTEST_IN_PHRASE, _SHORTEST_ALONE, _SHORTEST_ACRONYM = 6, 8, 6
_LONGEST_PHRASE = 5
_UNSURE = frozenset({EntityKind.PERSON, EntityKind.VESSEL, EntityKind.EQUIPMENT, EntityKind.UNKNOWN})
_WORD = re.compile(r"\b[A-ZÀ-ÖØ-Þ][^\W\d_]{5,}")
_RUN_WORD = re.compile(r"[^\W_]+")


class Spelling:
    """Finds names that differ from one known name by one letter in one word."""

    def __init__(self, surfaces: Iterable[Surface]) -> None:
        self._names: dict[str, Surface | None] = {}
        words: set[str] = set()
        known: set[str] = set()
        for surface in surfaces:
            folded = fold_name(surface.text)
            parts = folded.split()
            known.update(parts)
            if not surface.matched or surface.weak or surface.entity.kind in _UNSURE or not surface.text.isascii():
                continue
            before = self._names.get(folded, surface)
            self._names[folded] = surface if before and before.entity.id == surface.entity.id else None
            alone = _SHORTEST_ACRONYM - 1 if surface.form is NameForm.ACRONYM else _SHORTEST_ALONE - 1
            shortest = _SHORTEST_IN_PHRASE - 1 if len(parts) > 1 else alone
            # In a phrase the other words bear a common word out ("Maritme Self-Defense Force"); alone nothing does.
            fit = [part for part in parts if len(part) >= shortest and part.isalpha()]
            words.update(part for part in fit if len(parts) > 1 or not is_common_word(part))
        self._known = frozenset(known)
        self._near: dict[str, list[str]] = {}
        for word in sorted(words):
            for short in _shortened(word):
                self._near.setdefault(short, []).append(word)
        self._meant: dict[str, str | None] = {}

    def meant(self, word: str) -> str | None:
        """The one known word, folded, that a folded word is one slip away from; None if none or several are."""
        if word not in self._meant:
            self._meant[word] = self._find(word)
        return self._meant[word]

    def _find(self, word: str) -> str | None:
        if word in self._known or is_common_word(word) or word in read_words("names/not_misspelt.txt"):
            return None
        near = {other for short in _shortened(word) for other in self._near.get(short, ())}
        close = [other for other in near if other[0] == word[0] and OSA.distance(word, other, score_cutoff=1) <= 1]
        if len(close) != 1 or close[0] in (word + "s", word + "n", word[:-1]):  # "Scandinavian" is no slip
            return None
        return close[0]

    def matches(self, text: str, taken: Sequence[NameMatch]) -> Iterator[NameMatch]:
        """Misspelt names outside the names that were found, or reaching over shorter ones inside them."""
        places = {match.start: match.end for match in taken}
        reach = 0
        for found in _WORD.finditer(text):
            written = found.group()
            if found.start() < reach or found.start() in places:
                continue
            meant = self.meant(fold_name(written))
            if meant is None:
                continue
            match = self._phrase(text, found, meant)
            if match is not None and not _crosses(match, taken):
                reach = match.end
                yield match

    def _phrase(self, text: str, found: re.Match[str], meant: str) -> NameMatch | None:
        """The longest known name around a misspelt word, with the word put right."""
        start, end = found.span()
        before = list(_RUN_WORD.finditer(text, max(0, start - 60), start))[-_LONGEST_PHRASE + 1 :]
        after = list(_RUN_WORD.finditer(text, end, min(len(text), end + 60)))[: _LONGEST_PHRASE - 1]
        best: NameMatch | None = None
        for first in range(len(before) + 1):
            for last in range(len(after) + 1):
                left = before[first].start() if first < len(before) else start
                right = after[last - 1].end() if last else end
                name = fold_name(f"{text[left:start]} {meant} {text[end:right]}".strip())
                surface = self._names.get(" ".join(name.split()))
                if surface is None or (best is not None and right - left <= best.end - best.start):
                    continue
                alone = left == start and right == end
                if alone and len(meant) < _SHORTEST_ALONE and surface.form is not NameForm.ACRONYM:
                    continue
                if alone and surface.form is NameForm.ACRONYM and not _is_acronym_slip(found.group(), meant):
                    continue
                best = NameMatch(left, right, text[left:right], surface.entity, NameForm.MISSPELT)
        return best


def _is_acronym_slip(written: str, meant: str) -> bool:
    """Whether an acronym has a letter too many, too few or two swapped; another letter makes another acronym."""
    swapped = sorted(written.lower()) == sorted(meant)
    return written.isupper() and (len(written) != len(meant) or swapped)


def _shortened(word: str) -> Iterator[str]:
    """The word itself and all words that one deletion makes of it: two words one slip apart share one of these."""
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def _crosses(match: NameMatch, taken: Sequence[NameMatch]) -> bool:
    """Whether a found name sticks out of this one, or is as long."""
    for other in taken:
        if other.end > match.start and other.start < match.end:
            inside = other.start >= match.start and other.end <= match.end
            if not inside or other.end - other.start == match.end - match.start:
                return True
    return False
