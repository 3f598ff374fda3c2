"""An empty record to import into, and a short way to do it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from foedera.exchange.incoming import ImportOptions, Report, import_file, importer_of
from foedera.record import Record, open_record

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)
Import = Callable[..., Report]


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with nothing in it, to be copied."""
    place = tmp_path_factory.mktemp("exchange") / "record.sqlite"
    open_record(place, baseline=False).close()
    return place


@pytest.fixture
def record(empty_file: Path, tmp_path: Path) -> Iterator[Record]:
    """A new empty record."""
    place = tmp_path / "record.sqlite"
    shutil.copy(empty_file, place)
    with open_record(place, baseline=False, now=lambda: NOON) as opened:
        yield opened


@pytest.fixture
def taken(record: Record, tmp_path: Path) -> Import:
    """`taken("mme", text)`: imports a file of this text (or, as JSON lines, of these rows); gives the report."""

    def take(
        format: str,
        content: str | list[dict[str, object]],
        *,
        file: str = "data",
        strict: bool = False,
        **given: object,
    ) -> Report:
        path = tmp_path / file
        text = content if isinstance(content, str) else "".join(json.dumps(row) + "\n" for row in content)
        path.write_text(text, "utf-8")
        return import_file(record, importer_of(format, **given), path, ImportOptions(strict=strict))

    return take
