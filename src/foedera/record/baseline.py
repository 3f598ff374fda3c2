"""The facts that ship with the program, as claims like any other, with their source as evidence.

The tables of `foedera/data` are read by `foedera.names`; this module says what each row of them claims.
Rules and areas of operations have a module of their own, `baseline_rules`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from foedera.model.claims import Claim, Evidence, Filler, Source
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.kinds import Event, Kind, Modality, ParticipationAs
from foedera.model.time import Span
from foedera.names.data import read_table, split_cell
from foedera.names.tables import read_entities
from foedera.record.baseline_grades import CONFIDENCE, EXTRACTOR, VERSION
from foedera.record.baseline_rules import dependency_claims
from foedera.record.rows import name_form

# What the column `signed` holds for acts that nobody signs.
_SIGNED_AS = {
    "regulation": Event.ADOPTED,
    "council_decision": Event.ADOPTED,
    "strategy": Event.ADOPTED,
    "joint_statement": Event.ANNOUNCED,
    "security_and_defence_partnership": Event.ANNOUNCED,
}
# A statement or a partnership is announced, unless the note says what was done with it, and where or by whom.
_NOTED = re.compile(r"\b(signed|adopted|endorsed|concluded|announced) (?:in|by|at)\b", re.IGNORECASE)
_AS_NOTED = {
    "signed": Event.SIGNED,
    "adopted": Event.ADOPTED,
    "endorsed": Event.AGREED,
    "concluded": Event.AGREED,
    "announced": Event.ANNOUNCED,
}
_EVENTS = (
    ("proposed", Event.PROPOSED),
    ("negotiations_opened", Event.NEGOTIATING),
    ("provisional_from", Event.PROVISIONALLY_APPLIED),
    ("in_force", Event.IN_FORCE),
    ("terminated", Event.TERMINATED),
)
_ENDED = re.compile(r"\b(?:closed|ended|completed)\b", re.IGNORECASE)
_NOT_YET = re.compile(r"^(?:planned|announced|in preparation|letters of intent)", re.IGNORECASE)

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Baseline:
    """The claims and the entities that ship with the program."""

    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...]


def load_baseline() -> Baseline:
    """The baseline as it ships."""
    entities = read_entities()
    activities = read_table("activities.csv")
    for row in activities:
        event = EntityId(row["id"])
        entities.setdefault(event, Entity(event, row["name"], EntityKind.EVENT, source=row["source_url"] or None))
    known = Names.of(entities)
    claims = (
        *(claim for row in read_table("instruments.csv") for claim in instrument_claims(row, known)),
        *(activity_claim(row, known) for row in activities),
        *(claim for row in read_table("programmes.csv") for claim in programme_claims(row, known)),
        *(measure_claim(row, known) for row in read_table("measures.csv")),
        *(claim for row in read_table("actors.csv") for claim in actor_claims(row, known)),
        *dependency_claims(entities),
    )
    return Baseline(claims, tuple(entities.values()))


@dataclass(frozen=True, slots=True)
class Names:
    """What the tables' ids are called, and which places their words name."""

    entities: Mapping[EntityId, Entity]
    places: Mapping[str, EntityId]

    @classmethod
    def of(cls, entities: Mapping[EntityId, Entity]) -> Names:
        """The names of these entities."""
        places: dict[str, EntityId] = {}
        for entity in entities.values():
            if entity.kind in (EntityKind.PLACE, EntityKind.STATE):
                for name in (entity.name, *entity.aliases):
                    places.setdefault(name_form(name), entity.id)
        return cls(entities, places)

    def filler(self, id: str, name: str | None = None) -> Filler:
        """A filler for an id of the tables; without an entity of that id it is called by `name`, or by the id."""
        known = self.entities.get(EntityId(id))
        called = known.name if known else name or id
        return Filler(called, entity=EntityId(id), name=called)

    def place(self, words: str) -> Filler:
        """A filler for a place as the tables write it; it has an entity only if just that name is known."""
        found = self.places.get(name_form(words))
        return Filler(words, entity=found, name=self.entities[found].name) if found else Filler(words)


def instrument_claims(row: Row, known: Names) -> Iterator[Claim]:
    """What happened in the life of an instrument: a claim for each date that its row has, earliest first."""
    dates = [(column, event) for column, event in _EVENTS if row[column]]
    if row["signed"]:
        dates.append(("signed", signed_event(row)))
    for column, event in sorted(dates, key=lambda pair: (row[pair[0]], pair[1])):
        roles = {
            "instrument": (known.filler(row["id"], row["name"]),),
            "event": (Filler(event.value),),
            "party": tuple(known.filler(party) for party in split_cell(row["parties"])),
        }
        yield _claim(Kind.INSTRUMENT_EVENT, roles, row[column], row)


def signed_event(row: Row) -> Event:
    """What the date in the column `signed` is the date of, by the type of the instrument and its note."""
    usual = _SIGNED_AS.get(row["type"], Event.SIGNED)
    noted = _NOTED.search(row["note"]) if usual is Event.ANNOUNCED else None
    return _AS_NOTED[noted[1].lower()] if noted else usual


