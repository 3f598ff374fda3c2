"""Sections of a brief for a page: each sentence and row with links to the sentences that say it."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from foedera.model.entities import EntityKind
from foedera.server.pages.links import entity_link, sentence_link
from foedera.views.brief.content import Block, Bullets, Cited, Gaps, Paragraph, Picture, Row, Section, Sentence, Table
from foedera.views.brief.material import Material
from foedera.views.brief.notes import count_sources, sources_of
from foedera.views.brief.plain import left_out, source_parts

_SHOWN = 12  # sources of one sentence on a page


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A source of a sentence: what it says, where, and the address that leads there (None: nowhere to lead)."""

    says: str
    is_quote: bool
    where: str
    trust: str
    link: str | None
    outside: str | None


@dataclass(frozen=True, slots=True)
class Founded:
    """A sentence or row with its sources; `more` are not shown. `link` is the page of what a row is about."""

    told: Sentence | Row
    sources: Sequence[SourceLink]
    more: int = 0
    link: str | None = None


def show_section(material: Material, section: Section) -> dict[str, Any]:
    """A section as its template wants it."""
    return {
        "name": section.name,
        "title": section.title,
        "blocks": [_block(material, block) for block in section.blocks],
    }


def founded(material: Material, unit: Sentence | Row) -> Founded:
    """A sentence or row with its sources."""
    sources = [_link(material, cited) for cited in sources_of(material, unit, _SHOWN)]
    number = count_sources(material, unit)
    about = material.record.entity(unit.about) if isinstance(unit, Row) and unit.about else None
    link = entity_link(about.id, about.kind) if about else None
    return Founded(unit, sources, number - len(sources), link)


def _link(material: Material, cited: Cited) -> SourceLink:
    parts = source_parts(cited)
    claim = material.claim(cited.claim) if cited.claim else None
    says = parts["quote"] or parts["says"]
    link = sentence_link(claim) if claim else None
    return SourceLink(says, bool(parts["quote"]), parts["where"], parts["trust"], link, parts["url"] or None)


def _block(material: Material, block: Block) -> dict[str, Any]:
    if isinstance(block, (Paragraph, Bullets)):
        return {"is": "sentences", "sentences": [founded(material, each) for each in block.sentences]}
    if isinstance(block, Table):
        rows = [founded(material, row) for row in block.rows]
        return {"is": "table", "table": block, "rows": rows, "left_out": left_out(block)}
    if isinstance(block, Picture):
        return {"is": "picture", "picture": block, "address": picture_address(block)}
    return {"is": "gaps", "gaps": [(text, _all_of(material, block, text)) for text in block.texts]}


def _all_of(material: Material, gaps: Gaps, text: str) -> str | None:
    """Where all is told that a text only counts."""
    about = gaps.about.get(text)
    return f"{entity_link(about, EntityKind.INSTRUMENT)}?on={material.on.isoformat()}" if about else None


def picture_address(picture: Picture) -> str:
    """A drawing as an address that carries it; as a picture it can run nothing."""
    return "data:image/svg+xml;base64," + base64.b64encode(picture.svg.encode()).decode()
