"""The command `foedera`: puts the commands together and turns errors into text and exit codes."""

from __future__ import annotations

import os
import sys
from importlib.metadata import version
from typing import Annotated

import typer

from foedera.cli.baseline import baseline
from foedera.cli.brief import brief
from foedera.cli.can import can
from foedera.cli.changed import changed
from foedera.cli.claims import list_claims
from foedera.cli.commitments import commitments
from foedera.cli.eligible import eligible
from foedera.cli.export import export
from foedera.cli.extract import extract
from foedera.cli.import_ import import_
from foedera.cli.network import network
from foedera.cli.panel import panel
from foedera.cli.pathway import pathway
from foedera.cli.read import read
from foedera.cli.review import review_app
from foedera.cli.rules import rules_app
from foedera.cli.schema import schema
from foedera.cli.search import search
from foedera.cli.serve import serve
from foedera.cli.settings import DONE, STOPPED, WRONG_USE
from foedera.cli.status import status
from foedera.cli.timeline import timeline
from foedera.cli.verify import verify
from foedera.model.errors import FoederaError

app = typer.Typer(
    name="foedera",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Reads the public record of international defence cooperation into a dated, sourced, computable record.",
)
app.command()(read)
app.command()(extract)
app.command("claims")(list_claims)
app.command()(status)
app.command()(can)
app.command()(eligible)
app.add_typer(rules_app, name="rules")
app.command()(pathway)
app.command()(commitments)
app.command()(changed)
app.command()(brief)
app.command()(baseline)
app.command()(timeline)
app.command()(network)
app.command()(search)
app.command()(verify)
app.command("import")(import_)
app.command()(export)
app.command()(schema)
app.command()(panel)
app.add_typer(review_app, name="review")
app.command()(serve)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"foedera {version('foedera')}")
        raise typer.Exit


@app.callback()
def _settings(
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command line. Exit codes: 0 done, 1 some inputs failed, 2 wrong use, 130 stopped by the user."""
    try:
        app()
    except FoederaError as error:
        typer.echo(f"foedera: {error.message}", err=True)
        raise SystemExit(WRONG_USE) from error
    except KeyboardInterrupt:
        typer.echo("foedera: stopped.", err=True)
        raise SystemExit(STOPPED) from None
    except BrokenPipeError:  # the reader of our output went away ("foedera claims | head")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(DONE) from None
