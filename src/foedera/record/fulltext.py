"""Finding words in passages and claims: SQLite's FTS5 where there is one, plain comparison elsewhere.

The words that a person types are always taken as words, never as the search engine's own syntax.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    TextClause,
    and_,
    column,
    exists,
    false,
    literal_column,
    or_,
    select,
    table,
    text,
)

from foedera.model.claims import Claim
from foedera.record import schema

_RANKED = 20_000  # passages with the words that are ranked: 50 ms
_LOOKED_UP = 500  # of these that are looked up at first
_MERGED = 2_000  # pages of an index that are merged at once: 0.1 to 0.3 s
_OPEN, _CLOSE = "\ue000", "\ue001"  # private characters: hardly a document has them, and a stray one does no harm
_PASSAGES = table("passages_words", column("rowid"), column("rank"))
_CLAIMS = table("claims_words", column("rowid"))


def phrases_of(typed: str) -> tuple[str, ...]:
    """What must be found: the words typed, and as one phrase what stands in double quotes."""
    parts = re.findall(r"[\"“”]([^\"“”]*)[\"“”]|([^\s\"“”]+)", typed.replace("\0", " "))
    found = (quoted or word for quoted, word in parts)
    return tuple(phrase for phrase in found if any(letter.isalnum() for letter in phrase))


def index_claims(connection: Connection, claims: Iterable[tuple[int, Claim]]) -> None:
    """Make claims, by their numbers, findable by the words of their quotes, fillers and sources."""
    index_words(connection, ((number, words_of(claim)) for number, claim in claims))


def index_words(connection: Connection, words: Iterable[tuple[int, str]]) -> None:
    """Make claims, by their numbers, findable by these words."""
    rows = list(words) if connection.dialect.name == "sqlite" else []
    if rows:
        connection.exec_driver_sql("INSERT INTO claims_words(rowid, text) VALUES (?, ?)", rows)


def gather(connection: Connection) -> None:
    """Merge pieces of the indexes of words, as many as take some tenths of a second.

    Each reading adds a piece, and whoever looks for a word looks in all of them.
    """
    if connection.dialect.name == "sqlite":
        for index in ("passages_words", "claims_words"):
            connection.exec_driver_sql(f"INSERT INTO {index}({index}, rank) VALUES ('merge', {_MERGED})")


def words_of(claim: Claim) -> str:
    """All words by which a claim can be found."""
    fillers = [word for found in claim.roles.values() for filler in found for word in (filler.text, filler.name)]
    quotes = [evidence.quote or (evidence.source.title if evidence.source else "") for evidence in claim.evidence]
    return "\n".join(dict.fromkeys(word for word in (*fillers, *quotes) if word))


def claims_with(connection: Connection, typed: str) -> ColumnElement[bool]:
    """The condition that a claim has all these words; nothing has them if there are none."""
    phrases = phrases_of(typed)
    if not phrases:
        return false()
    if connection.dialect.name == "sqlite":
        match = text("claims_words MATCH :claim_words").bindparams(claim_words=_match(phrases))
        return schema.claims.c.number.in_(select(_CLAIMS.c.rowid).where(match))
    return and_(*(_claim_contains(phrase) for phrase in phrases))


def numbers_with(connection: Connection, typed: str) -> Select[Any]:
    """What asks for the numbers of the claims that have all these words, one after another as they are found."""
    phrases = phrases_of(typed)
    if not phrases or connection.dialect.name != "sqlite":
        return select(schema.claims.c.number).where(claims_with(connection, typed))
    match = text("claims_words MATCH :words_sought").bindparams(words_sought=_match(phrases))
    return select(_CLAIMS.c.rowid).where(match)


def claim_has(connection: Connection, typed: str) -> ColumnElement[bool]:
    """As `claims_with`, asked of one claim after another: quick where many claims have the words."""
    phrases = phrases_of(typed)
    if not phrases or connection.dialect.name != "sqlite":
        return claims_with(connection, typed)
    match = text("claims_words MATCH :words_asked").bindparams(words_asked=_match(phrases))
    return exists().where(_CLAIMS.c.rowid == schema.claims.c.number, match)


def _claim_contains(phrase: str) -> ColumnElement[bool]:
    fillers, evidence = schema.fillers.c, schema.evidence.c
    in_filler = select(fillers.claim).where(or_(_has(fillers.text, phrase), _has(fillers.name, phrase)))
    in_quote = select(evidence.claim).where(or_(_has(evidence.quote, phrase), _has(evidence.source_title, phrase)))
    return or_(schema.claims.c.number.in_(in_filler), schema.claims.c.number.in_(in_quote))


def passages_with(
    connection: Connection, typed: str, current: ColumnElement[bool], limit: int
) -> Iterator[tuple[Any, tuple[tuple[int, int], ...]]]:
    """Rows of passages that have all these words, best first, with the places of the words in the passage's text."""
    phrases = phrases_of(typed)
    if not phrases:
        return
    if connection.dialect.name != "sqlite":
        query = _passages().where(current, *(_has(schema.passages.c.text, phrase) for phrase in phrases))
        query = query.order_by(schema.documents.c.id, schema.passages.c.start).limit(limit)
        for row in connection.execute(query):
            yield row, _places_in(row.text, phrases)
        return
    match = text("passages_words MATCH :passage_words").bindparams(passage_words=_match(phrases))
    rows = _best(connection, match, current, limit)
    marked = _marked(connection, match, [row.number for row in rows])
    for row in rows:
        yield row, places_of(row.text, marked[row.number])


