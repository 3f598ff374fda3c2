"""Write the examples of the REST interface anew, from the example documents.

    python scripts/write_rest_examples.py

Each is what the server gives for one address, cut to what a reader needs to see. They stand in the OpenAPI description
and in docs/rest.md.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from foedera.claims import RulesExtractor
from foedera.claims.entities import entities_of
from foedera.documents import read_document, read_manifest
from foedera.record import open_record
from foedera.server.api.openapi import EXAMPLES
from foedera.server.app import create_app
from foedera.server.settings import ServerSettings

DOCUMENTS = Path(__file__).parent.parent / "examples"
PACTS = "actor=Japan&actor=EU&on=2025-02-01"
# Operation -> the address that shows it. {document} and {claim} are those of the first list of claims.
ADDRESSES = {
    "list_claims": "claims?actor=Japan&kind=activity&baseline=no&limit=1",
    "one_claim": "claims/{claim}",
    "list_documents": "documents?q=exercises",
    "one_document": "documents/{document}",
    "text_of_document": "documents/{document}/text",
    "list_entities": "entities?q=JS Ak",
    "one_entity": "entities/EU",
    "list_instruments": "instruments?q=EU-Japan&limit=2",
    "one_instrument": "instruments/eu-jpn-spa",
    "status_of_instrument": "instruments/eu-jpn-spa/status?on=2020-01-01",
    "ask_status": "answers/status?instrument=EU-Japan SPA&on=2025-02-01",
    "ask_can": f"answers/can?activity=exercise&{PACTS}",
    "ask_eligible": "answers/eligible?actor=Japan&programme=EDF&on=2025-02-01",
    "ask_pathway": f"answers/pathway?{PACTS}&steps=1",
    "ask_commitments": f"answers/commitments?{PACTS}",
    "ask_changed": "answers/changed?from=2019-02&to=2019-02&actor=Japan&actor=EU",
    "panel": "panels/state-year?actor=Japan&first_year=2019&last_year=2020&limit=2",
    "list_formats": "exports",
    "decisions_of_claim": "claims/{claim}/decisions",
    "list_decisions": "decisions?claim={claim}",
    "list_merges": "merges",
}
BRIEF_LINES = 24  # of a brief that are shown
MOST = 2  # entries of a list that are shown
_LONGEST = 300  # characters of a text that are shown


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "record.sqlite"
        read_examples(place)
        client = TestClient(create_app(ServerSettings(str(place))), base_url="http://127.0.0.1:8321")
        said = client.get("/api/v1/" + ADDRESSES["list_claims"]).json()["claims"][0]
        document = client.get("/api/v1/" + ADDRESSES["list_claims"]).json()["documents"][said["document"]]
        write("add_document", {"document": document, "outcome": "entered", "claims": 17, "skipped": []})
        known = {"claim": said["claim"]["id"], "document": said["document"]}
        body = {"verdict": "accepted", "claim": known["claim"], "who": "Ada", "note": "as the press release says"}
        write("decide", client.post("/api/v1/decisions", json=body).json())
        merged = {"entity": "european-defence-fund", "into": "edf", "who": "Ada", "note": "two names of one aircraft"}
        ids = [each["id"] for each in client.get("/api/v1/entities?q=Eurodrone").json()["entities"]]
        merged |= dict(zip(("entity", "into"), ids, strict=False))
        write("merge", client.post("/api/v1/merges", json=merged).json())
        for operation, address in ADDRESSES.items():
            response = client.get("/api/v1/" + address.format(**known))
            response.raise_for_status()
            write(operation, response.json())
        told = client.get(f"/api/v1/briefs/md?{PACTS}")
        told.raise_for_status()
        lines = told.text.splitlines(keepends=True)[:BRIEF_LINES]
        (EXAMPLES / "brief.md").write_text("".join(lines).rstrip() + "\n\n…\n", encoding="utf-8")
        write("undo", client.post("/api/v1/decisions/undo", json={"claim": known["claim"], "who": "Ada"}).json())


def read_examples(place: Path) -> None:
    """A record that has read the example documents."""
    extractor, manifest = RulesExtractor(), read_manifest(DOCUMENTS / "manifest.csv")
    with open_record(place) as record:
        run = record.begin_run(f"{extractor.name}/{extractor.version}")
        for path in sorted(DOCUMENTS.iterdir()):
            if path.suffix != ".csv":
                document = read_document(path, manifest.facts_for(path), display_path=f"examples/{path.name}")
                claims = tuple(extractor(document))
                record.enter_document(document, claims, run=run, entities=entities_of(claims))
        record.finish_run(run)


def write(operation: str, shown: Any) -> None:
    """Keep what an operation gives."""
    text = json.dumps(shortened(shown), ensure_ascii=False, indent=2)
    (EXAMPLES / f"{operation}.json").write_text(text + "\n", encoding="utf-8")


def shortened(shown: Any, *, row: bool = False) -> Any:
    """The same with lists and texts that a reader sees through."""
    if isinstance(shown, dict):
        return {name: shortened(each, row=name in ("columns", "rows")) for name, each in shown.items()}
    if isinstance(shown, list):
        return [shortened(each, row=row) for each in (shown if row else shown[:MOST])]
    if isinstance(shown, str) and len(shown) > _LONGEST:
        return shown[: _LONGEST - 1] + "…"
    return shown


if __name__ == "__main__":
    main()
