"""Footnotes in HTML: raised numbers and links that cite them, and the elements that hold them."""

from __future__ import annotations

import re

from bs4 import Tag

_TARGET = re.compile(r"(?:fn|foot|note|ref|cite|ftn)", re.IGNORECASE)
_NUMBER = re.compile(r"[\[(]?(\d{1,3}|[ivxlc]{1,5}|[a-z]|[*†‡]+)[\])]?", re.IGNORECASE)
_ARROW = re.compile(r"[\s↩↑^\ufe0e\ufe0f]+")
_UNIT = re.compile(r"(?:\b|\d\s?)(?:[kcmd]?m|ft|mi|in|yd|nmi|s|x|10)\Z")


def mark_number(element: Tag) -> str | None:
    """The number of the note that an element cites: a raised number, or a link to a note; None for anything else."""
    if element.name not in ("sup", "a"):
        return None
    written = element.get_text(strip=True)
    found = _NUMBER.fullmatch(written)
    if found is None or is_back_link(element):
        return None
    link = element if element.name == "a" else element.find("a")
    if not isinstance(link, Tag):
        return found[1] if written.strip("[]()").isdigit() and not _follows_unit(element) else None
    fragment = str(link.get("href", "")).partition("#")[2]
    role = f"{link.get('role', '')} {link.get('epub:type', '')} {classes_of(link)}"
    cites = "noteref" in role or "footnote" in role or (fragment and _TARGET.search(fragment) is not None)
    return found[1] if cites or (element.name == "sup" and fragment) else None


def note_bodies(page: Tag) -> dict[int, str]:
    """The elements that hold notes, by `id()`, with their numbers: those that a mark links to, or marked as notes."""
    targets: dict[str, str] = {}
    for link in page.find_all("a", href=True):
        fragment = str(link["href"]).partition("#")[2]
        number = _NUMBER.fullmatch(link.get_text(strip=True))
        if fragment and number:
            targets.setdefault(fragment, number[1])
    found: dict[int, str] = {}
    for element in page.find_all(["li", "p", "div", "dd", "td"]):
        anchors = [str(element.get("id") or "")]
        if element.name in ("p", "li", "dd"):
            anchors += [str(inner["id"]) for inner in element.find_all("a", id=True, limit=2)]
        cited = next((targets[a] for a in anchors if a in targets and _TARGET.search(a)), None)
        roles = f"{element.get('role', '')} {element.get('epub:type', '')}".split()
        if cited is not None or {"doc-endnote", "doc-footnote", "endnote", "footnote"} & set(roles):
            found[id(element)] = cited or str(len(found) + 1)
    return found


def numbers_of(numbered_list: Tag) -> dict[int, str]:
    """The entries of an <ol>, by `id()`, with the numbers that a browser draws before them."""
    first = str(numbered_list.get("start", "1"))
    entries = numbered_list.find_all("li", recursive=False)
    return {id(entry): str(number) for number, entry in enumerate(entries, int(first) if first.isdecimal() else 1)}


def is_back_link(element: Tag) -> bool:
    """Whether a link leads from a note back to its mark."""
    if element.name != "a":
        return False
    role = f"{element.get('role', '')} {classes_of(element)}"
    return "backlink" in role or "backref" in role or _ARROW.fullmatch(element.get_text()) is not None


def classes_of(element: Tag) -> str:
    """The classes and the id of an element, as one text."""
    classes = element.get("class")
    names = " ".join(classes) if isinstance(classes, list) else str(classes or "")
    return f"{names} {element.get('id') or ''}"


def _follows_unit(element: Tag) -> bool:
    before = element.previous_sibling
    return before is not None and _UNIT.search(str(before)) is not None
