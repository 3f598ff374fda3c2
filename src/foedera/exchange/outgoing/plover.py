"""Events coded in PLOVER: a row for each source and target, by the mapping in data/exchange/plover.csv."""

from __future__ import annotations

import csv
from functools import cache
from itertools import permutations
from pathlib import Path

from foedera.exchange.outgoing.selection import Selection, Written, days_of, new_file, source_title, source_url
from foedera.model.claims import Claim, Filler
from foedera.model.documents import Document, DocumentId
from foedera.model.entities import Entity, EntityKind
from foedera.model.kinds import Kind, Modality, Polarity
from foedera.names.data import read_table

# Whose acts they are, and the word that the mapping goes by.
_ROLES = {
    Kind.INSTRUMENT_EVENT: ("party", "event"),
    Kind.COMMITMENT: ("party", "strength"),
    Kind.ACTIVITY: ("participant", "type"),
}
_SECTORS = {
    EntityKind.STATE: "GOV",
    EntityKind.FORCE: "MIL",
    EntityKind.UNIT: "MIL",
    EntityKind.AGENCY: "GOV",
    EntityKind.BLOC: "IGO",
    EntityKind.COMPANY: "BUS",
}
COLUMNS = (
    *("id", "date", "end_date", "when", "event_type", "mode", "context", "cameo"),
    *("source", "source_name", "source_country", "source_sector"),
    *("target", "target_name", "target_country", "target_sector"),
    *("symmetric", "place", "text", "publication", "url", "confidence", "claim"),
)


def write_plover(selection: Selection, path: Path) -> Written:
    """Write coded events. Only what happened on a day that can be told is one: plans, denials and the rest are counted.

    What several do together is coded once for each ordered pair of them, and marked symmetric.
    """
    written = Written()
    documents: dict[DocumentId, Document] = {}
    known: dict[str, Entity | None] = {}
    with new_file(path) as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(COLUMNS)
        for claim in selection.claims():
            why = _why_not(claim)
            if why:
                written.left_out[why] += 1
                continue
            written.claims += 1
            if claim.document and claim.document not in documents:
                documents |= selection.documents((claim,))
            actors = _actors(claim)
            for actor in actors:
                if actor.entity and actor.entity not in known:
                    known[actor.entity] = selection.record.entity(actor.entity)
            for number, (source, target) in enumerate(permutations(actors, 2), 1):
                table.writerow(_row(claim, number, source, target, known, documents))
    written.note(documents.values())
    return written


@cache
def coding() -> dict[tuple[str, str], dict[str, str]]:
    """Kind and word of a claim → its PLOVER event type, mode, context and CAMEO code."""
    return {(row["kind"], row["word"]): row for row in read_table("exchange/plover.csv")}


def _why_not(claim: Claim) -> str:
    if claim.kind not in _ROLES:
        return f"{claim.kind.value}: PLOVER has no such event"
    word = claim.word(_ROLES[claim.kind][1])
    if (claim.kind.value, word) not in coding():
        return f"{claim.kind.value}, {word}: PLOVER has no such event"
    if claim.modality is not Modality.ACTUAL or claim.polarity is not Polarity.AFFIRMED:
        return "said not to have happened, or not yet"
    if days_of(claim)[0] is None:
        return "no day from which it can be dated"
    return "" if len(_actors(claim)) > 1 else "fewer than two actors: PLOVER codes what one does to another"


def _actors(claim: Claim) -> list[Filler]:
    fillers = claim.fillers(_ROLES[claim.kind][0])
    return list({filler.entity or filler.text: filler for filler in fillers}.values())


def _row(
    claim: Claim,
    number: int,
    source: Filler,
    target: Filler,
    known: dict[str, Entity | None],
    documents: dict[DocumentId, Document],
) -> tuple[object, ...]:
    code = coding()[claim.kind.value, claim.word(_ROLES[claim.kind][1])]
    start, end = days_of(claim)
    evidence = claim.evidence[0]
    assert claim.when is not None
    return (
        *(f"{claim.id}-{number}", start, end, claim.when.edtf),
        *(code["event_type"], code["mode"], code["context"], code["cameo"]),
        *_actor(source, known),
        *_actor(target, known),
        *("true", "; ".join(filler.name or filler.text for filler in claim.fillers("place"))),
        *(evidence.quote, source_title(evidence, documents), source_url(evidence, documents)),
        *(claim.confidence, claim.id),
    )


def _actor(filler: Filler, known: dict[str, Entity | None]) -> tuple[str, str, str, str]:
    entity = known.get(filler.entity) if filler.entity else None
    name = filler.name or filler.text
    if entity is None:
        return filler.entity or "", name, "", ""
    country = str(entity.id) if entity.kind is EntityKind.STATE else entity.country or ""
    return entity.id, name, country, _SECTORS.get(entity.kind, "")
