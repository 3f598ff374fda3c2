"""Where on the globe an activity took place, as far as anybody knows: longitude and latitude in WGS 84."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from foedera.answers.places import Place, areas_all, find_place, place_named
from foedera.model.claims import Claim, Filler
from foedera.model.entities import EntityId
from foedera.model.errors import UsageWrong
from foedera.model.kinds import Kind
from foedera.names.data import read_table
from foedera.record import ClaimQuery, RecordReader
from foedera.record.admitting import batches

_FEW = 500  # claims of coordinates that are quicker fetched all than by what they are about


@dataclass(frozen=True, slots=True)
class Spot:
    """A point, and how it is known: `coordinates` that a source gives, or a point inside an `area` with a polygon."""

    longitude: float
    latitude: float
    known_by: str
    place: str
    area: Place | None = None


class Gazetteer:
    """Finds where activities took place: first the coordinates that the record has, then those of the baseline, then areas.

    With `claims`, it asks the record only for the coordinates of what these name, and knows no others.
    """

    def __init__(self, record: RecordReader, claims: Iterable[Claim] | None = None) -> None:
        named = None if claims is None else _named(claims)
        self._told = tuple(_coordinates(_measured(record, metric, named)) for metric in ("latitude", "longitude"))

    def spot(self, claim: Claim) -> Spot | None:
        """Where a claim's activity took place; None if nobody knows, or if it names no place."""
        for filler in (*claim.fillers("name"), *claim.fillers("place")):
            point = self._point(filler)
            if point:
                called = (*claim.fillers("place"), filler)[0]
                return Spot(*point, "coordinates", called.name or called.text)
        for filler in claim.fillers("place"):
            area = _area(filler.name or filler.text) or _area(filler.text)
            if area is not None:
                inside = area.shape.representative_point()
                return Spot(round(inside.x, 3), round(inside.y, 3), "area", area.name, area)
        return None

    def _point(self, filler: Filler) -> tuple[float, float] | None:
        latitudes, longitudes = self._told
        told = filler.entity in latitudes and filler.entity in longitudes
        point = (longitudes[filler.entity], latitudes[filler.entity]) if told else _baseline().get(filler.entity or "")
        return point if point and _on_globe(*point) else None


def _named(claims: Iterable[Claim]) -> tuple[EntityId, ...]:
    fillers = (filler for claim in claims for filler in (*claim.fillers("name"), *claim.fillers("place")))
    return tuple(sorted({filler.entity for filler in fillers if filler.entity}))


def _measured(record: RecordReader, metric: str, named: tuple[EntityId, ...] | None) -> Iterator[Claim]:
    """The claims that say a latitude or a longitude, of anything or of these entities."""
    query = ClaimQuery(kinds=(Kind.MEASURE,), text=metric)
    if named is None:
        yield from record.claims(query)
        return
    page = record.claims_page(query, _FEW)
    if page.after is None:  # these are all that there are: quicker than to look among all that names a state or a sea
        yield from page.claims
        return
    for some in batches(list(named)):
        yield from record.claims(replace(query, entities=tuple(some), roles=("subject",)))


def _on_globe(longitude: float, latitude: float) -> bool:
    return -180 <= longitude <= 180 and -90 <= latitude <= 90


def _coordinates(claims: Iterable[Claim]) -> dict[str | None, float]:
    """Entity → degrees, of claims that say a latitude or a longitude of something."""
    found: dict[str | None, float] = {}
    for claim in claims:
        if claim.word("metric") in ("latitude", "longitude"):
            try:
                degrees = float(claim.word("value"))
            except ValueError:
                continue  # degrees in words or minutes: the claim is exported as it is, only the map cannot use it
            for subject in claim.fillers("subject"):
                if subject.entity:
                    found.setdefault(subject.entity, degrees)
    return found


@cache
def _baseline() -> dict[str, tuple[float, float]]:
    rows = read_table("activities.csv")
    return {row["id"]: (float(row["longitude"]), float(row["latitude"])) for row in rows if row["latitude"]}


@cache
def seas() -> tuple[Place, ...]:
    """Every sea that has a polygon, the largest first."""
    found = (place_named(area.id) for area in areas_all() if area.kind == "sea")
    return tuple(sorted(found, key=lambda sea: (-sea.shape.area, sea.id)))


@cache
def _area(name: str) -> Place | None:
    try:
        return find_place(name)
    except UsageWrong:
        return None  # coordinates that are not on the globe, as a name
