"""The map: where the activities of a selection took place, over land and areas of operations."""

from __future__ import annotations

from itertools import islice
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from foedera.record import Record
from foedera.server.etags import answer
from foedera.server.pages.viewing import ask, ask_data, csv_response, part_of, render_view, tidy_address, with_link
from foedera.server.records import TheRecord, at_one_moment
from foedera.views.map_layers import MapLayers, build_map, map_features
from foedera.views.shown import Part, show_claims

router = APIRouter()

COLUMNS = (
    *("place", "longitude", "latitude", "known_by", "area", "says", "when", "start", "end", "modality", "polarity"),
    *("confidence", "source", "quote", "claim", "document"),
)


_ROWS = 500  # of the table under the map; the file has all of them


@router.get("/map")
@at_one_moment
def show_map(request: Request, record: TheRecord) -> Response:
    """The page."""
    asked = ask(request, record, "map")
    tidy = tidy_address(request, asked)
    if tidy is not None:
        return tidy
    part = part_of(record, asked)
    layers = _layers(record, part)
    activities = ((place, each) for place in layers.places for each in place.activities)
    return render_view(request, record, asked, part, layers=layers, activities=tuple(islice(activities, _ROWS)))


@router.get("/map.geojson")
@at_one_moment
def map_geojson(request: Request, record: TheRecord) -> Response:
    """What the page draws."""

    def make() -> dict[str, Any]:
        _, part = ask_data(request, record, "map")
        drawn = map_features(_layers(record, part))
        claims = {claim.id: claim for claim in part.claims}
        for feature in drawn["features"]:
            if feature["id"] in claims:
                feature["properties"] = with_link(feature["properties"], claims[feature["id"]])
        return drawn

    return answer(request, record, make, media_type="application/geo+json")


@router.get("/map.csv")
@at_one_moment
def map_csv(request: Request, record: TheRecord) -> Response:
    """What the page draws, as a table."""
    _, part = ask_data(request, record, "map")
    rows = (
        each.facts()
        | {
            "place": place.spot.place,
            "longitude": place.spot.longitude,
            "latitude": place.spot.latitude,
            "known_by": place.spot.known_by,
            "area": place.spot.area.name if place.spot.area else None,
        }
        for place in _layers(record, part).places
        for each in place.activities
    )
    return csv_response("map", COLUMNS, rows)


def _layers(record: Record, part: Part) -> MapLayers:
    return build_map(record, show_claims(record, part.claims))
