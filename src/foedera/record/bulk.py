"""Many rows into one table at a time. Everything here happens inside the transaction of whoever calls it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import JSON, Connection, Table, func, insert, select, text

from foedera.record.rows import Values

BATCH = 5000  # rows made ready at a time: enough to be quick, few enough to need little memory


def new_numbers(connection: Connection, table: Table, count: int) -> Sequence[int]:
    """Numbers for so many new rows of a table, rising. Whoever writes holds the only lock, so nobody else takes them."""
    if count == 0:
        return ()
    if connection.dialect.name == "postgresql":  # its sequence must hear of it, or a later row takes the same number
        query = text("SELECT nextval(pg_get_serial_sequence(:name, 'number')) FROM generate_series(1, :count)")
        return sorted(int(key) for key in connection.execute(query, {"name": table.name, "count": count}).scalars())
    last = connection.execute(select(func.coalesce(func.max(table.c.number), 0))).scalar_one()
    return range(int(last) + 1, int(last) + 1 + count)


def insert_all(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """Insert rows that all have the same columns."""
    if not rows:
        return
    if connection.dialect.name != "sqlite":
        connection.execute(insert(table), rows)
        return
    columns, as_json = list(rows[0]), _json_columns(table)
    insert_cells(connection, table, columns, [_cells(row, columns, as_json) for row in rows])


def insert_one(connection: Connection, table: Table, row: Values) -> int:
    """Insert one row; gives the number that it was given."""
    if connection.dialect.name != "sqlite":
        key = connection.execute(insert(table), row).inserted_primary_key
        assert key is not None  # every table inserted into like this has a number of its own
        return int(key[0])
    columns = list(row)
    cells = _cells(row, columns, _json_columns(table))
    return int(connection.exec_driver_sql(_statement(table, columns), cells).lastrowid)


def insert_cells(connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows given as cells in the order of these columns; lists are JSON text."""
    if not rows:
        return
    if connection.dialect.name != "sqlite":
        as_json = _json_columns(table)
        named_rows = [dict(zip(columns, row, strict=True)) for row in rows]
        for row in named_rows if as_json & set(columns) else ():
            row.update({column: json.loads(row[column]) for column in as_json & set(columns)})
        connection.execute(insert(table), named_rows)
        return
    # Straight to the driver: turning each row into bound parameters took longer than storing it.
    connection.exec_driver_sql(_statement(table, columns), list(rows))


def _statement(table: Table, columns: Sequence[str]) -> str:
    named = ", ".join(f'"{column}"' for column in columns)
    return f'INSERT INTO "{table.name}" ({named}) VALUES ({", ".join("?" * len(columns))})'


@cache
def _json_columns(table: Table) -> set[str]:
    return {column.name for column in table.columns if isinstance(column.type, JSON)}


def _cells(row: Values, columns: list[str], as_json: set[str]) -> tuple[Any, ...]:
    return tuple(json.dumps(row[column]) if column in as_json else row[column] for column in columns)
