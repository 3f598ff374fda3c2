"""What a map shows of a selection: places with the activities there, and the areas in which some took place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from foedera.answers.places import areas_all, place_named
from foedera.model.kinds import Kind
from foedera.record import RecordReader
from foedera.views.placing import Gazetteer, Spot
from foedera.views.shown import Shown

Feature = dict[str, Any]


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A point of the map with the activities there, newest first."""

    spot: Spot
    activities: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class MapArea:
    """An area with a polygon. `activities` counts those known to be in it only by its name, not by coordinates."""

    id: str
    name: str
    kind: str
    definition: str
    source: str | None
    approximate: bool
    shape: Any
    activities: int


@dataclass(frozen=True, slots=True)
class MapLayers:
    """The places with most activities first, and every area, the largest first.

    `placed` activities are on the map; of `unplaced` ones nobody knows the coordinates; `other` claims lie nowhere.
    """

    places: tuple[MapPlace, ...]
    areas: tuple[MapArea, ...]
    placed: int
    unplaced: int
    other: int


def build_map(record: RecordReader, shown: Iterable[Shown]) -> MapLayers:
    """The map of these claims."""
    listed = tuple(shown)
    activities = [each for each in listed if each.claim.kind is Kind.ACTIVITY]
    gazetteer = Gazetteer(record, (each.claim for each in activities))
    spots: dict[tuple[float, float], Spot] = {}
    at: dict[tuple[float, float], list[Shown]] = defaultdict(list)
    for each in activities:
        spot = gazetteer.spot(each.claim)
        if spot is not None:
            point = (spot.longitude, spot.latitude)
            spots.setdefault(point, spot)
            at[point].append(each)
    places = [MapPlace(spots[point], tuple(sorted(found, key=_newest))) for point, found in at.items()]
    placed = sum(len(place.activities) for place in places)
    return MapLayers(
        places=tuple(
            sorted(places, key=lambda place: (-len(place.activities), place.spot.place, place.spot.longitude))
        ),
        areas=_areas(places),
        placed=placed,
        unplaced=len(activities) - placed,
        other=len(listed) - len(activities),
    )


def map_features(layers: MapLayers) -> dict[str, Any]:
    """The map as GeoJSON (RFC 7946): a point for each activity, a polygon for each area."""
    points = [
        _feature(each.claim.id, _point(place.spot), each.facts() | _place_facts(place.spot) | {"feature": "activity"})
        for place in layers.places
        for each in place.activities
    ]
    return {"type": "FeatureCollection", "features": [*points, *(area_feature(area) for area in layers.areas)]}


def area_feature(area: MapArea) -> Feature:
    """An area as a feature of GeoJSON."""
    from shapely.geometry import mapping
    from shapely.geometry.polygon import orient

    # RFC 7946 wants outer rings against the clock.
    drawn = orient(area.shape) if area.shape.geom_type == "Polygon" else area.shape
    facts = {
        "feature": "area",
        "name": area.name,
        "kind": area.kind,
        "definition": area.definition,
        "source": area.source,
        "approximate": area.approximate,
        "activities": area.activities,
    }
    return _feature(f"area-{area.id}", mapping(drawn), facts)


def _areas(places: Iterable[MapPlace]) -> tuple[MapArea, ...]:
    named = {place.spot.area.id: len(place.activities) for place in places if place.spot.area}
    areas = []
    for area in areas_all():
        shape = place_named(area.id).shape
        areas.append(
            MapArea(
                area.id,
                area.name,
                area.kind,
                area.definition,
                area.source,
                area.approximate,
                shape,
                named.get(area.id, 0),
            )
        )
    return tuple(sorted(areas, key=lambda area: (-area.shape.area, area.id)))


def _newest(shown: Shown) -> tuple[int, str]:
    return -(shown.start.toordinal() if shown.start else 0), shown.claim.id


def _point(spot: Spot) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [spot.longitude, spot.latitude]}


def _place_facts(spot: Spot) -> dict[str, Any]:
    return {"place": spot.place, "known_by": spot.known_by, "area": spot.area.id if spot.area else None}


def _feature(id: str, geometry: Any, facts: dict[str, Any]) -> Feature:
    return {"type": "Feature", "id": id, "geometry": geometry, "properties": facts}
