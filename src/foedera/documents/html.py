"""Reads HTML pages: the document in the page, without the page around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement, PreformattedString

from foedera.documents.encoding import decode
from foedera.documents.files import ReadLimits
from foedera.documents.html_facts import page_facts
from foedera.documents.html_notes import classes_of, is_back_link, mark_number, note_bodies, numbers_of
from foedera.documents.normalise import compose, mark, row, safe
from foedera.documents.pieces import Piece, RawDocument
from foedera.model.documents import BlockKind, Skipped

_UNSEEN = frozenset(
    "script style noscript template head title meta link iframe object embed svg math canvas audio video source "
    "form button select textarea input label nav aside dialog menu".split()
)
_PICTURES = frozenset(("img", "picture", "svg", "canvas", "video", "audio", "iframe", "object", "embed", "math"))
_BLOCKS = frozenset(
    "address article blockquote body dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr "
    "li main ol p pre section summary table tbody td tfoot th thead tr ul caption html center".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert", "menu"))
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|cookies?|consent|gdpr|share|sharing|social|newsletter|subscribe"
    r"|sidebar|related|advert\w*|ads?|promo|comments?|pagination|site-?footer|page-?footer|skip-?link|sr-only|screen-reader)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_SHORTEST_CONTENT = 200  # characters; a <main> with less than this is not where the text is


def read_html(content: bytes, where: str, limits: ReadLimits) -> RawDocument:
    """The text of a page in its own blocks, without navigation, forms, banners and pictures.

    Nothing that the page refers to is fetched. What was left out is in `skipped`, counted by sort.
    """
    decoded, undecoded = decode(content, where, declares=True)
    page = BeautifulSoup(safe(decoded), "lxml")
    facts = page_facts(page)
    walk = _Walk(page)
    text, stretches, marks = compose(walk.pieces(_content_of(page)))
    return RawDocument(text, stretches, marks, facts, skipped=(*undecoded, *walk.skipped()))


def _content_of(page: BeautifulSoup) -> Tag:
    """The element that holds the document: <main>, a lone <article>, or the whole body."""
    for candidates in (page.find_all("main"), page.select("[role=main]"), page.find_all("article")):
        if len(candidates) == 1 and len(candidates[0].get_text(strip=True)) >= _SHORTEST_CONTENT:
            return candidates[0]
    return page.body or page


class _Walk:
    """One pass over the elements of a page; keeps count of what it leaves out."""

    def __init__(self, page: Tag) -> None:
        self._left_out: dict[str, int] = {}
        self._notes = note_bodies(page)
        self._numbers: dict[int, str] = {}
        self._titled = False
        self._length = len(page.get_text())

    def skipped(self) -> tuple[Skipped, ...]:
        """What was left out, by sort."""
        return tuple(
            Skipped("the page", f"{count} × {what}" if count > 1 else what) for what, count in self._left_out.items()
        )

    def pieces(self, element: Tag) -> Iterator[Piece]:
        """The pieces of an element in reading order."""
        run: list[str] = []
        for child in list(element.children):
            if not isinstance(child, Tag):
                run.append(_string(child))
            elif self._is_left_out(child):
                continue
            elif child.name == "br":
                if getattr(child.next_sibling, "name", None) == "br":
                    yield from _flush(run, element)
                else:
                    run.append(" ")
            elif child.name in _BLOCKS or _holds_blocks(child):
                yield from _flush(run, element)
                yield from self._block(child)
            else:
                run.append(self._inline(child))
        yield from _flush(run, element)

    def _block(self, element: Tag) -> Iterator[Piece]:
        note = self._notes.get(id(element))
        if note is not None:
            text = " ".join(piece.text for piece in self.pieces(element))
            yield Piece(text, BlockKind.FOOTNOTE, footnote=note, tight=True)
        elif element.name in _HEADINGS:
            level = int(element.name[1])
            kind = BlockKind.TITLE if level == 1 and not self._titled else BlockKind.HEADING
            self._titled = self._titled or level == 1
            yield Piece(self._inline(element), kind, level=level if kind is BlockKind.HEADING else 0)
        elif element.name == "ol":
            self._numbers |= numbers_of(element)
            yield from self.pieces(element)
        elif element.name == "table":
            yield from self._table(element)
        elif element.name == "li":
            yield from self._item(element)
        elif element.name in ("figcaption", "caption"):
            yield Piece(self._inline(element), BlockKind.CAPTION)
        elif element.name == "pre":
            for line in element.get_text().split("\n"):
                yield Piece(line, tight=True)
        else:
            yield from self.pieces(element)

    def _item(self, element: Tag) -> Iterator[Piece]:
        number = self._numbers.get(id(element))
        for index, piece in enumerate(self.pieces(element)):
            if index == 0 and piece.kind is None:
                text = f"{number}. {piece.text.lstrip()}" if number else piece.text
                yield Piece(text, BlockKind.ITEM, tight=True)
            else:
                yield piece

    def _table(self, table: Tag) -> Iterator[Piece]:
        if table.find("table") is not None or not table.find(["th", "td"]):  # a table that lays out the page
            yield from self.pieces(table)
            return
        for part in table.find_all(["caption", "tr"]):
            if part.name == "caption":
                yield Piece(self._inline(part), BlockKind.CAPTION)
                continue
            cells = [self._inline(cell) for cell in part.find_all(["td", "th"], recursive=False)]
            if len(cells) == 1 and len(cells[0]) > 200:
                yield Piece(cells[0])
            elif any(cell.strip() for cell in cells):
                yield Piece(row(cells), BlockKind.ROW, tight=True)

    def _inline(self, element: Tag) -> str:
        number = mark_number(element)
        if number is not None:
            return mark(number)
        parts: list[str] = []
        for child in element.children:
            if not isinstance(child, Tag):
                parts.append(_string(child))
            elif child.name == "br" or child.name in _BLOCKS:
                parts.append(f" {'' if child.name == 'br' else self._inline(child)} ")
            elif not self._is_left_out(child):
                parts.append(self._inline(child))
        return "".join(parts)

    def _is_left_out(self, element: Tag) -> bool:
        name = element.name
        if name in _PICTURES:
            self._count("a picture or embedded content")
            return True
        if name in _UNSEEN:
            if name in ("nav", "aside", "form", "dialog", "menu"):
                self._count(f"<{name}> (page furniture)")
            return True
        if is_back_link(element) or element.has_attr("hidden") or element.get("aria-hidden") == "true":
            return True
        named = str(element.get("role", "")).lower() in _ROLES or _AROUND.search(classes_of(element)) is not None
        frame = name in ("header", "footer") and element.find_parent(["article", "main"]) is None
        if (named or frame) and name not in ("body", "main", "article", "p", "h1", "html") and self._is_around(element):
            self._count("page furniture (navigation, banner, footer)")
            return True
        return False

    def _is_around(self, element: Tag) -> bool:
        """Whether an element that is named as furniture is some: "has-sidebar" names what holds the text, too."""
        holds_text = element.find(["h1", "main", "article"]) is not None
        return not holds_text and len(element.get_text()) * 2 < self._length

    def _count(self, what: str) -> None:
        self._left_out[what] = self._left_out.get(what, 0) + 1


def _flush(run: list[str], element: Tag) -> Iterator[Piece]:
    text = "".join(run)
    run.clear()
    if text.strip():
        kind = BlockKind.CAPTION if element.name in ("figcaption", "figure") else None
        yield Piece(text, kind)


def _holds_blocks(element: Tag) -> bool:
    return any(isinstance(part, Tag) and part.name in _BLOCKS for part in element.descendants)


def _string(string: PageElement) -> str:
    """What a string of the page says; comments and declarations say nothing."""
    return "" if isinstance(string, PreformattedString) else str(string)
