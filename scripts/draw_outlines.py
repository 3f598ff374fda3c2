"""Draw the outlines under the map from Natural Earth: python scripts/draw_outlines.py countries-50m.json

Takes the TopoJSON of the npm package `world-atlas` (Natural Earth 1:50m, public domain) and writes
static/vendor/natural-earth/outlines.geojson: land, land borders and a point for each country's name. Lines are thinned
to what a map of seas needs; borders are drawn once, as Natural Earth draws them: where things stand, not whose claim is right.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

from shapely.affinity import translate
from shapely.geometry import LineString, Polygon, box

ROOT = Path(__file__).resolve().parent.parent
OUTLINES = ROOT / "src/foedera/server/static/vendor/natural-earth/outlines.geojson"
TOLERANCE = 0.035  # degrees; below what can be seen before a strait fills the screen
DECIMALS = 2
_LEAST_LABEL = 0.007  # square degrees: what is smaller has a point of its own when something happened there
# The file shortens some names; these are written out.
_FULL = {
    "W. Sahara": "Western Sahara",
    "Dem. Rep. Congo": "DR Congo",
    "Dominican Rep.": "Dominican Republic",
    "Central African Rep.": "Central African Republic",
    "Eq. Guinea": "Equatorial Guinea",
    "Bosnia and Herz.": "Bosnia and Herzegovina",
    "Solomon Is.": "Solomon Islands",
    "S. Sudan": "South Sudan",
    "N. Cyprus": "Northern Cyprus",
    "N. Mariana Is.": "Northern Mariana Islands",
    "Fr. Polynesia": "French Polynesia",
    "Fr. S. Antarctic Lands": "French Southern Lands",
    "S. Geo. and the Is.": "South Georgia",
    "Br. Indian Ocean Ter.": "British Indian Ocean Territory",
    "Indian Ocean Ter.": "Christmas Island",
    "Heard I. and McDonald Is.": "Heard and McDonald Islands",
    "Antigua and Barb.": "Antigua and Barbuda",
    "St. Vin. and Gren.": "St. Vincent",
    "Faeroe Is.": "Faroe Islands",
    "United States of America": "United States",
    "Turkey": "Türkiye",
    "Macedonia": "North Macedonia",
    "eSwatini": "Eswatini",
}

Point = tuple[float, float]


def thin(arcs: list[list[Point]]) -> list[list[Point]]:
    """The arcs with fewer points; rings of islands keep at least a triangle."""
    thinned = []
    for arc in arcs:
        simple = list(LineString(arc).simplify(TOLERANCE, preserve_topology=False).coords)
        kept = simple if len(simple) >= (4 if arc[0] == arc[-1] else 2) else arc
        rounded = [(round(x, DECIMALS), round(y, DECIMALS)) for x, y in kept]
        thinned.append([point for at, point in enumerate(rounded) if at == 0 or point != rounded[at - 1]])
    return thinned


def decode(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs of a TopoJSON file in degrees."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for deltas in topology["arcs"]:
        x = y = 0
        arc = []
        for delta_x, delta_y in deltas:
            x, y = x + delta_x, y + delta_y
            arc.append((x * scale_x + move_x, y * scale_y + move_y))
        arcs.append(arc)
    return arcs


def ring_of(indexes: list[int], arcs: list[list[Point]]) -> list[Point]:
    """The arcs one after the other; a negative index is an arc run backwards."""
    ring: list[Point] = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(arc[1:] if ring else arc)
    return ring


def polygons(geometry: dict[str, Any]) -> list[list[list[int]]]:
    """The polygons of a geometry as rings of arc indexes."""
    found = geometry.get("arcs", [])
    return [found] if geometry["type"] == "Polygon" else found


def feature(layer: str, kind: str, coordinates: Any, **facts: Any) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": {"layer": layer, **facts}, "geometry": geometry}


def unwrap(ring: list[Point]) -> list[Point]:
    """The ring without jumps: the file joins land across the meridian of 180°, so a ring may step from one side to the other."""
    unwrapped = ring[:1]
    turn = 0.0
    for (before, _), (x, y) in pairwise(ring):
        turn += 360 if x - before < -180 else -360 if x - before > 180 else 0
        unwrapped.append((x + turn, y))
    return unwrapped


def rings_on_globe(rings: list[list[Point]]) -> list[list[list[Point]]]:
    """A polygon cut at the meridian of 180°, each part with its rings."""
    outer, *holes = (unwrap(ring) for ring in rings)
    first, last = outer[0], outer[-1]
    if abs(last[0] - first[0]) > 180:  # around the pole: Antarctica
        outer = [*outer, (last[0], -90.0), (first[0], -90.0), first]
    if all(-180 <= x <= 180 for x, _ in outer):
        return [[outer, *holes]]
    shape = Polygon(outer, holes).buffer(0)
    parts = (translate(shape, turn).intersection(box(-180, -90, 180, 90)) for turn in (-360, 0, 360))
    whole = [
        one for part in parts for one in getattr(part, "geoms", (part,)) if one.geom_type == "Polygon" and one.area
    ]
    return [[rounded(one.exterior.coords), *(rounded(hole.coords) for hole in one.interiors)] for one in whole]


def rounded(ring: Iterable[Point]) -> list[Point]:
    return [(round(x, DECIMALS), round(y, DECIMALS)) for x, y in ring]


def land(topology: dict[str, Any], arcs: list[list[Point]]) -> dict[str, Any]:
    drawn = []
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in polygons(geometry):
            rings = [ring for ring in (ring_of(indexes, arcs) for indexes in polygon) if len(ring) >= 4]
            if rings:
                drawn.extend(rings_on_globe(rings))
    return feature("land", "MultiPolygon", drawn)


def borders(topology: dict[str, Any], arcs: list[list[Point]]) -> dict[str, Any]:
    """The arcs that two countries share."""
    used: Counter[int] = Counter()
    for geometry in topology["objects"]["countries"]["geometries"]:
        used.update(
            {index if index >= 0 else ~index for rings in polygons(geometry) for ring in rings for index in ring}
        )
    return feature("border", "MultiLineString", [arcs[index] for index, times in sorted(used.items()) if times > 1])


def labels(topology: dict[str, Any], arcs: list[list[Point]]) -> list[dict[str, Any]]:
    """A point inside the largest part of each country, the largest country first; `rank` 0 is named on every map."""
    found = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        shapes = [Polygon(unwrap(ring_of(rings[0], arcs))).buffer(0) for rings in polygons(geometry)]
        largest = max(shapes, key=lambda shape: shape.area, default=None)
        if largest is None or largest.area < _LEAST_LABEL:
            continue
        point = largest.representative_point() if not largest.contains(largest.centroid) else largest.centroid
        rank = 0 if largest.area > 60 else 1 if largest.area > 12 else 2 if largest.area > 1.5 else 3
        name = geometry["properties"]["name"]
        place = [round(point.x, DECIMALS), round(point.y, DECIMALS)]
        found.append(
            (
                -largest.area,
                feature("label", "Point", place, name=_FULL.get(name, name.replace(" Is.", " Islands")), rank=rank),
            )
        )
    return [label for _, label in sorted(found, key=lambda pair: pair[0])]


def main() -> None:
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    full = decode(topology)
    arcs = thin(full)
    features = [land(topology, arcs), borders(topology, arcs), *labels(topology, full)]
    lines = ",\n".join(json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in features)
    OUTLINES.write_text(f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n', encoding="utf-8")
    print(f"{OUTLINES.name}: {OUTLINES.stat().st_size:,} bytes, {sum(map(len, arcs)):,} points")


if __name__ == "__main__":
    main()
