"""Draw docs/pictures/brief*.png: the first pages of a brief from the record that ships (python scripts/draw_brief.py)."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from foedera.answers.naming import actor_named
from foedera.exchange.outgoing.briefs.pdf import brief_as_pages
from foedera.record import open_record
from foedera.views.brief import write_brief

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
PAGES = 3


def main() -> None:
    """Write the brief on Japan and the EU, and keep the first pages of it."""
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "record.sqlite") as record:
        actors = [actor_named(record, name) for name in ("Japan", "EU")]
        brief = write_brief(record, actors, on=date(2025, 2, 1))
    for number, page in enumerate(brief_as_pages(brief, 80)[:PAGES], 1):
        (PICTURES / f"brief{'' if number == 1 else f'-{number}'}.png").write_bytes(page)


if __name__ == "__main__":
    main()
