"""What a brief is made of: sentences and rows that carry their claims, pictures, and what stays open.

A sentence without a claim cannot be made, so nothing in a brief is said by the program alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from foedera.model.claims import ClaimId
from foedera.model.entities import EntityId

OPEN = "The record "  # how every open point begins: it speaks of the record, never of the world


class Unfounded(ValueError):
    """A sentence or row of a brief that nothing in the record says."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and the claims that say it. `rules` are those it applies to them, by id; `note` is its note's number.

    Raises Unfounded without a claim.
    """

    text: str
    claims: tuple[ClaimId, ...]
    rules: tuple[str, ...] = ()
    note: int = 0

    def __post_init__(self) -> None:
        if not self.claims:
            raise Unfounded(f"no claim says: {self.text}")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, with the claims or the rules that its cells rest on. A cell may have several lines.

    `sign` is a word for its look: good, half, open, bad. `about` is what its first cell names, where that has an id.

    Raises Unfounded with neither claims nor rules.
    """

    cells: tuple[str, ...]
    claims: tuple[ClaimId, ...]
    rules: tuple[str, ...] = ()
    sign: str = ""
    note: int = 0
    about: EntityId | None = None

    def __post_init__(self) -> None:
        if not self.claims and not self.rules:
            raise Unfounded(f"nothing says: {' | '.join(self.cells)}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that stand together."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """Sentences that stand one below the other."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `widths` are parts of its whole width, one a column; `left_out` counts rows that are not shown.

    `signed` is the column whose words a row's sign belongs to; None where rows have no signs.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    widths: tuple[int, ...]
    left_out: int = 0
    signed: int | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing of claims, as SVG of a size in points. `alt` says in words what it shows, `caption` how to read it."""

    name: str
    svg: str
    alt: str
    caption: str
    claims: tuple[ClaimId, ...]
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Gaps:
    """What the record does not tell, each in a sentence about the record. Raises Unfounded if one is about the world.

    `about` names for some of them the agreement that they speak of.
    """

    texts: tuple[str, ...]
    about: Mapping[str, EntityId] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for text in self.texts:
            if not text.startswith(OPEN):
                raise Unfounded(f"an open point speaks of the record: {text}")


Block = Paragraph | Bullets | Table | Picture | Gaps


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what is under it, and the word by which it is asked for alone."""

    name: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A source in a note: where a thing is said and in what words. `quote` is empty for a fact that was taken over.

    `says` is the thing in plain words where there is no quote; `trust` the letter of the source and the confidence.
    """

    title: str
    publisher: str
    date: str
    url: str
    quote: str
    says: str
    trust: str
    claim: ClaimId | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """The note of one sentence or row: its sources, and the notes that tell the rest of them."""

    number: int
    sources: tuple[Cited, ...]
    see: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief: headline sentences, sections, notes. `colophon` tells how it was made; it states nothing of the world."""

    title: str
    subtitle: str
    actors: tuple[str, ...]
    on: str
    known_on: str | None
    headline: tuple[Sentence, ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...] = ()
    colophon: tuple[str, ...] = field(default=())

    def founded(self) -> Iterator[Sentence | Row]:
        """Every sentence and row, in the order in which they are read."""
        yield from self.headline
        for section in self.sections:
            yield from founded_in(section)

    def section(self, name: str) -> Section | None:
        """The section of this name; None if there was nothing to say in it."""
        return next((section for section in self.sections if section.name == name), None)


def founded_in(section: Section) -> Iterator[Sentence | Row]:
    """Every sentence and row of a section."""
    for block in section.blocks:
        if isinstance(block, (Paragraph, Bullets)):
            yield from block.sentences
        elif isinstance(block, Table):
            yield from block.rows
