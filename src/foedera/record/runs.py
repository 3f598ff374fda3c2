"""Noting when a run of reading begins and ends. Each happens inside the transaction of whoever calls it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, update

from foedera.record import schema
from foedera.record.store import stamp
from foedera.record.values import Run


def begin_run(connection: Connection, at: datetime, extractor: str, program: str, arguments: tuple[str, ...]) -> Run:
    """Note in this transaction that a run begins."""
    row = {
        "extractor": extractor,
        "program": program,
        "arguments": list(arguments),
        "started_at": stamp(at),
        "finished_at": None,
    }
    key: Any = connection.execute(insert(schema.runs), row).inserted_primary_key
    return Run(int(key[0]), extractor, program, arguments, at)


def finish_run(connection: Connection, run: Run, at: datetime) -> None:
    """Note in this transaction that a run ended."""
    connection.execute(update(schema.runs).where(schema.runs.c.id == run.id), {"finished_at": stamp(at)})
