"""Finding words again in a text: exactly, save for white space, the shape of quotation marks and dashes, and capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_SHAPES = str.maketrans("“”„«»’‘‚‑–—−\u00a0\u202f", '"""""\'\'\'----  ')


def _flattened(text: str) -> tuple[str, list[int]]:
    """The text with white space run together and signs made plain, and the place of each character in `text`."""
    plain = text.translate(_SHAPES)
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(plain):
        if letter.isspace():
            if letters and letters[-1] == " ":
                continue
            letter = " "
        letters.append(letter)
        places.append(place)
    return "".join(letters), places


@dataclass
class Located:
    """A text in which words are looked for, flattened once."""

    text: str
    _flat: str = field(default="", repr=False)
    _small: str = field(default="", repr=False)
    _places: list[int] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        self._flat, self._places = _flattened(self.text)
        small = self._flat.lower()
        self._small = small if len(small) == len(self._flat) else self._flat

    def find(self, words: str, near: tuple[int, int]) -> tuple[int, int] | None:
        """Where the words stand: inside the stretch `near` if they do, else nearest before it, else nearest behind.

        None if the text does not have them as whole words. Nothing is guessed: words that are merely similar are not found.
        """
        wanted = _flattened(words)[0].strip()
        if not wanted:
            return None
        found = self._all(self._flat, wanted) or self._all(self._small, wanted.lower())
        return min(found, key=lambda place: _distance(place, near)) if found else None

    def _all(self, flat: str, wanted: str) -> list[tuple[int, int]]:
        pattern = re.escape(wanted)
        pattern = rf"(?<!\w){pattern}" if wanted[0].isalnum() else pattern
        pattern = rf"{pattern}(?!\w)" if wanted[-1].isalnum() else pattern
        return [
            (self._places[match.start()], self._places[match.end() - 1] + 1) for match in re.finditer(pattern, flat)
        ]


def _distance(place: tuple[int, int], near: tuple[int, int]) -> tuple[int, int]:
    """What is nearer comes first: inside, then before, then behind."""
    if near[0] <= place[0] and place[1] <= near[1]:
        return 0, place[0]
    if place[0] < near[0]:
        return 1, near[0] - place[0]
    return 2, place[0]
