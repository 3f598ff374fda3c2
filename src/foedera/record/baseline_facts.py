"""What ships with the program, fact by fact: which table it stands in, where it comes from, how far it is trusted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from foedera.model.claims import Claim, Source
from foedera.model.entities import Entity, EntityId
from foedera.model.errors import DateInvalid
from foedera.model.kinds import Kind
from foedera.model.time import Span
from foedera.names.data import data_path, read_table, split_cell
from foedera.record.baseline import CONFIDENCE, load_baseline
from foedera.record.values import Problem

# The table from which the claims of a kind are.
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
    """A fact that ships with the program. `claim` is None for areas and rules, which are no claims.

    `subject` are the ids it is about; `text` says it where no claim does. `confidence` is None where the table has none.
    """

    table: str
    subject: tuple[EntityId, ...]
    text: str
    source: Source
    confidence: float | None
    claim: Claim | None = None


def baseline_facts() -> Iterator[BaselineFact]:
    """Every fact that ships, table by table: those that a record holds as claims, then the areas and the rules."""
    for claim in load_baseline().claims:
        source = claim.evidence[0].source
        assert source is not None  # a fact of the tables has no document
        subject = tuple(filler.entity for fillers in claim.roles.values() for filler in fillers if filler.entity)
        yield BaselineFact(TABLES[claim.kind], subject, "", source, claim.confidence, claim)
    yield from _areas()
    yield from _rules()


def _areas() -> Iterator[BaselineFact]:
    for feature in json.loads(data_path("areas.geojson").read_text(encoding="utf-8"))["features"]:
        facts = feature["properties"]
        text = f"{facts['name']}: {facts['definition']}"
        yield BaselineFact(
            "areas", (EntityId(facts["id"]),), text, Source(facts["legal_basis"], facts.get("source_url")), None
        )


def _rules() -> Iterator[BaselineFact]:
    for rule in yaml.safe_load(data_path("rules.yaml").read_text(encoding="utf-8"))["rules"]:
        acts = ", ".join(
            f"{basis['act']} {basis['article']}" if basis.get("article") else str(basis["act"])
            for basis in rule["legal_basis"] or ()
        )
        yield BaselineFact(
            "rules",
            (EntityId(rule["id"]),),
            f"{rule['title']}: {' '.join(str(rule['statement']).split())}",
            Source(acts or f"rule {rule['id']}", rule.get("source_url")),
            CONFIDENCE[rule["confidence"]],
        )


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
    yield from _check_areas()


def _check_dates(table: str, row: dict[str, str], columns: tuple[str, ...]) -> Iterator[Problem]:
    for column in columns:
        try:
            if row[column]:
                Span.parse(row[column])
        except DateInvalid as error:
            yield Problem(f"{table}, row {row['id']}, “{column}”", error.message)


def _check_areas() -> Iterator[Problem]:
    from shapely.geometry import shape  # heavy: only when somebody checks
    from shapely.validation import explain_validity

    for feature in json.loads(data_path("areas.geojson").read_text(encoding="utf-8"))["features"]:
        polygon = shape(feature["geometry"])
        if not polygon.is_valid:
            yield Problem(f"areas.geojson, {feature['properties']['id']}", explain_validity(polygon))
