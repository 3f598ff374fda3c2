"""What ships with the program, fact by fact: which table it stands in, where it comes from, how far it is trusted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from foedera.model.claims import Claim, Source
from foedera.model.entities import Entity, EntityId
from foedera.model.errors import DateInvalid
from foedera.model.kinds import Kind, Relation
from foedera.model.time import Span
from foedera.names.data import read_table, split_cell
from foedera.record.baseline import load_baseline
from foedera.record.baseline_grades import CONFIDENCE
from foedera.record.baseline_rules import (
    Entities,
    area_claim,
    area_source,
    read_areas,
    read_relations,
    read_rules,
    relation_of,
    rule_claim,
    rule_source,
)
from foedera.record.values import Problem

# The table from which the claims of a kind are; dependencies are from two, `OTHER_TABLES`.
TABLES = {
    Kind.INSTRUMENT_EVENT: "instruments",
    Kind.ACTIVITY: "activities",
    Kind.PARTICIPATION: "programmes",
    Kind.MEASURE: "measures",
    Kind.AFFILIATION: "actors",
}
OTHER_TABLES = ("areas", "rules")
_IDS = {
    "instruments.csv": ("parties",),
    "activities.csv": ("participants", "assets"),
    "programmes.csv": ("lead", "partners", "observers", "members_companies"),
    "measures.csv": ("subject",),
    "actors.csv": ("parent", "part_of"),
}
_DATES = {
    "instruments.csv": ("proposed", "negotiations_opened", "signed", "provisional_from", "in_force", "terminated"),
    "activities.csv": ("start", "end"),
    "programmes.csv": ("started",),
}


@dataclass(frozen=True, slots=True)
class BaselineFact:
    """A fact that ships with the program. `claim` is None for seas, regions and rules that only define something.

    `subject` are the ids it is about; `text` says it where the table has words of its own (areas, rules).
    `confidence` is None where the table has none.
    """

    table: str
    subject: tuple[EntityId, ...]
    text: str
    source: Source
    confidence: float | None
    claim: Claim | None = None


def baseline_facts() -> Iterator[BaselineFact]:
    """Every fact that ships, table by table; the areas and the rules last, with the claim of those that make one."""
    loaded = load_baseline()
    for claim in loaded.claims:
        if claim.kind in TABLES:
            source = claim.evidence[0].source
            assert source is not None  # a fact of the tables has no document
            yield BaselineFact(TABLES[claim.kind], _named_in(claim), "", source, claim.confidence, claim)
    entities = {entity.id: entity for entity in loaded.entities}
    yield from _areas(entities)
    yield from _rules(entities)


def _named_in(claim: Claim | None) -> tuple[EntityId, ...]:
    fillers = (filler for found in claim.roles.values() for filler in found) if claim else ()
    return tuple(filler.entity for filler in fillers if filler.entity)


def _areas(entities: Entities) -> Iterator[BaselineFact]:
    for area in (feature["properties"] for feature in read_areas()):
        claim = area_claim(area, entities)
        subject = tuple(dict.fromkeys((EntityId(area["id"]), *_named_in(claim))))
        text = f"{area['name']}: {area['definition']}"
        confidence = claim.confidence if claim else None
        yield BaselineFact("areas", subject, text, area_source(area), confidence, claim)


def _rules(entities: Entities) -> Iterator[BaselineFact]:
    for rule in read_rules():
        claim = rule_claim(rule, relation_of(rule), entities)
        subject = (EntityId(rule["id"]), *_named_in(claim))
        text = f"{rule['title']}: {' '.join(str(rule['statement']).split())}"
        yield BaselineFact("rules", subject, text, rule_source(rule), CONFIDENCE[rule["confidence"]], claim)


def check_baseline() -> Iterator[Problem]:
    """Everything in the tables that does not agree with itself: ids, dates, confidence and polygons; nothing if well."""
    entities: dict[EntityId, Entity] = {entity.id: entity for entity in load_baseline().entities}
    for table, columns in _IDS.items():
        for row in read_table(table):
            where = f"{table}, row {row['id']}"
            for column in columns:
                for cell in split_cell(row[column]):
                    if EntityId(cell) not in entities:
                        yield Problem(where, f"“{column}” names {cell}, which no table describes.")
            if row["confidence"] not in CONFIDENCE:
                yield Problem(where, f"“confidence” is {row['confidence']!r}; known: {', '.join(CONFIDENCE)}.")
            if not row["source_url"] and row["confidence"] != "low":
                yield Problem(where, f"has no source, and its confidence is {row['confidence']}, not low.")
    for table, columns in _DATES.items():
        for row in read_table(table):
            yield from _check_dates(table, row, columns)
    yield from _check_areas(entities)
    yield from _check_rules()


def _check_dates(table: str, row: dict[str, str], columns: tuple[str, ...]) -> Iterator[Problem]:
    for column in columns:
        try:
            if row[column]:
                Span.parse(row[column])
        except DateInvalid as error:
            yield Problem(f"{table}, row {row['id']}, “{column}”", error.message)


def _check_rules() -> Iterator[Problem]:
    rules, read = [rule["id"] for rule in read_rules()], read_relations()
    for rule in rules:
        if rule not in read:
            yield Problem(f"rules.yaml, {rule}", "rule_relations.csv has no row that says what depends on it.")
    for rule, row in read.items():
        where = f"rule_relations.csv, row {rule}"
        if rule not in rules:
            yield Problem(where, "rules.yaml has no such rule.")
        if row["relation"] and row["relation"] not in list(Relation):
            yield Problem(where, f"“relation” is {row['relation']!r}; known: {', '.join(Relation)}.")
        if not (row["relation"] or row["note"]):
            yield Problem(where, "has neither a relation nor a note that says why there is none.")


def _check_areas(entities: Entities) -> Iterator[Problem]:
    from shapely.geometry import shape  # heavy: only when somebody checks
    from shapely.validation import explain_validity

    for feature in read_areas():
        operation = feature["properties"].get("operation")
        if operation and EntityId(operation) not in entities:
            yield Problem(
                f"areas.geojson, {feature['properties']['id']}", f"names {operation}, which no table describes."
            )
        polygon = shape(feature["geometry"])
        if not polygon.is_valid:
            yield Problem(f"areas.geojson, {feature['properties']['id']}", explain_validity(polygon))
