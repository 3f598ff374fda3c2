"""Rows of the shipped tables by their ids."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from foedera.names.data import read_table


@cache
def rows_by_id(table: str) -> Mapping[str, dict[str, str]]:
    """The rows of a table that has a column `id`, by it."""
    return {row["id"]: row for row in read_table(table)}
