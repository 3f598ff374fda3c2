"""Events in the life of instruments of the invented world, and records that hold them."""

from __future__ import annotations

from foedera.model.claims import Claim, Evidence, Filler, Source, cut_evidence
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.kinds import Kind, Modality, Polarity
from foedera.model.time import Span
from foedera.record import Record
from tests.record.world import paper

PACT = EntityId("northmoor-pact")
ENTITIES = (
    Entity(EntityId("NMR"), "Northmoor", EntityKind.STATE, ("Northmoorish",)),
    Entity(EntityId("EMK"), "Eastmark", EntityKind.STATE),
    Entity(EntityId("WHV"), "Westhaven", EntityKind.STATE),
    Entity(EntityId("northmoor-navy"), "Northmoor Navy", EntityKind.FORCE, country="NMR"),
    Entity(PACT, "Northmoor–Eastmark Pact", EntityKind.INSTRUMENT, ("the Pact",)),
)
GAZETTE = Source("Treaty list", publisher="Northmoor Gazette", reliability="A")


def event(
    instrument: str,
    what: str,
    when: str | None,
    *,
    parties: tuple[str, ...] = ("NMR", "EMK"),
    modality: Modality = Modality.ACTUAL,
    polarity: Polarity = Polarity.AFFIRMED,
    confidence: float = 0.8,
    source: Source = GAZETTE,
) -> Claim:
    """An event in the life of an instrument, taken over from a source."""
    names = {entity.id: entity.name for entity in ENTITIES}

    def called(id: str) -> str:
        return names.get(EntityId(id), id)

    return Claim(
        Kind.INSTRUMENT_EVENT,
        {
            "instrument": (Filler(instrument, entity=EntityId(instrument), name=called(instrument)),),
            "event": (Filler(what),),
            "party": tuple(Filler(called(party), entity=EntityId(party), name=called(party)) for party in parties),
        },
        (Evidence(None, None, None, "", source),),
        Span.parse(when) if when else None,
        modality,
        polarity,
        confidence=confidence,
        extractor="world/1",
    )


def told(text: str, what: str, when: str | None, *, date: str | None = None) -> tuple:
    """A document that tells of an event of the Pact, and the claim that it makes."""
    document = paper(text, f"papers/{abs(hash(text))}.txt", date=date, title=text.split(".")[0])
    claim = event(PACT, what, when)
    evidence = (cut_evidence(document, 0, len(text)),)
    return document, Claim(claim.kind, claim.roles, evidence, claim.when, confidence=0.8, extractor="world/1")


def fill(record: Record, *claims: Claim, entities: tuple[Entity, ...] = (), material: str = "world") -> Record:
    """Enter claims that come from sources, in one run; `entities` are known besides those of the world."""
    run = record.begin_run("world/1")
    record.enter_sourced(material, claims, run=run, entities=(*ENTITIES, *entities))
    record.finish_run(run)
    return record
