"""The network: who is tied to whom and to what by the claims of a selection."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from foedera.record import Record
from foedera.server.etags import answer
from foedera.server.pages.links import entity_link
from foedera.server.pages.viewing import ask, ask_data, csv_response, part_of, render_view, tidy_address, with_link
from foedera.server.records import TheRecord, at_one_moment
from foedera.views.network import Network, build_network, network_facts, tie_facts
from foedera.views.shown import Part, show_claims

router = APIRouter()

COLUMNS = (
    *("one", "one_name", "other", "other_name", "weight", "reality", "planned", "possible", "denied"),
    *("kinds", "start", "end"),
)


@router.get("/network")
@at_one_moment
def show_network(request: Request, record: TheRecord) -> Response:
    """The page."""
    asked = ask(request, record, "network")
    tidy = tidy_address(request, asked)
    if tidy is not None:
        return tidy
    part = part_of(record, asked)
    network = _network(record, part)
    return render_view(request, record, asked, part, network=network, nodes={node.id: node for node in network.nodes})


@router.get("/network.json")
@at_one_moment
def network_json(request: Request, record: TheRecord) -> Response:
    """What the page draws."""

    def make() -> dict[str, Any]:
        _, part = ask_data(request, record, "network")
        network = _network(record, part)
        facts = network_facts(network)
        for told, node in zip(facts["nodes"], network.nodes, strict=True):
            told["link"] = entity_link(node.id, node.kind)
        for told, tie in zip(facts["ties"], network.ties, strict=True):
            said = zip(told["claims"], tie.claims, strict=True)
            told["claims"] = [with_link(brief, each.claim) for brief, each in said]
        return facts | {"total": part.total, "counted": part.counted, "claims": len(part.claims)}

    return answer(request, record, make)


@router.get("/network.csv")
@at_one_moment
def network_csv(request: Request, record: TheRecord) -> Response:
    """The ties that the page draws, as a table."""
    _, part = ask_data(request, record, "network")
    network = _network(record, part)
    called = {node.id: node.name for node in network.nodes}
    rows = (tie_facts(tie) | {"one_name": called[tie.one], "other_name": called[tie.other]} for tie in network.ties)
    return csv_response("network", COLUMNS, rows)


def _network(record: Record, part: Part) -> Network:
    return build_network(record, show_claims(record, part.claims))
