"""Reads Markdown (CommonMark with tables, footnotes and front matter)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from foedera.documents.dates import read_timestamp
from foedera.documents.encoding import decode
from foedera.documents.files import ReadLimits
from foedera.documents.normalise import compose, mark, row, safe
from foedera.documents.pieces import Piece, RawDocument
from foedera.model.documents import BlockKind, DocumentFacts, Skipped

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEEPEST = 100  # levels of quotes and lists; the parser leaves out what lies deeper, and its own limit is 20
_FRONT_LINE = re.compile(r"([A-Za-z][\w -]*?)\s*:\s*(.*)")


def read_markdown(content: bytes, where: str, limits: ReadLimits) -> RawDocument:
    """The text without its markup, with headings, items, rows and footnotes as the markup has them.

    Code blocks, HTML and pictures are not read; each comes back as skipped.
    """
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    decoded, undecoded = decode(content, where)
    parser = (
        MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
        .enable("table")
        .use(front_matter_plugin)
        .use(footnote_plugin, inline=False)
    )
    tokens = parser.parse(safe(decoded).removeprefix("\ufeff"))
    walk = _Walk()
    pieces = list(walk.pieces(tokens))
    text, stretches, marks = compose(pieces)
    return RawDocument(text, stretches, marks, walk.facts, skipped=(*undecoded, *walk.skipped))


class _Walk:
    """One pass over the tokens; keeps what is not text: facts of the front matter, and what was skipped."""

    def __init__(self) -> None:
        self.facts = DocumentFacts()
        self.skipped: list[Skipped] = []

    def pieces(self, tokens: Sequence[Token]) -> Iterator[Piece]:
        lists: list[int | None] = []
        kind: BlockKind | None = None
        level = 0
        note: str | None = None
        cells: list[str] | None = None
        opens_item = False
        titled = False
        for token in tokens:
            name = token.type
            if name == "front_matter":
                self.facts = _front_matter(token.content)
            elif name == "heading_open":
                level = int(token.tag[1:])
                kind = BlockKind.HEADING if titled or level > 1 else BlockKind.TITLE
                titled = True
            elif name == "heading_close":
                kind, level = None, 0
            elif name in ("bullet_list_open", "ordered_list_open"):
                lists.append(int(token.attrs.get("start", 1)) if name.startswith("ordered") else None)
            elif name in ("bullet_list_close", "ordered_list_close"):
                lists.pop()
            elif name == "list_item_open":
                opens_item = True
            elif name == "footnote_open":
                note = _note_name(token)
            elif name == "footnote_close":
                note = None
            elif name == "tr_open":
                cells = []
            elif name == "tr_close":
                yield Piece(row(cells or ()), BlockKind.ROW, tight=True)
                cells = None
            elif name == "inline":
                text = self._inline(token.children or ())
                if cells is not None:
                    cells.append(text)
                elif note is not None:
                    yield Piece(text, BlockKind.FOOTNOTE, footnote=note)
                elif lists and opens_item:
                    number = lists[-1]
                    yield Piece(text if number is None else f"{number}. {text}", BlockKind.ITEM, tight=True)
                    lists[-1] = None if number is None else number + 1
                    opens_item = False
                else:
                    yield Piece(text, kind, level=level if kind is BlockKind.HEADING else 0)
            elif name in ("fence", "code_block", "html_block"):
                self._skip(token, "a block of HTML" if name == "html_block" else "a block of code")

    def _inline(self, tokens: Sequence[Token]) -> str:
        parts: list[str] = []
        for token in tokens:
            if token.type in ("text", "code_inline", "text_special"):
                parts.append(token.content)
            elif token.type in ("softbreak", "hardbreak"):
                parts.append(" ")
            elif token.type == "footnote_ref":
                parts.append(mark(_note_name(token)))
            elif token.type == "image":
                self.skipped.append(Skipped(f"picture {token.attrs.get('src', '')}", f"a picture: {token.content}"))
        return "".join(parts)

    def _skip(self, token: Token, reason: str) -> None:
        first, last = token.map or (0, 0)
        self.skipped.append(Skipped(f"lines {first + 1} to {last}", reason))


def _note_name(token: Token) -> str:
    label = token.meta.get("label")
    return str(label) if label else str(int(token.meta.get("id", 0)) + 1)


def _front_matter(content: str) -> DocumentFacts:
    """Facts from the block of `key: value` lines at the head; other keys and deeper levels are not read."""
    found: dict[str, str] = {}
    for line in content.splitlines():
        match = _FRONT_LINE.fullmatch(line.rstrip())
        if match and match[2].strip(" \"'"):
            found.setdefault(match[1].lower(), match[2].strip(" \"'"))
    return DocumentFacts(
        title=found.get("title"),
        date=read_timestamp(found["date"]) if "date" in found else None,
        publisher=found.get("publisher") or found.get("source"),
        url=found.get("url") or found.get("canonical_url"),
        language=found.get("language") or found.get("lang"),
    )
