"""Pictures for the page: a map of where activities took place, and a bar for each year. SVG as text, nothing fetched."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from foedera.answers.places import Place
from foedera.names.data import read_table, split_cell
from foedera.views.frame import Frame, degrees_named
from foedera.views.outlines import land, outline_path, ring_path, within_globe
from foedera.views.placing import Spot, seas

WIDTH = 960
_LABELS = 14  # places that are named on the map; more would cover each other
_LEAST = 24.0  # degrees from west to east, at least: closer, the drawn borders would pretend to be exact
_STEPS = (5, 10, 20, 30)


def frame_of(spots: Iterable[Spot]) -> Frame:
    """A frame around these spots and the areas in which they lie, wider than high."""
    west, south, east, north = 180.0, 90.0, -180.0, -90.0
    for spot in spots:
        bounds = spot.area.shape.bounds if spot.area else (spot.longitude, spot.latitude) * 2
        west, south = min(west, bounds[0]), min(south, bounds[1])
        east, north = max(east, bounds[2]), max(north, bounds[3])
    west, south, east, north = west - 4, south - 4, east + 4, north + 4
    wide = max(east - west, _LEAST, (north - south) * 1.7)
    high = max(north - south, wide / 2.4)
    middle, centre = (west + east) / 2, (south + north) / 2
    west, east = within_globe(middle, wide, 180.0)
    south, north = within_globe(centre, high, 90.0)
    return Frame(west, south, east, north, WIDTH)


def draw_map(spots: Mapping[str, Spot]) -> str:
    """A map with a dot for each place, as large as there are activities; `spots` are by claim."""
    frame = frame_of(spots.values())
    height = math.ceil(frame.height)
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="Map of the activities">',
        *(_polygon(sea, frame, "sea other") for sea in seas()),
        *(_polygon(area, frame, "sea") for area in _areas(spots)),
        _land(frame),
        *_grid(frame),
        *_countries(frame, [frame.at(spot.longitude, spot.latitude) for spot in spots.values()]),
        *_dots(spots, frame),
        "</svg>",
    ]
    return "\n".join(parts)


def _areas(spots: Mapping[str, Spot]) -> list[Place]:
    found = {spot.area.id: spot.area for spot in spots.values() if spot.area}
    return sorted(found.values(), key=lambda area: (-area.shape.area, area.id))  # small ones on top of large ones


def _grid(frame: Frame) -> Iterator[str]:
    step = next((step for step in _STEPS if (frame.east - frame.west) / step <= 9), _STEPS[-1])
    for degrees in range(-180, 181, step):
        if frame.west < degrees < frame.east:
            right, _ = frame.at(degrees, 0)
            yield f'<path class="grid" d="M{right} 0V{frame.height:.0f}"/>'
            yield f'<text class="degrees" x="{right + 3}" y="{frame.height - 5:.0f}">{degrees_named(degrees, "E", "W")}</text>'
    for degrees in range(-90, 91, step):
        if frame.south < degrees < frame.north:
            _, down = frame.at(0, degrees)
            yield f'<path class="grid" d="M0 {down}H{WIDTH}"/>'
            yield f'<text class="degrees" x="4" y="{down - 4}">{degrees_named(degrees, "N", "S")}</text>'


def _polygon(area: Place, frame: Frame, style: str) -> str:
    shapes = area.shape.geoms if area.shape.geom_type == "MultiPolygon" else (area.shape,)
    rings = (ring.coords for shape in shapes for ring in (shape.exterior, *shape.interiors))
    drawn = [ring_path(ring, frame.at) for ring in rings]
    return f'<path class="{style}" d="{"".join(drawn)}"><title>{escape(area.name)}</title></path>'


def _land(frame: Frame) -> str:
    tolerance = (frame.east - frame.west) / WIDTH * 0.8
    path = outline_path(land(), frame.bounds, tolerance, frame.at)
    return f'<path class="land" fill-rule="evenodd" d="{path}"/>'


def _countries(frame: Frame, dots: list[tuple[float, float]]) -> Iterator[str]:
    """Names of coastal states, thinned out where they would cover each other or a dot."""
    taken: list[tuple[float, float]] = []
    for row in read_table("coasts.csv"):
        latitude, longitude = (float(part) for part in split_cell(row["points"])[0].split())
        if frame.holds(longitude, latitude):
            right, down = frame.at(longitude, latitude)
            covers = any(abs(right - x) < 45 and abs(down - y) < 18 for x, y in dots)
            if not covers and all(abs(right - x) > 95 or abs(down - y) > 15 for x, y in taken):
                taken.append((right, down))
                yield f'<text class="country" x="{right}" y="{down}" text-anchor="middle">{escape(row["name"])}</text>'


def _dots(spots: Mapping[str, Spot], frame: Frame) -> Iterator[str]:
    count = Counter((spot.longitude, spot.latitude) for spot in spots.values())
    names = {(spot.longitude, spot.latitude): spot.place for spot in spots.values()}
    labels: list[str] = []
    taken: list[tuple[float, float]] = []
    for point, number in count.most_common():
        right, down = frame.at(*point)
        radius = round(4 + 2.2 * math.sqrt(number), 1)
        said = f"{names[point]}: {number} activit{'y' if number == 1 else 'ies'}"
        yield f'<circle class="spot" cx="{right}" cy="{down}" r="{radius}"><title>{escape(said)}</title></circle>'
        if len(labels) < _LABELS and all(abs(right - x) > 150 or abs(down - y) > 20 for x, y in taken):
            taken.append((right, down))
            labels.append(_label(names[point], right, down, radius))
    yield from labels


def _label(name: str, right: float, down: float, radius: float) -> str:
    """The name beside its dot, on the side where there is room."""
    short = name if len(name) <= 34 else name[:33].rstrip() + "…"
    left = right > WIDTH * 0.7
    x = right - radius - 4 if left else right + radius + 4
    anchor = ' text-anchor="end"' if left else ""
    return f'<text class="placename" x="{x:.1f}" y="{down + 5:.1f}"{anchor}>{escape(short)}</text>'


def draw_years(years: Mapping[int, int], anchors: str = "y") -> str:
    """A bar for each year from the first to the last, as high as there are claims; each leads to its year."""
    first, last = min(years), max(years)
    height, base, most = 150, 122, max(years.values())
    wide = WIDTH / (last - first + 1)
    every = next(step for step in (1, 2, 5, 10, 20, 50, 100) if wide * step >= 48 or step == 100)
    parts = [f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="Claims by year">']
    for year in range(first, last + 1):
        left, number = (year - first) * wide, years.get(year, 0)
        if number:
            tall = max(3.0, number / most * (base - 12))
            bar = f'<rect class="bar" x="{left + wide * 0.1:.1f}" y="{base - tall:.1f}" width="{max(1.0, min(wide * 0.8, 60)):.1f}" height="{tall:.1f}" rx="1"/>'
            parts.append(f'<a href="#{anchors}{year}">{bar}<title>{year}: {number}</title></a>')
        if year % every == 0:
            parts.append(f'<text class="year" x="{left + wide * 0.1:.1f}" y="{height - 8}">{year}</text>')
    parts.append(f'<path class="grid" d="M0 {base + 1}H{WIDTH}"/></svg>')
    return "\n".join(parts)
