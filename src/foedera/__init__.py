"""Foedera reads the public record of international defence cooperation into a dated, sourced, computable record.

Importing it does no work: each name is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from foedera.answers.status import answer_status
    from foedera.claims import ExtractOptions, RulesExtractor, extract_claims
    from foedera.documents import document_from_text, read_document
    from foedera.model import (
        KINDS,
        Block,
        BlockKind,
        Claim,
        ClaimId,
        Conflict,
        Document,
        DocumentFacts,
        DocumentId,
        Entity,
        EntityId,
        EntityKind,
        Evidence,
        Filler,
        Footnote,
        FootnoteMark,
        Ground,
        InstrumentId,
        Kind,
        Marking,
        Modality,
        Polarity,
        Skipped,
        Source,
        Span,
        Status,
        StatusAnswer,
        cut_evidence,
    )
    from foedera.model.errors import FoederaError
    from foedera.model.lines import claim_from_json, claim_to_json
    from foedera.model.schema import claim_schema
    from foedera.names import Lexicon, load_lexicon
    from foedera.record import ClaimQuery, Record, RecordReader, RecordWriter, open_record
    from foedera.views.timeline import TimelineEntry, show_timeline

_PLACES = {
    "foedera.answers.status": ("answer_status",),
    "foedera.claims": ("ExtractOptions", "RulesExtractor", "extract_claims"),
    "foedera.documents": ("document_from_text", "read_document"),
    "foedera.model": (
        "KINDS",
        "Block",
        "BlockKind",
        "Claim",
        "ClaimId",
        "Conflict",
        "Document",
        "DocumentFacts",
        "DocumentId",
        "Entity",
        "EntityId",
        "EntityKind",
        "Evidence",
        "Filler",
        "Footnote",
        "FootnoteMark",
        "Ground",
        "InstrumentId",
        "Kind",
        "Marking",
        "Modality",
        "Polarity",
        "Skipped",
        "Source",
        "Span",
        "Status",
        "StatusAnswer",
        "cut_evidence",
    ),
    "foedera.model.errors": ("FoederaError",),
    "foedera.model.lines": ("claim_from_json", "claim_to_json"),
    "foedera.model.schema": ("claim_schema",),
    "foedera.names": ("Lexicon", "load_lexicon"),
    "foedera.record": ("ClaimQuery", "Record", "RecordReader", "RecordWriter", "open_record"),
    "foedera.views.timeline": ("TimelineEntry", "show_timeline"),
}
_PLACE_OF = {name: place for place, names in _PLACES.items() for name in names}

__all__ = [
    "KINDS",
    "Block",
    "BlockKind",
    "Claim",
    "ClaimId",
    "ClaimQuery",
    "Conflict",
    "Document",
    "DocumentFacts",
    "DocumentId",
    "Entity",
    "EntityId",
    "EntityKind",
    "Evidence",
    "ExtractOptions",
    "Filler",
    "FoederaError",
    "Footnote",
    "FootnoteMark",
    "Ground",
    "InstrumentId",
    "Kind",
    "Lexicon",
    "Marking",
    "Modality",
    "Polarity",
    "Record",
    "RecordReader",
    "RecordWriter",
    "RulesExtractor",
    "Skipped",
    "Source",
    "Span",
    "Status",
    "StatusAnswer",
    "TimelineEntry",
    "answer_status",
    "claim_from_json",
    "claim_schema",
    "claim_to_json",
    "cut_evidence",
    "document_from_text",
    "extract_claims",
    "load_lexicon",
    "open_record",
    "read_document",
    "show_timeline",
]


def __getattr__(name: str) -> Any:
    if name in _PLACE_OF:
        return getattr(import_module(_PLACE_OF[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
