"""The words of the domain as frozen types. No input or output; imports nothing of ours outside this room."""

from foedera.model.answers import Conflict, Ground, Status, StatusAnswer
from foedera.model.claims import Claim, ClaimId, Evidence, Filler, Source, check_claim, cut_evidence, matter_of
from foedera.model.documents import (
    Block,
    BlockKind,
    Document,
    DocumentFacts,
    DocumentId,
    Footnote,
    FootnoteMark,
    Marking,
    Skipped,
)
from foedera.model.entities import Entity, EntityId, EntityKind, InstrumentId
from foedera.model.kinds import KINDS, Kind, Modality, Polarity
from foedera.model.time import Span

__all__ = [
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
    "check_claim",
    "cut_evidence",
    "matter_of",
]
