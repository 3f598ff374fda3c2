"""The outlines of land that ship with the program, cut to the part of the globe that is drawn."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from foedera.names.data import data_path


@cache
def land() -> Any:
    """The land of the globe as one shape of shapely. Source: Natural Earth, see data/README.md."""
    from shapely.geometry import MultiPolygon, Polygon

    polygons = json.loads(data_path("outlines/land.json").read_text("utf-8"))["polygons"]
    return MultiPolygon([Polygon(outer, holes) for outer, *holes in polygons])


def rings_within(
    shape: Any, bounds: tuple[float, float, float, float], tolerance: float
) -> Iterator[Sequence[tuple[float, float]]]:
    """The rings of what of a shape lies within bounds (west, south, east, north), thinned out by a tolerance in degrees."""
    from shapely.geometry import box

    window = box(*bounds)
    near = [part for part in getattr(shape, "geoms", (shape,)) if part.intersects(window)]
    # Outlines that were thinned out may cross themselves; a buffer of nothing makes them whole again.
    seen = [part.buffer(0).intersection(window).simplify(tolerance) for part in near]
    for piece in seen:
        for polygon in getattr(piece, "geoms", (piece,)):
            if polygon.geom_type == "Polygon":
                yield from (ring.coords for ring in (polygon.exterior, *polygon.interiors))
