"""Many names at once: an Aho-Corasick automaton over folded names, and the hits it finds in a folded text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from foedera.names.cases import case_agrees, pronoun_in_capitals
from foedera.names.folding import Folded, fold_name
from foedera.names.forms import NameForm, Surface


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a text where names may stand, with the surfaces whose letters and case agree."""

    start: int
    end: int
    options: tuple[Surface, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """An automaton with, for each of its patterns, the surfaces that have this folded shape."""

    automaton: AhoCorasick
    surfaces: tuple[tuple[Surface, ...], ...]

    def hits(self, text: str, folded: Folded) -> Iterator[Hit]:
        """Every place where a name stands, overlapping ones too, by place of their end."""
        place, surfaces = folded.place, self.surfaces
        for pattern, first, last in self.automaton.find_matches_as_indexes(folded.text, overlapping=True):
            if folded.text[first] == " ":  # a bounded pattern: its spaces are not part of the name
                first, last = first + 1, last - 1
            start, end = place(first), place(last - 1) + 1
            written = text[start:end]
            options = tuple(surface for surface in surfaces[pattern] if case_agrees(surface.text, written))
            if not options:
                continue
            if options[0].form is NameForm.ACRONYM and _is_no_acronym(text, start, end):
                continue
            if text[end : end + 1] == "." and options[0].text[-1] == ".":
                end += 1
            yield Hit(start, end, options)


def _is_no_acronym(text: str, start: int, end: int) -> bool:
    """Whether the letters are a currency ("US$") or, in a line of capitals, the pronoun."""
    return text[end : end + 1] in ("$", "£") or pronoun_in_capitals(text, start, end)


def build_layer(surfaces: Iterable[Surface]) -> Layer:
    """The layer that finds these surfaces; those that are for look-ups alone are left out."""
    patterns: dict[str, list[Surface]] = {}
    for surface in surfaces:
        folded = fold_name(surface.text) if surface.matched else ""
        if folded:
            patterns.setdefault(_bounded(folded), []).append(surface)
    return Layer(AhoCorasick(list(patterns)), tuple(tuple(same) for same in patterns.values()))


def _bounded(folded: str) -> str:
    """Scripts that put no space between words are sought anywhere, all others between boundaries."""
    return folded if any("\u2e80" <= mark <= "\ud7af" for mark in folded) else f" {folded} "
