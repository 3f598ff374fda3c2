"""What every importer shares: rows that become claims, the data set's own source, and who is meant by a name."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar

from foedera.exchange.incoming.report import Report, RowInvalid
from foedera.model.claims import Claim, Evidence, Filler, Source
from foedera.model.documents import Document
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.errors import DocumentUnreadable
from foedera.names import load_lexicon
from foedera.names.data import read_table
from foedera.names.states import load_states

Item = TypeVar("Item")
Watch = Callable[[Iterable[Item]], Iterable[Item]]


@dataclass(frozen=True, slots=True)
class Row:
    """What one row of a data set says. `label` names the row to a person: “row 12 (mme87)”.

    `claims` have a source; `quoting` is a claim that quotes a document which the record has; `documents` are new ones.
    """

    label: str
    claims: tuple[Claim, ...] = ()
    documents: tuple[Document, ...] = ()
    quoting: tuple[Document, Claim] | None = None


class Importer(Protocol):
    """One format: its name and version, and how a file of it becomes rows.

    `rows` reads as it goes; what it cannot take it tells the report, row by row. `entities` is asked once all rows
    were read.
    """

    name: str
    version: str

    def material(self, path: Path) -> str:
        """What the data set of this file is called in the record."""
        ...

    def rows(self, path: Path, report: Report) -> Iterator[Row]:
        """The rows of the file that can be taken."""
        ...

    def entities(self) -> Iterable[Entity]:
        """Whatever the rows read so far speak of."""
        ...


@dataclass
class Cast:
    """The entities that a data set speaks of, each once, as they turn up."""

    known: dict[EntityId, Entity] = field(default_factory=dict)

    def filler(self, entity: Entity, written: str) -> Filler:
        """A filler for an entity, with the text as the data set writes it."""
        self.known.setdefault(entity.id, entity)
        return Filler(written, entity=entity.id, name=entity.name)

    def state(self, written: str, on: date | None, column: str) -> Filler:
        """The state or body that a name means on a day. Raises RowInvalid, with the nearest names."""
        entity = load_states().named(written, on) or _anything(written)
        if entity is None:
            near = "; ".join(load_lexicon().nearest(written, 3))
            mend = f"Nearest names: {near}. Write one of them, or add the name to data/exchange/state_names.csv."
            raise RowInvalid("nobody known is called so.", column=column, value=written, mend=mend)
        return self.filler(entity, written)

    def new(self, id: str, name: str, kind: EntityKind, **facts: object) -> Entity:
        """An entity that the data set brings; the first description of an id counts."""
        return self.known.setdefault(EntityId(id), Entity(EntityId(id), name, kind, **facts))  # type: ignore[arg-type]


def _anything(written: str) -> Entity | None:
    """What the lexicon alone knows by a name: a territory, a region, a force."""
    found = load_lexicon().resolve(written)
    return found[0] if len(found) == 1 and found[0].kind is not EntityKind.INSTRUMENT else None


@dataclass(frozen=True, slots=True)
class DataSet:
    """What is known of a data set that many use: a row of data/exchange/data_sets.csv."""

    name: str
    title: str
    materials: tuple[str, ...]
    publisher: str
    url: str
    edition: str
    reliability: str

    @classmethod
    def of(cls, name: str) -> DataSet:
        """The data set of this name."""
        row = next(row for row in read_table("exchange/data_sets.csv") if row["name"] == name)
        facts = ("name", "title", "publisher", "url", "edition", "reliability")
        return cls(materials=tuple(row["materials"].split(";")), **{fact: row[fact] for fact in facts})

    def evidence(self, record: str, url: str | None = None) -> tuple[Evidence, ...]:
        """Where one record of the data set stands."""
        source = Source(f"{self.title}, {record}", url or self.url, self.publisher, self.edition, self.reliability)
        return (Evidence(None, None, None, "", source),)


@contextmanager
def open_text(path: Path) -> Iterator[io.TextIOBase]:
    """A text file, unpacked if it is gzip, in UTF-8 with or without a mark. Raises DocumentUnreadable."""
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as raw:
            yield io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")
    except (OSError, EOFError) as error:
        raise DocumentUnreadable(
            f"cannot be read: {error}.", where=str(path), mend="Check the path and the file."
        ) from error
    except UnicodeDecodeError as error:
        raise DocumentUnreadable(
            f"is not UTF-8 at byte {error.start}.", where=str(path), mend="Convert it to UTF-8."
        ) from error


def day_of(edtf: str) -> date | None:
    """The first day that a date can mean; None for an empty text."""
    from foedera.model.time import Span

    return Span.parse(edtf).earliest if edtf else None
