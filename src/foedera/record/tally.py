"""How much a record holds, at a cost that hardly grows with it: what counts is everything less what does not."""

from __future__ import annotations

from collections import Counter
from typing import Any

from sqlalchemy import Connection, Select, func, select, union

from foedera.model.kinds import Kind
from foedera.record.lookups import current
from foedera.record.schema import claims, decisions, documents, entities, readings, runs
from foedera.record.standing import is_decided, is_left_out
from foedera.record.values import BASELINE, Counts


def counts_of(connection: Connection) -> Counts:
    """How much the record holds; of documents, claims and entities what is current."""
    entered = _by_kind(connection, select(claims.c.kind, func.count()))
    superseded = _by_kind(connection, _superseded())
    left_out = _by_kind(connection, _left_out()) if is_decided(connection) else Counter()
    counted = entered - superseded - left_out
    shipped = select(func.count()).select_from(claims).join(readings).where(readings.c.material == BASELINE, current())
    return Counts(
        documents=_count(connection, select(func.count(func.distinct(documents.c.id)))),
        claims=counted.total(),
        baseline=_count(connection, shipped.where(~is_left_out()) if left_out else shipped),
        superseded=superseded.total(),
        entities=_count(connection, _entities(connection)),
        decisions=_count(connection, select(func.count()).select_from(decisions)),
        runs=_count(connection, select(func.count()).select_from(runs)),
        kinds={kind: counted[kind] for kind in Kind if counted[kind]},
    )


def _superseded() -> Select[Any]:
    return select(claims.c.kind, func.count()).where(claims.c.reading.in_(_old_readings()))


def _old_readings() -> Select[Any]:
    return select(readings.c.number).where(~current())


def _entities(connection: Connection) -> Select[Any]:
    counted = select(func.count(func.distinct(entities.c.id)))
    if connection.execute(_old_readings().limit(1)).first() is None:
        return counted  # an index tells it
    return counted.where(entities.c.reading.not_in(_old_readings()))


def _left_out() -> Select[Any]:
    # Only what somebody decided about can be left out: the store need not look at the rest.
    decided = union(
        select(decisions.c.claim), select(decisions.c.replacement).where(decisions.c.replacement.is_not(None))
    )
    chosen = select(claims.c.kind, func.count()).join(readings)
    return chosen.where(claims.c.id.in_(decided), current(), is_left_out())


def _by_kind(connection: Connection, query: Select[Any]) -> Counter[Kind]:
    return Counter({Kind(kind): number for kind, number in connection.execute(query.group_by(claims.c.kind))})


def _count(connection: Connection, query: Select[Any]) -> int:
    return int(connection.execute(query).scalar_one())
