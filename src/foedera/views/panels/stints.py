"""Stints: the spells of an actor in one instrument or activity over the same days, one row each with a column a cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from foedera.views.panels.options import OBLIGATIONS, Codes, PanelOptions, PartialYears, Unit
from foedera.views.panels.spells import MEMBER, Spell

if TYPE_CHECKING:
    import polars

# Obligations go with membership: what a member owes, it owes to whoever is a member with it. Every other cell is a
# matter of its own: who signed is paired with who signed.
_BOND = "bond"
MEMBERSHIP = "membership"  # the claims column that tells why there is a row at all
# Rows laid out by years at a time: some hundred megabytes. What merges is counted before it is laid out.
_MOST_ROWS, _MOST_MERGED = 3_000_000, 1_000_000


def cells_of(spells: Sequence[Spell], options: PanelOptions) -> tuple[str, ...]:
    """The columns of a panel: those asked for, or all that occur: obligations first, then by name."""
    if options.cells:
        return options.cells
    occurring = {spell.cell for spell in spells}
    first = tuple(cell for cell in (*OBLIGATIONS, MEMBER) if cell in occurring)
    return (*first, *sorted(occurring - set(first)))


def stints_of(spells: Sequence[Spell], cells: Sequence[str], options: PanelOptions) -> polars.DataFrame:
    """The stints as a table: group, thing, actor, first, last, a 0 or 1 for each cell, and claims if they are wanted."""
    import polars as pl

    actor = pl.Int32 if options.codes is Codes.COW else pl.String
    columns: dict[str, tuple[Any, Any]] = {
        "thing": ([spell.thing for spell in spells], pl.String),
        "actor": ([spell.actor for spell in spells], actor),
        "cell": ([spell.cell for spell in spells], pl.String),
        "first": ([spell.first for spell in spells], pl.Date),
        "last": ([spell.last for spell in spells], pl.Date),
        "claim": ([spell.claim for spell in spells], pl.String),
    }
    told = pl.DataFrame([pl.Series(name, values, kind) for name, (values, kind) in columns.items()])
    bond = pl.col("cell").is_in([*OBLIGATIONS, MEMBER])
    told = told.with_columns(pl.when(bond).then(pl.lit(_BOND)).otherwise(pl.col("cell")).alias("group"))
    made = [(pl.col("cell") == cell).any().cast(pl.UInt8).alias(cell) for cell in cells]
    if options.with_claims:
        made += [pl.col("claim").filter(pl.col("cell") == cell).unique().alias(claims(cell)) for cell in cells]
        made.append(pl.col("claim").filter(pl.col("cell") == MEMBER).unique().alias(claims(MEMBERSHIP)))
    return told.group_by("group", "thing", "actor", "first", "last", maintain_order=True).agg(made)


def claims(cell: str) -> str:
    """The column that holds the claims on which a cell rests."""
    return f"{cell}_claims"


def in_parts(stints: polars.DataFrame, options: PanelOptions, *, paired: bool) -> Iterator[polars.DataFrame]:
    """The stints in parts that each need little memory once they are laid out by years; a thing is never parted."""
    import polars as pl

    from_year, to_year = options.first_year, options.last_year
    began, ended = (pl.col(day).dt.year().clip(from_year, to_year) for day in ("first", "last"))
    # What merges is laid out only after the years of all its things were drawn together.
    rows = pl.len().cast(pl.Int64) if _merges(options) else (ended - began + 1).cast(pl.Int64).sum()
    size = (rows * pl.len() if paired else rows).alias("rows")
    sizes = stints.group_by("group", "thing", maintain_order=True).agg(size)
    most = _MOST_MERGED if _merges(options) else _MOST_ROWS
    part = (pl.col("rows").cum_sum() // most).alias("part")
    for some in sizes.with_columns(part).partition_by("part", maintain_order=True):
        yield stints.join(some.select("group", "thing"), on=["group", "thing"], how="semi", maintain_order="left")


def by_year(
    laid: polars.DataFrame, cells: Sequence[str], within: Sequence[str], options: PanelOptions
) -> polars.DataFrame:
    """The rows, once for each year that counts by the rule for partial years; with a share the cells are weighed.

    `within`: the columns that tell whose obligations a row holds; by the rule `latest`, the later ones alone count.
    """
    import polars as pl

    begins, ends = pl.col("first").dt.year(), pl.col("last").dt.year()
    if options.years is PartialYears.FIRST:
        begins += (pl.col("first") > pl.date(begins, 1, 1)).cast(pl.Int32)
    elif options.years is PartialYears.LAST:
        ends -= (pl.col("last") < pl.date(ends, 12, 31)).cast(pl.Int32)
    laid = laid.with_columns(
        begins=begins.clip(lower_bound=options.first_year), ends=ends.clip(upper_bound=options.last_year)
    ).filter(pl.col("begins") <= pl.col("ends"))
    if _merges(options):
        # Of years that end together, the longest row says all; it is the same the other way round.
        laid = laid.group_by(*within, *cells, "ends").agg(pl.col("begins").min())
        laid = laid.group_by(*within, *cells, "begins").agg(pl.col("ends").max())
    laid = laid.with_columns(pl.int_ranges("begins", pl.col("ends") + 1, dtype=pl.Int32).alias("year"))
    laid = laid.drop("begins", "ends").explode("year", empty_as_null=False, keep_nulls=False)
    if options.years is PartialYears.LATEST:
        return laid.filter(pl.col("since") == pl.col("since").max().over("group", "thing", *within, "year"))
    if options.years is PartialYears.SHARE:
        return _weighed(laid, cells, ("group", "thing", *within, "year"))
    return laid


def _weighed(laid: polars.DataFrame, cells: Sequence[str], same: Sequence[str]) -> polars.DataFrame:
    """The cells as shares of the year's days on which they held in the thing, no day counted twice."""
    import polars as pl

    new_year, new_years_eve = pl.date(pl.col("year"), 1, 1), pl.date(pl.col("year"), 12, 31)
    laid = laid.with_columns(
        begun=pl.max_horizontal("first", new_year),
        ended=pl.min_horizontal("last", new_years_eve),
        days=(new_years_eve - new_year).dt.total_days() + 1,
    ).sort("begun")
    shares = []
    for cell in cells:
        ended = pl.when(pl.col(cell) == 1).then(pl.col("ended")).otherwise(pl.date(1, 1, 1))
        before = ended.cum_max().shift(1).over(same) + pl.duration(days=1)  # the first day not yet counted
        fresh = (pl.col("ended") - pl.max_horizontal("begun", before)).dt.total_days() + 1
        held = pl.when(pl.col(cell) == 1).then(fresh.clip(lower_bound=0)).otherwise(0)
        shares.append((held.sum().over(same) / pl.col("days")).alias(cell))
    return laid.with_columns(shares).drop("begun", "ended", "days")


def _merges(options: PanelOptions) -> bool:
    """Whether only the years of a row count, not which instrument it is from."""
    by_days = options.years in (PartialYears.SHARE, PartialYears.LATEST)
    return not (by_days or options.count or options.with_claims or options.unit is Unit.INSTRUMENT_YEAR)
