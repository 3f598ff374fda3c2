"""Claims as linked data: where they come from in PROV-O, the characters that say them in the Web Annotation vocabulary.

The context stands in the file, so that nothing is fetched when it is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

from foedera.exchange.outgoing.selection import Selection, Written, all_fillers, days_of, new_file
from foedera.model.claims import Claim, Evidence, Filler
from foedera.model.documents import Document, DocumentId
from foedera.model.entities import Entity, EntityId
from foedera.views.statements import show_claim

Node = dict[str, Any]
NAMESPACE = "urn:foedera:terms:"
AROUND = 32  # characters before and after a quote, so that it is found again in another copy of the text

CONTEXT: Node = {
    "@vocab": NAMESPACE,
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "role": f"{NAMESPACE}role:",
    "label": "rdfs:label",
    "when": {"@id": "dcterms:temporal", "@type": "http://id.loc.gov/datatypes/edtf/EDTF"},
    "date": {"@id": "dcterms:date", "@type": "http://id.loc.gov/datatypes/edtf/EDTF"},
    "earliest": {"@type": "xsd:date"},
    "latest": {"@type": "xsd:date"},
    "confidence": {"@type": "xsd:double"},
    "derivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "primarySource": {"@id": "prov:hadPrimarySource", "@type": "@id"},
    "attributedTo": {"@id": "prov:wasAttributedTo", "@type": "@id"},
    "title": "dcterms:title",
    "publisher": "dcterms:publisher",
    "language": "dcterms:language",
    "source": {"@id": "dcterms:source", "@type": "@id"},
    "sameAs": {"@id": "owl:sameAs", "@type": "@id"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": "oa:hasTarget",
    "hasSource": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": "oa:hasSelector",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
}


def write_jsonld(selection: Selection, path: Path) -> Written:
    """Write claims, their annotations, documents, sources, entities and extractors as one graph.

    Positions count code points of the text as Foedera stores it, which jsonl, Parquet and SQLite carry.
    """
    written = Written()
    documents: dict[DocumentId, Document] = {}
    entities: set[EntityId] = set()
    once: set[str] = set()
    with new_file(path) as file:
        file.write('{"@context": ' + json.dumps(CONTEXT) + ',\n"@graph": [')
        graph = _Graph(file)
        for claim in selection.claims():
            if claim.document and claim.document not in documents:
                documents |= selection.documents((claim,))
            graph.add(_claim(claim))
            for node in _around(claim, documents):
                if node["@id"] not in once:
                    once.add(node["@id"])
                    graph.add(node)
            entities |= {filler.entity for filler in all_fillers(claim) if filler.entity}
            written.claims += 1
        for document in documents.values():
            graph.add(_document(document))
        for entity in selection.record.entities(entities):
            graph.add(_entity(entity))
        file.write("\n]}\n")
    written.note(documents.values())
    return written


class _Graph:
    """Nodes written one by one."""

    def __init__(self, file: IO[str]) -> None:
        self._file, self._any = file, False

    def add(self, node: Node) -> None:
        told = {name: value for name, value in node.items() if value not in (None, [], "")}
        self._file.write((",\n" if self._any else "\n") + json.dumps(told, ensure_ascii=False))
        self._any = True


def _iri(kind: str, id: str) -> str:
    return f"urn:foedera:{kind}:{quote(id, safe='')}"


def _claim(claim: Claim) -> Node:
    first, last = days_of(claim)
    roles = {f"role:{role}": [_filler(filler) for filler in fillers] for role, fillers in claim.roles.items()}
    return {
        "@id": _iri("claim", claim.id),
        "@type": ["Claim", f"kind-{claim.kind.value}", "prov:Entity"],
        "label": show_claim(claim),
        "when": claim.when.edtf if claim.when else None,
        "earliest": first,
        "latest": last,
        "modality": claim.modality.value,
        "polarity": claim.polarity.value,
        "confidence": claim.confidence,
        **roles,
        "derivedFrom": list(dict.fromkeys(_place(evidence) for evidence in claim.evidence if evidence.document)),
        "primarySource": list(dict.fromkeys(_place(evidence) for evidence in claim.evidence if evidence.source)),
        "attributedTo": _iri("extractor", claim.extractor) if claim.extractor else None,
    }


def _filler(filler: Filler) -> str | Node:
    """An entity by its address; a text as it is."""
    return {"@id": _iri("entity", filler.entity)} if filler.entity else filler.text


def _place(evidence: Evidence) -> str:
    if evidence.document:
        return f"urn:sha256:{evidence.document}"
    source = evidence.source
    assert source is not None  # evidence has a document or a source
    return _iri("source", "|".join(part or "" for part in (source.title, source.url, source.publisher, source.date)))


def _around(claim: Claim, documents: dict[DocumentId, Document]) -> Iterator[Node]:
    """The annotations of a claim, its sources and its extractor."""
    for evidence in claim.evidence:
        if evidence.document and evidence.document in documents:
            yield _annotation(claim, evidence, documents[evidence.document])
        elif evidence.source is not None:
            source = evidence.source
            yield {
                "@id": _place(evidence),
                "@type": "prov:Entity",
                "title": source.title,
                "publisher": source.publisher,
                "date": source.date,
                "source": _address(source.url),
                "reliability": source.reliability,
            }
    if claim.extractor:
        yield {
            "@id": _iri("extractor", claim.extractor),
            "@type": ["prov:SoftwareAgent", "prov:Agent"],
            "label": claim.extractor,
        }


def _annotation(claim: Claim, evidence: Evidence, document: Document) -> Node:
    start, end = evidence.start or 0, evidence.end or 0
    exact = {
        "@type": "oa:TextQuoteSelector",
        "exact": evidence.quote,
        "prefix": document.text[max(0, start - AROUND) : start],
        "suffix": document.text[end : end + AROUND],
    }
    position = {"@type": "oa:TextPositionSelector", "start": start, "end": end}
    target = {"@type": "oa:SpecificResource", "hasSource": f"urn:sha256:{document.id}", "selector": [exact, position]}
    return {
        "@id": f"{_iri('annotation', claim.id)}:{start}-{end}",
        "@type": "oa:Annotation",
        "oa:motivatedBy": {"@id": "oa:identifying"},
        "body": _iri("claim", claim.id),
        "target": target,
    }


def _document(document: Document) -> Node:
    facts = document.facts
    return {
        "@id": f"urn:sha256:{document.id}",
        "@type": ["Document", "prov:Entity"],
        "title": facts.title or document.path,
        "date": facts.date.edtf if facts.date else None,
        "publisher": facts.publisher,
        "language": facts.language,
        "source": _address(facts.url),
        "marking": facts.marking.value if facts.marking else None,
    }


def _entity(entity: Entity) -> Node:
    return {
        "@id": _iri("entity", entity.id),
        "@type": ["Entity", f"kind-{entity.kind.value}"],
        "label": entity.name,
        "alias": list(entity.aliases),
        "country": {"@id": _iri("entity", entity.country)} if entity.country else None,
        "parent": {"@id": _iri("entity", entity.parent)} if entity.parent else None,
        "partOf": [{"@id": _iri("entity", part)} for part in entity.part_of],
        "sameAs": f"http://www.wikidata.org/entity/{entity.wikidata}" if entity.wikidata else None,
    }


def _address(url: str | None) -> str | None:
    """A URL whose signs may stand in an IRI; None for what is no address."""
    if url is None or "://" not in url:
        return None
    return quote(url, safe=":/?#[]@!$&'()*+,;=%~-._")
