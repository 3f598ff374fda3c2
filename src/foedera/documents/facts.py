"""What a text says about itself: its title, date and publisher."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields

from foedera.documents.dates import DATE, find_date
from foedera.documents.normalise import safe
from foedera.model.documents import Block, BlockKind, DocumentFacts
from foedera.model.time import Span

_GENRE = re.compile(
    r"(?:joint |official |news )?(?:press |media )?(?:statement|release|communiqu[ée]|declaration|notice|fact sheet|factsheet"
    r"|memorandum|minutes|transcript|readout|chronology|information|report|speech|remarks|chair’?'?s summary)s?\W*",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:subject|title|re)\s*:\s*(\S.{2,200})", re.IGNORECASE)
_DATE_FIELD = re.compile(
    r"(?:^|[|(·.;]\s*)(?:(?:first |last )?(?:date|dated|sent|published|posted|issued|released|updated|modified)(?: on)?)\s*:\s*(.{4,40})",
    re.IGNORECASE,
)
# A date at the end of a title, set off from it: "of 8 June 2022" is part of the name of what the text is about.
_ENDING_DATE = re.compile(
    r"(?:[,(–—|/:;]|\b(?:on|as of|as at|dated|at))\s*(?:(?:answered|tabled|status|position|dated|rev\.? ?\d*,?)\s*(?:on|as of|as at|at|:)?\s*)?"
    rf"(?:{DATE})\W*(?:\([^)]*\))?(?:,? \w+)?\W*\Z",
    re.IGNORECASE,
)
_AGENCY = re.compile(r"\(([A-Z][\w .&’'/-]{1,40})\)\s*\W*\Z")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:(?:19|20)\d\d\s*)?(?:by\s+)?([A-Z][\w &’'.-]{2,60}?)(?:\s*(?:19|20)\d\d|[.,|–—]|\Z)"
)
_JUNK_TITLE = re.compile(r"microsoft word|untitled|document ?\d*$|.*\.(?:docx?|pdf|odt|rtf)$", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_FACTS = tuple(field.name for field in fields(DocumentFacts))
_HEAD_BLOCKS = 14
_LONGEST_TITLE = 300


def merge_facts(*known: DocumentFacts | None) -> DocumentFacts:
    """One set of facts: of each, the first that anyone gives."""
    given = [facts for facts in known if facts is not None]
    values = {
        name: next((value for facts in given if (value := getattr(facts, name)) is not None), None) for name in _FACTS
    }
    return DocumentFacts(**values)


def facts_of(text: str, blocks: Sequence[Block]) -> DocumentFacts:
    """The facts that the blocks of a text state; None for each that they do not."""
    return DocumentFacts(title=_title(text, blocks), date=_date(text, blocks), publisher=_publisher(text, blocks))


def metadata_facts(title: str | None) -> DocumentFacts:
    """The title in a file's properties, unless a program wrote it.

    The dates there are those of the file, not of the text: printed, converted or copied, it has a new one.
    """
    stated = " ".join(safe(title or "").split())
    return DocumentFacts(title=stated if len(stated) > 3 and not _JUNK_TITLE.match(stated) else None)


def _title(text: str, blocks: Sequence[Block]) -> str | None:
    titles = [_line(text, block) for block in blocks if block.kind is BlockKind.TITLE]
    if titles:
        named = titles[0] if len(titles) == 1 or not _GENRE.fullmatch(titles[0]) else f"{titles[0]}: {titles[1]}"
        return named[:_LONGEST_TITLE]
    for block in blocks[:_HEAD_BLOCKS]:
        found = _SUBJECT.match(_line(text, block))
        if found:
            return found[1].strip()
    return None


def _date(text: str, blocks: Sequence[Block]) -> Span | None:
    """The document's own date: its place line, then a labelled field, its dateline, and last its title lines."""
    for block in blocks:
        if block.kind is BlockKind.PLACE_LINE and (date := find_date(_line(text, block))):
            return _last_day(date)
    for block in [*blocks[:_HEAD_BLOCKS], *blocks[-3:]]:
        labelled = block.end - block.start < 200 and text.find(":", block.start, block.end) >= 0
        field = _DATE_FIELD.search(_line(text, block)) if labelled else None
        if field and (date := find_date(field[1])):
            return date
    for block in blocks:
        if block.kind is BlockKind.DATELINE and (date := find_date(_line(text, block))):
            return date
    for block in blocks:
        titled = block.kind is BlockKind.TITLE and _DIGIT.search(text, block.start, block.end) is not None
        found = _ENDING_DATE.search(_line(text, block)) if titled else None
        date = find_date(found[0]) if found else None
        if date and len(date.edtf) > len("2024-11"):  # a month in a title is when it happened, not when it was told
            return _last_day(date)
    return None


def _last_day(date: Span) -> Span:
    """The last day of a meeting of some days: its documents come out when it ends. A month stays a month."""
    return Span.day(date.latest) if date.edtf == f"{date.earliest}/{date.latest}" else date


def _publisher(text: str, blocks: Sequence[Block]) -> str | None:
    for block in blocks:
        pattern = {BlockKind.DATELINE: _AGENCY, BlockKind.FURNITURE: _COPYRIGHT}.get(block.kind)
        found = pattern.search(_line(text, block)) if pattern else None
        if found:
            return found[1].strip()
    return None


def _line(text: str, block: Block) -> str:
    return " ".join(text[block.start : block.end].split())
