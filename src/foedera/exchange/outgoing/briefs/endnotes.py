"""Endnotes of a Word document: python-docx has none, so their part is written here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"
_LINES = {"-1": "separator", "0": "continuationSeparator"}  # the lines that part notes from text come before note 1
_SIZE = "17"  # half points
_AFTER = ("w:type", "w:pgSz", "w:pgMar", "w:paperSrc", "w:pgBorders", "w:lnNumType", "w:pgNumType", "w:cols")


def endnote_mark(number: int) -> Any:
    """The mark of an endnote as a run; Word counts the marks itself, in the order in which they stand."""
    run = OxmlElement("w:r")
    _add(_add(run, "w:rPr"), "w:vertAlign", {"w:val": "superscript"})
    _add(run, "w:endnoteReference", {"w:id": str(number)})
    return run


def add_endnotes(document: Any, notes: Sequence[Sequence[Any]]) -> None:
    """Give a document its endnotes, numbered 1, 2, 3; each is some runs."""
    root = OxmlElement("w:endnotes")
    for id, line in _LINES.items():
        _add(_add(_add(_add(root, "w:endnote", {"w:type": line, "w:id": id}), "w:p"), "w:r"), f"w:{line}")
    for number, runs in enumerate(notes, 1):
        _note(root, number, runs)
    part = Part(PackURI("/word/endnotes.xml"), _TYPE, serialize_part_xml(root), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.ENDNOTES)
    told = OxmlElement("w:endnotePr")
    for id in _LINES:
        _add(told, "w:endnote", {"w:id": id})
    document.settings.element.find(qn("w:compat")).addprevious(told)
    for section in document.sections:
        properties = OxmlElement("w:endnotePr")
        _add(properties, "w:numFmt", {"w:val": "decimal"})  # Word's own choice is i, ii, iii
        section._sectPr.insert_element_before(properties, *_AFTER)


def _note(root: Any, number: int, runs: Sequence[Any]) -> None:
    paragraph = _add(_add(root, "w:endnote", {"w:id": str(number)}), "w:p")
    _add(_add(paragraph, "w:pPr"), "w:spacing", {"w:after": "40", "w:line": "228", "w:lineRule": "auto"})
    mark = _add(paragraph, "w:r")
    looks = _add(mark, "w:rPr")
    _add(looks, "w:sz", {"w:val": _SIZE})
    _add(looks, "w:vertAlign", {"w:val": "superscript"})
    _add(mark, "w:endnoteRef")
    for run in runs:
        paragraph.append(run)


def text_run(text: str, *, soft: bool = False) -> Any:
    """Words of an endnote in small type."""
    return _words(OxmlElement("w:r"), text, "5B6675" if soft else "")


def link_field(address: str) -> Any:
    """An address that leads to its page; it may hold no quotation mark."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f' HYPERLINK "{address}" ')
    _words(_add(field, "w:r"), address, "1F4E79")
    return field


def _words(run: Any, text: str, colour: str) -> Any:
    properties = _add(run, "w:rPr")
    if colour:
        _add(properties, "w:color", {"w:val": colour})
    _add(properties, "w:sz", {"w:val": _SIZE})
    words = _add(run, "w:t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


def _add(parent: Any, name: str, attributes: Mapping[str, str] | None = None) -> Any:
    """A new last child of an element."""
    child = OxmlElement(name)
    for key, value in (attributes or {}).items():
        child.set(qn(key), value)
    parent.append(child)
    return child
