"""The tables in which a record travels (Parquet, SQLite): each column with its type and what it says.

One row of `claims` is one claim as one reading said it. Numbers tie the tables together; they mean nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Holds(StrEnum):
    """What the cells of a column are."""

    TEXT = "text"
    WORD = "word"  # a text of which there are few different ones
    NUMBER = "integer"
    REAL = "real"
    FLAG = "boolean"
    JSON = "JSON"


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `to` names the table that its numbers point to; `empty` says whether a cell may be empty."""

    name: str
    holds: Holds
    says: str
    empty: bool = False
    to: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what one row is, its columns, and those that together are its key."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]


_T, _W, _N, _J = Holds.TEXT, Holds.WORD, Holds.NUMBER, Holds.JSON
_PLACE = "code points into the document's text, from 0"

TABLES = (
    Table(
        "readings",
        "one go of one extractor over one document or data set",
        ("number",),
        (
            Column("number", _N, "number of the reading; a later one is larger"),
            Column("material", _T, "the document's id, or the name of the data set"),
            Column("extractor", _T, "what read it, name/version"),
            Column("document", _N, "the document as it was read", True, "documents"),
            Column("path", _T, "the path under which it was read", True),
            Column("recorded_at", _T, "when it was entered in the record, UTC, ISO 8601"),
            Column("current", Holds.FLAG, "whether no later reading by the same extractor supersedes it"),
        ),
    ),
    Table(
        "documents",
        "a document in one state in which it was read",
        ("number",),
        (
            Column("number", _N, "number of the row"),
            Column("id", _T, "SHA-256 of the file, in hexadecimal"),
            Column("path", _T, "path as given when it was first read"),
            Column("format", _W, "txt, md, html, pdf, docx"),
            Column("title", _T, "title", True),
            Column("date", _T, "the document's own date, EDTF", True),
            Column("date_earliest", _T, "first day that the date can mean, ISO 8601", True),
            Column("date_latest", _T, "last day that the date can mean, ISO 8601", True),
            Column("publisher", _T, "publisher", True),
            Column("url", _T, "address", True),
            Column("language", _W, "language code", True),
            Column("marking", _W, "who may see it: Traffic Light Protocol 2.0", True),
            Column("checksum", _T, "SHA-256 of the text in UTF-8"),
            Column("text", _T, "the whole text; every offset counts in it"),
            Column("blocks", _J, "[[kind, start, end, number, level], …]"),
            Column("footnotes", _J, "[[number, start, end], …]"),
            Column("marks", _J, "places that cite footnotes: [[number, start, end], …]"),
            Column("skipped", _J, "what was not read: [[where, reason], …]"),
        ),
    ),
    Table(
        "paths",
        "a path under which a document was met",
        ("document", "path"),
        (Column("document", _T, "the document's id"), Column("path", _T, "the path")),
    ),
    Table(
        "entities",
        "what one reading says of an entity",
        ("number",),
        (
            Column("number", _N, "number of the row"),
            Column("reading", _N, "who says it", to="readings"),
            Column("id", _T, "ISO 3166-1 alpha-3 for states, a readable slug for others"),
            Column("name", _T, "the name that the record uses"),
            Column("kind", _W, "state, bloc, force, vessel, instrument, …"),
            Column("country", _W, "id of the state it belongs to", True),
            Column("parent", _T, "id of the entity above it", True),
            Column("part_of", _J, "ids of what it is part of"),
            Column("wikidata", _T, "Wikidata id", True),
            Column("source", _T, "where this is known from", True),
        ),
    ),
    Table(
        "names",
        "a name of an entity; position 0 is the one the record uses",
        ("entity", "position"),
        (
            Column("entity", _N, "the row of the entity", to="entities"),
            Column("position", _N, "0, 1, …"),
            Column("name", _T, "the name"),
        ),
    ),
    Table(
        "claims",
        "a claim, as one reading says it",
        ("number",),
        (
            Column("number", _N, "number of the row"),
            Column("reading", _N, "the reading that says it", to="readings"),
            Column("position", _N, "place within the reading, from 0"),
            Column("id", _T, "the claim's id: the same on every run, and in another reading of the same document"),
            Column("kind", _W, "one of the ten kinds"),
            Column("when_edtf", _T, "when it holds, EDTF", True),
            Column("earliest", _T, "first day that “when” can mean, ISO 8601; 0001-01-01 for an open start", True),
            Column("latest", _T, "last day that “when” can mean, ISO 8601; 9999-12-31 for an open end", True),
            Column("modality", _W, "actual, planned or possible"),
            Column("polarity", _W, "affirmed or denied"),
            Column("confidence", Holds.REAL, "0 to 1"),
            Column("extractor", _W, "what produced it, name/version"),
            Column("cites", _J, "numbers of the footnotes that the sentence points to"),
        ),
    ),
    Table(
        "fillers",
        "what fills a role of a claim, in the claim's own order",
        ("claim", "position"),
        (
            Column("claim", _N, "the row of the claim", to="claims"),
            Column("position", _N, "0, 1, … through all roles of the claim"),
            Column("role", _W, "the role"),
            Column("text", _T, "the text as written, or a word from a closed list"),
            Column("start", _N, f"first character: {_PLACE}", True),
            Column("end", _N, "first character after it", True),
            Column("entity", _T, "id of the entity that is meant", True),
            Column("name", _T, "name of that entity", True),
        ),
    ),
    Table(
        "evidence",
        "where a claim is said: characters of a document, or a source",
        ("claim", "position"),
        (
            Column("claim", _N, "the row of the claim", to="claims"),
            Column("position", _N, "0, 1, …"),
            Column("document", _N, "the document", True, "documents"),
            Column("start", _N, f"first character: {_PLACE}", True),
            Column("end", _N, "first character after the quote", True),
            Column("quote", _T, "exactly text[start:end]; empty for a source"),
            Column("source_title", _T, "title of the source of a fact that was taken over", True),
            Column("source_url", _T, "its address", True),
            Column("source_publisher", _T, "its publisher", True),
            Column("source_date", _T, "its date, EDTF", True),
            Column("source_reliability", _W, "Admiralty letter, A to F", True),
        ),
    ),
    Table(
        "decisions",
        "what somebody decided about a claim",
        ("number",),
        (
            Column("number", _N, "number of the decision; a later one is larger"),
            Column("claim", _T, "the claim's id"),
            Column("verdict", _W, "accepted, rejected, corrected, added or withdrawn"),
            Column("who", _T, "who decided"),
            Column("note", _T, "why"),
            Column("replacement", _T, "id of the claim that says it right", True),
            Column("decided_at", _T, "when, UTC, ISO 8601"),
            Column("undoes", _T, "when the decision was made that this one takes back", True),
        ),
    ),
    Table(
        "merges",
        "what somebody decided about two entities: that they are one, or are so no longer",
        ("number",),
        (
            Column("number", _N, "number of the decision; a later one is larger"),
            Column("entity", _T, "id of the entity"),
            Column("into", _T, "id of the entity that it is; empty where they are parted again", True),
            Column("who", _T, "who decided"),
            Column("note", _T, "why"),
            Column("decided_at", _T, "when, UTC, ISO 8601"),
        ),
    ),
)
