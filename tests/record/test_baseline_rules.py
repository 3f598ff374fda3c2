"""The rules and areas of operations that ship with the program, as dependencies."""

from __future__ import annotations

from typing import Any

import pytest

from foedera.model.claims import check_claim
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.kinds import Relation
from foedera.record.baseline import load_baseline
from foedera.record.baseline_grades import CONFIDENCE
from foedera.record.baseline_rules import (
    area_claim,
    dependency_claims,
    read_areas,
    read_relations,
    read_rules,
    rule_claim,
)

KNOWN = {
    entity.id: entity
    for entity in (
        Entity(EntityId("pact"), "Pact of Access", EntityKind.INSTRUMENT),
        Entity(EntityId("sunder-area"), "Sunder area", EntityKind.PLACE),
        Entity(EntityId("op-heron"), "Operation Heron", EntityKind.OPERATION),
    )
}


def rule(**facts: Any) -> dict[str, Any]:
    """A rule as the file has it, with these facts."""
    return {
        "id": "heron-ports",
        "conditions": ["Northmoor agrees.", "The ships are\nunarmed."],
        "consequence": "No call without leave.",
        "legal_basis": [{"act": "Harbour Act", "article": "7"}, {"act": "Pact", "article": None}],
        "valid_from": None,
        "valid_to": None,
        "source_url": "https://example.org/harbour",
        "confidence": "high",
        **facts,
    }


def row(**cells: str) -> dict[str, str]:
    """What was read out of that rule."""
    return {
        "relation": "requires",
        "condition": "",
        "outcome": "port calls of Eastmark in Northmoor",
        "note": "",
        **cells,
    }


def test_a_rule_says_what_depends_on_its_conditions() -> None:
    """The conditions come first, the cooperation depends on them; the acts and articles are the source."""
    claim = rule_claim(rule(), row(), KNOWN)

    assert claim is not None
    assert [filler.text for filler in claim.fillers("condition")] == ["Northmoor agrees", "The ships are unarmed"]
    assert (claim.word("relation"), claim.word("outcome")) == ("requires", "port calls of Eastmark in Northmoor")
    source = claim.evidence[0].source
    assert source is not None
    assert (source.title, source.url) == ("Harbour Act 7, Pact", "https://example.org/harbour")
    assert claim.confidence == CONFIDENCE["high"]


def test_without_a_named_cooperation_the_consequence_depends() -> None:
    """Where the row names no cooperation, the consequence that the rule states is the outcome."""
    claim = rule_claim(rule(), row(outcome=""), KNOWN)

    assert claim is not None
    assert claim.word("outcome") == "No call without leave"


@pytest.mark.parametrize(
    ("condition", "text", "entity"),
    [
        pytest.param("pact", "Pact of Access", "pact", id="an agreement by its id"),
        pytest.param("Two harbours at most", "Two harbours at most", None, id="in words"),
    ],
)
def test_what_comes_before_the_conditions(condition: str, text: str, entity: str | None) -> None:
    """What only the statement of a rule tells of the condition comes before those that the rule lists."""
    claim = rule_claim(rule(), row(condition=condition), KNOWN)

    assert claim is not None
    first, *others = claim.fillers("condition")
    assert (first.text, first.entity) == (text, entity)
    assert len(others) == 2


@pytest.mark.parametrize(
    ("first", "last", "when"),
    [
        pytest.param("2008-11-10", "2027-02-28", "2008-11-10/2027-02-28", id="from a day to a day"),
        pytest.param("2014", None, "2014/..", id="holds still"),
        pytest.param(None, "2020", "../2020", id="began no one says when"),
        pytest.param(None, None, "None", id="no date"),
    ],
)
def test_when_a_rule_holds(first: str | None, last: str | None, when: str) -> None:
    """A rule holds from the day it is valid to the day it no longer is."""
    claim = rule_claim(rule(valid_from=first, valid_to=last), row(), KNOWN)

    assert claim is not None
    assert str(claim.when) == when


def test_a_rule_that_only_defines_claims_nothing() -> None:
    """A row without a relation gives no claim."""
    assert rule_claim(rule(), row(relation="", note="defines a term"), KNOWN) is None


def test_an_area_of_operations_limits_its_operation() -> None:
    """The area is the limit, the operation what depends on it; borders drawn by hand are no better than medium."""
    area = {"id": "sunder-area", "operation": "op-heron", "legal_basis": "Heron Act", "source_url": None}

    claim = area_claim(area, KNOWN)

    assert claim is not None
    assert [claim.fillers(role)[0].entity for role in ("condition", "outcome")] == ["sunder-area", "op-heron"]
    assert (claim.word("relation"), claim.confidence) == ("limits", CONFIDENCE["medium"])


def test_a_sea_claims_nothing() -> None:
    """A sea or region limits nobody."""
    assert area_claim({"id": "sunder-sea", "legal_basis": "", "source_url": None}, KNOWN) is None


def test_every_rule_is_a_claim_or_left_out_with_a_reason() -> None:
    """Each rule has a row that gives its relation, or a note that says why it has none; no row is of an unknown rule."""
    relations = read_relations()

    assert list(relations) == [rule["id"] for rule in read_rules()]
    assert [id for id, row in relations.items() if row["relation"] not in ("", *Relation)] == []
    assert [id for id, row in relations.items() if not row["relation"] and not row["note"]] == []


def test_no_dependency_is_lost() -> None:
    """The baseline has one claim for each rule with a relation and for each area of operations, each with its source."""
    loaded = load_baseline()
    claims = dependency_claims({entity.id: entity for entity in loaded.entities})

    rules = [row for row in read_relations().values() if row["relation"]]
    areas = [area for area in read_areas() if area["properties"]["kind"] == "area_of_operations"]
    assert len(claims) == len(rules) + len(areas)
    assert set(claims) <= set(loaded.claims)
    for claim in claims:
        check_claim(claim)
        source = claim.evidence[0].source
        assert source is not None
        assert source.title and source.url
