"""What leaves by the REST interface, as types: the server's description and the client's hints are drawn from here."""

from __future__ import annotations

from typing import (
    Any,
    NotRequired,  # pydantic wants these before Python 3.12
)

from typing_extensions import TypedDict


class ClaimLine(TypedDict, total=False):
    """A claim as the grammar of claims writes it; `foedera schema` prints the whole of what holds of it."""

    id: str
    kind: str
    document: str | None
    roles: dict[str, list[Any]]
    when: str
    modality: str
    polarity: str
    evidence: list[dict[str, Any]]
    cites: list[str]
    confidence: float
    extractor: str


class DecisionTold(TypedDict):
    """What somebody decided about a claim, and when (UTC). `undoes`: the moment of the decision that it takes back."""

    claim: str
    verdict: str
    who: str
    note: str
    replacement: str | None
    decided_at: str | None
    undoes: str | None


class DocumentTold(TypedDict):
    """What is known of a document besides its text; `path` is as it was given. None where nobody said."""

    id: str
    path: str
    title: str | None
    date: str | None
    publisher: str | None
    url: str | None
    language: str | None
    marking: str | None


class ClaimSaid(TypedDict):
    """A claim, the id of the document that says it (None for a fact taken over), and what was decided about it."""

    claim: ClaimLine
    document: str | None
    decision: DecisionTold | None


class CountTold(TypedDict):
    """How many there are; `at_least` if counting stopped there."""

    number: int
    at_least: bool


class ClaimsPage(TypedDict):
    """Claims, the documents that say them by id, and the address of the next page.

    A page may hold fewer claims than were asked for, even none, while there is a next one. All pages of a list show the
    record as it stood at `as_of`.
    """

    claims: list[ClaimSaid]
    documents: dict[str, DocumentTold]
    as_of: str
    next: str | None
    count: NotRequired[CountTold]


class DocumentListed(DocumentTold):
    """A document in a list: how many claims it makes, how many passages were not read, when it was entered."""

    format: str
    claims: int
    skipped: int
    recorded_at: str


class DocumentsPage(TypedDict):
    """Documents, last read first, and the address of the next page."""

    documents: list[DocumentListed]
    next: str | None


class BlockTold(TypedDict):
    """A stretch of a text with one function; `number` as written, `level` of a heading."""

    kind: str
    start: int
    end: int
    number: str | None
    level: int


class NoteTold(TypedDict):
    """A footnote, or the mark that cites it: its number and its place."""

    number: str
    start: int
    end: int


class SkippedTold(TypedDict):
    """What was not read, and why."""

    where: str
    reason: str


class DocumentRead(DocumentTold):
    """A document with its structure; `length` and all places are code points of its text."""

    format: str
    length: int
    blocks: list[BlockTold]
    footnotes: list[NoteTold]
    marks: list[NoteTold]
    skipped: list[SkippedTold]


class DocumentText(TypedDict):
    """A document's text, to which all places refer."""

    id: str
    text: str


class DocumentEntered(TypedDict):
    """What entering a document did: `entered` or `known` (nothing changed), and how many claims it brought."""

    document: DocumentTold
    outcome: str
    claims: int
    skipped: list[SkippedTold]


class EntityTold(TypedDict):
    """Something that bears a name; `source` says where that is from."""

    id: str
    name: str
    kind: str
    aliases: NotRequired[list[str]]
    country: NotRequired[str]
    parent: NotRequired[str]
    part_of: NotRequired[list[str]]
    wikidata: NotRequired[str]
    source: NotRequired[str]


class EntitiesPage(TypedDict):
    """Entities by id, and the address of the next page."""

    entities: list[EntityTold]
    next: str | None


class DecisionsPage(TypedDict):
    """Decisions, oldest first, and the address of the next page."""

    decisions: list[DecisionTold]
    next: str | None


class MergeTold(TypedDict):
    """That two entities are one, or (`into` None) are so no longer."""

    entity: str
    into: str | None
    who: str
    note: str
    decided_at: str | None


class Merges(TypedDict):
    """Every decision about entities that are one, oldest first."""

    merges: list[MergeTold]


class PanelTold(TypedDict):
    """Rows of a panel, of how many there are in all, the address of the next ones, and what is not in the table, by reason."""

    columns: list[str]
    rows: list[list[Any]]
    number: int
    left_out: dict[str, int]
    next: str | None


class FormatTold(TypedDict):
    """A format in which claims can be exported, and what it is for."""

    format: str
    says: str
    media_type: str


class Formats(TypedDict):
    """The formats that there are."""

    formats: list[FormatTold]
