"""A brief as a Word document: its own headings, tables and endnotes, so that people can go on writing in it."""

from __future__ import annotations

import io
import re
from typing import Any

from foedera.exchange.outgoing.briefs.pdf import picture_as_png
from foedera.views.brief.content import (
    Block,
    Brief,
    Bullets,
    Gaps,
    Note,
    Paragraph,
    Picture,
    Row,
    Section,
    Sentence,
    Table,
)
from foedera.views.brief.plain import left_out, see_also, source_parts

_NAVY, _SOFT = "1F4E79", "5B6675"
_SIGNS = {"good": "0B6B4F", "half": "7A5B00", "open": "8A4B08", "bad": "A3262A"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # what XML cannot hold
_TEXT_WIDTH = 16.4  # centimetres between the margins


def brief_as_docx(brief: Brief) -> bytes:
    """The document. Every sentence and row has its endnote."""
    from docx import Document

    document = Document()
    _prepare(document, brief)
    _head(document, brief)
    for section in brief.sections:
        _section(document, section)
    document.add_heading("About this brief", level=1)
    for line in brief.colophon:
        _run(document.add_paragraph(), line, size=9, colour=_SOFT)
    document.add_heading("Notes", level=1)
    _endnotes(document, brief)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _prepare(document: Any, brief: Brief) -> None:
    """Page, styles and what the file says of itself."""
    from docx.shared import Cm, Pt, RGBColor

    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.3)
    page.top_margin = page.bottom_margin = Cm(2.2)
    styles = document.styles
    styles["Normal"].font.name, styles["Normal"].font.size = "Georgia", Pt(10)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    for name, size in (("Title", 20), ("Heading 1", 14)):
        style = styles[name]
        style.font.name, style.font.size, style.font.bold = "Georgia", Pt(size), True
        style.font.color.rgb = RGBColor.from_string(_NAVY if name != "Title" else "1C2430")
        style.element.rPr.rFonts.attrib.clear()
        style.font.name = "Georgia"
    styles["Heading 1"].paragraph_format.space_before = Pt(16)
    styles["Heading 1"].paragraph_format.space_after = Pt(5)
    document.core_properties.title = _clean(brief.title)
    document.core_properties.subject = _clean(brief.subtitle)
    document.core_properties.author = "Foedera"
    document.core_properties.comments = ""
    _run(page.footer.paragraphs[0], f"Foedera · {brief.title} · {brief.subtitle}", size=8, colour=_SOFT)


def _head(document: Any, brief: Brief) -> None:
    _run(document.add_paragraph(), "BRIEF", size=9, colour=_NAVY, bold=True)
    document.add_paragraph(_clean(brief.title), style="Title")
    _run(document.add_paragraph(), brief.subtitle, size=11, colour=_SOFT, italic=True)
    if brief.headline:
        box = document.add_table(rows=1, cols=1).cell(0, 0)
        _shade(box, "EEF3F8")
        _run(box.paragraphs[0], "In short", size=10, colour=_NAVY, bold=True)
        for each in brief.headline:
            _tell(box.add_paragraph(style="List Bullet"), each)


def _section(document: Any, section: Section) -> None:
    document.add_heading(_clean(section.title), level=1)
    for block in section.blocks:
        _block(document, block)


def _block(document: Any, block: Block) -> None:
    from docx.shared import Cm

    if isinstance(block, Paragraph):
        paragraph = document.add_paragraph()
        for place, each in enumerate(block.sentences):
            if place:
                _run(paragraph, " ")
            _tell(paragraph, each)
    elif isinstance(block, Bullets):
        for each in block.sentences:
            _tell(document.add_paragraph(style="List Bullet"), each)
    elif isinstance(block, Gaps):
        for text in block.texts:
            _run(document.add_paragraph(style="List Bullet"), text, colour=_SOFT, italic=True)
    elif isinstance(block, Picture):
        shown = document.add_picture(io.BytesIO(picture_as_png(block)), width=Cm(_TEXT_WIDTH))
        shown._inline.docPr.set("descr", _clean(block.alt))
        for side in "TBLR":
            shown._inline.set(f"dist{side}", "0")  # LibreOffice would move the picture into the margin
        document.paragraphs[-1].paragraph_format.keep_with_next = True
        _run(document.add_paragraph(), block.caption, size=8.5, colour=_SOFT)
    else:
        _table(document, block)


