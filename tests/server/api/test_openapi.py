"""The description of the interface: valid, whole, and true of what the server gives."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from foedera.server.api import API
from foedera.server.api.openapi import EXAMPLES

OPERATIONS = [route.name for router in API for route in router.routes if route.include_in_schema]  # type: ignore[attr-defined]
FILES = {"export", "brief"}  # what leaves as a file has no schema to hold to


@pytest.fixture
def described(client: TestClient) -> dict[str, Any]:
    return client.get("/api/v1/openapi.json").json()  # type: ignore[no-any-return]


def operations_of(described: dict[str, Any]) -> dict[str, tuple[str, dict[str, Any]]]:
    """Each operation by its id, with its address."""
    return {
        operation["operationId"]: (path, operation)
        for path, methods in described["paths"].items()
        for operation in methods.values()
    }


def validator_of(described: dict[str, Any], operation: dict[str, Any], status: str = "200") -> Draft202012Validator:
    content = operation["responses"].get(status, operation["responses"].get("201"))["content"]["application/json"]
    return Draft202012Validator({**content["schema"], "components": described["components"]})


def test_the_description_is_valid_openapi(described: dict[str, Any]):
    """Any tool that reads OpenAPI 3.1 can read it."""
    validate(described)
    assert described["openapi"] == "3.1.0"


def test_every_address_is_described(described: dict[str, Any]):
    """What the server answers below /api/v1 stands in the description, each with a summary; pages do not."""
    found = operations_of(described)

    assert sorted(found) == sorted(OPERATIONS)
    assert all(path.startswith("/api/v1/") and operation["description"] for path, operation in found.values())


@pytest.mark.parametrize("name", [name for name in OPERATIONS if name not in FILES and name != "schema_of_claims"])
def test_every_example_is_an_answer(described: dict[str, Any], name: str):
    """Each answer has an example, and the example is as the description says."""
    _, operation = operations_of(described)[name]
    content = operation["responses"].get("200", operation["responses"].get("201"))["content"]["application/json"]

    validator_of(described, operation).validate(content["example"])


def test_a_brief_is_shown_as_markdown(described: dict[str, Any]):
    """Of a brief, the form that people can read in a description stands there as an example."""
    _, operation = operations_of(described)["brief"]
    contents = operation["responses"]["200"]["content"]

    assert set(contents) >= {"application/pdf", "text/html", "text/markdown"}
    assert contents["text/markdown"]["example"].startswith("# Japan and the EU")


def test_every_example_has_its_operation():
    """No example outlives what it shows."""
    assert {path.stem for path in EXAMPLES.iterdir()} - {"problem"} <= set(OPERATIONS)


ADDRESSES = {
    "list_claims": "claims?limit=100&count=yes",
    "list_documents": "documents",
    "list_entities": "entities?limit=200",
    "list_instruments": "instruments",
    "status_of_instrument": "instruments/eu-jpn-spa/status",
    "ask_status": "answers/status?actor=Japan&actor=EU",
    "ask_can": "answers/can?activity=share_classified&actor=Japan&actor=EU",
    "ask_eligible": "answers/eligible?actor=Japan&programme=EDF",
    "ask_pathway": "answers/pathway?actor=Japan&actor=EU",
    "ask_commitments": "answers/commitments?actor=Japan&actor=EU",
    "ask_changed": "answers/changed?from=2018&to=2024&actor=Japan&actor=EU&known=yes",
    "panel": "panels/actor-event?actor=Japan&first_year=2015",
    "list_formats": "exports",
}


@pytest.mark.parametrize("name", ADDRESSES)
def test_answers_are_as_described(client: TestClient, described: dict[str, Any], name: str):
    """What the server gives holds to the schema that the description gives."""
    _, operation = operations_of(described)[name]
    response = client.get(f"/api/v1/{ADDRESSES[name]}")

    assert response.status_code == 200
    validator_of(described, operation).validate(response.json())


def test_problems_are_as_described(client: TestClient, described: dict[str, Any]):
    """So does what went wrong."""
    problem = client.get("/api/v1/claims?kind=war").json()
    schema = described["components"]["schemas"]["Problem"]

    Draft202012Validator(schema).validate(problem)
    Draft202012Validator(schema).validate(json.loads((EXAMPLES / "problem.json").read_text(encoding="utf-8")))
