"""Deeds of the invented world, for what is drawn of them."""

from __future__ import annotations

from foedera.model.claims import Claim, Evidence, Filler
from foedera.model.entities import EntityId
from foedera.model.kinds import Kind, Modality, Polarity
from foedera.model.time import Span
from foedera.views.shown import Shown
from tests.answers.world import ENTITIES, GAZETTE

NAMES = {entity.id: entity.name for entity in ENTITIES}


def named(*ids: str) -> tuple[Filler, ...]:
    """Mentions of entities, or of whatever else bears that name."""
    return tuple(
        Filler(NAMES.get(EntityId(id), id), entity=EntityId(id), name=NAMES.get(EntityId(id), id)) for id in ids
    )


def exercise(
    when: str | None,
    *participants: str,
    place: str | None = None,
    name: str | None = None,
    modality: Modality = Modality.ACTUAL,
    polarity: Polarity = Polarity.AFFIRMED,
) -> Claim:
    """An exercise of Northmoor and Eastmark, or of others."""
    roles = {"type": (Filler("exercise"),), "participant": named(*(participants or ("NMR", "EMK")))}
    roles |= {"name": named(name)} if name else {}
    roles |= {"place": named(place)} if place else {}
    return Claim(
        Kind.ACTIVITY, roles, _EVIDENCE, Span.parse(when) if when else None, modality, polarity, confidence=0.8
    )


def measured(subject: str, metric: str, value: str) -> Claim:
    """A figure of something, as a latitude is."""
    roles = {"subject": named(subject), "metric": (Filler(metric),), "value": (Filler(value),)}
    return Claim(Kind.MEASURE, roles, _EVIDENCE)


def shown(*claims: Claim) -> tuple[Shown, ...]:
    """The claims as if a record had shown them."""
    return tuple(Shown(claim, f"claim {at}", "Northmoor Gazette") for at, claim in enumerate(claims))


_EVIDENCE = (Evidence(None, None, None, "", GAZETTE),)