def activity_claim(row: Row, known: Names) -> Claim:
    """What forces or officials did together. A dated operation without an end may last still: its end is unknown."""
    start, end = row["start"], row["end"]
    if end and end != start:
        when = f"{start}/{end}"
    elif not end and row["type"] == "operation" and len(start) > 4:
        when = f"{start}/"
    else:
        when = start
    roles = {
        "type": (Filler(row["type"]),),
        "participant": tuple(known.filler(actor) for actor in split_cell(row["participants"])),
        "name": (known.filler(row["id"], row["name"]),),
        "asset": tuple(known.filler(asset) for asset in split_cell(row["assets"])),
        "place": (known.place(row["place"]),) if row["place"] else (),
        "element": tuple(Filler(element) for element in split_cell(row["elements"])),
    }
    return _claim(Kind.ACTIVITY, roles, when, row)


def programme_claims(row: Row, known: Names) -> Iterator[Claim]:
    """Who takes part in a programme, a claim for each quality in which actors do."""
    companies = ParticipationAs.BENEFICIARY if row["kind"] == "fund" else ParticipationAs.CONTRACTOR
    columns = (
        ("lead", ParticipationAs.LEAD),
        ("partners", ParticipationAs.PARTNER),
        ("observers", ParticipationAs.OBSERVER),
        ("members_companies", companies),
    )
    planned = bool(_NOT_YET.match(row["status"]))
    for column, quality in columns:
        if row[column]:
            roles = {
                "actor": tuple(known.filler(actor) for actor in split_cell(row[column])),
                "in": (known.filler(row["id"], row["name"]),),
                "as": (Filler(quality.value),),
            }
            yield _claim(Kind.PARTICIPATION, roles, programme_time(row), row, planned=planned)


def programme_time(row: Row) -> str:
    """From when to when a programme runs: open while it runs, of unknown end where only "closed" is said."""
    started, status = row["started"], row["status"]
    if not started:
        return ""
    last = re.search(r"\b(?:closed(?: in)?|\d{4}-) ?(\d{4})\b|^closed, \d{4}-(\d{4})", status)
    if last:
        return f"{started}/{last[1] or last[2]}"
    return f"{started}/" if _ENDED.search(status) else f"{started}/.."


def measure_claim(row: Row, known: Names) -> Claim:
    """A quantity. A fiscal year is told in words too: its months are not those of the calendar year."""
    period = row["period"]
    fiscal = f"fiscal year {period.removeprefix('FY')}" if period.startswith("FY") else ""
    basis = ", ".join(part for part in (row["basis"], fiscal) if part)
    roles = {
        "subject": (known.filler(row["subject"]),),
        "metric": (Filler(row["metric"]),),
        "value": (Filler(row["value"]),),
        "unit": (Filler(row["unit"]),) if row["unit"] else (),
        "basis": (Filler(basis),) if basis else (),
    }
    return _claim(Kind.MEASURE, roles, re.sub(r"-(?=\d{4})", "/", period.removeprefix("FY")), row)


def actor_claims(row: Row, known: Names) -> Iterator[Claim]:
    """Whose part an actor is: a claim for the body above it, and one for each bloc in which it takes part.

    The tables say no time: it was so when they were compiled.
    """
    above = [(row["parent"], "part")] if row["parent"] else []
    for place, quality in (*above, *((bloc, "member") for bloc in split_cell(row["part_of"]))):
        roles = {
            "member": (known.filler(row["id"], row["name"]),),
            "of": (known.filler(place),),
            "as": (Filler(quality),),
        }
        yield _claim(Kind.AFFILIATION, roles, "", row)


def _claim(kind: Kind, roles: Mapping[str, tuple[Filler, ...]], when: str, row: Row, *, planned: bool = False) -> Claim:
    span = Span.parse(when) if when else None
    # What the tables date after the day they were compiled has not happened yet as far as they can tell.
    ahead = span is not None and span.earliest > date.fromisoformat(VERSION)
    return Claim(
        kind=kind,
        roles={role: fillers for role, fillers in roles.items() if fillers},
        evidence=(Evidence(None, None, None, "", source_of(row)),),
        when=span,
        modality=Modality.PLANNED if planned or ahead else Modality.ACTUAL,
        confidence=CONFIDENCE[row["confidence"]],
        extractor=EXTRACTOR,
    )


def source_of(row: Row) -> Source:
    """Where a row has its facts from; where it names nobody, the row of the table itself, without a reliability."""
    own = f"Foedera baseline of {VERSION}, row {row['id']}"
    if not row["source_url"]:
        return Source(f"{own} (no outside source)")
    return Source(
        row.get("source_title") or own,
        row["source_url"],
        row.get("source_publisher") or None,
        row.get("source_date") or None,
        row["source_reliability"] or None,
    )
