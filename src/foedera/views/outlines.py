"""The outlines of land that ship with the program, cut to the part of the globe that is drawn."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from typing import Any

from foedera.names.data import data_path


@cache
def land() -> Any:
    """The land of the globe as one shape of shapely. Source: Natural Earth, see data/README.md."""
    from shapely.geometry import MultiPolygon, Polygon

    polygons = json.loads(data_path("outlines/land.json").read_text("utf-8"))["polygons"]
    return MultiPolygon([Polygon(outer, holes) for outer, *holes in polygons])


def outline_path(
    shape: Any,
    bounds: tuple[float, float, float, float],
    tolerance: float,
    at: Callable[[float, float], tuple[float, float]],
) -> str:
    """What of a shape lies within bounds (west, south, east, north), as the steps of an SVG path.

    It is thinned out by a tolerance in degrees; `at` tells where a longitude and a latitude lie in the picture.
    """
    return "".join(map(partial(ring_path, at=at), _rings_within(shape, bounds, tolerance)))


def ring_path(ring: Iterable[tuple[float, float]], at: Callable[[float, float], tuple[float, float]]) -> str:
    """A closed ring as the steps of an SVG path."""
    return "M" + "L".join(f"{x} {y}" for x, y in (at(*point) for point in ring)) + "Z"


def within_globe(middle: float, length: float, limit: float) -> tuple[float, float]:
    """From where to where a stretch of degrees reaches, moved so that it stays between -limit and limit."""
    if length >= 2 * limit:
        return -limit, limit
    first = min(max(middle - length / 2, -limit), limit - length)
    return first, first + length


def _rings_within(
    shape: Any, bounds: tuple[float, float, float, float], tolerance: float
) -> Iterator[Sequence[tuple[float, float]]]:
    from shapely.geometry import box

    window = box(*bounds)
    near = [part for part in getattr(shape, "geoms", (shape,)) if part.intersects(window)]
    # Outlines that were thinned out may cross themselves; a buffer of nothing makes them whole again.
    seen = [part.buffer(0).intersection(window).simplify(tolerance) for part in near]
    for piece in seen:
        for polygon in getattr(piece, "geoms", (piece,)):
            if polygon.geom_type == "Polygon":
                yield from (ring.coords for ring in (polygon.exterior, *polygon.interiors))
