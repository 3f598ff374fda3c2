"""The description of the interface as OpenAPI 3.1, with an example for every answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from foedera.model.schema import claim_schema
from foedera.server.errors import MEDIA_TYPE

EXAMPLES = Path(__file__).with_name("examples")
_ENDINGS = {"application/json": "json", "text/markdown": "md"}  # of the examples' files
_DESCRIPTION = (
    "The public record of international defence cooperation: claims with their evidence, and what follows from them. "
    "Every list comes in pages: follow `next` until it is null. Every answer has an ETag: send it back as "
    "`If-None-Match`, and an answer that still holds is not sent again. Errors are `application/problem+json` and say what, "
    "where and how to mend."
)
_PROBLEM = {
    "title": "Problem",
    "type": "object",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string", "description": "urn:foedera:problem: and the sort of problem."},
        "title": {"type": "string", "description": "What went wrong in general."},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What went wrong here."},
        "instance": {"type": "string", "description": "The address that was asked."},
        "what": {"type": "string"},
        "where": {"type": "string", "description": "The parameter, field or file concerned."},
        "mend": {"type": "string", "description": "What would have been accepted."},
        "candidates": {"type": "array", "items": {"type": "string"}, "description": "Names that may have been meant."},
    },
}


def describe(app: FastAPI) -> dict[str, Any]:
    """The interface as OpenAPI; made once for an application."""
    if app.openapi_schema is None:
        app.openapi_schema = _made(app)
    return app.openapi_schema


def _made(app: FastAPI) -> dict[str, Any]:
    made = get_openapi(
        title="Foedera", version=app.version, description=_DESCRIPTION, routes=app.routes, openapi_version="3.1.0"
    )
    schemas = made["components"]["schemas"]
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    schemas["Problem"] = _PROBLEM
    schemas["ClaimLine"] = {key: value for key, value in claim_schema().items() if key != "$schema"}
    for path in made["paths"].values():
        for operation in path.values():
            _complete(operation)
    return made


def _complete(operation: dict[str, Any]) -> None:
    """Give an operation its example and the one way in which it fails."""
    responses = operation["responses"]
    responses.pop("422", None)
    problem = {"schema": {"$ref": "#/components/schemas/Problem"}, "example": _example("problem")}
    responses["default"] = {"description": "What went wrong, and how to mend it.", "content": {MEDIA_TYPE: problem}}
    for status, response in responses.items():
        for media_type, content in response.get("content", {}).items() if status != "default" else ():
            shown = EXAMPLES / f"{operation['operationId']}.{_ENDINGS.get(media_type)}"
            if shown.exists():
                text = shown.read_text(encoding="utf-8")
                content["example"] = json.loads(text) if shown.suffix == ".json" else text


def _example(name: str) -> Any:
    return json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))
