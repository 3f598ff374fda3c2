"""Other people's data into the record: one module a format, and `import_file`, which takes a file of any of them."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from foedera.exchange.incoming.importing import ImportOptions, import_file
from foedera.exchange.incoming.material import Importer, Row
from foedera.exchange.incoming.report import Fate, Finding, Report, RowInvalid
from foedera.model.errors import UsageWrong

__all__ = [
    "FORMATS",
    "Fate",
    "Finding",
    "ImportOptions",
    "Importer",
    "Report",
    "Row",
    "RowInvalid",
    "import_file",
    "importer_of",
]

# Format -> the module and class that read it. A module is imported when its format is asked for.
FORMATS = {
    "uk-treaties": ("uk_treaties", "UkTreaties"),
    "atop": ("atop", "Alliances"),
    "mme": ("mme", "Exercises"),
    "csv": ("table", "Table"),
    "jsonl": ("lines", "Lines"),
    "ris": ("bibliography", "Ris"),
    "bibtex": ("bibliography", "Bibtex"),
}
_NAMED = ("csv", "jsonl")  # formats of any data set: what it is called is for the user to say


def importer_of(format: str, *, mapping: Path | None = None, name: str | None = None) -> Importer:
    """A new importer of this format. `mapping` is for csv alone, `name` for csv and jsonl. Raises UsageWrong."""
    if format not in FORMATS:
        raise UsageWrong(f"no format “{format}” to import.", mend=f"Known formats: {', '.join(FORMATS)}.")
    if (mapping is None) == (format == "csv"):
        what = "csv needs --mapping." if format == "csv" else f"{format} takes no --mapping."
        raise UsageWrong(what, mend="A mapping says which column of a CSV is which role; see the page on exchange.")
    if name is not None and format not in _NAMED:
        raise UsageWrong(f"{format} takes no --name.", mend=f"Only {' and '.join(_NAMED)} do.")
    module, made = FORMATS[format]
    make: Callable[..., Importer] = getattr(import_module(f"foedera.exchange.incoming.{module}"), made)
    given = {"mapping": mapping} if mapping else {}
    return make(**given, **({"name": name} if name else {}))
