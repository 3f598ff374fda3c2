"""Many rows into one table at a time. Everything here happens inside the transaction of whoever calls it."""

from __future__ import annotations

import json
from collections.abc import Sequence
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
    # Straight to the driver: turning each row into bound parameters took longer than storing it.
    columns = list(rows[0])
    as_json = {column.name for column in table.columns if isinstance(column.type, JSON)}
    named = ", ".join(f'"{column}"' for column in columns)
    statement = f'INSERT INTO "{table.name}" ({named}) VALUES ({", ".join("?" * len(columns))})'
    connection.exec_driver_sql(statement, [_cells(row, columns, as_json) for row in rows])


def _cells(row: Values, columns: list[str], as_json: set[str]) -> tuple[Any, ...]:
    return tuple(json.dumps(row[column]) if column in as_json else row[column] for column in columns)
