"""Activities and areas as GeoJSON (RFC 7946), with their times."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from foedera.exchange.outgoing.selection import Selection, Written, days_of, new_file, source_title, source_url
from foedera.model.claims import Claim
from foedera.model.documents import Document, DocumentId
from foedera.model.kinds import Kind
from foedera.views.placing import Gazetteer, Spot
from foedera.views.statements import show_claim

Feature = dict[str, Any]


def write_geojson(selection: Selection, path: Path) -> Written:
    """Write a point for each activity and a polygon for each area in which one took place.

    Only activities lie somewhere; of those, the ones without a known place are left out and counted.
    """
    written, gazetteer = Written(), Gazetteer(selection.record)
    documents: dict[DocumentId, Document] = {}
    areas: dict[str, list[tuple[Claim, Spot]]] = {}
    with new_file(path) as file:
        file.write('{"type": "FeatureCollection", "features": [')
        for claim in selection.claims():
            spot = gazetteer.spot(claim) if claim.kind is Kind.ACTIVITY else None
            if spot is None:
                written.left_out[_why(claim)] += 1
                continue
            if claim.document and claim.document not in documents:
                documents |= selection.documents((claim,))
            file.write((",\n" if written.claims else "\n") + _text(_activity(claim, spot, documents)))
            written.claims += 1
            if spot.area is not None:
                areas.setdefault(spot.area.id, []).append((claim, spot))
        for _, found in sorted(areas.items()):
            file.write(",\n" + _text(_area(found)))
        file.write("\n]}\n")
    written.note(documents.values())
    return written


def _why(claim: Claim) -> str:
    if claim.kind is not Kind.ACTIVITY:
        return f"{claim.kind.value}: only activities lie somewhere on a map"
    return "activity whose place has no known coordinates" if claim.fillers("place") else "activity without a place"


def _text(feature: Feature) -> str:
    return json.dumps(feature, ensure_ascii=False)


def _activity(claim: Claim, spot: Spot, documents: dict[DocumentId, Document]) -> Feature:
    start, end = days_of(claim)
    evidence = claim.evidence[0]
    properties = {
        "feature": "activity",
        "claim": claim.id,
        "type": claim.word("type"),
        "says": show_claim(claim),
        "participants": [filler.name or filler.text for filler in claim.fillers("participant")],
        "place": spot.place,
        "place_known_by": spot.known_by,
        "area": spot.area.id if spot.area else None,
        "when": claim.when.edtf if claim.when else None,
        "start": start,
        "end": end,
        "modality": claim.modality.value,
        "polarity": claim.polarity.value,
        "confidence": claim.confidence,
        "quote": evidence.quote or None,
        "source": source_title(evidence, documents),
        "url": source_url(evidence, documents),
    }
    point = {"type": "Point", "coordinates": [spot.longitude, spot.latitude]}
    return {"type": "Feature", "id": claim.id, "geometry": point, "properties": properties}


def _area(found: list[tuple[Claim, Spot]]) -> Feature:
    from shapely.geometry import mapping
    from shapely.geometry.polygon import orient

    area = found[0][1].area
    assert area is not None
    shape = area.shape
    # RFC 7946 wants outer rings against the clock.
    drawn = orient(shape) if shape.geom_type == "Polygon" else shape
    days = sorted(day for claim, _ in found for day in days_of(claim) if day)
    properties = {
        "feature": "area",
        "name": area.name,
        "approximate": area.approximate,
        "activities": len(found),
        "start": days[0] if days else None,
        "end": days[-1] if days else None,
        "source": area.source,
    }
    return {"type": "Feature", "id": f"area-{area.id}", "geometry": mapping(drawn), "properties": properties}
