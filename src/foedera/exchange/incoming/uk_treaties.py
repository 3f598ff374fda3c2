"""The UK's registry of treaties (UK Treaties Online), as JSON lines: one record a treaty.

Names in capitals are parties; names in small letters are territories that a party brought in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from foedera.exchange.incoming.dates import slashed_day
from foedera.exchange.incoming.material import Cast, DataSet, Row, open_text
from foedera.exchange.incoming.report import Report, RowInvalid
from foedera.model.claims import Claim, Evidence, Filler
from foedera.model.entities import Entity, EntityKind
from foedera.model.kinds import Event, Kind, Modality, ParticipationAs
from foedera.model.time import Span

# What happened -> the columns that may date it, the one that counts first: for force and its end the day on which it
# takes effect goes before the day on which it was made known.
_EVENTS = (
    (Event.SIGNED, ("signed_event_date",)),
    (Event.ADOPTED, ("adopted_event_date",)),
    (Event.PROVISIONALLY_APPLIED, ("provisional_eif_event_date",)),
    (Event.IN_FORCE, ("definative_eif_event_effective_date", "definative_eif_event_date")),
    (Event.TERMINATED, ("terminated_event_effective_date", "terminated_event_date")),
)
_WITHDRAWN = ("withdrawn_event_effective_date", "withdrawn_event_date")
_SERIES = re.compile(r"^(Treaty Series|Miscellaneous Series) (\S+): ([A-Z][A-Za-z]*\.? ?\d+)?")
CONFIDENCE = 0.95  # an official registry: the highest step of the baseline too (decisions/0024)

Record = Mapping[str, str]


class UkTreaties:
    """Reads the registry's records. A bilateral treaty that the UK left has ended; a multilateral one goes on."""

    name = "uk-treaties"
    version = "1"

    def __init__(self) -> None:
        self._cast = Cast()
        self._set = DataSet.of(self.name)
        self._compiled = Span.parse(self._set.edition).latest

    def material(self, path: Path) -> str:
        return self.name

    def entities(self) -> Iterable[Entity]:
        return self._cast.known.values()

    def rows(self, path: Path, report: Report) -> Iterator[Row]:
        with open_text(path) as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                label = f"row {number}"
                try:
                    record = _record_of(line)
                    label += f" ({record['id']})"
                    claims = tuple(self._claims(record, report))
                except RowInvalid as error:
                    report.refuse(error.at(label))
                    continue
                if claims:
                    yield Row(label, claims)
                else:
                    report.leave_out(label, "nothing that happened to this treaty has a date.")

    def _claims(self, record: Record, report: Report) -> Iterator[Claim]:
        spans = {column: slashed_day(record[column], column) for column in record if column.endswith("_date")}
        evidence = self._set.evidence(f"record {record['id']}", _address(record.get("document_url", "")))
        first = spans.get("signed_event_date") or min(spans.values(), default=None)
        concluded = first.earliest if first else None
        parties = self._parties(record, concluded, report)
        instrument = self._instrument(record)
        places = (Filler(record["signed_event_location"].strip()),) if record.get("signed_event_location") else ()
        for event, columns in self._events(record):
            dated = next((spans[column] for column in columns if column in spans), None)
            if dated is not None:
                roles = {"instrument": (instrument,), "event": (Filler(event.value),), "party": parties}
                if event is Event.SIGNED:
                    roles["place"] = places
                yield self._claim(Kind.INSTRUMENT_EVENT, roles, dated, evidence)
        left = next((spans[column] for column in _WITHDRAWN if column in spans), None)
        if left is not None and not _is_bilateral(record):
            uk = self._cast.state("United Kingdom", left.earliest, "")
            roles = {"actor": (uk,), "in": (instrument,), "as": (Filler(ParticipationAs.MEMBER.value),)}
            yield self._claim(Kind.PARTICIPATION, roles, Span.parse(f"../{left.edtf}"), evidence)
        if "signed_event_location" in record and "signed_event_date" not in record:
            report.note("place of signature without a date of signature")
        report.note("subject", int("subject" in record))

    def _events(self, record: Record) -> Iterator[tuple[Event, tuple[str, ...]]]:
        for event, columns in _EVENTS:
            ends = event is Event.TERMINATED and _is_bilateral(record)
            yield event, (*columns, *_WITHDRAWN) if ends else columns

    def _claim(
        self, kind: Kind, roles: Mapping[str, tuple[Filler, ...]], when: Span, evidence: tuple[Evidence, ...]
    ) -> Claim:
        return Claim(
            kind=kind,
            roles={role: fillers for role, fillers in roles.items() if fillers},
            evidence=evidence,
            when=when,
            modality=Modality.PLANNED
            if when.earliest > self._compiled and when.earliest != date.min
            else Modality.ACTUAL,
            confidence=CONFIDENCE,
            extractor=f"{self.name}/{self.version}",
        )

    def _instrument(self, record: Record) -> Filler:
        title = " ".join(record["title"].split())
        pieces = (_SERIES.match(piece.strip()) for piece in record.get("references", "").split(";"))
        series = [name for found in pieces if found for name in (f"{found[1]} {found[2]}", found[3]) if name]
        entity = self._cast.new(
            f"uk-treaty-{record['id']}",
            title,
            EntityKind.INSTRUMENT,
            aliases=tuple(dict.fromkeys(series)),
            source=_address(record.get("document_url", "")),
        )
        return self._cast.filler(entity, title)

    def _parties(self, record: Record, on: date | None, report: Report) -> tuple[Filler, ...]:
        names = [name.strip() for name in record.get("country_name", "").split(" ; ") if name.strip()]
        parties = [name for name in names if name == name.upper()]
        report.note("territory that a party brought in", len(names) - len(parties))
        report.note("parties: the registry names none", int(not parties))
        found = (self._cast.state(name, on, "country_name") for name in parties)
        return tuple({filler.entity: filler for filler in found}.values())


def _record_of(line: str) -> Record:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise RowInvalid(f"no JSON: {error}.", value=line.strip(), mend="Write one record a line.") from error
    if not isinstance(record, dict):
        raise RowInvalid("no record.", value=line.strip(), mend="Write one record a line, in curly brackets.")
    for column in ("id", "title"):
        if not record.get(column):
            raise RowInvalid("is missing.", column=column, mend="Every treaty has an id and a title.")
    return {column: str(value) for column, value in record.items() if value not in (None, "")}


def _is_bilateral(record: Record) -> bool:
    return record.get("field3") == "BI"


def _address(written: str) -> str | None:
    return written.replace("\\", "/") or None