def _table(document: Any, told: Table) -> None:
    from docx.shared import Cm

    title = document.add_paragraph()
    _run(title, told.title, size=9.5, bold=True)
    title.paragraph_format.keep_with_next = True
    table = document.add_table(rows=1, cols=len(told.columns))
    table.autofit = False
    _close(table)
    widths = [Cm(_TEXT_WIDTH * width / sum(told.widths)) for width in told.widths]
    _repeat(table.rows[0])
    for cell, column in zip(table.rows[0].cells, told.columns, strict=True):
        _cell(cell, column, colour=_NAVY, bold=True)
        _border(cell, top="12", bottom="6", colour=_NAVY)
    for row in told.rows:
        _row(table.add_row(), row, told.signed)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width  # Word goes by the cells, LibreOffice by the columns
    for line in table.rows:
        _keep(line)
        for cell, width in zip(line.cells, widths, strict=True):
            cell.width = width
    after = document.add_paragraph()
    _run(after, left_out(told), size=8.5, colour=_SOFT)


def _row(line: Any, row: Row, signed: int | None) -> None:
    from foedera.exchange.outgoing.briefs.endnotes import endnote_mark

    for place, (cell, text) in enumerate(zip(line.cells, row.cells, strict=True)):
        sign = _SIGNS.get(row.sign) if place == signed else None
        _cell(cell, text, colour=sign, bold=sign is not None and len(text) < 20)
        _border(cell, bottom="4", colour="D5DAE1")
    line.cells[-1].paragraphs[-1]._p.append(endnote_mark(row.note))


def _cell(cell: Any, text: str, *, colour: str | None = None, bold: bool = False) -> None:
    from docx.shared import Pt

    for place, part in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(1)
        _run(paragraph, part, size=8.5, colour=colour, bold=bold)


def _tell(paragraph: Any, sentence: Sentence) -> None:
    """A sentence and the mark of its note."""
    from foedera.exchange.outgoing.briefs.endnotes import endnote_mark

    _run(paragraph, sentence.text)
    paragraph._p.append(endnote_mark(sentence.note))


def _run(
    paragraph: Any,
    text: str,
    *,
    size: float | None = None,
    colour: str | None = None,
    bold: bool = False,
    italic: bool = False,
) -> None:
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(_clean(text))
    run.bold, run.italic = bold or None, italic or None
    if size:
        run.font.size = Pt(size)
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)


def _clean(text: str) -> str:
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def _shade(cell: Any, colour: str) -> None:
    _property(cell, "w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": colour})


def _border(cell: Any, *, top: str = "", bottom: str = "", colour: str) -> None:
    """Lines above and below a cell, in eighths of a point."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:tcBorders")
    for side, size in (("top", top), ("bottom", bottom)):
        if size:
            line = OxmlElement(f"w:{side}")
            for name, value in (("val", "single"), ("sz", size), ("space", "0"), ("color", colour)):
                line.set(qn(f"w:{name}"), value)
            borders.append(line)
    cell._tc.get_or_add_tcPr().append(borders)


def _property(cell: Any, name: str, attributes: dict[str, str]) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(key), value)
    cell._tc.get_or_add_tcPr().append(element)


def _close(table: Any) -> None:
    """Let the words of a table begin where the text does, with little room between columns."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    margins = OxmlElement("w:tblCellMar")
    for side, width in (("left", "0"), ("right", "85")):  # twentieths of a point
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), width)
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)


def _repeat(line: Any) -> None:
    """Let the first row of a table stand again on every page."""
    from docx.oxml import OxmlElement

    line._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _keep(line: Any) -> None:
    """Let no page part a row."""
    from docx.oxml import OxmlElement

    line._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))


def _endnotes(document: Any, brief: Brief) -> None:
    from foedera.exchange.outgoing.briefs.endnotes import add_endnotes

    add_endnotes(document, [_note(note) for note in brief.notes])


def _note(note: Note) -> list[Any]:
    from foedera.exchange.outgoing.briefs.endnotes import link_field, text_run

    runs = [text_run(" ")]
    for place, source in enumerate(note.sources):
        parts = source_parts(source)
        runs.append(text_run(_clean(("; " if place else "") + parts["where"])))
        if parts["quote"]:
            runs.append(text_run(_clean(f": “{parts['quote']}”")))
        elif parts["says"]:
            runs.append(text_run(_clean(f". {parts['says']}"), soft=True))
        if parts["url"]:
            runs += [text_run(" "), link_field(_clean(parts["url"].replace('"', "%22")))]
        runs.append(text_run(_clean(f" [{parts['trust']}]"), soft=True))
    see = see_also(note)
    if see:
        runs.append(text_run(f"{'. ' if note.sources else ''}{see}", soft=True))
    return runs
