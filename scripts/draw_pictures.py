"""Draw docs/pictures/*.svg from what the commands really print: python scripts/draw_pictures.py (make pictures).

Reads the example documents into a record of its own and takes down the terminal; nothing is drawn by hand.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
WIDTH = 112
# The font that rich would fetch from the network when the picture is looked at.
_FONT_FACES = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def run(*arguments: str, record: Path) -> str:
    """What a command prints on a terminal of our width, colours included."""
    environment = os.environ | {"COLUMNS": str(WIDTH), "FORCE_COLOR": "1", "FOEDERA_RECORD": str(record)}
    command = [sys.executable, "-c", "from foedera.cli import main; main()", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT, env=environment).stdout


def draw(name: str, title: str, *commands: tuple[str, ...], record: Path, lines: int) -> None:
    """One picture of one or more commands and what they print, the first `lines` lines of each."""
    with Path(os.devnull).open("w") as nowhere:
        console = Console(record=True, width=WIDTH, file=nowhere, force_terminal=True)
        for command in commands:
            shown = " ".join(f'"{word}"' if " " in word else word for word in command)
            console.print(f"[bold green]$[/] [bold]foedera {shown}[/]", highlight=False)
            printed = run(*command, record=record).splitlines()
            console.print(Text.from_ansi("\n".join(printed[:lines])))
            if len(printed) > lines:
                console.print("[dim]…[/]")
        picture = console.export_svg(title=title)
    PICTURES.mkdir(parents=True, exist_ok=True)
    (PICTURES / f"{name}.svg").write_text(_FONT_FACES.sub("", picture), "utf-8")


def main() -> None:
    """Read the examples and draw."""
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record.sqlite"
        run("read", "examples", "--manifest", "examples/manifest.csv", "--quiet", record=record)
        draw(
            "status",
            "The status of an agreement on two days, and what it rests on",
            ("status", "EU-Japan SPA", "--on", "2020-01-01"),
            ("status", "EU-Japan SPA", "--on", "2025-02-01"),
            record=record,
            lines=14,
        )
        draw(
            "claims",
            "Claims with their evidence",
            ("claims", "--document", "eu-japan-agreements.md"),
            record=record,
            lines=34,
        )
        draw(
            "timeline",
            "A timeline",
            ("timeline", "Japan", "EU", "--from", "2018"),
            record=record,
            lines=34,
        )


if __name__ == "__main__":
    main()
