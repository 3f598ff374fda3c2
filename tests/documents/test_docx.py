"""A Word file is read as Word shows it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from docx import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from foedera.model.documents import BlockKind
from tests.documents.samples import read, saved, texts_of

_NUMBERED = f"""<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="7"/>
<w:numFmt w:val="decimal"/><w:lvlText w:val="Article %1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>
<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum>"""


def test_numbers_that_word_draws_are_part_of_the_text(tmp_path: Path) -> None:
    """An article numbered by Word is cited as a reader sees it, though its number is not in the file's text."""
    file = WordFile()
    numbering = file.part.numbering_part.element
    numbering.insert(0, parse_xml(_NUMBERED))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for depth, text in (
        (0, "The Parties shall meet:"),
        (1, "every year;"),
        (1, "when asked."),
        (0, "They shall train."),
    ):
        properties = file.add_paragraph(text)._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="90"/></w:numPr>')
        )

    document = read(tmp_path, saved(file), "a.docx")

    assert document.text.split("\n\n") == [
        "Article 7. The Parties shall meet:",
        "(a) every year;",
        "(b) when asked.",
        "Article 8. They shall train.",
    ]
    assert [block.number for block in document.blocks] == ["Article 7", "Article 7", "Article 7", "Article 8"]


def test_deleted_and_hidden_text_is_not_read(tmp_path: Path) -> None:
    """What was deleted under tracked changes is no part of the document; hidden text is named as left out."""
    file = WordFile()
    paragraph = file.add_paragraph("The Pact ")
    paragraph._p.append(
        parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>never</w:delText><w:t>no</w:t></w:r></w:del>")
    )
    paragraph.add_run("secretly ").font.hidden = True
    paragraph.add_run("holds.")

    document = read(tmp_path, saved(file), "a.docx")

    assert document.text == "The Pact holds."
    assert [one.reason for one in document.skipped] == ["hidden text"]


def test_tables_become_rows(tmp_path: Path) -> None:
    """Each row of a table is a row of the document, in its place."""
    file = WordFile()
    table = file.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Country", "Ships", "Northmoor", "12"), strict=True):
        cell.text = text

    assert texts_of(read(tmp_path, saved(file), "a.docx"), BlockKind.ROW) == ["Country | Ships", "Northmoor | 12"]


def test_footnotes_of_word_are_cited_where_they_stand(tmp_path: Path) -> None:
    """A footnote made with Word has its mark in the sentence and its body after the text, numbered in order."""
    file = WordFile()
    file.add_paragraph("The Pact holds.")._p.append(
        parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="5"/></w:r>')
    )
    notes = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        '<w:footnote w:id="5"><w:p><w:r><w:t>Eastmark Gazette.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )

    document = read(tmp_path, _with_part(saved(file), "footnotes", notes), "a.docx")

    assert document.text == "The Pact holds.1\n\n1. Eastmark Gazette."
    assert [(mark.number, mark.start) for mark in document.marks] == [("1", 15)]
    assert [document.text[note.start : note.end] for note in document.footnotes] == ["Eastmark Gazette."]


def _with_part(content: bytes, name: str, xml: str) -> bytes:
    """The same Word file with one more part, joined to its main part."""
    relation = (
        f'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}" '
        f'Target="{name}.xml"/></Relationships>'
    )
    kind = (
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{name}+xml"/></Types>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        for member in old.namelist():
            part = old.read(member).decode("utf-8", "surrogateescape")
            if member == "word/_rels/document.xml.rels":
                part = part.replace("</Relationships>", relation)
            if member == "[Content_Types].xml":
                part = part.replace("</Types>", kind)
            new.writestr(member, part.encode("utf-8", "surrogateescape"))
        new.writestr(f"word/{name}.xml", xml)
    return buffer.getvalue()
