"""Multinational Military Exercises (D'Orazio and Galambos): one row an exercise, up to 39 participants."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from foedera.exchange.incoming.dates import from_to, parts_to_edtf
from foedera.exchange.incoming.material import Cast, DataSet, Row, day_of, open_text
from foedera.exchange.incoming.report import Report, RowInvalid
from foedera.exchange.incoming.tables import check_columns, read_rows
from foedera.model.claims import Claim, Evidence, Filler
from foedera.model.entities import Entity, EntityKind
from foedera.model.kinds import ActivityType, Kind
from foedera.names import load_lexicon, slug

_NEEDED = ("MMEID", "Ex_Name", "Location", "lat", "lon", "s.year", "s.month", "s.day", "e.year", "e.month", "e.day")
_ELEMENTS = {
    "CPX": "command post exercise",
    "Air": "air",
    "Land": "land",
    "Sea": "sea",
    "Amphibious": "amphibious",
    "Cyber": "cyber",
    "Warfighting": "warfighting",
    "Peacekeeping": "peacekeeping",
    "Humanitarian": "humanitarian",
}
_STATE = re.compile("State[A-Z]{1,2}")  # StateA to StateAM
_UNKNOWN = ("-9", "-99", "")
CONFIDENCE = 0.75  # a scholars' data set from the press: the middle step of the baseline (decisions/0024)

Cells = Mapping[str, str]


class Exercises:
    """Reads the exercises. A place's coordinates become two measures of the place."""

    name = "mme"
    version = "1"

    def __init__(self) -> None:
        self._cast = Cast()
        self._set = DataSet.of(self.name)
        self._placed: set[tuple[str, str, str]] = set()

    def material(self, path: Path) -> str:
        return self.name

    def entities(self) -> Iterable[Entity]:
        return self._cast.known.values()

    def rows(self, path: Path, report: Report) -> Iterator[Row]:
        with open_text(path) as lines:
            table = csv.DictReader(lines)
            check_columns(table.fieldnames or (), _NEEDED, path)
            for label, cells in read_rows(table, report, key="MMEID"):
                if not any(_is_known(cells[column]) for column in cells if _STATE.fullmatch(column)):
                    report.leave_out(label, "the data set does not know a single participant.")
                    continue
                try:
                    yield Row(label, tuple(self._claims(cells, report)))
                except RowInvalid as error:
                    report.refuse(error.at(label))

    def _claims(self, cells: Cells, report: Report) -> Iterator[Claim]:
        first = parts_to_edtf(cells["s.year"], cells["s.month"], cells["s.day"], "StartDate")
        last = parts_to_edtf(cells["e.year"], cells["e.month"], cells["e.day"], "EndDate")
        evidence = self._set.evidence(f"exercise {cells['MMEID']}")
        place = self._place(cells)
        roles = {
            "type": (Filler(ActivityType.EXERCISE.value),),
            "participant": self._participants(cells, first, report),
            "name": self._exercise(cells),
            "place": place,
            "element": tuple(Filler(word) for word in _elements(cells)),
        }
        when = from_to(first, last, "EndDate")
        yield _claim(Kind.ACTIVITY, roles, evidence, self._label, when.edtf)
        yield from self._coordinates(cells, place, evidence)
        report.note(
            "AdditionalParticipantInfo (participants told in words)", int(bool(cells["AdditionalParticipantInfo"]))
        )

    @property
    def _label(self) -> str:
        return f"{self.name}/{self.version}"

    def _participants(self, cells: Cells, first: str, report: Report) -> tuple[Filler, ...]:
        named = [(column, cells[column].strip()) for column in cells if _STATE.fullmatch(column)]
        report.note("a participant that the data set marks as unknown (-9)", sum(name == "-9" for _, name in named))
        found = [self._cast.state(name, day_of(first), column) for column, name in named if _is_known(name)]
        return tuple({filler.entity: filler for filler in found}.values())

    def _exercise(self, cells: Cells) -> tuple[Filler, ...]:
        name = cells["Ex_Name"].strip()
        if name in _UNKNOWN:
            return ()
        series = cells["Series_Name"].strip()
        part_of: tuple[str, ...] = ()
        if series not in _UNKNOWN:
            part_of = (
                self._cast.new(f"mme-series-{slug(series)}", f"{series} (exercise series)", EntityKind.EVENT).id,
            )
        entity = self._cast.new(cells["MMEID"], name, EntityKind.EVENT, part_of=part_of, source=self._set.url)
        return (self._cast.filler(entity, name),)

    def _place(self, cells: Cells) -> tuple[Filler, ...]:
        name = cells["Location"].strip()
        if name in _UNKNOWN:
            return ()
        known = [entity for entity in load_lexicon().resolve(name) if entity.kind in ("place", "state")]
        entity = known[0] if len(known) == 1 else self._cast.new(str(slug(name)), name, EntityKind.PLACE)
        return (self._cast.filler(entity, name),)

    def _coordinates(self, cells: Cells, place: tuple[Filler, ...], evidence: tuple[Evidence, ...]) -> Iterator[Claim]:
        where = (str(place[0].entity) if place else "", cells["lat"], cells["lon"])
        if not place or cells["lat"] in _UNKNOWN or where in self._placed:
            return
        self._placed.add(where)
        for metric, column in (("latitude", "lat"), ("longitude", "lon")):
            roles = {
                "subject": place,
                "metric": (Filler(metric),),
                "value": (Filler(_number(cells[column], column)),),
                "unit": (Filler("degree (WGS 84)"),),
            }
            yield _claim(Kind.MEASURE, roles, evidence, self._label, "")


def _claim(
    kind: Kind, roles: Mapping[str, tuple[Filler, ...]], evidence: tuple[Evidence, ...], extractor: str, when: str
) -> Claim:
    from foedera.model.time import Span

    return Claim(
        kind=kind,
        roles={role: fillers for role, fillers in roles.items() if fillers},
        evidence=evidence,
        when=Span.parse(when) if when else None,
        confidence=CONFIDENCE,
        extractor=extractor,
    )


def _is_known(cell: str) -> bool:
    return cell.strip() not in _UNKNOWN


def _elements(cells: Cells) -> Iterator[str]:
    for column, word in _ELEMENTS.items():
        if cells.get(column) == "1":
            yield word
    focus = (cells.get("FocusDescription") or "").strip()
    if focus not in _UNKNOWN:
        yield focus


def _number(written: str, column: str) -> str:
    try:
        float(written)
    except ValueError as error:
        raise RowInvalid("no number.", column=column, value=written, mend="Write degrees, as 18.13.") from error
    return written