def _passages() -> Select[Any]:
    passages, documents = schema.passages, schema.documents
    told = (passages.c.number, passages.c.document, passages.c.start, passages.c.end, passages.c.text)
    joined = select(*told, documents.c.id, documents.c.title)
    return joined.join(documents, documents.c.number == passages.c.document)


def _best(connection: Connection, match: TextClause, current: ColumnElement[bool], limit: int) -> list[Row[Any]]:
    """The passages of the best rank, among those entered last, that stand in current documents.

    A common word stands in hundreds of thousands of passages: ranking them all takes a second, and nobody reads them.
    """
    last = select(_PASSAGES.c.rowid, _PASSAGES.c.rank.label("place")).where(match)
    ranked = last.order_by(_PASSAGES.c.rowid.desc()).limit(_RANKED).subquery()
    taken = max(_LOOKED_UP, 2 * limit)
    while True:
        best = select(ranked.c.rowid, ranked.c.place).order_by(ranked.c.place).limit(taken).subquery()
        query = _passages().join(best, best.c.rowid == schema.passages.c.number).where(current)
        query = query.order_by(best.c.place, schema.documents.c.id, schema.passages.c.start).limit(limit)
        rows = list(connection.execute(query))
        if len(rows) == limit or taken >= _RANKED:
            return rows
        taken = _RANKED  # many of the best stand in texts that were read again since


def _marked(connection: Connection, match: TextClause, numbers: list[int]) -> dict[int, str]:
    """The passages of these numbers with marks around the words found."""
    marked: ColumnElement[str] = literal_column(f"highlight(passages_words, 0, '{_OPEN}', '{_CLOSE}')")
    query = select(_PASSAGES.c.rowid, marked).where(match, _PASSAGES.c.rowid.in_(numbers))
    return {row[0]: row[1] for row in connection.execute(query)}


def places_of(plain: str, marked: str) -> tuple[tuple[int, int], ...]:
    """Where the marks stand, counted in the plain text."""
    places, begin, at = [], 0, 0
    for letter in marked:
        if letter == _OPEN and plain[at : at + 1] != _OPEN:
            begin = at
        elif letter == _CLOSE and plain[at : at + 1] != _CLOSE:
            places.append((begin, at))
        else:
            at += 1
    return tuple(places)


def _places_in(plain: str, phrases: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    found = (match.span() for phrase in phrases for match in re.finditer(re.escape(phrase), plain, re.IGNORECASE))
    return tuple(sorted(found))


def _has(words: ColumnElement[Any], phrase: str) -> ColumnElement[bool]:
    return words.icontains(phrase, autoescape=True)


def _match(phrases: tuple[str, ...]) -> str:
    clean = (phrase.encode("utf-8", "replace").decode() for phrase in phrases)
    return " ".join(f'"{phrase}"' for phrase in clean)
