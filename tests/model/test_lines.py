"""A claim leaves the program as a line of JSON and comes back equal."""

import json

import jsonschema
import pytest

from foedera.model.errors import ClaimInvalid
from foedera.model.lines import claim_from_json, claim_to_json, claim_to_line
from foedera.model.schema import claim_schema, grammar_help
from tests.model.test_claims import DOCUMENT, signed


def test_a_claim_comes_back_equal():
    """What is written is read back equal."""
    line = json.loads(claim_to_line(signed(), "pact.txt"))

    assert claim_from_json(line, DOCUMENT.id) == signed()


def test_a_word_from_a_closed_list_is_a_plain_string():
    """Literals are plain strings, mentions carry their place, entity and name."""
    roles = claim_to_json(signed(), "pact.txt")["roles"]

    assert roles["event"] == ["signed"]
    assert roles["instrument"] == [{"text": "Pact", "start": 34, "end": 38, "entity": "northmoor-pact", "name": "Pact"}]


def test_a_line_keeps_to_its_schema():
    """The schema is drawn from the grammar and accepts what the program writes."""
    jsonschema.validate(claim_to_json(signed(), "pact.txt"), claim_schema())


def test_the_schema_refuses_what_the_grammar_refuses():
    """A role that the kind does not have is no line of claims."""
    line = claim_to_json(signed(), "pact.txt")
    line["roles"]["colour"] = ["red"]

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(line, claim_schema())


def test_a_date_that_is_none_is_named():
    """The error names the line, the claim, the field and how to mend it."""
    line = claim_to_json(signed(), "pact.txt") | {"when": "1 Feb 2019"}

    with pytest.raises(ClaimInvalid) as caught:
        claim_from_json(line, DOCUMENT.id, where="claims.jsonl, line 41")

    assert "claims.jsonl, line 41" in caught.value.message
    assert "“when”" in caught.value.message
    assert "leave “when” out" in caught.value.message.lower() or "Leave “when” out" in caught.value.message


def test_the_help_names_every_role():
    """The help text on the grammar follows from the same list."""
    assert "strength: binding | commits | intends | explores | encourages" in grammar_help()
