"""Who signs or speaks in a document: the "we" of a declaration, the parties of an arrangement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from foedera.claims.mentions import STATELIKE, Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.entities import EntityKind

_JOINED = re.compile(r"\s*(?:\([^()]{1,40}\)\s*)?(?:,\s*and|,|and|&|as well as)\s+(?:the\s+)?")
_BODIES = frozenset(
    {EntityKind.FORCE, EntityKind.INSTITUTION, EntityKind.AGENCY, EntityKind.COMPANY, EntityKind.CENTRE}
)
_HEAD = 8  # sentences in which a document says who speaks
# How those who speak are introduced: "We, the Ministers of …", "the Chiefs of Defence of …", "between …".
_INTRODUCED = re.compile(
    r"\b(?:we|ministers?|chiefs?|leaders|heads|secretaries|governments?|presidents?|representatives|participants|members"
    r"|signatories|parties|navies|coast guards|between)\b",
    re.IGNORECASE,
)


def signatories(scene: Scene) -> tuple[Mention, ...]:
    """The states or blocs that sign or speak: those a document introduces as such, else the pair it is about."""
    found = scene.memory.get("signatories")
    if not isinstance(found, tuple):
        head = scene.reading.sentences[:_HEAD]
        found = _introduced(head) or scene.discourse.pair or _bodies_between(head)
        scene.memory["signatories"] = found
    return found


def _bodies_between(head: Iterable[Sentence]) -> tuple[Mention, ...]:
    """The two bodies between whom an arrangement is made: "between the Royal Thai Navy and the Republic of Singapore Navy"."""
    for sentence in head:
        for one, other in pairwise(sentence.mentions):
            gap = sentence.text[one.end - sentence.start : other.start - sentence.start]
            before = sentence.text[: one.start - sentence.start].rstrip().casefold()
            told = before.endswith(("between", "between the", "of", "of the", "by", "by the")) or not before
            if one.kind in _BODIES and other.kind in _BODIES and told and _JOINED.fullmatch(gap):
                return one, other
    return ()


def _introduced(head: Iterable[Sentence]) -> tuple[Mention, ...]:
    """The longest list of at least three states in the head that those who speak are introduced with."""
    best: tuple[Mention, ...] = ()
    for sentence in head:
        own = sentence.text.startswith(("We,", "WE,"))
        if best and not own:
            continue
        for listed in _lists(sentence):
            before = sentence.text[: listed[0].start - sentence.start]
            if len(listed) > max(len(best), 1 if own else 2) and _INTRODUCED.search(before):
                best = listed
        if best and own:
            break
    return best


def _lists(sentence: Sentence) -> Iterator[tuple[Mention, ...]]:
    """The states that stand in one list; one that ends a longer name ("Ministers of Defence of Japan") opens one too."""
    states = [
        each
        for mention in sentence.mentions
        for each in (mention, *mention.inner)
        if each.kind in STATELIKE and each.end == mention.end
    ]
    run: list[Mention] = []
    for each in states:
        gap = sentence.text[run[-1].end - sentence.start : each.start - sentence.start] if run else ""
        if run and not _JOINED.fullmatch(gap):
            yield tuple(run)
            run = []
        run.append(each)
    if run:
        yield tuple(run)
