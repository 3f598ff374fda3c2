"""`foedera panel`: the record as a table of states, pairs, instruments and years."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from foedera.cli.output import print_rows, say
from foedera.cli.settings import Format, QuietOption, RecordPlace

if TYPE_CHECKING:
    from foedera.model.entities import EntityId
    from foedera.record import Record
    from foedera.views.panels import Habits, PanelOptions


Choice = TypeVar("Choice", bound=StrEnum)


class PanelFormat(StrEnum):
    """How a panel leaves the program."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    ARROW = "arrow"
    DTA = "dta"


def panel(
    unit: Annotated[str, typer.Option("--unit", "-u", help="state-year, dyad-year, instrument-year or actor-event.")],
    data_set: Annotated[
        str | None,
        typer.Option(
            "--from", help="Only from this data set: uk-treaties, atop, mme as their publishers would, or any other."
        ),
    ] = None,
    partial_years: Annotated[
        str | None,
        typer.Option(
            "--partial-years",
            help="What counts in a year in which something held for a part: any day, the first day, the last day, its "
            "share of the year; latest: any day, but of what changed within the year only the later.",
            show_default="any; for atop: latest",
        ),
    ] = None,
    first_year: Annotated[int | None, typer.Option("--first-year", help="The first year.", show_default="1800")] = None,
    last_year: Annotated[
        int | None, typer.Option("--last-year", help="The last year.", show_default="this year")
    ] = None,
    codes: Annotated[
        str | None, typer.Option("--codes", help="Name actors by iso or cow codes.", show_default="iso; for atop: cow")
    ] = None,
    cell: Annotated[list[str] | None, typer.Option("--cell", help="Only this column; may be given often.")] = None,
    actor: Annotated[list[str] | None, typer.Option("--actor", "-a", help="Only rows on one of these.")] = None,
    directed: Annotated[
        bool, typer.Option("--directed/--undirected", help="Both directions of a pair, or one.")
    ] = True,
    count: Annotated[
        bool, typer.Option("--count", help="How many instruments or activities, not whether any.")
    ] = False,
    with_claims: Annotated[bool, typer.Option("--with-claims", help="Beside each cell, the claims behind it.")] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to this file.", show_default="standard output")
    ] = None,
    record: RecordPlace = None,
    format: Annotated[
        PanelFormat | None,
        typer.Option("--format", "-f", help="How to print or write.", show_default="by the file's name, else table"),
    ] = None,
    quiet: QuietOption = False,
) -> None:
    """Make a table for statistics: a row for each state, pair or instrument and year, or for each event of an actor."""
    from foedera.cli.choices import chosen
    from foedera.cli.records import open_place
    from foedera.views.panels import Codes, PanelOptions, PartialYears, Unit, show_panel

    form = format or _format_of(output)
    with open_place(record) as ledger:
        habits = _habits(ledger, data_set) if data_set else None
        rule = _choice(PartialYears, partial_years, "--partial-years") or (habits.years if habits else PartialYears.ANY)
        options = PanelOptions(
            unit=chosen(Unit, unit, "--unit"),
            years=rule,
            first_year=first_year or (habits.first_year if habits else 1800),
            last_year=last_year or (habits.last_year if habits else date.today().year),
            directed=directed,
            codes=_choice(Codes, codes, "--codes") or (habits.codes if habits else Codes.ISO),
            materials=habits.materials if habits else (),
            cells=tuple(cell or ()) or (habits.cells if habits else ()),
            actors=_actors(ledger, actor or []),
            count=count,
            with_claims=with_claims,
        )
        made = show_panel(ledger, options)
    if form in (PanelFormat.TABLE, PanelFormat.JSON, PanelFormat.JSONL) and output is None:
        print_rows(made.table.iter_rows(named=True), made.table.columns, Format(form.value))
    else:
        from foedera.exchange.outgoing.tables import write_table

        write_table(made.table, form.value, output)
    if not quiet:
        say(_told(options, made.table.height))
        for why, times in made.left_out.most_common():
            say(f"Not in the table: {why} ({times}).")


def _habits(ledger: Record, data_set: str) -> Habits:
    """How the data set's publishers make their tables; any other material of the record has no habits of its own."""
    from foedera.model.documents import DocumentId
    from foedera.model.errors import UsageWrong
    from foedera.record import ClaimQuery
    from foedera.views.panels import Codes, Habits, PartialYears, habits_of

    if any(ledger.claims(ClaimQuery(documents=(DocumentId(data_set),), limit=1))):
        with suppress(UsageWrong):
            return habits_of(data_set)
        return Habits((data_set,), 1800, date.today().year, Codes.ISO, PartialYears.ANY, ())
    return habits_of(data_set)


def _told(options: PanelOptions, rows: int) -> str:
    return f"{rows} rows; years {options.first_year} to {options.last_year}, partial years: {options.years.value}."


def _choice(choices: type[Choice], word: str | None, option: str) -> Choice | None:
    from foedera.cli.choices import chosen

    return chosen(choices, word, option) if word else None


def _format_of(output: Path | None) -> PanelFormat:
    """The format that a file's name asks for; CSV for any other file, a table for the screen."""
    if output is None:
        return PanelFormat.TABLE
    known = {"parquet": PanelFormat.PARQUET, "arrow": PanelFormat.ARROW, "feather": PanelFormat.ARROW}
    known["dta"] = PanelFormat.DTA
    return known.get(output.suffix.lstrip(".").lower(), PanelFormat.CSV)


def _actors(ledger: Record, names: list[str]) -> frozenset[EntityId]:
    from foedera.answers.naming import actor_named

    return frozenset(actor_named(ledger, name).id for name in names)
