"""What a document is, once it has been read: plain text that stays put, and its structure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from foedera.model.time import Span

DocumentId = NewType("DocumentId", str)


class Marking(StrEnum):
    """Who may see a document: the Traffic Light Protocol, version 2.0 (FIRST)."""

    CLEAR = "TLP:CLEAR"
    GREEN = "TLP:GREEN"
    AMBER = "TLP:AMBER"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    RED = "TLP:RED"


class BlockKind(StrEnum):
    """What a stretch of a document's text is."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # an entry of a list
    ROW = "row"  # a row of a table
    CAPTION = "caption"
    PLACE_LINE = "place_line"  # place and date of an official text
    DATELINE = "dateline"  # place, day and agency at the head of a news item
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"  # navigation, copyright, page numbers: makes no claims


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text with one function. Blocks do not overlap and stand in text order.

    `number` is the article, section or list number as written ("Article 7", "3", "(a)").
    `level` counts headings from 1; 0 for what is no heading.
    """

    kind: BlockKind
    start: int
    end: int
    number: str | None = None
    level: int = 0


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote or endnote: its number and the characters of its body."""

    number: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """The place in the running text that cites a footnote; the characters of the mark itself."""

    number: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not read: where it is ("page 3", "characters 10-20") and why."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What is known of a document besides its text. None where nobody said."""

    title: str | None = None
    date: Span | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    marking: Marking | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document as Foedera stores it.

    `text` is normalised once when the file is read and never again: every offset counts its code
    points from 0. `id` is the SHA-256 of the file's bytes, so the same file twice is one document.
    """

    id: DocumentId
    path: str
    text: str
    format: str = "txt"
    facts: DocumentFacts = field(default_factory=DocumentFacts)
    blocks: tuple[Block, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    marks: tuple[FootnoteMark, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    @property
    def checksum(self) -> str:
        """SHA-256 of the stored text in UTF-8, in hexadecimal."""
        return checksum_of(self.text)

    @property
    def date(self) -> Span | None:
        """The document's own date."""
        return self.facts.date

    def headings_of(self, block: Block) -> Iterator[Block]:
        """The headings that stand over `block`, nearest first."""
        level = block.level or 99
        for other in reversed(self.blocks):
            if other.start < block.start and 0 < other.level < level:
                level = other.level
                yield other


def checksum_of(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hexadecimal; lone surrogates are kept as they are."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
