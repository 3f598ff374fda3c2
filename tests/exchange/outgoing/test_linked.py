"""Linked data and FollowTheMoney: the graph as rdflib reads it, the entities as the followthemoney library takes them."""

from __future__ import annotations

import json

import pytest

from tests.exchange.outgoing.conftest import TEXT


def test_rdflib_reads_the_graph(exported):
    """A claim is derived from its document; its annotation has the quote, what stands around it, and its position."""
    from rdflib import Graph

    path, written = exported("jsonld")
    graph = Graph().parse(path, format="json-ld")
    found = list(
        graph.query(
            """PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            SELECT ?when ?exact ?prefix ?start ?end ?title WHERE {
                ?annotation a oa:Annotation; oa:hasBody ?claim; oa:hasTarget ?target.
                ?target oa:hasSource ?document; oa:hasSelector ?quote, ?position.
                ?quote a oa:TextQuoteSelector; oa:exact ?exact; oa:prefix ?prefix.
                ?position a oa:TextPositionSelector; oa:start ?start; oa:end ?end.
                ?claim prov:wasDerivedFrom ?document; prov:wasAttributedTo ?agent; dcterms:temporal ?when.
                ?document dcterms:title ?title.
            } ORDER BY ?start"""
        )
    )

    assert [(str(row.when), str(row.title)) for row in found] == [
        ("2018-07-17", "A pact is signed"),
        ("2019-05", "A pact is signed"),
    ]
    for row in found:
        assert TEXT[int(row.start) : int(row.end)] == str(row.exact)
        assert TEXT[: int(row.start)].endswith(str(row.prefix))
    assert written.claims == 8


def test_every_address_of_the_graph_is_one(exported):
    """Ids with odd signs and sources without an address do not break the graph: it can be written as Turtle and read."""
    from rdflib import Graph

    path, _ = exported("jsonld")
    graph = Graph().parse(path, format="json-ld")

    assert len(Graph().parse(data=graph.serialize(format="turtle"), format="turtle")) == len(graph)


def test_followthemoney_takes_every_entity(exported):
    """The library reads each line, finds nothing wrong with it, and every reference leads to an entity of the file."""
    followthemoney = pytest.importorskip("followthemoney", reason="followthemoney is not installed")
    path, written = exported("followthemoney")
    made = [followthemoney.model.get_proxy(json.loads(line)) for line in path.read_text("utf-8").splitlines()]
    ids = {entity.id for entity in made}
    schemata = sorted(entity.schema.name for entity in made)

    assert schemata == [
        "Document",
        "Event",
        "Event",
        "Event",
        "Project",
        "ProjectParticipant",
        "PublicBody",
        "PublicBody",
    ]
    for entity in made:
        entity.schema.validate(entity.to_dict())
        assert {value for prop, value in entity.itervalues() if prop.type.name == "entity"} <= ids
    event = next(entity for entity in made if entity.first("date", quiet=True) == "2018-07-17")
    assert event.first("summary").startswith("Northmoor and Eastmark signed")
    assert written.notes == {"country of PublicBody that the schema does not take": 2}  # nobody else knows Northmoor
    assert written.claims == 4
    assert written.left_out["remark: the schema has no such thing"] == 1
    assert written.left_out["planned, affirmed: the schema only tells what is so"] == 1
    assert written.claims + written.left_out.total() == 8
