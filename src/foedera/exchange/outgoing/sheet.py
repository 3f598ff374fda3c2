"""Claims as one CSV table, a row each, for spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from foedera.exchange.outgoing.selection import Selection, Written, days_of, new_file, source_title, source_url
from foedera.model.claims import Claim
from foedera.model.documents import Document, DocumentId
from foedera.model.kinds import KINDS
from foedera.views.statements import show_claim

# Every role of any kind, in the order in which the grammar names them; no two roles of one name mean different things
# within a kind, so one column a name is enough.
ROLES = tuple(dict.fromkeys(role.name for spec in KINDS.values() for role in spec.roles))
COLUMNS = (
    *("id", "kind", "claim", "when", "earliest", "latest", "modality", "polarity", "confidence"),
    *ROLES,
    *("entities", "quote", "start", "end", "more_evidence", "document", "source", "date", "publisher", "url"),
    *("reliability", "cites", "extractor"),
)
BETWEEN = "; "  # between several values of a cell


def write_csv(selection: Selection, path: Path) -> Written:
    """Write a row for each claim. Places of fillers in the text are left out; jsonl, Parquet and SQLite have them."""
    written = Written()
    documents: dict[DocumentId, Document] = {}
    with new_file(path) as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(COLUMNS)
        for claim in selection.claims():
            if claim.document and claim.document not in documents:
                documents |= selection.documents((claim,))
            table.writerow(_cells(claim, documents))
            written.claims += 1
    written.note(documents.values())
    return written


def _cells(claim: Claim, documents: dict[DocumentId, Document]) -> Iterator[object]:
    first, last = days_of(claim)
    yield from (claim.id, claim.kind.value, show_claim(claim), claim.when.edtf if claim.when else "", first, last)
    yield from (claim.modality.value, claim.polarity.value, claim.confidence)
    for role in ROLES:
        yield BETWEEN.join(filler.name or filler.text for filler in claim.fillers(role))
    entities = (filler.entity for fillers in claim.roles.values() for filler in fillers if filler.entity)
    yield BETWEEN.join(dict.fromkeys(entities))
    evidence = claim.evidence[0]
    document = documents.get(evidence.document) if evidence.document else None
    facts, source = document.facts if document else None, evidence.source
    yield from (evidence.quote, evidence.start, evidence.end, len(claim.evidence) - 1)
    yield document.path if document else ""
    yield source_title(evidence, documents)
    yield (facts.date.edtf if facts and facts.date else "") if source is None else source.date
    yield (facts.publisher if facts else "") if source is None else source.publisher
    yield source_url(evidence, documents)
    yield from (source.reliability if source else "", BETWEEN.join(claim.cites), claim.extractor)
