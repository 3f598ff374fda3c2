"""Documents, entities and decisions as plain JSON values, and back: what our own lines hold beside claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from foedera.model.claims import ClaimId
from foedera.model.documents import (
    Block,
    BlockKind,
    Document,
    DocumentFacts,
    DocumentId,
    Footnote,
    FootnoteMark,
    Marking,
    Skipped,
)
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.time import Span
from foedera.record import Decision, Merge, Verdict
from foedera.record.copying import Copied

Values = dict[str, Any]
# What a file of a record holds, in the order in which it is entered again.
Carried = Iterator[Copied | Decision | Merge]


def document_to_json(document: Document) -> Values:
    """A document with its text, its facts and its structure; facts that nobody told are left out."""
    facts = document.facts
    told = {
        "title": facts.title,
        "date": facts.date.edtf if facts.date else None,
        "publisher": facts.publisher,
        "url": facts.url,
        "language": facts.language,
        "marking": facts.marking.value if facts.marking else None,
    }
    return {
        "id": document.id,
        "path": document.path,
        "format": document.format,
        **{name: value for name, value in told.items() if value is not None},
        "text": document.text,
        "blocks": [[block.kind.value, block.start, block.end, block.number, block.level] for block in document.blocks],
        "footnotes": [[note.number, note.start, note.end] for note in document.footnotes],
        "marks": [[mark.number, mark.start, mark.end] for mark in document.marks],
        "skipped": [[skipped.where, skipped.reason] for skipped in document.skipped],
    }


def document_from_json(values: Mapping[str, Any]) -> Document:
    """The document that these values say. Raises KeyError, ValueError or TypeError for what is none, DateInvalid."""
    return Document(
        id=DocumentId(values["id"]),
        path=values["path"],
        text=values["text"],
        format=values["format"],
        facts=DocumentFacts(
            title=values.get("title"),
            date=Span.parse(values["date"]) if values.get("date") else None,
            publisher=values.get("publisher"),
            url=values.get("url"),
            language=values.get("language"),
            marking=Marking(values["marking"]) if values.get("marking") else None,
        ),
        blocks=tuple(Block(BlockKind(kind), *rest) for kind, *rest in values["blocks"]),
        footnotes=tuple(Footnote(*cells) for cells in values["footnotes"]),
        marks=tuple(FootnoteMark(*cells) for cells in values["marks"]),
        skipped=tuple(Skipped(*cells) for cells in values["skipped"]),
    )


def entity_to_json(entity: Entity) -> Values:
    """An entity; what nobody knows of it is left out."""
    values = {each.name: getattr(entity, each.name) for each in fields(entity)}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items() if value}


def entity_from_json(values: Mapping[str, Any]) -> Entity:
    """The entity that these values say. Raises KeyError, ValueError or TypeError for what is none."""
    given = dict(values)
    return Entity(
        id=EntityId(given.pop("id")),
        name=given.pop("name"),
        kind=EntityKind(given.pop("kind")),
        aliases=tuple(given.pop("aliases", ())),
        part_of=tuple(EntityId(part) for part in given.pop("part_of", ())),
        **given,
    )


def decision_to_json(decision: Decision) -> Values:
    """A decision with its day and hour."""
    return {
        "claim": decision.claim,
        "verdict": decision.verdict.value,
        "who": decision.who,
        "note": decision.note,
        "replacement": decision.replacement,
        "decided_at": decision.decided_at.isoformat() if decision.decided_at else None,
        "undoes": decision.undoes.isoformat() if decision.undoes else None,
    }


def decision_from_json(values: Mapping[str, Any]) -> Decision:
    """The decision that these values say. Raises KeyError or ValueError for what is none."""
    return Decision(
        claim=ClaimId(values["claim"]),
        verdict=Verdict(values["verdict"]),
        who=values["who"],
        note=values["note"],
        replacement=ClaimId(values["replacement"]) if values.get("replacement") else None,
        decided_at=datetime.fromisoformat(values["decided_at"]) if values.get("decided_at") else None,
        undoes=datetime.fromisoformat(values["undoes"]) if values.get("undoes") else None,
    )


def merge_to_json(merge: Merge) -> Values:
    """A decision about two entities, with its day and hour."""
    return {
        "entity": merge.entity,
        "into": merge.into,
        "who": merge.who,
        "note": merge.note,
        "decided_at": merge.decided_at.isoformat() if merge.decided_at else None,
    }


def merge_from_json(values: Mapping[str, Any]) -> Merge:
    """The decision about two entities that these values say. Raises KeyError or ValueError for what is none."""
    return Merge(
        entity=EntityId(values["entity"]),
        into=EntityId(values["into"]) if values.get("into") else None,
        who=values["who"],
        note=values["note"],
        decided_at=datetime.fromisoformat(values["decided_at"]) if values.get("decided_at") else None,
    )
