"""The map of a brief as a picture: what was done in the field, against land and areas of operations."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from foedera.answers.places import Area, Place, areas_all, place_named
from foedera.names.data import read_table, split_cell
from foedera.views.brief import drawing as draw
from foedera.views.brief.content import Picture
from foedera.views.brief.deeds import Deed, of_forces
from foedera.views.brief.material import Material
from foedera.views.brief.wording import counted, listed, short
from foedera.views.frame import Frame, degrees_named, true_between
from foedera.views.outlines import land, outline_path, within_globe
from foedera.views.placing import Gazetteer, Spot

_OPERATIONS = "area_of_operations"
_LEAST = 22.0  # degrees from west to east at least: closer, hand-drawn borders would pretend to be exact
_LABELS = 10


def draw_map(material: Material, deeds: Sequence[Deed]) -> Picture | None:
    """Where forces were active together; None if no place of it is known."""
    gazetteer = Gazetteer(material.record)
    field = of_forces(deeds)
    spots = {deed: spot for deed in field if (spot := gazetteer.spot(deed.claim)) is not None}
    if not spots:
        return None
    frame = frame_of(list(spots.values()))
    areas = list(_operations(spots))
    parts = [
        f'<rect width="{draw.WIDTH}" height="{frame.height:.0f}" fill="{draw.SEA}"/>',
        *(_area(area, frame) for area in areas),
        f'<path d="{_path(land(), frame)}" fill="{draw.LAND}" stroke="#b9b2a3" stroke-width="0.4" fill-rule="evenodd"/>',
        *_grid(frame),
        *_coasts(frame, [frame.at(spot.longitude, spot.latitude) for spot in spots.values()]),
        *_dots(spots, frame),
        *_area_names(areas, frame),
    ]
    alt = f"Map of {counted(len(spots), 'activity', 'activities')} in the field"
    missing = len(field) - len(spots)
    rest = (
        f" {counted(missing, 'activity', 'activities').capitalize()} lie where nobody gave a place." if missing else ""
    )
    named = f" Dashed: {listed(area.name for area in areas)}, drawn approximately." if areas else ""
    caption = f"A disc is a place, as large as what was done there is frequent; a place known only as a sea stands at its middle.{named}{rest} Land: Natural Earth."
    claims = tuple(dict.fromkeys(claim.id for deed in spots for claim in deed.claims))
    picture = draw.svg(draw.WIDTH, math.ceil(frame.height), alt, *parts)
    return Picture("map", picture, alt, caption, claims, draw.WIDTH, math.ceil(frame.height))


def frame_of(spots: Sequence[Spot]) -> Frame:
    """A frame around these spots and the seas in which they lie, wider than high."""
    west, south, east, north = 180.0, 90.0, -180.0, -90.0
    for spot in spots:
        bounds = (
            spot.area.shape.bounds if spot.area and spot.known_by == "area" else (spot.longitude, spot.latitude) * 2
        )
        west, south = min(west, bounds[0]), min(south, bounds[1])
        east, north = max(east, bounds[2]), max(north, bounds[3])
    margin = max(3.0, (east - west) * 0.08)
    west, south, east, north = west - margin, south - margin, east + margin, north + margin
    shrink = math.cos(math.radians((south + north) / 2))
    wide = max(east - west, _LEAST, (north - south) / shrink * 1.6)
    high = max(north - south, wide * shrink / 2.3)
    west, east = within_globe((west + east) / 2, wide, 180.0)
    south, north = within_globe((south + north) / 2, min(high, 150.0), 85.0)
    return Frame(west, south, east, north, draw.WIDTH, true_between(south, north))


def _path(shape: Any, frame: Frame) -> str:
    """What of a shape lies in the frame, as the steps of an SVG path."""
    tolerance = (frame.east - frame.west) / draw.WIDTH * 0.6
    return outline_path(shape, frame.bounds, tolerance, frame.at)


def _grid(frame: Frame) -> Iterator[str]:
    step = next((step for step in (5, 10, 20, 30) if (frame.east - frame.west) / step <= 8), 30)
    for degrees in range(-180, 181, step):
        if frame.west < degrees < frame.east:
            x, _ = frame.at(degrees, 0)
            yield draw.line(x, 0, x, frame.height, stroke="#ffffff", width=0.5)
            yield draw.text(x + 2, frame.height - 3, degrees_named(degrees, "E", "W"), size=6.5, fill=draw.SOFT)
    for degrees in range(-90, 91, step):
        if frame.south < degrees < frame.north:
            _, y = frame.at(0, degrees)
            yield draw.line(0, y, draw.WIDTH, y, stroke="#ffffff", width=0.5)
            yield draw.text(2, y - 2, degrees_named(degrees, "N", "S"), size=6.5, fill=draw.SOFT)


def _coasts(frame: Frame, dots: list[tuple[float, float]]) -> Iterator[str]:
    """Names of coastal states, left out where they would cover each other or a disc."""
    taken = list(dots)
    for row in read_table("coasts.csv"):
        places = [[float(part) for part in point.split()] for point in split_cell(row["points"])]
        for x, y in (frame.at(longitude, latitude) for latitude, longitude in places):
            inside = 30 < x < draw.WIDTH - 30 and 12 < y < frame.height - 30
            if inside and all(abs(x - other) > 62 or abs(y - below) > 13 for other, below in taken):
                taken.append((x, y))
                yield draw.haloed(x, y, row["name"], size=7, fill=draw.SOFT, anchor="middle")
                break


def _operations(spots: Mapping[Deed, Spot]) -> Iterator[Place]:
    """The areas of operations in which something was done, the largest first."""
    from shapely.geometry import Point

    found = [place_named(area.id) for area in _areas_of_operations()]
    around = [
        place
        for place in found
        if any(place.shape.covers(Point(spot.longitude, spot.latitude)) for spot in spots.values())
    ]
    yield from sorted(around, key=lambda place: (-place.shape.area, place.id))


def _areas_of_operations() -> list[Area]:
    return [area for area in areas_all() if area.kind == _OPERATIONS]


def _area(place: Place, frame: Frame) -> str:
    return (
        f'<path d="{_path(place.shape, frame)}" fill="{draw.AREA}" fill-opacity="0.06" stroke="{draw.AREA}" '
        f'stroke-width="0.8" stroke-dasharray="4 2.5" fill-rule="evenodd"/>'
    )


def _area_names(areas: Sequence[Place], frame: Frame) -> Iterator[str]:
    """The name of each area in its lower part, one below the other where they lie together."""
    for place, area in enumerate(areas):
        yield draw.haloed(
            draw.WIDTH - 6, frame.height - 14 - place * 10, f"– – {area.name}", size=7.5, fill=draw.AREA, anchor="end"
        )


def _dots(spots: Mapping[Deed, Spot], frame: Frame) -> Iterator[str]:
    """A disc for each place and, beside the largest, its name and number where there is room."""
    at: dict[tuple[float, float], list[Spot]] = {}
    for spot in spots.values():
        at.setdefault((spot.longitude, spot.latitude), []).append(spot)
    labels: list[str] = []
    taken: list[tuple[float, float]] = []
    for point, found in sorted(at.items(), key=lambda each: (-len(each[1]), each[0])):
        x, y = frame.at(*point)
        radius = 2.6 + 1.5 * math.sqrt(len(found))
        said = f"{found[0].place}: {len(found)}"
        yield draw.circle(x, y, radius, draw.FIELD, said, opacity=0.85)
        if len(labels) < _LABELS and all(abs(x - other) > 90 or abs(y - below) > 10 for other, below in taken):
            taken.append((x, y))
            left = x > draw.WIDTH * 0.72
            words = f"{short(found[0].place, 30)} ({len(found)})"
            labels.append(
                draw.haloed(
                    x + (-radius - 3 if left else radius + 3), y + 2.6, words, size=8, anchor="end" if left else "start"
                )
            )
    yield from labels
