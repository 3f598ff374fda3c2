"""Indexes that are put aside while very many rows come, and built again before the same transaction ends.

Each new row has its place anywhere in an index, so a large index is read and written again and again; built at the end, it
is sorted and written once. Until the transaction is committed the store keeps the indexes as they were, and whoever reads
meanwhile uses them: if it fails, nothing has happened. PostgreSQL would lock readers out, so there they stay.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

# What pasting asks of these tables it finds by their keys.
_TABLES = ("claims", "fillers", "evidence", "entities", "names")


def put_aside(connection: Connection) -> tuple[str, ...]:
    """Drop the indexes that serve only readers; gives the statements that `put_back` builds them with."""
    if connection.dialect.name != "sqlite":
        return ()
    found = connection.execute(
        text("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'index' ORDER BY rowid")
    )
    # An index without words of its own belongs to a key: it stays.
    indexes = [(name, said) for name, table, said in found.all() if table in _TABLES and said]
    for name, _ in indexes:
        connection.exec_driver_sql(f'DROP INDEX "{name}"')
    return tuple(said for _, said in indexes)


def put_back(connection: Connection, indexes: tuple[str, ...]) -> None:
    """Build the indexes again that were put aside."""
    for said in indexes:
        connection.exec_driver_sql(said)
