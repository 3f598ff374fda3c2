"""Documents, claims and entities as rows of the tables, and back again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Row

from foedera.model.claims import Claim, ClaimId, Evidence, Filler, Source, matter_of
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
from foedera.model.kinds import Kind, Modality, Polarity
from foedera.model.time import Span
from foedera.names.folding import fold_name
from foedera.record.values import Decision, Merge, Verdict

Values = dict[str, Any]


def document_values(document: Document) -> Values:
    """A document as values of its row, without number and time of entry. The digest counts all but the path."""
    facts = document.facts
    values: Values = {
        "format": document.format,
        "title": facts.title,
        "date": facts.date.edtf if facts.date else None,
        "date_earliest": facts.date.earliest.isoformat() if facts.date else None,
        "date_latest": facts.date.latest.isoformat() if facts.date else None,
        "publisher": facts.publisher,
        "url": facts.url,
        "language": facts.language,
        "marking": facts.marking.value if facts.marking else None,
        "checksum": document.checksum,
        "blocks": [[block.kind.value, block.start, block.end, block.number, block.level] for block in document.blocks],
        "footnotes": [[note.number, note.start, note.end] for note in document.footnotes],
        "marks": [[mark.number, mark.start, mark.end] for mark in document.marks],
        "skipped": [[skipped.where, skipped.reason] for skipped in document.skipped],
    }
    return values | {"id": document.id, "digest": digest(values), "path": document.path, "text": document.text}


def document_of(row: Row[Any]) -> Document:
    """The document that a row keeps."""
    return Document(
        id=DocumentId(row.id),
        path=row.path,
        text=row.text,
        format=row.format,
        facts=DocumentFacts(
            title=row.title,
            date=span_of(row.date, row.date_earliest, row.date_latest),
            publisher=row.publisher,
            url=row.url,
            language=row.language,
            marking=Marking(row.marking) if row.marking else None,
        ),
        blocks=tuple(Block(BlockKind(kind), *rest) for kind, *rest in row.blocks),
        footnotes=tuple(Footnote(*values) for values in row.footnotes),
        marks=tuple(FootnoteMark(*values) for values in row.marks),
        skipped=tuple(Skipped(*values) for values in row.skipped),
    )


def span_of(edtf: str | None, earliest: str | None, latest: str | None) -> Span | None:
    """A span from its three columns; None where nothing is written."""
    if edtf is None or earliest is None or latest is None:
        return None
    return Span(date.fromisoformat(earliest), date.fromisoformat(latest), edtf)


def claim_values(claim: Claim) -> Values:
    """A claim as values of its row, without number, reading, position, run and time of entry."""
    return {
        "id": claim.id,
        "kind": claim.kind.value,
        "when_edtf": claim.when.edtf if claim.when else None,
        "earliest": claim.when.earliest.isoformat() if claim.when else None,
        "latest": claim.when.latest.isoformat() if claim.when else None,
        "modality": claim.modality.value,
        "polarity": claim.polarity.value,
        "confidence": claim.confidence,
        "extractor": claim.extractor,
        "cites": list(claim.cites),
        "matter": hashlib.sha256(matter_of(claim).encode()).hexdigest()[:16],
    }


def filler_values(claim: Claim) -> list[Values]:
    """The fillers of a claim as rows, in the claim's own order."""
    fillers = ((role, filler) for role, found in claim.roles.items() for filler in found)
    return [
        {
            "position": position,
            "role": role,
            "text": filler.text,
            "start": filler.start,
            "end": filler.end,
            "entity": filler.entity,
            "name": filler.name,
        }
        for position, (role, filler) in enumerate(fillers)
    ]


def evidence_values(claim: Claim, document: int | None) -> list[Values]:
    """The evidence of a claim as rows; `document` is the number of the row of the document it was cut from."""
    rows = []
    for position, evidence in enumerate(claim.evidence):
        source = evidence.source
        rows.append(
            {
                "position": position,
                "document": document if evidence.document else None,
                "start": evidence.start,
                "end": evidence.end,
                "quote": evidence.quote,
                "source_title": source.title if source else None,
                "source_url": source.url if source else None,
                "source_publisher": source.publisher if source else None,
                "source_date": source.date if source else None,
                "source_reliability": source.reliability if source else None,
            }
        )
    return rows


