"""Which blocks belong to which article, so that every sentence of an article can be cited by it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from foedera.documents.numbering import Marker, read_head
from foedera.model.documents import Block, BlockKind

_CLOSING = re.compile(
    r"(?:in witness whereof|done (?:at|in)\b|in faith whereof|for the (?:government|delegation|council|party)|signed\b"
    r"|yours |remark|note[:s ]|this (?:notice|summary))",
    re.IGNORECASE,
)
_CARRIES = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ROW})


def carry_numbers(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with the number of an article on every block that continues it.

    An article goes on until the next article, chapter or annex, an unnumbered heading that is not its own title, or
    the closing words of the text. Where the number stands at the head of a paragraph ("Article 7. The Parties …"),
    an unnumbered paragraph continues it only if another article follows; else it is the text's last word.
    """
    markers = [_marker_of(text, block) for block in blocks]
    last_article = max((at for at, marker in enumerate(markers) if marker is Marker.PROVISION), default=-1)
    carried: list[Block] = []
    article: Block | None = None
    for at, (block, marker) in enumerate(zip(blocks, markers, strict=True)):
        if marker is Marker.PROVISION:
            article = block
        elif article is not None and _ends_article(text, block, marker, carried[-1]):
            article = None
        if article is None or block is article or block.kind not in _CARRIES or marker is Marker.MULTILEVEL:
            carried.append(block)
            continue
        is_tail = article.kind is BlockKind.PARAGRAPH and at > last_article and block.kind is BlockKind.PARAGRAPH
        if is_tail and block.number is None and blocks[last_article] is article:
            carried.append(block)
            article = None
            continue
        carried.append(replace(block, number=article.number))
    return tuple(carried)


def _marker_of(text: str, block: Block) -> Marker | None:
    if block.number is None or block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM):
        return None
    head = read_head(text[block.start : block.end])
    if head is None:
        head = read_head(f"{block.number} ")
    return head.marker if head else None


def _ends_article(text: str, block: Block, marker: Marker | None, before: Block) -> bool:
    if marker in (Marker.CONTAINER, Marker.ROMAN):
        return True
    if block.kind is BlockKind.HEADING:
        own_title = marker is None and before.kind is BlockKind.HEADING and before.number is not None
        return not own_title and marker is not Marker.MULTILEVEL
    if block.kind in (BlockKind.TITLE, BlockKind.DATELINE, BlockKind.PLACE_LINE):
        return True
    return block.kind is BlockKind.PARAGRAPH and _CLOSING.match(text, block.start, block.end) is not None
