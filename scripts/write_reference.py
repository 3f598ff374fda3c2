"""Write docs/reference/ from the code: the grammar of claims, the commands, the errors. `--check` only compares.

python scripts/write_reference.py [--check]
"""

from __future__ import annotations

import inspect
import sys
from pathlib import Path

from typer.main import get_command

from foedera.cli.app import app
from foedera.model import errors
from foedera.model.kinds import KINDS, Modality, Polarity, Role

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"
_WRITTEN = "<!-- Written by scripts/write_reference.py; change the code and run it again. -->\n"


def claims_page() -> str:
    """The ten kinds with their roles and closed lists."""
    lines = [
        "# The kinds of claim",
        "",
        _WRITTEN,
        "A claim is one thing that a document says, tied to the exact characters that say it. Roles marked `?` are optional,",
        "those marked `*` take several fillers. Every claim has a modality "
        f"({', '.join(f'`{each}`' for each in Modality)}), a polarity ({', '.join(f'`{each}`' for each in Polarity)}),",
        "its evidence, and a time in EDTF where the text gives one.",
        "",
    ]
    for spec in KINDS.values():
        lines += [
            f"## {spec.kind.value}",
            "",
            f"Says that {spec.says}.",
            "",
            "| role | what fills it |",
            "| --- | --- |",
        ]
        lines += [f"| {_sign(role)} | {_filling(role)} |" for role in spec.roles]
        lines.append("")
    return "\n".join(lines)


def commands_page() -> str:
    """Every command with its arguments and options."""
    lines = [
        "# The commands",
        "",
        _WRITTEN,
        "Exit codes: 0 done, 1 some inputs failed (each is named), 2 wrong use, 130 stopped.",
        "",
    ]
    group = get_command(app)
    for name, command in sorted(group.commands.items()):  # type: ignore[attr-defined]
        lines += [f"## foedera {name}", "", (command.help or "").strip(), "", "| | |", "| --- | --- |"]
        for parameter in command.params:
            written = ", ".join(f"`{option}`" for option in parameter.opts) if parameter.opts else parameter.name
            if parameter.param_type_name == "argument":
                written = f"`{parameter.name.upper()}`"
            lines.append(f"| {written} | {(getattr(parameter, 'help', '') or '').strip()} |")
        lines.append("")
    return "\n".join(lines)


def errors_page() -> str:
    """Every error by its name, with what it says."""
    lines = ["# The errors", "", _WRITTEN, "Every error says what went wrong, where, and how to mend it.", ""]
    for name, error in sorted(inspect.getmembers(errors, inspect.isclass)):
        if issubclass(error, errors.FoederaError):
            lines += [f"## {name}", "", inspect.getdoc(error) or "", ""]
    return "\n".join(lines)


PAGES = {"claims.md": claims_page, "commands.md": commands_page, "errors.md": errors_page}


def _sign(role: Role) -> str:
    return f"`{role.name}`" + ("" if role.required else " ?") + (" *" if role.several else "")


def _filling(role: Role) -> str:
    if role.closed is not None:
        return " · ".join(f"`{word.value}`" for word in role.closed)
    return role.help or {"entity": "a name", "text": "a piece of text", "number": "a number"}.get(
        role.holds.value, "a name or a piece of text"
    )


def main() -> int:
    """Write the pages, or name those that are not up to date."""
    stale = []
    for name, write in PAGES.items():
        page = write().rstrip("\n") + "\n"
        path = REFERENCE / name
        if "--check" in sys.argv:
            if not path.exists() or path.read_text("utf-8") != page:
                stale.append(name)
        else:
            path.write_text(page, "utf-8")
    if stale:
        print(f"not up to date: {', '.join(stale)}. Run: python scripts/write_reference.py")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
