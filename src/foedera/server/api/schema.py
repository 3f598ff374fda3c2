"""/schema and /openapi.json: what a claim looks like, and what the interface offers."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from foedera.model.schema import claim_schema
from foedera.server.api.openapi import describe
from foedera.server.api.parameters import read_parameters
from foedera.server.etags import answer
from foedera.server.records import TheRecord

router = APIRouter(prefix="/api/v1", tags=["schema"])


@router.get("/schema")
def schema_of_claims(request: Request, record: TheRecord) -> dict[str, Any]:
    """The JSON schema of a claim as a line of JSON: the ten kinds with their roles and closed lists."""
    read_parameters(request, ())
    return answer(request, record, claim_schema)  # type: ignore[return-value]  # an answer is a response already


@router.get("/openapi.json", include_in_schema=False)
def openapi(request: Request, record: TheRecord) -> Response:
    """The description of this interface."""
    return answer(request, record, lambda: describe(request.app))
