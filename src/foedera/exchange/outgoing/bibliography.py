"""The sources of claims, for BibTeX and as CSL-JSON."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from foedera.exchange.outgoing.selection import Selection, Written, new_file
from foedera.model.claims import Evidence
from foedera.model.documents import Document, DocumentId
from foedera.model.errors import DateInvalid
from foedera.model.time import Span
from foedera.names.slugs import slug

_ESCAPED = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Cited:
    """A document or source that claims rest on, and how many of them."""

    title: str
    publisher: str | None
    url: str | None
    date: str | None
    language: str | None
    claims: int = 0


def write_bibtex(selection: Selection, path: Path) -> Written:
    """Write a BibTeX entry for each document and source of the selection, in UTF-8, in the order of their keys."""
    written, cited = _gather(selection)
    with new_file(path) as file:
        for key, source in sorted(with_keys(cited)):
            file.write(bibtex_entry(key, source) + "\n")
    return written


def write_csl(selection: Selection, path: Path) -> Written:
    """Write a CSL-JSON item for each document and source of the selection, in the order of their keys."""
    written, cited = _gather(selection)
    with new_file(path) as file:
        items = [csl_item(key, source) for key, source in sorted(with_keys(cited))]
        json.dump(items, file, ensure_ascii=False, indent=1)
        file.write("\n")
    return written


def _gather(selection: Selection) -> tuple[Written, list[Cited]]:
    """What is cited: each once, told apart by everything that is known of it."""
    written, documents = Written(), dict[DocumentId, Document]()
    counts: Counter[Cited] = Counter()
    for claim in selection.claims():
        written.claims += 1
        if claim.document and claim.document not in documents:
            documents |= selection.documents((claim,))
        counts.update({_cited(evidence, documents) for evidence in claim.evidence})
    written.note(documents.values())
    return written, [replace(cited, claims=number) for cited, number in counts.items()]


def _cited(evidence: Evidence, documents: Mapping[DocumentId, Document]) -> Cited:
    if evidence.source is not None:
        source = evidence.source
        return Cited(source.title, source.publisher, source.url, source.date, None)
    assert evidence.document is not None  # evidence has a document or a source
    document = documents[evidence.document]
    facts, title = document.facts, document.facts.title or Path(document.path).name
    return Cited(title, facts.publisher, facts.url, facts.date.edtf if facts.date else None, facts.language)


def with_keys(cited: Iterable[Cited]) -> Iterator[tuple[str, Cited]]:
    """Each source with a key from publisher, year and title; letters tell equal keys apart."""
    taken: set[str] = set()
    for source in sorted(cited, key=lambda each: (each.title, each.publisher or "", each.url or "", each.date or "")):
        year = (source.date or "")[:4] if _DAY.match(source.date or "") else "nd"
        words = slug(f"{(source.publisher or '').split(',')[0]} {year} {source.title}").split("-")
        base = "-".join(words[:8]) or "source"
        key, number = base, 1
        while key in taken:
            number += 1
            key = f"{base}-{number}"
        taken.add(key)
        yield key, source


def bibtex_entry(key: str, source: Cited) -> str:
    """One entry. The title stands in double braces, so that no style changes its capitals."""
    when = _DAY.match(source.date or "")
    fields = {
        "title": "{" + escaped(source.title) + "}",
        "publisher": escaped(source.publisher) if source.publisher else None,
        "year": when[1] if when else None,
        "month": str(int(when[2])) if when and when[2] else None,
        "date": source.date if when and source.date == when[0] else None,
        "url": source.url,
        "language": source.language,
        "note": f"{source.claims} claim{'' if source.claims == 1 else 's'} in the record",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join((f"@misc{{{key},", *lines, "}"))


def escaped(text: str) -> str:
    """A text in which no sign means anything to TeX."""
    return "".join(_ESCAPED.get(sign, sign) for sign in " ".join(text.split()))


def csl_item(key: str, source: Cited) -> dict[str, Any]:
    """One item of CSL-JSON; dates that are no day, month or year are kept as they are written."""
    item: dict[str, Any] = {"id": key, "type": "webpage" if source.url else "document", "title": source.title}
    told = {"publisher": source.publisher, "URL": source.url, "language": source.language}
    item |= {name: value for name, value in told.items() if value}
    if source.date:
        item["issued"] = csl_date(source.date)
    return item | {"note": f"{source.claims} claim{'' if source.claims == 1 else 's'} in the record"}


def csl_date(edtf: str) -> dict[str, Any]:
    """A date as CSL has it."""
    parts = [_DAY.fullmatch(part) for part in edtf.split("/")]
    if len(parts) < 3 and all(parts):
        return {"date-parts": [[int(piece) for piece in part.groups() if piece] for part in parts if part]}
    try:
        return {"date-parts": [[Span.parse(edtf).earliest.year]], "circa": True, "literal": edtf}
    except DateInvalid:
        return {"literal": edtf}
