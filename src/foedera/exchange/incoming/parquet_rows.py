"""The claims of a folder of Parquet tables as rows, reading by reading, in one pass over three files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from foedera.record.copying import Cells, ClaimRows, RowsRefused, columns_of

if TYPE_CHECKING:
    import polars

T = TypeVar("T")
_KEYS = {"claims": ("number", "reading"), "fillers": ("claim", "position"), "evidence": ("claim", "position")}
_BATCH = 50_000  # rows read at a time: enough to be quick, few enough to need little memory


class Again(Iterable[T]):
    """What can be gone through as often as one likes: each time it is fetched anew."""

    def __init__(self, fetch: Callable[[], Iterator[T]]) -> None:
        self._fetch = fetch

    def __iter__(self) -> Iterator[T]:
        return self._fetch()


def readings_of(path: Path) -> Callable[[int], Iterator[ClaimRows]]:
    """Asked for the numbers of readings, rising, it gives the rows of the claims of each; none where it has none.

    Tables that do not lie in the order in which they are exported are sorted first, in memory. Where the numbers of
    claims do not rise from reading to reading, going through the rows raises RowsRefused.
    """
    if not _rises_with_readings(path):
        return _refuse
    groups = groupby(_claims(path), key=lambda rows: rows.claim[1])
    ahead: list[tuple[int, Iterator[ClaimRows]]] = []

    def rows_of(reading: int) -> Iterator[ClaimRows]:
        while not ahead or ahead[0][0] < reading:  # of a reading that nobody asks for, claims are passed over
            ahead[:] = [group for group in [next(groups, None)] if group]
            if not ahead:
                return
        if ahead[0][0] == reading:
            yield from ahead[0][1]

    return rows_of


def _refuse(reading: int) -> Iterator[ClaimRows]:
    raise RowsRefused("the claims are not numbered in the order of their readings.", where=f"reading {reading}")
    yield


def _rises_with_readings(path: Path) -> bool:
    import polars as pl

    numbers = pl.scan_parquet(path / "claims.parquet").select("reading", "number").sort("number").collect()
    return numbers["reading"].is_sorted()


def _is_sorted(path: Path, table: str) -> bool:
    import polars as pl

    first, second = (pl.col(column) for column in _KEYS[table])
    rising = (first > first.shift()) | ((first == first.shift()) & (second >= second.shift()))
    rows = pl.scan_parquet(path / f"{table}.parquet").select(rising.slice(1).all())
    return bool(rows.collect().item())


def _claims(path: Path) -> Iterator[ClaimRows]:
    fillers, evidence = _of_claims(path, "fillers"), _of_claims(path, "evidence")
    for claim in _rows(path, "claims"):
        yield ClaimRows(claim, fillers(claim[0]), evidence(claim[0]))


def _of_claims(path: Path, table: str) -> Callable[[int], list[Cells]]:
    """Asked for the numbers of claims, rising, it gives the rows of the table that belong to each, in their order."""
    groups = groupby(_rows(path, table), key=itemgetter(0))
    ahead: list[tuple[int, list[Cells]]] = []

    def rows_of(claim: int) -> list[Cells]:
        while not ahead or ahead[0][0] < claim:
            ahead[:] = [(number, list(found)) for number, found in islice(groups, 1)]
            if not ahead:
                return []
        return ahead[0][1] if ahead[0][0] == claim else []

    return rows_of


def _rows(path: Path, table: str) -> Iterator[Cells]:
    import polars as pl

    columns = list(columns_of(table))
    if not _is_sorted(path, table):
        yield from pl.read_parquet(path / f"{table}.parquet", columns=columns).sort(_KEYS[table]).iter_rows()
        return
    for frame in _frames(path / f"{table}.parquet", columns):
        yield from frame.select(columns).iter_rows()


def _frames(file: Path, columns: list[str]) -> Iterator[polars.DataFrame]:
    """The rows of a file, some at a time."""
    import polars as pl
    from pyarrow import parquet

    with parquet.ParquetFile(file) as opened:
        for batch in opened.iter_batches(_BATCH, columns=columns):
            frame = pl.from_arrow(batch)
            assert isinstance(frame, pl.DataFrame)
            yield frame
