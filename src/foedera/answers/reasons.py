"""What facts stand on, as reasons: claims of the record, and what it keeps with entities."""

from __future__ import annotations

from foedera.answers.rules import CONFIDENCE
from foedera.answers.tables import rows_by_id
from foedera.model.answers import Ground
from foedera.model.entities import Entity
from foedera.model.possible import Reason


def reason_of(name: str, ground: Ground) -> Reason:
    """A claim about an agreement as a reason: what happened and when, with the words that say so."""
    when = f" {ground.when}" if ground.when else ""
    quote = f": “{' '.join(ground.quote.split())}”" if ground.quote else ""
    return Reason(
        f"{name}: {ground.event.replace('_', ' ')}{when}{quote}",
        ground.source,
        claim=ground.claim,
        confidence=ground.confidence,
        reliability=ground.reliability,
    )


def reason_with(text: str, ground: Ground) -> Reason:
    quote = f": “{' '.join(ground.quote.split())}”" if ground.quote else ""
    return Reason(
        f"{text} ({ground.when or 'undated'}){quote}",
        ground.source,
        claim=ground.claim,
        confidence=ground.confidence,
        reliability=ground.reliability,
    )


def confidence_of(entity: Entity) -> float:
    """How far what is kept with an entity is trusted: as the tables grade it; low for what no table knows."""
    row = rows_by_id("actors.csv").get(entity.id)
    return CONFIDENCE[row["confidence"]] if row else CONFIDENCE["low"]


def about(entity: Entity, text: str, confidence: float | None = None) -> Reason:
    """A fact that the record keeps with an entity, as a reason."""
    row = rows_by_id("actors.csv").get(entity.id, {})
    source = entity.source or f"Foedera baseline, row {entity.id} (no outside source)"
    sure = confidence_of(entity) if confidence is None else confidence
    return Reason(
        text, source, claim=f"entity:{entity.id}", confidence=sure, reliability=row.get("source_reliability") or None
    )


def of_row(entity: Entity, row: dict[str, str], text: str) -> Reason:
    return Reason(
        text,
        entity.source or f"Foedera baseline, row {entity.id} (no outside source)",
        claim=f"entity:{entity.id}",
        confidence=CONFIDENCE[row["confidence"]],
        reliability=row["source_reliability"] or None,
    )
