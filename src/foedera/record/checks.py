"""Whether a record agrees with itself, and whether two records say the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from foedera.model.claims import Claim
from foedera.model.documents import Document
from foedera.model.lines import claim_to_json
from foedera.record.lookups import claims_by_number, current, document_by_number
from foedera.record.rows import digest, document_values
from foedera.record.schema import claims, decisions, documents, entities, names, paths, readings
from foedera.record.standing import merged_entities
from foedera.record.store import check_integrity
from foedera.record.values import Problem


def problems_of(connection: Connection) -> Iterator[Problem]:
    """Everything that does not agree: the file, the texts, then every quote and filler of every claim ever entered."""
    for error in check_integrity(connection):
        yield Problem(error.where, error.what)
    stored = select(readings.c.number, readings.c.document).order_by(readings.c.document, readings.c.number)
    document, last = None, None
    for reading, number in connection.execute(stored).all():
        if number != last:
            document, last = _document_at(connection, number), number
            if number is not None:
                yield from _text_problems(connection, number, document)
        chosen = select(claims.c.number).where(claims.c.reading == reading).order_by(claims.c.position)
        for claim in claims_by_number(connection, list(connection.execute(chosen).scalars())):
            yield from _claim_problems(claim, document)


def _document_at(connection: Connection, number: int | None) -> Document | None:
    if number is None:
        return None
    found = connection.execute(select(documents.c.number).where(documents.c.number == number)).first()
    return document_by_number(connection, number) if found else None


def _text_problems(connection: Connection, number: int, document: Document | None) -> Iterator[Problem]:
    if document is None:
        yield Problem(f"document number {number}", "a reading refers to it, but the record does not have it.")
        return
    kept = connection.execute(select(documents.c.checksum).where(documents.c.number == number)).scalar_one()
    if kept != document.checksum:
        yield Problem(
            f"{document.path} ({document.id[:12]})",
            f"the stored text is not the text that was read: its checksum is {document.checksum[:12]}…, not {kept[:12]}….",
        )


def _claim_problems(claim: Claim, document: Document | None) -> Iterator[Problem]:
    where = f"{document.path}, claim {claim.id} ({claim.kind})" if document else f"claim {claim.id} ({claim.kind})"
    if not claim.evidence:
        yield Problem(where, "it has no evidence.")
    for piece in claim.evidence:
        if piece.source is not None:
            continue
        if document is None or piece.document != document.id:
            yield Problem(where, f"its evidence refers to document {piece.document}, which its reading did not read.")
        elif document.text[piece.start : piece.end] != piece.quote:
            yield Problem(where, f"the quote is not what stands at characters {piece.start} to {piece.end}.")
    for role, fillers in claim.roles.items():
        for filler in fillers:
            if filler.start is None:
                continue
            if document is None or document.text[filler.start : filler.end] != filler.text:
                place = f"characters {filler.start} to {filler.end}"
                yield Problem(where, f"“{filler.text}” ({role}) is not what stands at {place}.")


def fingerprint_of(connection: Connection) -> str:
    """A hash of what the record says. Times of entry, runs, numbers of rows and the order of arrival do not count."""
    said = sorted(_reading_digests(connection))
    known = sorted(f"{row.document} {row.path}" for row in connection.execute(select(paths)))
    decided = sorted(
        digest([row.claim, row.verdict, row.who, row.note, row.replacement, row.undoes])
        for row in connection.execute(select(decisions))
    )
    one = sorted(f"{entity} {into}" for entity, into in merged_entities(connection).items())
    return digest([said, known, decided, *([one] if one else [])])


def _reading_digests(connection: Connection) -> Iterator[str]:
    last = set(connection.execute(select(readings.c.number).where(current())).scalars())
    for row in connection.execute(select(readings).order_by(readings.c.number)).all():
        document = _document_at(connection, row.document)
        values = document_values(document) if document else {}
        values.pop("path", None)
        chosen = select(claims.c.number).where(claims.c.reading == row.number).order_by(claims.c.position)
        numbers = list(connection.execute(chosen).scalars())
        lines = [[claim_to_json(claim, None), claim.confidence] for claim in claims_by_number(connection, numbers)]
        described = _entity_lines(connection, row.number)
        yield digest([row.material, row.extractor, row.number in last, values, lines, described])


def _entity_lines(connection: Connection, reading: int) -> list[list[Any]]:
    found = select(entities).where(entities.c.reading == reading).order_by(entities.c.id)
    borne = select(names).join(entities).where(entities.c.reading == reading)
    fields = [column.name for column in entities.columns if column.name not in ("number", "reading")]
    lines: list[list[Any]] = [[row._mapping[name] for name in fields] for row in connection.execute(found)]
    return [*lines, sorted(f"{row.form} {row.name}" for row in connection.execute(borne))]