# What `claim_of` reads, in its order; the rows of fillers and evidence begin with the number of their claim, those of
# evidence go on with the id of its document.
CLAIM_COLUMNS = (
    *("number", "id", "kind", "when_edtf", "earliest", "latest", "modality", "polarity", "confidence"),
    *("extractor", "cites"),
)
FILLER_COLUMNS = ("role", "text", "start", "end", "entity", "name")
EVIDENCE_COLUMNS = (
    *("start", "end", "quote", "source_title", "source_url", "source_publisher", "source_date"),
    "source_reliability",
)

# Thousands of claims are made for one answer: each of these saves a tenth of the time it takes to make one.
_KINDS: Mapping[str, Kind] = {each.value: each for each in Kind}
_MODALITIES: Mapping[str, Modality] = {each.value: each for each in Modality}
_POLARITIES: Mapping[str, Polarity] = {each.value: each for each in Polarity}
_span_of = lru_cache(maxsize=65536)(span_of)


def claim_of(row: Sequence[Any], fillers: Iterable[Sequence[Any]], evidence: Iterable[Sequence[Any]]) -> Claim:
    """The claim that a row keeps, with its fillers and its evidence, each in order."""
    _, id, kind, edtf, earliest, latest, modality, polarity, confidence, extractor, cites = row
    roles: dict[str, list[Filler]] = {}
    for _, role, text, start, end, entity, name in fillers:
        filler = Filler(text, start, end, entity, name)
        if role in roles:
            roles[role].append(filler)
        else:
            roles[role] = [filler]
    return Claim(
        _KINDS[kind],
        {role: tuple(found) for role, found in roles.items()},
        tuple(evidence_of(line) for line in evidence),
        _span_of(edtf, earliest, latest),
        _MODALITIES[modality],
        _POLARITIES[polarity],
        tuple(cites),
        confidence,
        extractor,
        id,
    )


def evidence_of(row: Sequence[Any]) -> Evidence:
    """The piece of evidence that a row keeps."""
    _, document, start, end, quote, title, url, publisher, date, reliability = row
    source = Source(title, url, publisher, date, reliability) if title is not None else None
    return Evidence(document, start, end, quote, source)


def entity_values(entity: Entity) -> Values:
    """An entity as values of its row, without number and reading."""
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind.value,
        "country": entity.country,
        "parent": entity.parent,
        "part_of": list(entity.part_of),
        "wikidata": entity.wikidata,
        "source": entity.source,
    }


def name_values(entity: Entity) -> list[Values]:
    """The names of an entity as rows: its own first."""
    found = dict.fromkeys((entity.name, *entity.aliases))
    return [{"position": place, "name": name, "form": name_form(name)} for place, name in enumerate(found)]


def name_form(name: str) -> str:
    """A name as it is compared: without case, accents and punctuation. Empty if nothing is left of it.

    Forms are kept in the record: a change of `fold_name` needs a migration that makes them anew.
    """
    return " ".join(fold_name(name).split())


def entity_of(row: Row[Any], names: Sequence[str]) -> Entity:
    """The entity that a row keeps; `names` are all its names."""
    return Entity(
        id=EntityId(row.id),
        name=row.name,
        kind=EntityKind(row.kind),
        aliases=tuple(name for name in names if name != row.name),
        country=row.country,
        parent=EntityId(row.parent) if row.parent else None,
        part_of=tuple(EntityId(part) for part in row.part_of),
        wikidata=row.wikidata,
        source=row.source,
    )


def decision_of(row: Row[Any]) -> Decision:
    """The decision that a row keeps."""
    return Decision(
        claim=ClaimId(row.claim),
        verdict=Verdict(row.verdict),
        who=row.who,
        note=row.note,
        replacement=ClaimId(row.replacement) if row.replacement else None,
        decided_at=datetime.fromisoformat(row.decided_at),
        undoes=datetime.fromisoformat(row.undoes) if row.undoes else None,
    )


def merge_of(row: Row[Any]) -> Merge:
    """The decision about two entities that a row keeps."""
    into = EntityId(row.into) if row.into else None
    return Merge(EntityId(row.entity), into, row.who, row.note, datetime.fromisoformat(row.decided_at))


def digest(values: Mapping[str, Any] | Sequence[Any]) -> str:
    """A hash of plain values that does not depend on the order of keys."""
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()
