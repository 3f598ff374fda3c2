"""`foedera brief`: a cited brief on what stands between actors."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from foedera.cli.output import say
from foedera.cli.settings import KnownOn, OnDay, RecordPlace


def brief(
    actors: Annotated[
        list[str], typer.Argument(help="Two or more actors as people call them: “Japan” “EU”.", show_default=False)
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The file to write: .docx, .pdf, .html or .md.", show_default=False)
    ],
    on: OnDay = None,
    known_on: KnownOn = None,
    record: RecordPlace = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Do not say what was written.")] = False,
) -> None:
    """Write a brief on what stands between actors, every sentence with its sources."""
    from foedera.answers.naming import actor_named
    from foedera.cli.choices import day_of
    from foedera.cli.records import open_place
    from foedera.exchange.outgoing.briefs import form_of, write_brief_file
    from foedera.model.errors import UsageWrong
    from foedera.views.brief import write_brief

    form_of(output)  # a wrong ending is told before the work is done
    if len(actors) < 2:
        raise UsageWrong("a brief is about at least two actors.", mend="Name another: foedera brief Japan EU -o FILE.")
    ledger = open_place(record)
    named = [actor_named(ledger, name) for name in actors]
    written = write_brief(
        ledger,
        named,
        on=day_of(on, "--on", last=True) if on else date.today(),
        known_on=day_of(known_on, "--known-on", last=True) if known_on else None,
    )
    files = write_brief_file(written, output)
    if not quiet:
        sentences = sum(1 for _ in written.founded())
        sources = sum(len(note.sources) for note in written.notes)
        say(f"{sentences} sentences and rows with {sources} citations. Written: {', '.join(map(str, files))}")
