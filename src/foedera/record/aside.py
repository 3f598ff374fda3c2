"""What is put aside while very many rows come, and made up for before the same transaction ends: indexes, and finding words.

Each new row has its place anywhere in an index, so a large index is read and written again and again; built at the end, it
is sorted and written once. Until the transaction is committed the store keeps everything as it was, and whoever reads
meanwhile uses that: if it fails, nothing has happened. PostgreSQL would lock readers out, so there all stays.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

# What pasting asks of these tables it finds by their keys.
_TABLES = ("claims", "fillers", "evidence", "entities", "names")
# For each passage that comes alone the word index writes down what it has gathered: eighteen times slower than all at once.
_FOLLOWING = "passages_words_follow"


def put_aside(connection: Connection) -> tuple[str, ...]:
    """Drop the indexes that serve only readers; gives the statements by which `put_back` makes up for it."""
    if connection.dialect.name != "sqlite":
        return ()
    found = connection.execute(text("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY rowid")).all()
    # An index without words of its own belongs to a key: it stays.
    indexes = [row for row in found if row.type == "index" and row.tbl_name in _TABLES and row.sql]
    triggers = [row for row in found if row.name == _FOLLOWING]
    for row in (*indexes, *triggers):
        connection.exec_driver_sql(f'DROP {row.type.upper()} "{row.name}"')
    last = connection.execute(text("SELECT coalesce(max(number), 0) FROM passages")).scalar_one()
    words = f"INSERT INTO passages_words (rowid, text) SELECT number, text FROM passages WHERE number > {int(last)}"
    return (*(row.sql for row in indexes), words, *(row.sql for row in triggers))


def put_back(connection: Connection, statements: tuple[str, ...]) -> None:
    """Make up for what was put aside."""
    for statement in statements:
        connection.exec_driver_sql(statement)
