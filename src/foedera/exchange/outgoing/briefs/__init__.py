"""A written brief in the forms in which people send it: Word, PDF, a web page, Markdown."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from foedera.model.errors import StoreUnavailable, UsageWrong
from foedera.views.brief.content import Brief, Picture


class Form(StrEnum):
    """The forms of a brief, by the ending of the file."""

    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    MARKDOWN = "md"


MEDIA_TYPES = {
    Form.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.PDF: "application/pdf",
    Form.HTML: "text/html; charset=utf-8",
    Form.MARKDOWN: "text/markdown; charset=utf-8",
}


def form_of(path: Path) -> Form:
    """The form that the ending of a file names. Raises UsageWrong with the known endings."""
    ending = path.suffix.casefold().removeprefix(".")
    try:
        return Form({"markdown": "md", "htm": "html"}.get(ending, ending))
    except ValueError as error:
        told = f"“{path.suffix}”" if path.suffix else "a name without an ending"
        known = ", ".join(f".{form.value}" for form in Form)
        raise UsageWrong(f"a brief cannot be written as {told}.", where=str(path), mend=f"Known: {known}.") from error


def brief_as(brief: Brief, form: Form, pictures: dict[str, str] | None = None) -> bytes:
    """The brief in a form. For Markdown, `pictures` says where each picture lies; the other forms hold theirs."""
    if form is Form.DOCX:
        from foedera.exchange.outgoing.briefs.word import brief_as_docx

        return brief_as_docx(brief)
    if form is Form.PDF:
        from foedera.exchange.outgoing.briefs.pdf import brief_as_pdf

        return brief_as_pdf(brief)
    if form is Form.HTML:
        from foedera.exchange.outgoing.briefs.html import brief_as_html

        return brief_as_html(brief).encode()
    from foedera.exchange.outgoing.briefs.markdown import brief_as_markdown

    return brief_as_markdown(brief, pictures).encode()


def write_brief_file(brief: Brief, path: Path) -> tuple[Path, ...]:
    """Write the brief in the form that the file's ending names; gives back the files written.

    Beside Markdown lie its pictures, as SVG. A file is there whole or not at all. Raises UsageWrong for an ending that
    is not known, StoreUnavailable where the file cannot be written.
    """
    form = form_of(path)
    files: dict[Path, bytes] = {}
    places: dict[str, str] = {}
    if form is Form.MARKDOWN:
        for picture in pictures_of(brief):
            beside = path.with_name(f"{path.stem}-{picture.name}.svg")
            files[beside] = picture.svg.encode()
            places[picture.name] = beside.name.replace(" ", "%20")
    files[path] = brief_as(brief, form, places)
    for each, content in files.items():
        _write(each, content)
    return tuple(reversed(files))


def pictures_of(brief: Brief) -> tuple[Picture, ...]:
    """The pictures of a brief, in their order."""
    return tuple(block for section in brief.sections for block in section.blocks if isinstance(block, Picture))


def _write(path: Path, content: bytes) -> None:
    unfinished = path.with_name(f".{path.name}.part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise StoreUnavailable(
            f"the brief cannot be written: {error.strerror or error}.",
            where=str(path),
            mend="Name another file with -o.",
        ) from error
