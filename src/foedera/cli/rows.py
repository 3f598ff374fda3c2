"""Claims as rows of a table and as JSON."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from foedera.model.claims import Claim
from foedera.model.documents import DocumentId
from foedera.model.lines import claim_to_json
from foedera.record import RecordReader
from foedera.views.sources import show_quote
from foedera.views.statements import show_claim
from foedera.views.trust import show_trust_of

CLAIM_COLUMNS = ("when", "kind", "claim", "evidence")
_QUOTE_WIDTH = 160  # characters of evidence in a table; the rest is in the record


def path_finder(record: RecordReader) -> Callable[[Claim], str | None]:
    """Tells the path of a claim's document, None for a fact taken over; each document is fetched once."""

    @cache
    def path_of(document: DocumentId) -> str | None:
        found = record.document(document)
        return found.path if found else None

    return lambda claim: path_of(claim.document) if claim.document else None


def claim_row(claim: Claim, path: str | None) -> dict[str, Any]:
    """Everything that a claim has, as plain JSON values."""
    return claim_to_json(claim, path)


def show_evidence(claim: Claim, path: str | None, source: str = "") -> str:
    """The first quote with the file that it stands in, or the source of a fact that was taken over; and its trust."""
    quote = show_quote(claim, _QUOTE_WIDTH)
    said = f"“{quote}” ({Path(path or '').name})" if quote else f"baseline: {source}"
    return f"{said} [{show_trust_of(claim)}]"


def claim_table_row(claim: Claim, path: str | None, source: str = "") -> dict[str, Any]:
    """What a person wants to see of a claim."""
    return {
        "id": claim.id,
        "kind": claim.kind.value,
        "claim": show_claim(claim),
        "when": claim.when.edtf if claim.when else "",
        "evidence": show_evidence(claim, path, source),
        "document": path or "baseline",
    }
