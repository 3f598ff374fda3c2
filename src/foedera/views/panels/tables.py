"""The panels themselves: state-years, dyad-years, instrument-years and the events of actors, as tables of Polars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from foedera.names.states import load_states
from foedera.record import RecordReader
from foedera.views.panels.options import Codes, PanelOptions, Unit
from foedera.views.panels.spells import Spells, spells_of
from foedera.views.panels.stints import MEMBERSHIP, by_year, cells_of, claims, in_parts, stints_of

if TYPE_CHECKING:
    import polars


@dataclass(frozen=True, slots=True)
class Panel:
    """A table, and how many claims or actors did not get into it, by reason."""

    table: polars.DataFrame
    left_out: Counter[str]


def show_panel(record: RecordReader, options: PanelOptions) -> Panel:
    """The panel that the options ask for, its rows sorted by their first columns.

    A row stands for whoever was in an instrument or activity at all, so an ally who promises nothing has a row of
    zeros. A time that is not exact counts from its earliest to its latest day.
    """
    import polars as pl

    spells = spells_of(record, options)
    if options.unit is Unit.ACTOR_EVENT:
        return Panel(_actor_events(spells, options), spells.left_out)
    cells = cells_of(spells.found, options)
    stints = stints_of(spells.found, cells, options)
    # Actors are numbered while rows are many: numbers need less memory than names, and sort like them.
    actors = stints["actor"].unique().sort()
    stints = stints.with_columns(actor=pl.col("actor").rank("dense").cast(pl.Int32) - 1)
    wanted = [number for number, actor in enumerate(actors) if _is_wanted(actor, options)]
    keys = _KEYS[options.unit]
    parts: list[polars.DataFrame] = []
    for part in in_parts(stints, options, paired=options.unit is Unit.DYAD_YEAR):
        laid = part.rename({"first": "since"}).with_columns(first="since")
        if options.unit is Unit.DYAD_YEAR:
            laid = _paired(laid, wanted, options)
        else:
            laid = laid.filter(pl.col("actor").is_in(wanted))
        laid = by_year(laid, cells, [key for key in keys if key not in ("year", "thing")], options)
        parts.append(_gathered(laid, keys, cells, options))
        if sum(part.height for part in parts[1:]) > _MOST_PENDING:
            parts = [_gathered_again(parts, keys, cells, options)]
    table = _gathered_again(parts, keys, cells, options)
    return Panel(_named(table.sort(*keys), actors, options), spells.left_out)


_MOST_PENDING = 3_000_000  # rows of parts that wait to be drawn together: some hundred megabytes
_KEYS = {
    Unit.STATE_YEAR: ("actor", "year"),
    Unit.DYAD_YEAR: ("actor", "other", "year"),
    Unit.INSTRUMENT_YEAR: ("thing", "year"),
}


def _paired(stints: polars.DataFrame, wanted: Sequence[int], options: PanelOptions) -> polars.DataFrame:
    """Each stint with each of another actor in the same thing, over the days that they share.

    Two that only meet on the day on which one gives way to the other (a phase that ends on the day the next begins, a
    state that leaves as its successor enters) were never in it together.
    """
    import polars as pl

    membership = claims(MEMBERSHIP)
    theirs = [pl.col(membership).alias("theirs")] if options.with_claims else []
    others = stints.select(
        "group", "thing", *theirs, pl.col("actor").alias("other"), since_other="first", until_other="last"
    )
    pairs = stints.join(others, on=["group", "thing"]).filter(pl.col("actor") != pl.col("other"))
    pairs = pairs.filter(pl.col("actor").is_in(wanted) | pl.col("other").is_in(wanted))
    if options.with_claims:  # that two are allies rests on the membership of both
        pairs = pairs.with_columns(pl.concat_list(membership, "theirs").alias(membership)).drop("theirs")
    if not options.directed:
        low, high = pl.min_horizontal("actor", "other"), pl.max_horizontal("actor", "other")
        pairs = pairs.with_columns(actor=low, other=high)
    begun, ended = pl.max_horizontal("first", "since_other"), pl.min_horizontal("last", "until_other")
    same = (pl.col("first") == pl.col("since_other")) & (pl.col("last") == pl.col("until_other"))
    shared = pairs.filter((begun < ended) | ((begun == ended) & same))
    return shared.with_columns(first=begun, last=ended).drop("since_other", "until_other")


def _is_wanted(actor: str | int, options: PanelOptions) -> bool:
    """Whether rows on this actor were asked for; all are if none was named."""
    if not options.actors or actor in options.actors:
        return True
    return isinstance(actor, int) and any(actor in load_states().codes_of(state) for state in options.actors)


def _gathered(
    laid: polars.DataFrame, keys: Sequence[str], cells: Sequence[str], options: PanelOptions
) -> polars.DataFrame:
    """One row for each key: the largest of each cell, or how many things have it, with the claims behind them."""
    import polars as pl

    largest = [pl.col(cell).max() for cell in cells]
    if options.unit is Unit.INSTRUMENT_YEAR:
        members = pl.col("actor").n_unique().alias("members")
        return laid.group_by(*keys).agg([*largest, members, *_claims_flat(cells, options)])
    if not options.count:
        return laid.group_by(*keys).agg([*largest, *_claims_flat(cells, options)])
    once = [pl.col(cell).max().cast(pl.UInt32) for cell in cells]
    each = laid.group_by(*keys, "thing").agg([*once, *_claims_flat(cells, options)])
    return each.group_by(*keys).agg([*(pl.col(cell).sum() for cell in cells), *_claims_flat(cells, options)])


def _gathered_again(
    parts: Sequence[polars.DataFrame], keys: Sequence[str], cells: Sequence[str], options: PanelOptions
) -> polars.DataFrame:
    """The parts as one table. A thing lies in one part only, so counts add up."""
    import polars as pl

    if len(parts) == 1:
        return parts[0]
    if not parts:
        return pl.DataFrame(schema={**dict.fromkeys((*keys, *cells), pl.String), "year": pl.Int32})
    joined = pl.concat(parts)
    columns = [*cells, "members"] if options.unit is Unit.INSTRUMENT_YEAR else [*cells]
    made = [pl.col(column).sum() if options.count else pl.col(column).max() for column in columns]
    return joined.group_by(*keys).agg([*made, *_claims_flat(cells, options)])


def _claim_columns(cells: Sequence[str], options: PanelOptions) -> list[str]:
    return [claims(name) for name in (*cells, MEMBERSHIP)] if options.with_claims else []


def _claims_flat(cells: Sequence[str], options: PanelOptions) -> list[polars.Expr]:
    import polars as pl

    return [
        pl.col(name).explode(empty_as_null=False, keep_nulls=False).unique().sort()
        for name in _claim_columns(cells, options)
    ]


def _named(table: polars.DataFrame, actors: polars.Series, options: PanelOptions) -> polars.DataFrame:
    """The columns as their users call them: `ccode1` and `ccode2` with Correlates of War codes, else `actor1`, `actor2`."""
    stem = "ccode" if options.codes is Codes.COW else "actor"
    if options.unit is Unit.INSTRUMENT_YEAR:
        return table.rename({"thing": "instrument"})
    names = {"actor": f"{stem}1", "other": f"{stem}2"} if options.unit is Unit.DYAD_YEAR else {"actor": stem}
    if not table.height:
        return table.rename(names)
    return table.with_columns([actors.gather(table[column]).alias(column) for column in names]).rename(names)


def _actor_events(spells: Spells, options: PanelOptions) -> polars.DataFrame:
    import polars as pl

    stem = "ccode" if options.codes is Codes.COW else "actor"
    rows = [
        (spell.actor, spell.thing, spell.cell, spell.edtf, spell.first, spell.last, spell.claim)
        for spell in spells.found
        if spell.first.year <= options.last_year and spell.last.year >= options.first_year
        if _is_wanted(spell.actor, options)
    ]
    names = ["actor", "instrument", "what", "when", "first", "last", "claim"]
    actor = pl.Int32 if options.codes is Codes.COW else pl.String
    kinds = {**dict.fromkeys(names, pl.String), "actor": actor, "first": pl.Date, "last": pl.Date}
    table = pl.DataFrame(rows, schema=kinds, orient="row")
    known = [pl.when(pl.col(day) != end).then(pl.col(day)).alias(day) for day, end in _ENDLESS.items()]
    return table.sort("first", "actor", "instrument", "what").with_columns(known).rename({"actor": stem})


_ENDLESS = {"first": date.min, "last": date.max}  # no such day is meant: the time is open
