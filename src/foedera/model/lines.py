"""A claim as a line of JSON: out as the grammar of claims fixes it, and in again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from foedera.model.claims import Claim, ClaimId, Evidence, Filler, Source, check_claim
from foedera.model.documents import DocumentId
from foedera.model.entities import EntityId
from foedera.model.errors import ClaimInvalid, DateInvalid
from foedera.model.kinds import KINDS, Holds, Kind, Modality, Polarity
from foedera.model.time import Span


def claim_to_json(claim: Claim, path: str | None) -> dict[str, Any]:
    """The claim as plain JSON values; `path` is the document's path as given, None if there is none."""
    spec = KINDS[claim.kind]
    roles = {
        role.name: [_filler_to_json(filler, role.holds) for filler in claim.roles[role.name]]
        for role in spec.roles
        if claim.roles.get(role.name)
    }
    line: dict[str, Any] = {"id": claim.id, "kind": claim.kind.value, "document": path, "roles": roles}
    if claim.when is not None:
        line["when"] = claim.when.edtf
    line["modality"] = claim.modality.value
    line["polarity"] = claim.polarity.value
    line["evidence"] = [_evidence_to_json(evidence) for evidence in claim.evidence]
    line["cites"] = list(claim.cites)
    line["confidence"] = round(claim.confidence, 3)
    line["extractor"] = claim.extractor
    return line


def claim_to_line(claim: Claim, path: str | None) -> str:
    """The claim as one line of JSON, without the line's end."""
    return json.dumps(claim_to_json(claim, path), ensure_ascii=False)


def claim_from_json(line: Mapping[str, Any], document: DocumentId | None = None, *, where: str = "") -> Claim:
    """The claim that a line of JSON says. Raises ClaimInvalid, naming place, field and mend.

    `document` is the id of the document that the line's path stands for.
    """
    try:
        kind = Kind(line["kind"])
    except (KeyError, ValueError) as error:
        known = ", ".join(kind.value for kind in Kind)
        raise ClaimInvalid(
            f"no kind of claim: {line.get('kind')!r}.", where=where, mend=f"Known kinds: {known}."
        ) from error
    place = (
        f"{where}, claim {line.get('id', '?')} ({kind.value})"
        if where
        else f"claim {line.get('id', '?')} ({kind.value})"
    )
    try:
        claim = Claim(
            kind=kind,
            roles={
                role: tuple(_filler_from_json(filler) for filler in fillers) for role, fillers in line["roles"].items()
            },
            evidence=tuple(_evidence_from_json(evidence, document) for evidence in line["evidence"]),
            when=Span.parse(line["when"]) if line.get("when") else None,
            modality=Modality(line.get("modality", "actual")),
            polarity=Polarity(line.get("polarity", "affirmed")),
            cites=tuple(line.get("cites", ())),
            confidence=float(line.get("confidence", 0.5)),
            extractor=str(line.get("extractor", "")),
            id=ClaimId(str(line.get("id", ""))),
        )
    except DateInvalid as error:
        raise ClaimInvalid(
            f"“when”: {error.what}", where=place, mend=f"{error.mend} Leave “when” out where the text gives no date."
        ) from error
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise ClaimInvalid(f"cannot be read: {error!r}.", where=place, mend="See the grammar of claims.") from error
    return check_claim(claim)


def _filler_to_json(filler: Filler, holds: Holds) -> Any:
    if holds is Holds.CLOSED:
        return filler.text
    values: dict[str, Any] = {"text": filler.text}
    if filler.start is not None:
        values |= {"start": filler.start, "end": filler.end}
    if filler.entity is not None:
        values |= {"entity": filler.entity, "name": filler.name or filler.text}
    return values


def _filler_from_json(value: Any) -> Filler:
    if isinstance(value, str):
        return Filler(value)
    entity = value.get("entity")
    return Filler(
        value["text"], value.get("start"), value.get("end"), EntityId(entity) if entity else None, value.get("name")
    )


def _evidence_to_json(evidence: Evidence) -> dict[str, Any]:
    if evidence.source is None:
        return {"start": evidence.start, "end": evidence.end, "quote": evidence.quote}
    source = evidence.source
    fields = {
        "title": source.title,
        "url": source.url,
        "publisher": source.publisher,
        "date": source.date,
        "reliability": source.reliability,
    }
    return {"source": {name: value for name, value in fields.items() if value is not None}}


def _evidence_from_json(value: Mapping[str, Any], document: DocumentId | None) -> Evidence:
    if "source" in value:
        return Evidence(None, None, None, "", Source(**value["source"]))
    return Evidence(document, int(value["start"]), int(value["end"]), str(value["quote"]))
