"""The tables of a record. Everything that a reading says hangs from the reading; nothing is ever changed.

Times of entry are UTC in ISO 8601 with microseconds, so that they sort as text. Days are ISO dates as text: a span may
reach from year 1 to year 9999, further than the date types of some stores.
"""

from __future__ import annotations

from sqlalchemy import JSON, Column, Float, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint, text

metadata = MetaData()

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("extractor", Text, nullable=False),
    Column("program", Text, nullable=False),
    Column("arguments", JSON, nullable=False),
    Column("started_at", Text, nullable=False),
    Column("finished_at", Text),
)

# One row for each state in which a document was read: a better reader may get a better text from the same file, and
# the offsets of earlier claims must still count in the text they were cut from.
documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("title", Text),
    Column("date", Text),
    Column("date_earliest", Text),
    Column("date_latest", Text),
    Column("publisher", Text),
    Column("url", Text),
    Column("language", Text),
    Column("marking", Text),
    Column("recorded_at", Text, nullable=False),
    Column("checksum", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("blocks", JSON, nullable=False),
    Column("footnotes", JSON, nullable=False),
    Column("marks", JSON, nullable=False),
    Column("skipped", JSON, nullable=False),
    UniqueConstraint("id", "digest", name="documents_state"),
    Index("documents_date", "date_earliest", "id"),
)

# Every path under which a document was met.
paths = Table(
    "paths",
    metadata,
    Column("document", Text, primary_key=True),
    Column("path", Text, primary_key=True),
    Column("recorded_at", Text, nullable=False),
)

# `material` is the document's id, or the name of a data set; `name` is the extractor without its version. The last
# reading of a material by an extractor of a name is the current one.
readings = Table(
    "readings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("material", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("extractor", Text, nullable=False),
    Column("document", Integer, ForeignKey("documents.number")),
    Column("path", Text),
    Column("run", Integer, ForeignKey("runs.id"), nullable=False),
    Column("recorded_at", Text, nullable=False),
    Index("readings_material", "material", "name", "number"),
    Index("readings_document", "document"),
)

# A claim that reaches into another year than that of its first day: few do, and they alone can hold in years to come.
LASTING = "substr(claims.latest, 1, 4) > substr(claims.earliest, 1, 4)"
_LASTING = text(LASTING.replace("claims.", ""))

claims = Table(
    "claims",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("reading", Integer, ForeignKey("readings.number"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("when_edtf", Text),
    Column("earliest", Text),
    Column("latest", Text),
    Column("modality", Text, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("confidence", Float(53), nullable=False),
    Column("extractor", Text, nullable=False),
    Column("cites", JSON, nullable=False),
    Column("matter", Text, nullable=False),
    Column("run", Integer, ForeignKey("runs.id"), nullable=False),
    Column("recorded_at", Text, nullable=False),
    UniqueConstraint("reading", "id", name="claims_once_a_reading"),
    Index("claims_id", "id"),
    Index("claims_matter", "matter"),
    Index("claims_when", "earliest", "latest", "id"),
    Index("claims_kind_when", "kind", "earliest", "latest", "id"),
    Index("claims_lasting", "earliest", "latest", "id", sqlite_where=_LASTING, postgresql_where=_LASTING),
    Index("claims_kind_lasting", "kind", "earliest", "latest", "id", sqlite_where=_LASTING, postgresql_where=_LASTING),
    Index("claims_undated", "id", sqlite_where=text("earliest IS NULL"), postgresql_where=text("earliest IS NULL")),
)

# `position` counts through all roles of the claim, so the order of roles and of their fillers is kept.
fillers = Table(
    "fillers",
    metadata,
    Column("claim", Integer, ForeignKey("claims.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("entity", Text),
    Column("name", Text),
    Index("fillers_entity", "entity", "claim"),
)

evidence = Table(
    "evidence",
    metadata,
    Column("claim", Integer, ForeignKey("claims.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("document", Integer, ForeignKey("documents.number")),
    Column("start", Integer),
    Column("end", Integer),
    Column("quote", Text, nullable=False),
    Column("source_title", Text),
    Column("source_url", Text),
    Column("source_publisher", Text),
    Column("source_date", Text),
    Column("source_reliability", Text),
    Index("evidence_document", "document", "start"),
)

# What a reading says of an entity. Several readings may describe one entity; `lookups` chooses and gathers.
entities = Table(
    "entities",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("reading", Integer, ForeignKey("readings.number"), nullable=False),
    Column("id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("country", Text),
    Column("parent", Text),
    Column("part_of", JSON, nullable=False),
    Column("wikidata", Text),
    Column("source", Text),
    UniqueConstraint("reading", "id", name="entities_once_a_reading"),
    Index("entities_id", "id"),
    Index("entities_country", "country"),
    Index("entities_parent", "parent"),
)

# The name itself stands at position 0, the aliases after it. `form` is the name as it is compared.
names = Table(
    "names",
    metadata,
    Column("entity", Integer, ForeignKey("entities.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("form", Text, nullable=False),
    Index("names_form", "form"),
)

# Stretches of a document that a search can find: its title (start = end = 0) and its blocks.
passages = Table(
    "passages",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Integer, ForeignKey("documents.number"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Index("passages_document", "document"),
)

decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("claim", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("replacement", Text),
    Column("decided_at", Text, nullable=False),
    Column("undoes", Text),
    Index("decisions_claim", "claim"),
)

# That two entities are one, or are so no longer (`into` is null). The last row about an entity counts.
merges = Table(
    "merges",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("entity", Text, nullable=False),
    Column("into", Text),
    Column("who", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("decided_at", Text, nullable=False),
)

# Rows of these are never changed or taken away; the store itself refuses it.
APPEND_ONLY = (
    "documents",
    "paths",
    "readings",
    "claims",
    "fillers",
    "evidence",
    "entities",
    "names",
    "passages",
    "decisions",
    "merges",
)
