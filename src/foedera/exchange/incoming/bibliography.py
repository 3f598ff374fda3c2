"""Lists of sources (RIS, BibTeX): each entry becomes a document that holds its title and abstract, ready to be found.

An entry claims nothing; it tells the record what a source is called, who published it and when.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from foedera.exchange.incoming.dates import edtf
from foedera.exchange.incoming.material import Row, open_text
from foedera.exchange.incoming.report import Report, RowInvalid
from foedera.model.documents import Block, BlockKind, Document, DocumentFacts, DocumentId
from foedera.model.entities import Entity

Fields = Mapping[str, tuple[str, ...]]

_RIS_LINE = re.compile(r"([A-Z][A-Z0-9])  - ?(.*)")
_RIS = {
    "title": ("TI", "T1", "CT"),
    "abstract": ("AB", "N2"),
    "date": ("DA", "PY", "Y1"),
    "publisher": ("PB", "JO", "T2", "JF"),
    "url": ("UR", "L2", "DO"),
    "language": ("LA",),
}
_BIBTEX = {
    "title": ("title",),
    "abstract": ("abstract",),
    "date": ("date", "year"),
    "publisher": ("publisher", "institution", "organization", "journal", "journaltitle", "howpublished"),
    "url": ("url", "doi"),
    "language": ("langid", "language"),
}
_MONTHS = {
    name: f"{number:02}" for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}


class Ris:
    """Reads RIS: two letters, two spaces, a hyphen, a value; `ER` ends an entry."""

    name = "ris"
    version = "1"

    def material(self, path: Path) -> str:
        return f"ris:{path.name}"

    def entities(self) -> Iterable[Entity]:
        return ()

    def rows(self, path: Path, report: Report) -> Iterator[Row]:
        with open_text(path) as lines:
            entry: dict[str, list[str]] = {}
            began = 1
            for number, line in enumerate(lines, 1):
                found = _RIS_LINE.fullmatch(line.rstrip("\r\n"))
                if found is None:
                    if line.strip():
                        mend = "A line of RIS is “TI  - The title”."
                        report.refuse(RowInvalid("no line of RIS.", row=f"row {number}", value=line.strip(), mend=mend))
                elif found[1] == "ER":
                    fields = {tag: tuple(values) for tag, values in entry.items()}
                    yield from _row(path, f"row {began}", fields, _RIS, report)
                    entry, began = {}, number + 1
                elif found[2].strip():
                    entry.setdefault(found[1], []).append(found[2].strip())
            if entry:
                report.refuse(RowInvalid("the entry does not end.", row=f"row {began}", mend="Close it with “ER  - ”."))


class Bibtex:
    """Reads BibTeX and BibLaTeX: `@type{key, field = {value}, …}`."""

    name = "bibtex"
    version = "1"

    def material(self, path: Path) -> str:
        return f"bibtex:{path.name}"

    def entities(self) -> Iterable[Entity]:
        return ()

    def rows(self, path: Path, report: Report) -> Iterator[Row]:
        with open_text(path) as file:
            text = file.read()
        for found in re.finditer(r"@\s*(\w+)\s*\{", text):
            if found[1].lower() in ("comment", "string", "preamble"):
                continue
            row = f"row {text.count(chr(10), 0, found.start()) + 1}"
            body, closed = _braced(text, found.end())
            if not closed:
                report.refuse(RowInvalid("the entry does not end.", row=row, mend="Close it with “}”."))
                continue
            key, _, rest = body.partition(",")
            yield from _row(path, f"{row} ({key.strip()})", _fields(rest), _BIBTEX, report)


def _row(path: Path, label: str, fields: Fields, names: Mapping[str, tuple[str, ...]], report: Report) -> Iterator[Row]:
    """The entry as a document; one without a title, or with a date that is none, is told to the report."""
    try:
        told = {what: next((fields[tag][0] for tag in tags if fields.get(tag)), "") for what, tags in names.items()}
        if not told["title"]:
            raise RowInvalid("the entry has no title.", column=names["title"][0], mend="Give it one.")
        yield Row(label, documents=(_document(path, label, told, fields, names["date"]),))
    except RowInvalid as error:
        report.refuse(error.at(label))


def _document(path: Path, label: str, told: Mapping[str, str], fields: Fields, dates: tuple[str, ...]) -> Document:
    text = "\n\n".join(part for part in (told["title"], told["abstract"]) if part)
    blocks = [Block(BlockKind.TITLE, 0, len(told["title"]))]
    if told["abstract"]:
        blocks.append(Block(BlockKind.PARAGRAPH, len(told["title"]) + 2, len(text)))
    column = next((tag for tag in dates if fields.get(tag)), dates[0])
    written = _as_edtf(told["date"], fields)
    facts = DocumentFacts(
        title=told["title"],
        date=edtf(written, column, written=told["date"]) if written else None,
        publisher=told["publisher"] or None,
        url=_address(told["url"]),
        language=told["language"] or None,
    )
    key = "\n".join((told["title"], told["url"], told["date"], told["publisher"], told["abstract"]))
    id = DocumentId(hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest())
    return Document(id, f"{path.name}#{label}", text, format="entry", facts=facts, blocks=tuple(blocks))


def _as_edtf(written: str, fields: Fields) -> str:
    """“2019/02/01/”, “2019///” and a year with its month as EDTF; anything else as it is."""
    if re.fullmatch(r"\d{4}", written):
        return written + _month(fields)
    if re.fullmatch(r"\d{4}(/\d{0,2}){1,2}(/.*)?", written):
        return "-".join(part.zfill(2) for part in written.split("/")[:3] if part)
    return written


def _month(fields: Fields) -> str:
    given = (fields.get("month") or ("",))[0].strip().lower()[:3]
    number = _MONTHS.get(given) or (given.zfill(2) if given.isdigit() else "")
    return f"-{number}" if number else ""


def _address(written: str) -> str | None:
    return f"https://doi.org/{written}" if written.startswith("10.") else written or None


def _braced(text: str, start: int) -> tuple[str, bool]:
    """What stands from here to the brace that closes, and whether one does."""
    depth = 1
    for place in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        if depth == 0:
            return text[start:place], True
    return text[start:], False


def _fields(body: str) -> dict[str, tuple[str, ...]]:
    """The fields of an entry, without the braces and quotes around and within their values."""
    found: dict[str, tuple[str, ...]] = {}
    place = 0
    while match := re.compile(r"\s*,?\s*([\w-]+)\s*=\s*").match(body, place):
        value, place = _value(body, match.end())
        plain = " ".join(re.sub(r"[{}]", "", value).split())
        if plain:
            found[match[1].lower()] = (plain,)
    return found


def _value(body: str, start: int) -> tuple[str, int]:
    if body[start : start + 1] == "{":
        value, _ = _braced(body, start + 1)
        return value, start + len(value) + 2
    if body[start : start + 1] == '"':
        end = body.find('"', start + 1)
        end = end if end >= 0 else len(body)
        return body[start + 1 : end], end + 1
    bare = re.compile(r"[^,\s}]*").match(body, start)
    value = bare[0] if bare else ""
    return value, start + len(value)
