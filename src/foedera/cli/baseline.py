"""`foedera baseline`: the facts that ship with the program, and where each comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from foedera.cli.output import print_rows, say
from foedera.cli.settings import Format, OutputFormat

if TYPE_CHECKING:
    from foedera.record.baseline_facts import BaselineFact


def baseline(
    table: Annotated[
        list[str] | None, typer.Option("--table", "-t", help="Only these tables: instruments, rules, areas, …")
    ] = None,
    actor: Annotated[list[str] | None, typer.Option("--actor", "-a", help="Only facts that name all of these.")] = None,
    text: Annotated[str | None, typer.Option("--text", help="Only facts that hold these words.")] = None,
    confidence: Annotated[str | None, typer.Option("--confidence", help="high, medium or low.")] = None,
    reliability: Annotated[
        str | None, typer.Option("--reliability", help="The Admiralty letter of the source, or “none”.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Every fact as a row, not only how many there are.")] = False,
    check: Annotated[bool, typer.Option("--check", help="See whether the tables agree with themselves.")] = False,
    format: OutputFormat = Format.TABLE,
) -> None:
    """Show what the baseline holds: each fact with its source, the source's reliability and the confidence."""
    from foedera.record.baseline_facts import baseline_facts, check_baseline
    from foedera.views.baseline import COUNT_COLUMNS, FACT_COLUMNS, count_rows, fact_row

    if check:
        problems = [{"where": problem.where, "what": problem.what} for problem in check_baseline()]
        if problems or format is not Format.TABLE:
            print_rows(problems, ("where", "what"), format)
        else:
            typer.echo(
                "The tables agree with themselves: every id resolves, every date parses, every polygon is valid."
            )
        raise typer.Exit(1 if problems else 0)
    keep = _filter(table or [], actor or [], text, confidence, reliability)
    facts = [fact for fact in baseline_facts() if keep.holds(fact)]
    if format is Format.TABLE and not (every or keep.asked):
        print_rows(count_rows(facts), COUNT_COLUMNS, format)
        say("Every fact with its source: --all, or a filter (see --help); --format json for programs.")
        return
    columns = FACT_COLUMNS if format is Format.TABLE else (*FACT_COLUMNS, "url")
    print_rows((fact_row(fact) for fact in facts), columns, format)


class _Filter:
    """Which facts are wanted."""

    def __init__(self, tables: frozenset[str], groups: list[frozenset[str]], **cells: str | None) -> None:
        self._tables, self._groups = tables, groups
        self._words = [word.casefold() for word in (cells.pop("text") or "").split()]
        self._cells = {column: value for column, value in cells.items() if value is not None}
        self.asked = bool(tables or groups or self._words or self._cells)

    def holds(self, fact: BaselineFact) -> bool:
        from foedera.views.baseline import fact_row

        if self._tables and fact.table not in self._tables:
            return False
        if not all(group & set(fact.subject) for group in self._groups):
            return False
        if not (self._words or self._cells):
            return True
        row = fact_row(fact)
        said = f"{row['fact']} {row['source']} {row['url']}".casefold()
        return all(word in said for word in self._words) and all(
            row[key] == value for key, value in self._cells.items()
        )


def _filter(
    tables: list[str], actors: list[str], text: str | None, confidence: str | None, reliability: str | None
) -> _Filter:
    """The filter that the options ask for. Raises UsageWrong or NameUnknown."""
    from foedera.model.errors import NameUnknown, UsageWrong
    from foedera.names import load_lexicon
    from foedera.record.baseline_facts import OTHER_TABLES, TABLES
    from foedera.record.baseline_grades import CONFIDENCE
    from foedera.views.trust import UNRATED

    known = (*TABLES.values(), *OTHER_TABLES)
    for option, values, accepted in (
        ("--table", tables, known),
        ("--confidence", [confidence] if confidence else [], tuple(CONFIDENCE)),
        ("--reliability", [reliability] if reliability else [], (*"ABCDEF", "none")),
    ):
        for value in values:
            if value not in accepted:
                raise UsageWrong(f"{option} does not take “{value}”.", mend=f"It takes: {', '.join(accepted)}.")
    groups = []
    for name in actors:
        lexicon = load_lexicon()
        own = lexicon.entity(name)
        found = frozenset(entity.id for entity in ([own] if own else lexicon.resolve(name)))
        if not found:
            raise NameUnknown(name, lexicon.nearest(name), what="actor")
        groups.append(found)
    return _Filter(
        frozenset(tables),
        [frozenset(str(each) for each in group) for group in groups],
        text=text,
        confidence=confidence,
        reliability=UNRATED if reliability == "none" else reliability,
    )
