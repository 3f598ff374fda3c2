"""The instrument in or under which something is undertaken: the one a sentence names as such, else the document itself."""

from __future__ import annotations

import re

from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.documents import BlockKind
from foedera.model.entities import EntityKind

_UNDER = frozenset("under in by within through per with to as via following".split())
_NO_INSTRUMENT = re.compile(
    r"\b(?:international|domestic|national)? ?law\b|^(?:article|section|annex|chapter)\b", re.IGNORECASE
)
# What a text calls itself in its first lines where the name of it is not known otherwise.
_SORTS = re.compile(
    r"(?<!press )(?:(?:joint |final )?(?:statement|declaration|communiqu[eé]))|terms of reference|(?:memorandum|letter|declaration)"
    r" of (?:understanding|arrangement|intent|cooperation)|(?:framework |technical |hosting |implementing )?arrangement"
    r"|(?:council )?conclusions|agreed minutes|exchange of (?:notes|letters)|outcome document|action plan|protocol|agreement"
    r"|treaty|compact|charter|partnership|shared vision|pact|accord|convention|regulations?|rules|deed",
    re.IGNORECASE,
)
_HEAD = 3  # blocks in which a text says what it is
_REACH = 4  # sentences in which the talk may be of an instrument
_NEAR = 1  # sentences before this one whose instrument still counts


def instrument_of_commitment(sentence: Sentence, scene: Scene, *, official: bool) -> Filler | None:
    """The instrument of an undertaking of this sentence; `official` where the document is itself an instrument.

    “Under the pact”, “the pact obliges” name it; a text that is an instrument is meant wherever it names no other.
    """
    named = [
        each
        for each in sentence.mentions
        if each.kind is EntityKind.INSTRUMENT and not _NO_INSTRUMENT.search(each.text)
    ]
    governing = [each for each in named if _governs(each, sentence)]
    if official and not any(not each.generic for each in governing):
        own = own_instrument(scene)
        if own is not None:
            return own
    if governing:
        return governing[-1].filler()
    if official:
        return None
    for earlier in list(scene.reading.before(sentence))[:_NEAR]:
        before = [
            each for each in earlier.mentions if each.kind is EntityKind.INSTRUMENT and _is_spoken_of(each, earlier)
        ]
        if before and not _NO_INSTRUMENT.search(before[-1].text):
            return before[-1].filler()
    return _of_title(scene)


def _of_title(scene: Scene) -> Filler | None:
    """The one instrument that the title of a report names: “Norway and the EU sign Security and Defence Partnership”."""
    titles = [each for each in scene.reading.sentences if each.block.kind is BlockKind.TITLE]
    named = [each for title in titles for each in title.mentions if each.kind is EntityKind.INSTRUMENT]
    return named[0].filler() if len(named) == 1 else None


def _governs(mention: Mention, sentence: Sentence) -> bool:
    """Whether a sentence speaks under an instrument: "under the pact", "the pact obliges", "Article 4 of the pact"."""
    root = sentence.root_of(mention.start, mention.end)
    if root is None:
        return False
    token: Token = root
    while token.dep_ == "pobj" and token.head.lower_ == "of":
        token = token.head.head
    if token.dep_ == "pobj":
        return token.head.lower_ in _UNDER
    return token.dep_ in {"nsubj", "nsubjpass", "poss", "ROOT"} or (token.dep_ == "dobj" and not mention.generic)


def _is_spoken_of(mention: Mention, sentence: Sentence) -> bool:
    """Whether a sentence is about its instrument: its subject, what was signed, or what it happens under."""
    return _governs(mention, sentence)


def names_instrument(sentence: Sentence, scene: Scene) -> bool:
    """Whether a sentence, or one of the four before it, names an instrument at all."""
    near = (sentence, *list(scene.reading.before(sentence))[:_REACH])
    return any(mention.kind is EntityKind.INSTRUMENT for each in near for mention in each.mentions)


def own_instrument(scene: Scene) -> Filler | None:
    """What the document itself is, as its title or first line names it; None if it does not say."""
    document = scene.reading.document
    for block in document.blocks[:_HEAD]:
        line = document.text[block.start : block.end]
        for mention in (each for each in scene.reading.mentions if block.start <= each.start and each.end <= block.end):
            if mention.kind is EntityKind.INSTRUMENT and _SORTS.search(mention.text):
                return mention.filler()
        found = _SORTS.search(line)
        if found is not None and block.kind in {BlockKind.TITLE, BlockKind.HEADING}:
            start = block.start + found.start()
            return Filler(found.group(), start, start + len(found.group()))
    return None
