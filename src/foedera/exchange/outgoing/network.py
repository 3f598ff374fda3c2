"""Who is tied to whom and what, as a network with times: GraphML and GEXF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from foedera.exchange.outgoing.selection import Selection, Written, days_of, new_place
from foedera.model.claims import Claim
from foedera.model.entities import Entity, EntityId
from foedera.views.statements import show_claim
from foedera.views.ties import TIES, ties_of

if TYPE_CHECKING:
    import networkx

# The word of the claim that says what sort of tie it is.
_WORDS = ("event", "strength", "type", "as", "stage")


def write_graphml(selection: Selection, path: Path) -> Written:
    """Write the network as GraphML. Times are the attributes `start`, `end` (days) and `when` (EDTF) of its ties."""
    import networkx

    graph, written = build_network(selection)
    with new_place(path) as place:
        networkx.write_graphml(graph, place, infer_numeric_types=False)
    return written


def write_gexf(selection: Selection, path: Path) -> Written:
    """Write the network as GEXF, with `start` and `end` where Gephi's timeline looks for them."""
    import networkx

    graph, written = build_network(selection)
    with new_place(path) as place:
        networkx.write_gexf(graph, place, version="1.2draft")
    return written


def build_network(selection: Selection) -> tuple[networkx.MultiGraph, Written]:
    """Entities tied by claims, a tie a claim and pair; several claims between two make several ties."""
    import networkx

    graph, written = networkx.MultiGraph(), Written()
    number = 0
    for claim in selection.claims():
        pairs = list(ties_of(claim))
        if not pairs:
            written.left_out[_why(claim)] += 1
            continue
        written.claims += 1
        facts = _facts(claim)
        for one, other in pairs:
            for end in (one, other):
                graph.add_node(end.entity, label=end.name or end.text)
            number += 1
            graph.add_edge(one.entity, other.entity, key=number, **facts)
    known = {entity.id: entity for entity in selection.record.entities([EntityId(node) for node in graph])}
    for node, values in graph.nodes(data=True):
        values |= _node(known.get(node))
    return graph, written


def _why(claim: Claim) -> str:
    if claim.kind not in TIES:
        return f"{claim.kind.value}: ties no two entities"
    return f"{claim.kind.value} that names fewer than two entities"


def _facts(claim: Claim) -> dict[str, Any]:
    start, end = days_of(claim)
    word = next((claim.word(role) for role in _WORDS if claim.word(role)), "")
    facts = {
        "claim": claim.id,
        "kind": claim.kind.value,
        "label": word or claim.kind.value,
        "says": show_claim(claim),
        "when": claim.when.edtf if claim.when else None,
        "start": start,
        "end": end,
        "modality": claim.modality.value,
        "polarity": claim.polarity.value,
        "confidence": float(claim.confidence),
    }
    return {name: value for name, value in facts.items() if value is not None}


def _node(entity: Entity | None) -> dict[str, str]:
    if entity is None:
        return {"kind": "unknown"}
    facts = {"kind": entity.kind.value, "country": entity.country, "wikidata": entity.wikidata}
    return {name: value for name, value in facts.items() if value}
