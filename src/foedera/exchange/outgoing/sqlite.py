"""The tables of the record as one SQLite file of plain tables, which Datasette shows as it is."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from foedera.exchange.layout import TABLES, Holds, Table
from foedera.exchange.outgoing.selection import Selection, Written, new_place

_TYPES = {Holds.NUMBER: "INTEGER", Holds.REAL: "REAL", Holds.FLAG: "INTEGER"}
_INDEXES = (
    "CREATE INDEX claims_id ON claims (id)",
    "CREATE INDEX claims_kind ON claims (kind, earliest)",
    "CREATE INDEX fillers_entity ON fillers (entity, claim)",
    "CREATE INDEX evidence_document ON evidence (document)",
    "CREATE INDEX entities_id ON entities (id)",
)
# What a person wants to look at first: one row a current claim, and the quotes to search in.
_VIEWS = (
    """CREATE VIEW claims_with_quotes AS
    SELECT claims.id, claims.kind, claims.when_edtf AS "when", claims.modality, claims.polarity,
        (SELECT group_concat(role || ': ' || coalesce(name, text), '; ') FROM
            (SELECT role, name, text FROM fillers WHERE claim = claims.number ORDER BY position)) AS says,
        evidence.quote, coalesce(documents.title, documents.path, evidence.source_title) AS source,
        coalesce(documents.url, evidence.source_url) AS url, claims.confidence
    FROM claims
    JOIN readings ON readings.number = claims.reading AND readings.current
    JOIN evidence ON evidence.claim = claims.number AND evidence.position = 0
    LEFT JOIN documents ON documents.number = evidence.document""",
    "CREATE VIRTUAL TABLE quotes USING fts5 (quote, content='evidence', content_rowid='rowid')",
    "INSERT INTO quotes (quotes) VALUES ('rebuild')",
    'CREATE TABLE about ("table" TEXT, "column" TEXT, says TEXT, PRIMARY KEY ("table", "column"))',
)


def write_sqlite(selection: Selection, path: Path) -> Written:
    """Write a new SQLite file with the tables of `layout`, keys between them, a view of quotes and a full-text index.

    It is not a record: nobody can read documents into it. Copy the record's own file for that.
    """
    written = Written()
    with new_place(path) as place:
        connection = sqlite3.connect(place)
        try:
            for table in TABLES:
                connection.execute(_create(table))
                marks = ", ".join("?" * len(table.columns))
                for rows in selection.record.rows(table.name, selection.query):
                    connection.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', map(tuple, rows))
                    written.claims += len(rows) if table.name == "claims" else 0
            for statement in (*_INDEXES, *_VIEWS):
                connection.execute(statement)
            said = [(table.name, "", table.row) for table in TABLES]
            said += [(table.name, column.name, column.says) for table in TABLES for column in table.columns]
            connection.executemany("INSERT INTO about VALUES (?, ?, ?)", said)
            connection.commit()
        finally:
            connection.close()
    return written


def _create(table: Table) -> str:
    columns = []
    for column in table.columns:
        kept = f'"{column.name}" {_TYPES.get(column.holds, "TEXT")}' + ("" if column.empty else " NOT NULL")
        columns.append(kept + (f" REFERENCES {column.to} (number)" if column.to else ""))
    key = ", ".join(f'"{name}"' for name in table.key)
    return f'CREATE TABLE "{table.name}" ({", ".join(columns)}, PRIMARY KEY ({key}))'
