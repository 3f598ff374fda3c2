"""A brief as plain JSON values, and what its notes say in words."""

from __future__ import annotations

from typing import Any

from foedera.model.errors import DateInvalid
from foedera.model.time import Span
from foedera.views.brief.content import (
    Block,
    Brief,
    Bullets,
    Cited,
    Note,
    Paragraph,
    Picture,
    Row,
    Section,
    Sentence,
    Table,
)
from foedera.views.brief.notes import show_see
from foedera.views.spans import show_span


def brief_to_json(brief: Brief) -> dict[str, Any]:
    """The whole brief; every sentence and row with the ids of its claims and the number of its note."""
    return {
        "title": brief.title,
        "subtitle": brief.subtitle,
        "actors": list(brief.actors),
        "on": brief.on,
        "known_on": brief.known_on,
        "headline": [_sentence(each) for each in brief.headline],
        "sections": [section_to_json(section) for section in brief.sections],
        "notes": [note_to_json(note) for note in brief.notes],
        "colophon": list(brief.colophon),
    }


def section_to_json(section: Section) -> dict[str, Any]:
    """One section with its blocks."""
    return {"name": section.name, "title": section.title, "blocks": [_block(block) for block in section.blocks]}


def _sentence(each: Sentence) -> dict[str, Any]:
    return {"text": each.text, "note": each.note, "claims": list(each.claims), "rules": list(each.rules)}


def _row(row: Row) -> dict[str, Any]:
    told = {"cells": list(row.cells), "sign": row.sign, "note": row.note}
    return told | {"claims": list(row.claims), "rules": list(row.rules)}


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, (Paragraph, Bullets)):
        kind = "paragraph" if isinstance(block, Paragraph) else "bullets"
        return {"is": kind, "sentences": [_sentence(each) for each in block.sentences]}
    if isinstance(block, Table):
        return {
            "is": "table",
            "title": block.title,
            "columns": list(block.columns),
            "widths": list(block.widths),
            "signed": block.signed,
            "rows": [_row(row) for row in block.rows],
            "left_out": left_out(block),
        }
    if isinstance(block, Picture):
        told = {"is": "picture", "name": block.name, "alt": block.alt, "caption": block.caption}
        return told | {"svg": block.svg, "width": block.width, "height": block.height, "claims": list(block.claims)}
    return {"is": "gaps", "texts": list(block.texts)}


def left_out(table: Table) -> str:
    """How many rows are not shown, in a sentence; empty if all are."""
    if not table.left_out:
        return ""
    return f"{len(table.rows)} of {len(table.rows) + table.left_out} are shown; the record has the rest."


def note_to_json(note: Note) -> dict[str, Any]:
    """A note: each source in the parts in which it is printed, and where the rest is told."""
    return {
        "number": note.number,
        "sources": [{**source_parts(source), "claim": source.claim} for source in note.sources],
        "see": see_also(note),
    }


def see_also(note: Note) -> str:
    """Where the other sources of a note are given: “See notes 3 and 5–9.”; empty if it has them all."""
    if not note.see:
        return ""
    lead = "Also" if note.sources else "See"
    return f"{lead} note{'s' if len(note.see) > 1 else ''} {show_see(note.see)}."


def source_parts(source: Cited) -> dict[str, str]:
    """A source in the order in which it is printed: where, in what words, its address, how far it is trusted.

    Without a quote, `says` is what the fact is that was taken over.
    """
    where = ", ".join(part for part in (source.title, source.publisher, show_date(source.date)) if part)
    url = source.url if source.url.startswith(("https://", "http://")) else ""
    return {"where": where, "quote": source.quote, "says": source.says, "url": url, "trust": source.trust}


def show_date(written: str) -> str:
    """The date of a source in words; as its publisher wrote it where that is no EDTF."""
    try:
        return show_span(Span.parse(written)) if written else ""
    except DateInvalid:
        return written
