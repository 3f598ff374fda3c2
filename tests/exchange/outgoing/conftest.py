"""A record of the invented world that has everything an export must carry, made once and not changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from foedera.exchange.outgoing import Selection, Written, export_to
from foedera.model.claims import Claim, Evidence, Filler, Source, cut_evidence
from foedera.model.documents import Document, DocumentFacts, DocumentId, Marking
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.kinds import Kind, Modality
from foedera.model.time import Span
from foedera.record import ClaimQuery, Decision, Merge, Record, Verdict, open_record

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)
TEXT = (
    "Northmoor and Eastmark sign a pact\n\n"
    "Northmoor and Eastmark signed the Northmoor–Eastmark Pact on 17 July 2018. Their navies trained in the Gulf of Aden "
    "in May 2019. “We will <never> sail alone & afraid”, said Admiral Ana Ortiz. 條約 🛟"
)
NAMES = {
    "Northmoor": ("NMR", EntityKind.STATE),
    "Eastmark": ("EMK", EntityKind.STATE),
    "Northmoor–Eastmark Pact": ("northmoor-pact", EntityKind.INSTRUMENT),
    "Gulf of Aden": ("gulf-of-aden", EntityKind.PLACE),
    "Admiral Ana Ortiz": ("ana-ortiz", EntityKind.PERSON),
    "Sunder Guard": ("sunder-guard", EntityKind.PROGRAMME),
    "Heron Yards": ("heron-yards", EntityKind.COMPANY),
    "NMS Heron": ("nms-heron", EntityKind.VESSEL),
}
ENTITIES = tuple(
    Entity(
        EntityId(id),
        name,
        kind,
        ("the Pact",) if id == "northmoor-pact" else (),
        wikidata="Q1" if id == "NMR" else None,
    )
    for name, (id, kind) in NAMES.items()
)
GAZETTE = Source("Register, entry 7", "https://example.org/7", "Northmoor Gazette", "2021", "A")


def paper() -> Document:
    """The paper that most of the claims stand in."""
    facts = DocumentFacts(
        "A pact is signed", Span.parse("2018-07-18"), "The Eastmark Times", "https://example.org/pact"
    )
    return Document(DocumentId("ab" * 32), "papers/pact.txt", TEXT, facts=facts)


def named(document: Document | None, *names: str) -> tuple[Filler, ...]:
    """Fillers for these names, at the place where the document first has them."""
    return tuple(_filler(document, name) for name in names)


def _filler(document: Document | None, name: str) -> Filler:
    id = EntityId(NAMES[name][0])
    start = document.text.find(name, document.text.index("\n\n")) if document else -1  # below the title
    return Filler(name, start, start + len(name), id, name) if start >= 0 else Filler(name, entity=id, name=name)


def words(document: Document, text: str) -> tuple[Filler, ...]:
    """A filler of text, at its place."""
    start = document.text.index(text)
    return (Filler(text, start, start + len(text)),)


def said(document: Document) -> Iterator[Claim]:
    """What the paper says."""

    def quote(text: str) -> tuple[Evidence, ...]:
        start = document.text.index(text)
        return (cut_evidence(document, start, start + len(text)),)

    actors = named(document, "Northmoor", "Eastmark")
    signed = {
        "instrument": named(document, "Northmoor–Eastmark Pact"),
        "event": (Filler("signed"),),
        "party": actors,
    }
    first = quote("Northmoor and Eastmark signed the Northmoor–Eastmark Pact on 17 July 2018.")
    yield Claim(Kind.INSTRUMENT_EVENT, signed, first, Span.parse("2018-07-17"), confidence=0.9, extractor="toy/1")
    trained = {"type": (Filler("exercise"),), "participant": actors, "place": named(document, "Gulf of Aden")}
    second = quote("Their navies trained in the Gulf of Aden in May 2019.")
    yield Claim(
        Kind.ACTIVITY, trained, second, Span.parse("2019-05"), confidence=1 / 3, extractor="toy/1", cites=("4",)
    )
    remark = {
        "speaker": named(document, "Admiral Ana Ortiz"),
        "content": words(document, "We will <never> sail alone & afraid"),
    }
    yield Claim(
        Kind.REMARK, remark, quote("“We will <never> sail alone & afraid”, said Admiral Ana Ortiz."), extractor="toy/1"
    )


def registered() -> Iterator[Claim]:
    """What a register says: no document carries its characters."""
    evidence = (Evidence(None, None, None, "", GAZETTE),)
    roles = {"actor": named(None, "Northmoor"), "in": named(None, "Sunder Guard"), "as": (Filler("member"),)}
    yield Claim(Kind.PARTICIPATION, roles, evidence, Span.parse("2020/.."), extractor="register/1")
    roles = {"actor": named(None, "Heron Yards"), "system": named(None, "NMS Heron"), "stage": (Filler("produces"),)}
    yield Claim(Kind.CAPABILITY, roles, evidence, Span.parse("2030"), Modality.PLANNED, extractor="register/1")
    for metric, value in (("latitude", "11.5"), ("longitude", "48.25")):
        roles = {"subject": named(None, "Sunder Guard"), "metric": (Filler(metric),), "value": (Filler(value),)}
        yield Claim(Kind.MEASURE, roles, evidence, extractor="register/1")
    roles = {
        "type": (Filler("patrol"),),
        "participant": named(None, "Northmoor"),
        "place": (Filler("a lake nobody mapped"),),
    }
    yield Claim(Kind.ACTIVITY, roles, evidence, Span.parse("2021-06-01/2021-06-30"), extractor="register/1")


def fill(record: Record) -> Record:
    """Enter all of it: a paper met under two paths and read twice, a register, a decision."""
    document = paper()
    for extractor, path in (("toy/0", document.path), ("toy/1", document.path), ("toy/1", "copies/pact.txt")):
        run = record.begin_run(extractor)
        from dataclasses import replace

        claims = list(said(document))[: 1 if extractor == "toy/0" else None]
        record.enter_document(replace(document, path=path), claims, run=run, entities=ENTITIES)
    closed = Document(
        DocumentId("cd" * 32), "papers/closed.txt", "Nothing.", facts=DocumentFacts(marking=Marking.AMBER)
    )
    record.enter_document(closed, (), run=run)
    record.enter_sourced("register", registered(), run=record.begin_run("register/1"), entities=ENTITIES)
    claim = next(said(document))
    record.decide(Decision(claim.id, Verdict.REJECTED, "Ana"))
    record.undo(claim.id, who="Ben", note="it does say so")
    record.decide(Decision(claim.id, Verdict.ACCEPTED, "Ana", "seen in print"))
    first, second = (entity.id for entity in ENTITIES[:2])
    record.merge(Merge(first, second, "Ana"))
    record.merge(Merge(first, None, "Ana", "they are two"))
    return record


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the record."""
    path = tmp_path_factory.mktemp("world") / "record.sqlite"
    with open_record(path, baseline=False, now=lambda: NOON) as opened:
        fill(opened)
    return path


@pytest.fixture
def record(place: Path) -> Iterator[Record]:
    """The record, open."""
    with open_record(place, baseline=False, now=lambda: NOON) as opened:
        yield opened


Export = Callable[..., tuple[Path, Written]]


@pytest.fixture
def exported(record: Record, tmp_path: Path) -> Export:
    """`exported("csv")`: writes the record; gives the file and the report."""

    def export(format: str, query: ClaimQuery | None = None) -> tuple[Path, Written]:
        path = tmp_path / f"out.{format}"
        return path, export_to(format, Selection(record, query), path)

    return export


def read_json(path: Path) -> Any:
    """What a JSON file holds."""
    return json.loads(path.read_text("utf-8"))
