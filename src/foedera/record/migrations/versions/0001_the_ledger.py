"""The ledger: documents, readings, claims, fillers, evidence, entities, names, decisions, runs.

A migration is a snapshot: it repeats the tables of `record/schema.py` as they were, and is never changed later.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPEND_ONLY = "documents paths readings claims fillers evidence entities names passages decisions".split()


def text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=null)


def whole(name: str, *, null: bool = False, of: str | None = None, key: bool = False) -> sa.Column[int]:
    foreign = [sa.ForeignKey(of)] if of else []
    return sa.Column(name, sa.Integer, *foreign, primary_key=key, nullable=null)


def json(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.JSON, nullable=False)


def upgrade() -> None:
    op.create_table(
        "runs",
        whole("id", key=True),
        text("extractor"),
        text("program"),
        json("arguments"),
        text("started_at"),
        text("finished_at", null=True),
    )
    op.create_table(
        "documents",
        whole("number", key=True),
        text("id"),
        text("digest"),
        text("path"),
        text("format"),
        *(
            text(name, null=True)
            for name in "title date date_earliest date_latest publisher url language marking".split()
        ),
        text("recorded_at"),
        text("checksum"),
        text("text"),
        *(json(name) for name in ("blocks", "footnotes", "marks", "skipped")),
        sa.UniqueConstraint("id", "digest", name="documents_state"),
    )
    op.create_table(
        "paths",
        sa.Column("document", sa.Text, primary_key=True),
        sa.Column("path", sa.Text, primary_key=True),
        text("recorded_at"),
    )
    op.create_table(
        "readings",
        whole("number", key=True),
        text("material"),
        text("name"),
        text("extractor"),
        whole("document", null=True, of="documents.number"),
        text("path", null=True),
        whole("run", of="runs.id"),
        text("recorded_at"),
    )
    op.create_index("readings_material", "readings", ["material", "name", "number"])
    op.create_index("readings_document", "readings", ["document"])
    create_claims()
    create_entities()
    op.create_table(
        "passages",
        whole("number", key=True),
        whole("document", of="documents.number"),
        whole("start"),
        whole("end"),
        text("text"),
    )
    op.create_index("passages_document", "passages", ["document"])
    op.create_table(
        "decisions",
        whole("number", key=True),
        *(text(name) for name in ("claim", "verdict", "who", "note")),
        text("replacement", null=True),
        text("decided_at"),
    )
    op.create_index("decisions_claim", "decisions", ["claim"])
    if op.get_bind().dialect.name == "sqlite":
        search_in_sqlite()
        append_only_in_sqlite()
    elif op.get_bind().dialect.name == "postgresql":
        append_only_in_postgresql()


def create_claims() -> None:
    op.create_table(
        "claims",
        whole("number", key=True),
        whole("reading", of="readings.number"),
        whole("position"),
        text("id"),
        text("kind"),
        *(text(name, null=True) for name in ("when_edtf", "earliest", "latest")),
        text("modality"),
        text("polarity"),
        sa.Column("confidence", sa.Float(53), nullable=False),
        text("extractor"),
        json("cites"),
        text("matter"),
        whole("run", of="runs.id"),
        text("recorded_at"),
        sa.UniqueConstraint("reading", "id", name="claims_once_a_reading"),
    )
    op.create_index("claims_id", "claims", ["id"])
    op.create_index("claims_matter", "claims", ["matter"])
    op.create_index("claims_kind", "claims", ["kind", "earliest"])
    op.create_table(
        "fillers",
        whole("claim", key=True, of="claims.number"),
        whole("position", key=True),
        text("role"),
        text("text"),
        whole("start", null=True),
        whole("end", null=True),
        text("entity", null=True),
        text("name", null=True),
    )
    op.create_index("fillers_entity", "fillers", ["entity", "claim"])
    op.create_table(
        "evidence",
        whole("claim", key=True, of="claims.number"),
        whole("position", key=True),
        whole("document", null=True, of="documents.number"),
        whole("start", null=True),
        whole("end", null=True),
        text("quote"),
        *(text(f"source_{name}", null=True) for name in ("title", "url", "publisher", "date", "reliability")),
    )
    op.create_index("evidence_document", "evidence", ["document", "start"])


def create_entities() -> None:
    op.create_table(
        "entities",
        whole("number", key=True),
        whole("reading", of="readings.number"),
        text("id"),
        text("name"),
        text("kind"),
        text("country", null=True),
        text("parent", null=True),
        json("part_of"),
        text("wikidata", null=True),
        text("source", null=True),
        sa.UniqueConstraint("reading", "id", name="entities_once_a_reading"),
    )
    op.create_index("entities_id", "entities", ["id"])
    op.create_table(
        "names",
        whole("entity", key=True, of="entities.number"),
        whole("position", key=True),
        text("name"),
        text("form"),
    )
    op.create_index("names_form", "names", ["form"])


def search_in_sqlite() -> None:
    words = "tokenize = 'unicode61 remove_diacritics 2'"
    op.execute(
        f"CREATE VIRTUAL TABLE passages_words USING fts5(text, content='passages', content_rowid='number', {words})"
    )
    op.execute(f"CREATE VIRTUAL TABLE claims_words USING fts5(text, content='', {words})")
    op.execute(
        "CREATE TRIGGER passages_words_follow AFTER INSERT ON passages BEGIN"
        " INSERT INTO passages_words(rowid, text) VALUES (new.number, new.text); END"
    )


def append_only_in_sqlite() -> None:
    for table in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_refuse_{verb.lower()} BEFORE {verb} ON {table} BEGIN"
                f" SELECT RAISE(ABORT, '{table} is append-only: what was recorded stays as it was recorded."
                " Enter a new reading or a decision instead.'); END"
            )


def append_only_in_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION foedera_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION"
        " '% is append-only: what was recorded stays as it was recorded. Enter a new reading or a decision instead.',"
        " TG_TABLE_NAME; END $$"
    )
    for table in APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION foedera_append_only()"
        )
