"""Places: which polygon a person means, and how it lies to an area of operations. Coordinates are WGS 84 degrees."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from foedera.model.errors import NameUnknown, UsageWrong
from foedera.names.data import data_path, read_table, split_cell
from foedera.names.folding import fold_name

# The areas are drawn by hand with few points: about 30 nautical miles, half a degree of latitude, is how far a drawn
# border may lie from the real one (docs/decisions/0042).
MARGIN_DEGREES = 0.5
# "Off" a coast: within 100 nautical miles of the points that stand for it.
_OFF_DEGREES = 100 / 60
# What is shared to less than this counts as outside, to more than its opposite as inside: seas drawn apart never fit.
_SLIVER = 0.03

_NUMBER = r"[-+]?\d+(?:\.\d+)?"
_POINT = re.compile(
    rf"\s*(?P<lat>{_NUMBER})\s*°?\s*(?P<ns>[NS]?)\s*[,;\s]\s*(?P<lon>{_NUMBER})\s*°?\s*(?P<ew>[EW]?)\s*", re.I
)
_OFF = re.compile(r"^(?:waters )?(?:just )?off (?:the coast of )?(?:the )?(?P<name>.+)$", re.I)


class Lies(StrEnum):
    """How a place lies to an area."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    PARTLY = "partly"
    NEAR = "near"  # so close to an approximate border that nobody can tell


@dataclass(frozen=True, slots=True)
class Area:
    """An area with a polygon. `approximate`: only the words of its definition are facts, not its drawn border."""

    id: str
    name: str
    kind: str
    definition: str
    legal_basis: str
    source: str | None
    approximate: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happens: a point, a coast or a sea. `shape` is a shapely geometry (longitude, latitude)."""

    id: str
    name: str
    shape: Any
    approximate: bool
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """How a place lies to an area; `share` is the part of the place inside, 0 to 1, for a point 0 or 1."""

    place: Place
    area: Area
    lies: Lies
    share: float


def place_named(name: str) -> Place:
    """The place that a person means: "Gulf of Aden", "off Sri Lanka", "12.5,47.0" (latitude, longitude).

    Raises NameUnknown with the nearest names, UsageWrong for coordinates that are not on the globe.
    """
    found = find_place(name)
    if found is None:
        raise NameUnknown(name, _nearest(_without_off(name)), what="place with known coordinates")
    return found


def find_place(name: str) -> Place | None:
    """The place that a name or coordinates stand for; None if nobody knows where it is. Raises UsageWrong as above."""
    point = _POINT.fullmatch(name)
    if point:
        return _point(name, point)
    key = fold_name(_without_off(name))
    for area, shape in _areas().values():
        if key in (fold_name(area.name), fold_name(area.id), *_aliases(area.id)):
            return Place(area.id, area.name, shape, area.approximate, area.source)
    for row in read_table("coasts.csv"):
        if key in {fold_name(each) for each in (row["id"], row["name"], *split_cell(row["aliases"]))}:
            return Place(f"off-{row['id'].lower()}", f"the sea off {row['name']}", _coast(row["id"]), approximate=True)
    return None


def _without_off(name: str) -> str:
    off = _OFF.match(name.strip())
    return off["name"] if off else name


def area_of(area: str) -> Area:
    """The area of this id. Raises NameUnknown."""
    if area not in _areas():
        raise NameUnknown(area, tuple(_areas()), what="area")
    return _areas()[area][0]


def areas_all() -> tuple[Area, ...]:
    """Every area with a polygon."""
    return tuple(area for area, _ in _areas().values())


def position(place: Place, area: Area) -> Position:
    """How the place lies to the area. A point closer than the margin to an approximate border is `near`."""
    shape = _areas()[area.id][1]
    if place.shape.geom_type == "Point":
        inside = bool(shape.covers(place.shape))
        near = area.approximate and _degrees(shape, place.shape) < MARGIN_DEGREES
        return Position(place, area, Lies.NEAR if near else Lies.INSIDE if inside else Lies.OUTSIDE, float(inside))
    share = place.shape.intersection(shape).area / place.shape.area
    if share >= 1 - _SLIVER:
        lies = Lies.INSIDE
    elif share > _SLIVER:
        lies = Lies.PARTLY
    else:
        lies = Lies.OUTSIDE
    return Position(place, area, lies, share)


def _degrees(shape: Any, point: Any) -> float:
    """The distance of a point to a border in degrees of latitude; degrees of longitude shrink away from the equator."""
    from shapely.affinity import scale

    shrink = math.cos(math.radians(point.y))
    origin = (point.x, point.y)
    return float(scale(shape, xfact=shrink, yfact=1.0, origin=origin).boundary.distance(point))


def _point(name: str, match: re.Match[str]) -> Place:
    from shapely.geometry import Point

    latitude = float(match["lat"]) * (-1 if match["ns"].upper() == "S" else 1)
    longitude = float(match["lon"]) * (-1 if match["ew"].upper() == "W" else 1)
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise UsageWrong(
            f"“{name}” is no point on the globe.",
            mend="Write latitude (-90 to 90), then longitude (-180 to 180): 12.5,47.0.",
        )
    return Place(f"{latitude:g},{longitude:g}", f"{latitude:g}, {longitude:g}", Point(longitude, latitude), False)


@cache
def _areas() -> dict[str, tuple[Area, Any]]:
    from shapely.geometry import shape

    found = {}
    for feature in json.loads(data_path("areas.geojson").read_text(encoding="utf-8"))["features"]:
        facts = feature["properties"]
        area = Area(
            facts["id"],
            facts["name"],
            facts["kind"],
            facts["definition"],
            facts["legal_basis"],
            facts["source_url"],
            facts["approximate"],
        )
        found[area.id] = (area, shape(feature["geometry"]))
    return found


@cache
def _coast(id: str) -> Any:
    """The sea within reach of the points that stand for a coast, in circles on the globe."""
    from shapely.affinity import scale
    from shapely.geometry import Point
    from shapely.ops import unary_union

    row = next(row for row in read_table("coasts.csv") if row["id"] == id)
    circles = []
    for pair in split_cell(row["points"]):
        latitude, longitude = (float(part) for part in pair.split())
        circle = Point(longitude, latitude).buffer(_OFF_DEGREES)
        circles.append(scale(circle, xfact=1 / math.cos(math.radians(latitude)), yfact=1.0))
    around = unary_union(circles)
    at_sea = around.intersection(unary_union([shape for area, shape in _areas().values() if area.kind == "sea"]))
    return around if at_sea.is_empty else at_sea


@cache
def _aliases(area: str) -> frozenset[str]:
    rows = (row for row in read_table("names/aliases.csv") if row["id"] == area)
    return frozenset(fold_name(alias) for row in rows for alias in split_cell(row["aliases"]))


def _nearest(name: str) -> tuple[str, ...]:
    from rapidfuzz import process

    known = list(_known_names())
    return tuple(dict.fromkeys(match[0] for match in process.extract(name, known, limit=5)))


def _known_names() -> Iterator[str]:
    for area, _ in _areas().values():
        yield area.name
    for row in read_table("coasts.csv"):
        yield f"off {row['name']}"
