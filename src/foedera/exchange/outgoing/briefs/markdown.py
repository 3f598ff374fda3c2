"""A brief as Markdown, with footnotes. Words of the record are escaped: they stay words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.views.brief.content import Block, Brief, Bullets, Gaps, Note, Paragraph, Picture, Row, Sentence, Table
from foedera.views.brief.plain import left_out, see_also, source_parts

# What Markdown or HTML within it would read as markup.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~^&])")
_LIST = re.compile(r"^(\s*)([#+\-]|\d+[.)])(\s)")


def brief_as_markdown(brief: Brief, pictures: dict[str, str] | None = None) -> str:
    """The brief as Markdown; `pictures` says where each picture lies, by its name; without, its words stand for it."""
    return "\n".join(_lines(brief, pictures or {})) + "\n"


def _lines(brief: Brief, pictures: dict[str, str]) -> Iterator[str]:
    yield f"# {escaped(brief.title)}\n"
    yield f"*{escaped(brief.subtitle)}*\n"
    if brief.headline:
        yield "\n".join(f"> - {_told(each)}" for each in brief.headline) + "\n"
    for section in brief.sections:
        yield f"## {escaped(section.title)}\n"
        for block in section.blocks:
            yield from _block(block, pictures)
    yield "## Notes\n"
    yield from (_note(note) for note in brief.notes)
    yield "\n---\n"
    yield from (f"{escaped(line)}\n" for line in brief.colophon)


def _block(block: Block, pictures: dict[str, str]) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield " ".join(_told(each) for each in block.sentences) + "\n"
    elif isinstance(block, Bullets):
        yield "\n".join(f"- {_told(each)}" for each in block.sentences) + "\n"
    elif isinstance(block, Gaps):
        yield "\n".join(f"- *{escaped(text)}*" for text in block.texts) + "\n"
    elif isinstance(block, Picture):
        place = pictures.get(block.name)
        yield f"![{escaped(block.alt)}]({place})\n" if place else f"*{escaped(block.alt)}.*\n"
        yield f"{escaped(block.caption)}\n"
    else:
        yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    yield f"**{escaped(table.title)}**\n"
    yield f"| {' | '.join(escaped(column) or ' ' for column in table.columns)} |"
    yield f"| {' | '.join('---' for _ in table.columns)} |"
    yield from (_row(row) for row in table.rows)
    yield ""
    if table.left_out:
        yield f"{left_out(table)}\n"


def _row(row: Row) -> str:
    cells = [escaped(cell).replace("\n", "<br>") for cell in row.cells]
    return f"| {' | '.join((*cells[:-1], f'{cells[-1]}[^{row.note}]'))} |"


def _told(sentence: Sentence) -> str:
    return f"{escaped(sentence.text)}[^{sentence.note}]"


def _note(note: Note) -> str:
    sources = []
    for source in note.sources:
        parts = source_parts(source)
        said = (
            f": “{escaped(parts['quote'])}”"
            if parts["quote"]
            else f". {escaped(parts['says'])}"
            if parts["says"]
            else ""
        )
        url = f" <{parts['url'].replace('>', '%3E').replace('<', '%3C').replace(' ', '%20')}>" if parts["url"] else ""
        sources.append(f"{escaped(parts['where'])}{said}{url} \\[{escaped(parts['trust'])}\\]")
    told = "; ".join(sources)
    see = see_also(note)
    return f"[^{note.number}]: {'. '.join(part for part in (told, see) if part)}"


def escaped(text: str) -> str:
    """A text in which nothing is markup; its line breaks stay."""
    return "\n".join(_LIST.sub(r"\1\\\2\3", _MARKUP.sub(r"\\\1", line)) for line in text.splitlines())
