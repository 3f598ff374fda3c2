"""What a map shows of a selection."""

from itertools import pairwise

from foedera.views.map_layers import build_map, map_features
from tests.answers.world import PACT, event
from tests.views.world import exercise, measured, shown

PORT = (measured("westport", "latitude", "41.5"), measured("westport", "longitude", "-3.25"))


def test_an_activity_lies_where_the_record_says(record_of):
    """Coordinates that the record has for a place put the activities there on the map, newest first."""
    layers = build_map(record_of(*PORT), shown(exercise("2018", place="westport"), exercise("2019", place="westport")))
    (place,) = layers.places

    assert (place.spot.latitude, place.spot.longitude, place.spot.known_by) == (41.5, -3.25, "coordinates")
    assert [str(each.claim.when) for each in place.activities] == ["2019", "2018"]


def test_a_sea_is_an_area_and_not_a_point(record_of):
    """In a named sea, an activity lies somewhere: the dot says so, and the area counts it."""
    layers = build_map(record_of(), shown(exercise("2018", place="Gulf of Aden")))
    gulf = next(area for area in layers.areas if area.id == "gulf-of-aden")

    assert layers.places[0].spot.known_by == "area"
    assert gulf.activities == 1


def test_what_cannot_be_placed_is_counted(record_of):
    """An activity without a known place and a claim that lies nowhere are not on the map, and not forgotten."""
    claims = (exercise("2018", place="nowhere known"), exercise("2018"), event(PACT, "signed", "2018"))
    layers = build_map(record_of(), shown(*claims))

    assert (layers.placed, layers.unplaced, layers.other) == (0, 2, 1)


def test_every_area_of_operations_is_there(record_of):
    """Areas are drawn whether or not something is known in them: that is what one compares with."""
    kinds = {area.kind for area in build_map(record_of(), ()).areas}

    assert "area_of_operations" in kinds


def test_the_map_is_geojson(record_of):
    """Longitude comes first, rings run against the clock, and each activity keeps its claim."""
    layers = build_map(record_of(*PORT), shown(exercise("2018", place="westport")))
    point, *areas = map_features(layers)["features"]

    assert point["geometry"] == {"type": "Point", "coordinates": [-3.25, 41.5]}
    assert point["properties"]["claim"] == point["id"]
    assert all(
        _turns_left(area["geometry"]["coordinates"][0]) for area in areas if area["geometry"]["type"] == "Polygon"
    )


def _turns_left(ring) -> bool:
    return sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(ring)) < 0
