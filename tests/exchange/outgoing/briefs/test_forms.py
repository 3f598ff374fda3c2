"""A brief as Word, PDF, web page and Markdown: the same words in each, and words of a record stay words."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from foedera.documents.reading import read_document
from foedera.exchange.outgoing.briefs import Form, brief_as, form_of, pictures_of, write_brief_file
from foedera.exchange.outgoing.briefs.pdf import brief_as_pages, picture_as_png
from foedera.model.claims import ClaimId
from foedera.model.errors import StoreUnavailable, UsageWrong
from foedera.views.brief.content import Brief, Cited, Note, Paragraph, Picture, Row, Section, Sentence, Table

CLAIM = (ClaimId("c-1"),)
HOSTILE = '<script>alert("x")</script> #panic("y") $z$ *w* [v](http://u) \\t {{ s }} `r` | q \x07 _p_'


def small_brief(words: str = "The Pact is in force.") -> Brief:
    """A brief of one sentence, one table and one picture, which all say `words`."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><circle cx="9" cy="9" r="5"/></svg>'
    picture = Picture("timeline", svg, words, words, CLAIM, 40, 20)
    table = Table(
        words,
        ("Agreement", words),
        (Row(("The Pact\nof Port Heron", words), CLAIM, sign="good", note=2),),
        (50, 50),
        3,
        1,
    )
    source = Cited(
        words, "Northmoor Gazette", "2019-02-02", "https://example.org/pact?a=1&b=2", words, "", "A, high", CLAIM[0]
    )
    return Brief(
        title=words,
        subtitle="As it stood on 1 January 2021",
        actors=("Northmoor", "Eastmark"),
        on="2021-01-01",
        known_on=None,
        headline=(Sentence(words, CLAIM, note=1),),
        sections=(Section("standing", words, (Paragraph((Sentence(words, CLAIM, note=3),)), table, picture)),),
        notes=(Note(1, (source,)), Note(2, (replace(source, quote="", says=words),)), Note(3, (), (1, 2))),
        colophon=(words,),
    )


def text_of(content: bytes, form: Form) -> str:
    """The words of a brief as a reader gets them."""
    if form is Form.PDF:
        import pypdfium2

        pages = pypdfium2.PdfDocument(content)
        return "\n".join(page.get_textpage().get_text_bounded() for page in pages)
    if form is Form.DOCX:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            xml = file.read("word/document.xml").decode() + file.read("word/endnotes.xml").decode()
        return re.sub(r"<[^>]+>", "", xml)
    return content.decode()


@pytest.mark.parametrize("form", list(Form))
def test_each_form_has_the_words_the_notes_and_the_source(form):
    """Title, sentence, table and note stand in every form, the note with source, date, quote and address."""
    text = " ".join(text_of(brief_as(small_brief(), form), form).split())

    for words in ("The Pact is in force.", "of Port Heron", "Northmoor Gazette", "2 February 2019", "example.org/pact"):
        assert words in text
    assert "See notes 1, 2" in text or "See notes 1 and 2" in text


@pytest.mark.parametrize("form", list(Form))
def test_hostile_words_stay_words(form):
    """Whatever a record contains is shown as text: no script runs, no template or typesetter reads it."""
    content = brief_as(small_brief(HOSTILE), form)

    assert content
    if form is Form.HTML:
        assert b"<script" not in content and b"&lt;script&gt;" in content
    if form is Form.MARKDOWN:
        assert "<script" not in content.decode().replace("\\<script", "")
        assert "\\[v\\](http://u)" in content.decode()
    if form is Form.PDF:
        assert '#panic("y") $z$ *w*' in " ".join(text_of(content, form).split())


def test_a_web_page_loads_nothing_and_leads_back():
    """The page holds its pictures, forbids everything else, and each mark and note lead to each other."""
    page = brief_as(small_brief(), Form.HTML).decode()

    assert "default-src 'none'" in page and "<script" not in page
    assert set(re.findall(r'src="([^":]+):', page)) == {"data"}
    marks, notes = set(re.findall(r'href="#note-(\d+)"', page)), set(re.findall(r'id="note-(\d+)"', page))
    assert marks == notes == {"1", "2", "3"}
    assert 'data-claims="c-1"' in page


def test_markdown_defines_every_footnote_it_uses():
    """No mark is without its note."""
    text = brief_as(small_brief(), Form.MARKDOWN).decode()

    assert set(re.findall(r"\[\^(\d+)\](?!:)", text)) == set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE))


def test_a_word_document_has_endnotes_of_its_own(tmp_path: Path):
    """Word counts the notes itself; Foedera reads them back as notes of the sentences that bear them."""
    path = tmp_path / "brief.docx"
    path.write_bytes(brief_as(small_brief(), Form.DOCX))
    document = read_document(path)

    assert "The Pact is in force." in document.text
    assert len(document.footnotes) == 3


def test_a_word_document_keeps_its_columns_in_every_program():
    """Word goes by the widths of the cells, LibreOffice by those of the columns: both are told the same."""
    from docx import Document

    brief = small_brief()
    told = replace(brief.sections[0].blocks[1], widths=(75, 25))
    brief = replace(brief, sections=(replace(brief.sections[0], blocks=(told,)),))
    table = Document(io.BytesIO(brief_as(brief, Form.DOCX))).tables[-1]
    columns = [column.width for column in table.columns]

    assert columns[0] == pytest.approx(3 * columns[1], rel=0.01)
    assert [cell.width for cell in table.rows[-1].cells] == columns


def test_the_ending_names_the_form():
    """An ending that is not known is told with those that are."""
    assert form_of(Path("a/Brief.DOCX")) is Form.DOCX
    with pytest.raises(UsageWrong, match=r"\.odt") as error:
        form_of(Path("brief.odt"))
    assert error.value.mend == "Known: .docx, .pdf, .html, .md."


def test_pictures_lie_beside_markdown(tmp_path: Path):
    """Markdown names its pictures; the other forms hold theirs."""
    files = write_brief_file(small_brief(), tmp_path / "brief.md")

    assert [file.name for file in files] == ["brief.md", "brief-timeline.svg"]
    assert "(brief-timeline.svg)" in files[0].read_text("utf-8")
    assert [file.name for file in write_brief_file(small_brief(), tmp_path / "brief.pdf")] == ["brief.pdf"]


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path):
    """A folder that is not there is an error with a way out, and nothing is left behind."""
    with pytest.raises(StoreUnavailable, match="cannot be written"):
        write_brief_file(small_brief(), tmp_path / "nowhere" / "brief.pdf")
    assert list(tmp_path.iterdir()) == []


def test_pages_and_pictures_can_be_looked_at():
    """The PDF's pages and a picture come as PNG too."""
    brief = small_brief()

    assert all(
        page.startswith(b"\x89PNG") for page in (*brief_as_pages(brief, 20), picture_as_png(*pictures_of(brief), 20))
    )
