"""Makes `data/outlines/land.json` from the land of Natural Earth (1:50 million) as the npm package world-atlas has it.

npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz && python scripts/make_outlines.py package/land-50m.json
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from shapely.geometry import Polygon

TARGET = Path(__file__).resolve().parent.parent / "src/foedera/data/outlines/land.json"
TOLERANCE = 0.04  # degrees: less than the width of a line on the closest map that is drawn
LEAST_AREA = 0.01  # square degrees: smaller islands are dots


def rings(topology: dict) -> Iterator[list[list[tuple[float, float]]]]:
    """Every polygon of the land as rings of degrees, the outer one first."""
    (scale_x, scale_y), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]

    def decoded(arc: list[list[int]]) -> list[tuple[float, float]]:
        steps = accumulate(arc, lambda point, step: [point[0] + step[0], point[1] + step[1]])
        return [(x * scale_x + left, y * scale_y + low) for x, y in steps]

    arcs = [decoded(arc) for arc in topology["arcs"]]
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            yield [
                [point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])] for ring in polygon
            ]


def main(source: str) -> None:
    drawn = []
    for outer, *holes in rings(json.loads(Path(source).read_text("utf-8"))):
        polygon = Polygon(outer, holes).buffer(0).simplify(TOLERANCE)
        for part in getattr(polygon, "geoms", (polygon,)):
            if part.area >= LEAST_AREA:
                drawn.append(
                    [[[round(x, 2), round(y, 2)] for x, y in ring.coords] for ring in (part.exterior, *part.interiors)]
                )
    drawn.sort(key=lambda polygon: (-len(polygon[0]), polygon))
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    facts = {
        "source": "Natural Earth, land, 1:50 million, version 4.1.0, by way of the npm package world-atlas 2.0.2",
        "licence": "public domain (Natural Earth); packaging ISC, Copyright 2013-2019 Michael Bostock",
        "polygons": drawn,
    }
    TARGET.write_text(json.dumps(facts, separators=(",", ":")) + "\n", "utf-8")
    print(f"{len(drawn)} polygons, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
