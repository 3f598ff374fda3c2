"""The record in other people's formats, one module a format, and `export_to`, which writes any of them."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from foedera.exchange.outgoing.selection import FileUnwritable, Selection, Written
from foedera.model.errors import UsageWrong

__all__ = ["FORMATS", "FileUnwritable", "Selection", "Written", "export_to"]

# Format -> the module and function that write it, and what it is for. A module is imported when its format is asked for.
FORMATS = {
    "csv": ("sheet", "write_csv", "one row a claim, for spreadsheets"),
    "jsonl": ("lines", "write_lines", "our own format: the whole record, or a selection with documents and entities"),
    "parquet": (
        "parquet",
        "write_parquet",
        "a folder with a table each, for data frames; the whole record or a selection",
    ),
    "sqlite": ("sqlite", "write_sqlite", "the same tables in one file, ready for Datasette"),
    "geojson": ("geojson", "write_geojson", "activities and areas on the map, with times"),
    "graphml": ("network", "write_graphml", "who is tied to what, with times"),
    "gexf": ("network", "write_gexf", "the same network for Gephi, with times that it can play"),
    "followthemoney": ("followthemoney", "write_followthemoney", "for Aleph and OpenSanctions"),
    "jsonld": ("jsonld", "write_jsonld", "linked data: PROV-O and Web Annotation"),
    "plover": ("plover", "write_plover", "coded events, a row for each source and target"),
    "bibtex": ("bibliography", "write_bibtex", "the sources, for LaTeX"),
    "csl": ("bibliography", "write_csl", "the sources as CSL-JSON, for Zotero and Pandoc"),
    "html": ("html", "write_html", "one page with map, timeline and quotes that opens anywhere"),
}


def export_to(format: str, selection: Selection, path: Path) -> Written:
    """Write the selection; tells what was left out and why. Raises UsageWrong, FileUnwritable."""
    if format not in FORMATS:
        raise UsageWrong(f"no format “{format}” to export.", mend=f"Known formats: {', '.join(FORMATS)}.")
    module, name, _ = FORMATS[format]
    write: Callable[[Selection, Path], Written] = getattr(import_module(f"foedera.exchange.outgoing.{module}"), name)
    return write(selection, path)
