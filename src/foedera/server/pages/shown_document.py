"""A document as the reader shows it: its blocks as elements of a page, its claims with what was decided about them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from foedera.model.claims import Claim, ClaimId, Filler
from foedera.model.documents import BlockKind, Document, FootnoteMark
from foedera.model.kinds import Kind
from foedera.record import ClaimQuery, Decision, Order, RecordReader, Verdict
from foedera.views.highlights import Highlighted, Passage, Segment, highlight, parts_of
from foedera.views.kinds import show_word

# Blocks of these kinds that follow each other are parts of one list, table or group of notes.
_GROUPED = frozenset({BlockKind.ITEM, BlockKind.ROW, BlockKind.FOOTNOTE, BlockKind.FURNITURE})
_HEADS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_LONGEST_HEADING = 90  # characters in the table of contents
PART = 60_000  # characters of a document shown at once: some twenty pages, read and drawn in a moment
_LEFT_OUT = frozenset({Verdict.REJECTED, Verdict.CORRECTED})


@dataclass(frozen=True, slots=True)
class Group:
    """Passages that are shown in one element: a heading or a paragraph alone, the items of a list together."""

    kind: BlockKind
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class ShownDocument:
    """What the reader needs to know of a document, or of a part of a long one.

    `parts` are where its parts begin and end, `part` is the one that is shown, counted from 1. Claims that a person set
    aside are listed too.
    """

    document: Document
    text: Highlighted
    standing: Mapping[ClaimId, Decision]
    parts: Sequence[tuple[int, int]] = ()
    part: int = 1

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims in the order in which they are said."""
        return self.text.claims

    @property
    def counts(self) -> Mapping[Kind, int]:
        """How many claims of each kind count."""
        found = Counter(claim.kind for claim in self.claims if not self.is_set_aside(claim))
        return {kind: found[kind] for kind in Kind if found[kind]}

    @property
    def reviewed(self) -> int:
        """About how many of the claims somebody decided."""
        return sum(claim.id in self.standing for claim in self.claims)

    @property
    def groups(self) -> Iterator[Group]:
        """The passages, those that belong together in one group."""
        kinds = groupby(self.text.passages, key=lambda passage: passage.block.kind)
        for kind, passages in kinds:
            if kind in _GROUPED:
                yield Group(kind, tuple(passages))
            else:
                yield from (Group(kind, (passage,)) for passage in passages)

    def is_set_aside(self, claim: Claim) -> bool:
        """Whether somebody rejected the claim, or corrected it to another one."""
        decision = self.standing.get(claim.id)
        return decision is not None and decision.verdict in _LEFT_OUT

    @staticmethod
    def roles_of(claim: Claim) -> Sequence[tuple[str, str]]:
        """What fills each role of a claim, in words, in the order of the kind's roles."""
        return [
            (role, ", ".join(dict.fromkeys(filler.name or _words(filler) for filler in fillers)))
            for role, fillers in claim.roles.items()
            if fillers
        ]

    def kinds_of(self, segment: Segment) -> tuple[Kind, ...]:
        """The kinds of the claims that a segment says, the closest one first; without those set aside."""
        said = (self.claims[number] for number in segment.claims)
        return tuple(claim.kind for claim in said if not self.is_set_aside(claim))

    def note_of(self, mark: FootnoteMark) -> int | None:
        """The place in the list of notes of the one that a mark cites; None if there is none of this number."""
        same = [index for index, note in enumerate(self.document.footnotes) if note.number == mark.number]
        after = (index for index in same if self.document.footnotes[index].start > mark.start)
        return next(after, same[-1] if same else None)  # notes stand below their marks; numbers may begin anew

    @cached_property
    def marks_of(self) -> Mapping[int, int]:
        """For each note that is cited, where the first mark stands that cites it."""
        found: dict[int, int] = {}
        for mark in sorted(self.document.marks, key=lambda mark: mark.start):
            note = self.note_of(mark)
            if note is not None:
                found.setdefault(note, mark.start)
        return found

    def link_to(self, place: int) -> str:
        """What leads to the part in which a place of the text lies; empty if it is the one that is shown."""
        number = part_at(self.parts, place)
        return "" if number == self.part else f"?part={number}"

    @cached_property
    def contents(self) -> Sequence[str]:
        """What each part begins with: its first heading or, where it has none, its first words."""
        return [_first_words(self.document, part) for part in self.parts]

    def note_at(self, passage: Passage) -> int | None:
        """The place in the list of notes of the one whose block this is."""
        return self._notes_by_end.get(passage.block.end)

    @cached_property
    def _notes_by_end(self) -> Mapping[int, int]:
        ends = [block.end for block in self.document.blocks if block.kind is BlockKind.FOOTNOTE]
        last = len(ends) - 1
        return {
            ends[min(bisect_left(ends, note.end), last)]: index
            for index, note in enumerate(self.document.footnotes)
            if ends
        }


def show_document(record: RecordReader, document: Document, part: int = 1) -> ShownDocument:
    """The document with all that is claimed in it, and what was decided about that; of a long one this part."""
    parts = parts_of(document, PART)
    part = min(max(part, 1), len(parts))
    within = parts[part - 1] if len(parts) > 1 else None
    query = ClaimQuery(documents=(document.id,), within=within, include_rejected=True, order=Order.DOCUMENT)
    text = highlight(document, record.claims(query), within)
    return ShownDocument(document, text, record.standing([claim.id for claim in text.claims]), parts, part)


def part_at(parts: Sequence[tuple[int, int]], place: int) -> int:
    """The number of the part, counted from 1, in which a place of the text lies."""
    return max(1, bisect_right([start for start, _ in parts], place))


def _first_words(document: Document, part: tuple[int, int]) -> str:
    blocks = [block for block in document.blocks if part[0] <= block.start < part[1]]
    heading = next((block for block in blocks if block.kind in _HEADS), blocks[0] if blocks else None)
    start, end = (heading.start, heading.end) if heading else part
    words = " ".join(document.text[start : min(end, start + _LONGEST_HEADING)].split())
    return words if end - start <= _LONGEST_HEADING else words.rpartition(" ")[0] + " …"


def _words(filler: Filler) -> str:
    return show_word(filler.text) if filler.start is None else filler.text
