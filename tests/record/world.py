"""Papers of the invented world, and a cheap extractor of our own that reads them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from foedera.model.claims import Claim, Filler, cut_evidence
from foedera.model.documents import Document, DocumentFacts, DocumentId
from foedera.model.entities import EntityId
from foedera.model.kinds import Kind
from foedera.model.time import Span
from foedera.record import Entered, Record

EXTRACTOR = "toy/1"
_IDS = {"Northmoor": "NMR", "Eastmark": "EMK", "Westhaven": "WHV"}
_SENTENCE = re.compile(r"(?P<who>Northmoor|Eastmark|Westhaven) (?P<did>signed|exercised)[^.]*?(?P<year>\d{4})[^.]*\.")


def paper(text: str, path: str = "papers/pact.txt", *, date: str | None = None, title: str | None = None) -> Document:
    """A document whose id is the hash of its text, as if the file held nothing else."""
    facts = DocumentFacts(title=title, date=Span.parse(date) if date else None)
    return Document(DocumentId(hashlib.sha256(text.encode()).hexdigest()), path, text, facts=facts)


def extract_claims(document: Document, extractor: str = EXTRACTOR) -> Iterator[Claim]:
    """Who signed or exercised in which year, sentence by sentence."""
    for found in _SENTENCE.finditer(document.text):
        who = Filler(found["who"], *found.span("who"), EntityId(_IDS[found["who"]]), found["who"])
        if found["did"] == "signed":
            pact = Filler("Pact", entity=EntityId("northmoor-pact"), name="Northmoor Pact")
            kind, roles = Kind.INSTRUMENT_EVENT, {"instrument": (pact,), "event": (Filler("signed"),), "party": (who,)}
        else:
            kind, roles = Kind.ACTIVITY, {"type": (Filler("exercise"),), "participant": (who,)}
        evidence = (cut_evidence(document, *found.span()),)
        yield Claim(kind, roles, evidence, Span.parse(found["year"]), confidence=0.8, extractor=extractor)


def read_into(record: Record, *documents: Document, extractor: str = EXTRACTOR) -> list[Entered]:
    """Read documents into a record with the toy extractor, in one run."""
    run = record.begin_run(extractor)
    entered = [record.enter_document(document, extract_claims(document, extractor), run=run) for document in documents]
    record.finish_run(run)
    return entered


PACT = paper("Northmoor signed the Pact in 2018. Eastmark signed it in 2019.", title="The Pact", date="2019-05")
EXERCISE = paper(
    "Northmoor exercised in the Sunder Sea in 2020.\n\nThe naïve reporter of Zürich wrote this.", "papers/exercise.txt"
)
