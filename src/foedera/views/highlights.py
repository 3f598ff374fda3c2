"""A document's text cut where claims, roles and footnote marks begin and end, so that it can be shown highlighted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from foedera.model.claims import Claim, ClaimId
from foedera.model.documents import Block, BlockKind, Document, FootnoteMark


@dataclass(frozen=True, slots=True)
class RoleHere:
    """That these characters fill a role of a claim."""

    claim: int
    role: str


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters of which all the same is to be said. `start` counts code points of the document's text.

    `claims` are places in the list of claims, shortest evidence first; `begins` those whose first evidence begins here.
    `mark` is the footnote mark that these characters are.
    """

    start: int
    text: str
    claims: tuple[int, ...] = ()
    roles: tuple[RoleHere, ...] = ()
    begins: tuple[int, ...] = ()
    mark: FootnoteMark | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of a document, cut into segments."""

    block: Block
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Highlighted:
    """A document's passages in text order with its claims in the order in which they are said.

    `elsewhere` are claims whose quote is not in this text: an earlier reading had another text of the document.
    """

    passages: tuple[Passage, ...]
    claims: tuple[Claim, ...]
    elsewhere: tuple[Claim, ...] = ()


_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*")  # up to the next empty line

# What begins or ends at a place: a claim, or a claim's role.
_Thing = int | RoleHere


def highlight(document: Document, claims: Iterable[Claim], part: tuple[int, int] | None = None) -> Highlighted:
    """The document's text with these claims in place; no character is lost and none is moved.

    `part`: only the blocks that begin between these two code points.
    """
    given = list({claim.id: claim for claim in claims}.values())
    here = sorted((claim for claim in given if _is_in(claim, document)), key=_by_place)
    placed = {claim.id for claim in here}
    elsewhere = tuple(claim for claim in given if claim.id not in placed)
    passages = tuple(_passages(document, here, part or (0, len(document.text) + 1)))
    return Highlighted(passages, tuple(here), elsewhere)


def _is_in(claim: Claim, document: Document) -> bool:
    first = claim.evidence[0]
    return (
        first.document == document.id
        and first.start is not None
        and document.text[first.start : first.end] == first.quote
    )


def _by_place(claim: Claim) -> tuple[int, int, ClaimId]:
    first = claim.evidence[0]
    return first.start or 0, -(first.end or 0), claim.id


def blocks_of(document: Document) -> Iterator[Block]:
    """The blocks of a document in text order; text that lies outside of them as paragraphs, so that nothing is lost."""
    at = 0
    for block in sorted(document.blocks, key=lambda block: block.start):
        yield from _between(document.text, at, block.start)
        yield block
        at = max(at, block.end)
    yield from _between(document.text, at, len(document.text))


def _between(text: str, start: int, end: int) -> Iterator[Block]:
    for match in _PARAGRAPH.finditer(text, start, end):
        yield Block(BlockKind.PARAGRAPH, match.start(), match.end())


def parts_of(document: Document, length: int) -> tuple[tuple[int, int], ...]:
    """The document in parts of about so many characters, each from a heading or a paragraph on to the next part.

    A part ends before a heading where there is one in its last third; the last part reaches to the end.
    """
    starts, begun = [0], 0
    for block in blocks_of(document):
        far = block.start - begun
        if far >= length or (block.level and far * 3 >= length * 2):
            starts.append(block.start)
            begun = block.start
    return tuple(pairwise((*starts, len(document.text) + 1)))


def _passages(document: Document, claims: Sequence[Claim], part: tuple[int, int]) -> Iterator[Passage]:
    sweep = _Sweep(document, claims)
    at = 0
    for block in (block for block in blocks_of(document) if part[0] <= block.start < part[1]):
        # Blocks do not overlap; should they, no character comes twice.
        yield Passage(block, tuple(sweep.segments(max(at, block.start), block.end)))
        at = max(at, block.end)


class _Sweep:
    """Goes through a text once, knowing at each place which claims and roles are open there."""

    def __init__(self, document: Document, claims: Sequence[Claim]) -> None:
        self._text = document.text
        self._marks = {mark.start: mark for mark in document.marks}
        self._begins, self._ends = _changes(document, claims)
        ends_of_marks = (mark.end for mark in document.marks)
        self._cuts = sorted({*self._begins, *self._ends, *self._marks, *ends_of_marks})
        self._firsts = [claim.evidence[0].start or 0 for claim in claims]
        self._lengths = [_length(claim) for claim in claims]
        self._open: dict[_Thing, int] = {}  # how often: two pieces of evidence of one claim may overlap
        self._next_cut = self._next_claim = 0

    def segments(self, start: int, end: int) -> Iterator[Segment]:
        """The segments between two places; they are asked for from left to right."""
        at = start
        while at < end:
            stop = min(end, self._pass(at))
            claims = sorted((each for each in self._open if isinstance(each, int)), key=self._by_length)
            roles = tuple(each for each in self._open if isinstance(each, RoleHere))
            begun = tuple(self._begun_before(stop))
            yield Segment(at, self._text[at:stop], tuple(claims), roles, begun, self._marks.get(at))
            at = stop

    def _pass(self, at: int) -> int:
        """Take in what begins and ends up to here; the place of the next change."""
        while self._next_cut < len(self._cuts) and self._cuts[self._next_cut] <= at:
            self._turn(self._cuts[self._next_cut])
            self._next_cut += 1
        return self._cuts[self._next_cut] if self._next_cut < len(self._cuts) else len(self._text)

    def _turn(self, cut: int) -> None:
        for thing in self._begins.get(cut, ()):
            self._open[thing] = self._open.get(thing, 0) + 1
        for thing in self._ends.get(cut, ()):
            self._open[thing] -= 1
            if not self._open[thing]:
                del self._open[thing]

    def _begun_before(self, stop: int) -> Iterator[int]:
        while self._next_claim < len(self._firsts) and self._firsts[self._next_claim] < stop:
            yield self._next_claim
            self._next_claim += 1

    def _by_length(self, claim: int) -> tuple[int, int]:
        return self._lengths[claim], claim


def _length(claim: Claim) -> int:
    first = claim.evidence[0]
    return (first.end or 0) - (first.start or 0)


def _changes(document: Document, claims: Sequence[Claim]) -> tuple[dict[int, list[_Thing]], dict[int, list[_Thing]]]:
    """What begins and what ends at each place of the text."""
    begins: dict[int, list[_Thing]] = {}
    ends: dict[int, list[_Thing]] = {}
    for number, claim in enumerate(claims):
        stretches: list[tuple[_Thing, int | None, int | None]] = [
            (number, each.start, each.end) for each in claim.evidence if each.document == document.id
        ]
        stretches += [
            (RoleHere(number, role), filler.start, filler.end)
            for role, fillers in claim.roles.items()
            for filler in fillers
        ]
        for thing, start, end in stretches:
            if start is not None and end is not None and 0 <= start < end <= len(document.text):
                begins.setdefault(start, []).append(thing)
                ends.setdefault(end, []).append(thing)
    return begins, ends
