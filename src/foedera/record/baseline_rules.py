"""The rules and the areas of operations that ship with the program, and the dependency that each of them states."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from foedera.model.claims import Claim, Evidence, Filler, Source
from foedera.model.entities import Entity, EntityId
from foedera.model.kinds import Kind, Relation
from foedera.model.time import Span
from foedera.names.data import data_path, read_table
from foedera.record.baseline_grades import CONFIDENCE, EXTRACTOR

Entities = Mapping[EntityId, Entity]


@cache
def read_rules() -> tuple[dict[str, Any], ...]:
    """The rules of `rules.yaml`, in file order."""
    import yaml  # heavy: only when a record is made or the baseline shown

    # The loader in C reads the file in a tenth of the time; not every build of the library has it.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return tuple(yaml.load(data_path("rules.yaml").read_text(encoding="utf-8"), Loader=loader)["rules"])


@cache
def read_areas() -> tuple[dict[str, Any], ...]:
    """The features of `areas.geojson`, in file order."""
    return tuple(json.loads(data_path("areas.geojson").read_text(encoding="utf-8"))["features"])


@cache
def read_relations() -> dict[str, dict[str, str]]:
    """What we read out of each rule, by the rule's id: a row without a relation says in its note why there is none."""
    return {row["rule"]: row for row in read_table("rule_relations.csv")}


def relation_of(rule: Mapping[str, Any]) -> dict[str, str]:
    """What we read out of this rule; nothing where the table has no row for it, which `check_baseline` reports."""
    return read_relations().get(rule["id"], dict.fromkeys(("relation", "condition", "outcome", "note"), ""))


def dependency_claims(entities: Entities) -> tuple[Claim, ...]:
    """The dependencies that the rules state, then those of the areas of operations."""
    found = (
        *(rule_claim(rule, relation_of(rule), entities) for rule in read_rules()),
        *(area_claim(feature["properties"], entities) for feature in read_areas()),
    )
    return tuple(claim for claim in found if claim is not None)


def rule_claim(rule: Mapping[str, Any], row: Mapping[str, str], entities: Entities) -> Claim | None:
    """What depends on the conditions of a rule, and how; None for a rule that only defines or tells something.

    The outcome is the cooperation that the row names, or else the rule's consequence. What only the rule's statement
    tells of the condition (the agreement that enables, the share that limits) stands in the row, by its id or in words;
    the rule's own conditions follow it.
    """
    if not row["relation"]:
        return None
    first = (_mention(row["condition"], entities),) if row["condition"] else ()
    outcome = row["outcome"] or rule["consequence"]
    roles = {
        "condition": (*first, *(Filler(_in_line(condition)) for condition in rule["conditions"])),
        "relation": (Filler(Relation(row["relation"]).value),),
        "outcome": (Filler(_in_line(outcome)),),
    }
    return _claim(roles, rule_source(rule), rule["confidence"], rule_time(rule))


def rule_time(rule: Mapping[str, Any]) -> Span | None:
    """From when to when a rule holds, open where it holds still; None where the table has no date at all."""
    first, last = rule["valid_from"], rule["valid_to"]
    return Span.parse(f"{first or '..'}/{last or '..'}") if first or last else None


def rule_source(rule: Mapping[str, Any]) -> Source:
    """The acts and articles that a rule rests on."""
    acts = ", ".join(
        f"{basis['act']} {basis['article']}" if basis.get("article") else str(basis["act"])
        for basis in rule["legal_basis"] or ()
    )
    return Source(acts or f"rule {rule['id']}", rule.get("source_url"))


def area_claim(area: Mapping[str, Any], entities: Entities) -> Claim | None:
    """That an area of operations limits its operation; None for a plain sea or region.

    Medium: the legal text names the area, but the borders that we have of it are drawn by hand.
    """
    if not area.get("operation"):
        return None
    roles = {
        "condition": (_mention(area["id"], entities),),
        "relation": (Filler(Relation.LIMITS.value),),
        "outcome": (_mention(area["operation"], entities),),
    }
    return _claim(roles, area_source(area), "medium", None)


def area_source(area: Mapping[str, Any]) -> Source:
    """The text that an area's definition is from."""
    return Source(area["legal_basis"], area.get("source_url"))


def _mention(words: str, entities: Entities) -> Filler:
    """A mention of the entity that has these words as its id, or else the words."""
    entity = entities.get(EntityId(words))
    return Filler(entity.name, entity=entity.id, name=entity.name) if entity else Filler(words)


def _in_line(text: str) -> str:
    return " ".join(text.split()).removesuffix(".")


def _claim(roles: Mapping[str, tuple[Filler, ...]], source: Source, grade: str, when: Span | None) -> Claim:
    return Claim(
        kind=Kind.DEPENDENCY,
        roles=roles,
        evidence=(Evidence(None, None, None, "", source),),
        when=when,
        confidence=CONFIDENCE[grade],
        extractor=EXTRACTOR,
    )
