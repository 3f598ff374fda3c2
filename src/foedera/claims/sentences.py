"""Cutting a document's blocks into sentences without a parser: cheap, and blind to footnote marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foedera.claims.debris import blanked, without_debris
from foedera.model.documents import Block, BlockKind, Document

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[\w])|\n\s*\n|\n(?=\s*(?:[-•*–]|\(?[a-z0-9]{1,3}[.)])\s)")
_NUMBER = re.compile(r"\s*(?:\(?\d{1,3}[.)]|\(\w{1,3}\))\s+(?=[\w“\"'‘(])")
_ABBREVIATED = frozenset(
    """mr mrs ms dr prof rev hon h.e e.g i.e cf vs no nos art arts para paras p pp vol ch sec fig st gen lt col
    adm radm vadm capt cdr cmdr sgt maj brig pres sen rep gov dept approx ca ed eds est incl resp tel viz al
    jan feb mar apr jun jul aug sep sept oct nov dec mt ft""".split()
)
# These end a sentence only when the next word usually opens one: "in the U.S. The two sides …".
_MAYBE = frozenset("u.s u.k u.n e.u inc ltd co corp jr sr bros plc s.a a.m p.m etc d.c".split())
_INITIALS = re.compile(r"(?:[a-z]\.){1,3}[a-z]")  # "Admiral M.S. Doe"
_OPENERS = frozenset(
    """the a an it its this that these those in on at he she they we both as after before under during since
    but and while when however meanwhile according two there for all no such with""".split()
)


_SILENT = frozenset(
    {BlockKind.FURNITURE, BlockKind.DATELINE}
)  # "PORT HERON (Agency) –" is where it was written, no place


@dataclass(frozen=True, slots=True)
class SentencePlace:
    """The characters of one sentence, and the block that it stands in."""

    start: int
    end: int
    block: Block


def reading_text(document: Document) -> str:
    """The document's text with footnote marks blanked out and debris mended; the same length, so offsets agree."""
    text = document.text
    for mark in sorted(document.marks, key=lambda mark: mark.start, reverse=True):
        text = blanked(text, mark.start, mark.end)
    return without_debris(text)


def cut_sentences(document: Document, text: str | None = None) -> tuple[SentencePlace, ...]:
    """Every sentence of the document in text order; page furniture and datelines are left out.

    `text` is the reading text, if the caller has it already.
    """
    text = reading_text(document) if text is None else text
    blocks = document.blocks or (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    return tuple(
        SentencePlace(start, end, block)
        for block in blocks
        if block.kind not in _SILENT
        for start, end in _cut_block(text, block)
    )


def _cut_block(text: str, block: Block) -> list[tuple[int, int]]:
    """A row of a table is one sentence: dots in it lead from a cell to the next, or end a short form."""
    if block.kind is not BlockKind.ROW:
        return _cut(text, block.start, block.end)
    return [trimmed for trimmed in (_trim(text, block.start, block.end),) if trimmed]


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    places, begin = [], _after_number(text, start, end)
    for match in _END.finditer(text, start, end):
        if match.group()[0] == "." and not _ends_sentence(text, begin, match.start(), match.end(), end):
            continue
        places.append((begin, match.end()))
        begin = match.end()
    places.append((begin, end))
    return [trimmed for place in places if (trimmed := _trim(text, *place))]


def _after_number(text: str, start: int, end: int) -> int:
    """Where the words of a block begin: the number of a paragraph ("4. ", "(12) ") says nothing and misleads a parser."""
    match = _NUMBER.match(text, start, end)
    return match.end() if match else start


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _ends_sentence(text: str, begin: int, stop: int, after: int, end: int) -> bool:
    before = text[max(begin, stop - 20) : stop].split()
    word = before[-1].lstrip("(“\"'‘[").casefold() if before else ""
    following = text[after : min(end, after + 24)].split()
    opener = following[0].strip("“\"'‘([,") if following else ""
    if opener[:1].islower():
        return False
    if (len(word) == 1 and word.isalpha()) or _INITIALS.fullmatch(word):
        return opener.casefold() in _OPENERS
    if word in _MAYBE:
        return opener.casefold() in _OPENERS
    if word.isdigit() and len(before) == 1:  # "1. The parties": a number, not a sentence
        return False
    return word not in _ABBREVIATED
