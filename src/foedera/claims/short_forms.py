"""“the Centre”, “the Directorate”, “the Kingdom”: a word of a sort, with a capital, for the longer name told before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from foedera.claims.mentions import Mention
from foedera.claims.sentences import SentencePlace
from foedera.model.entities import EntityKind
from foedera.names import NameForm, slug

# What such a word may be short for, by the word.
_SORTS = {
    **dict.fromkeys(
        """agency authority office directorate bureau administration organisation organization inspectorate board desk ministry
        department secretariat commission committee council assembly alliance association federation league bank embassy
        mission command group centre center institute college academy school university foundation fund programme program
        project facility consortium squadron brigade regiment battalion wing fleet flotilla division service forum initiative
        accelerator corporation company""".split(),
        frozenset(
            {
                EntityKind.INSTITUTION,
                EntityKind.AGENCY,
                EntityKind.CENTRE,
                EntityKind.UNIT,
                EntityKind.FORCE,
                EntityKind.COMPANY,
                EntityKind.PROGRAMME,
                EntityKind.BLOC,
                EntityKind.OPERATION,
            }
        ),
    ),
    **dict.fromkeys(
        "kingdom sultanate emirate republic commonwealth principality confederation".split(),
        frozenset({EntityKind.STATE}),
    ),
}
_DOUBTFUL = frozenset(
    {
        EntityKind.UNKNOWN,
        EntityKind.PLACE,
        EntityKind.PERSON,
        EntityKind.INSTITUTION,
        EntityKind.AGENCY,
        EntityKind.UNIT,
        EntityKind.CENTRE,
        EntityKind.COMPANY,
        EntityKind.PROGRAMME,
    }
)
_HEADED = re.compile(r"(?P<head>\w+) (?:of|for|on) ", re.IGNORECASE)


_SHORT = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Oo]ur|[Tt]heir)\s+(?P<word>"
    + "|".join(sorted((word.capitalize() for word in _SORTS), key=len, reverse=True))
    + r")\b(?!\s+(?:[A-Z]|of\b|for\b|on\b)|-)"
)


def link_short_forms(
    text: str, places: Sequence[SentencePlace], sentences: Sequence[Sequence[Mention]]
) -> list[tuple[Mention, ...]]:
    """The mentions of each sentence, short forms of names told before with the entity, the name and the sort of these.

    The last such name counts; a word that stands for none stays as it is.
    """
    told: dict[str, Mention] = {}
    linked: list[tuple[Mention, ...]] = []
    for place, mentions in zip(places, sentences, strict=True):
        found: list[Mention] = []
        for mention in sorted((*mentions, *_unseen(text, place, mentions)), key=lambda each: each.start):
            word = mention.text.casefold()
            full = told.get(word) if _may_be_short(mention) else None
            if full is not None:
                mention = replace(mention, entity=full.entity, name=full.name, kind=full.kind, state=full.state)
            elif mention.kind is EntityKind.UNKNOWN and mention not in mentions:
                continue
            found.append(mention)
            for each in (mention, *mention.inner):
                if not each.generic and " " in each.text:
                    told.update((head, each) for head in _heads(each) if each.kind in _SORTS.get(head, ()))
        linked.append(tuple(found))
    return linked


def _unseen(text: str, place: SentencePlace, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The words of a sentence that may be short forms and that nothing has found yet."""
    for match in _SHORT.finditer(text, place.start, place.end):
        start, end = match.span("word")
        if not any(start < each.end and each.start < end for each in mentions):
            word = match["word"]
            yield Mention(start, end, word, slug(word), word, EntityKind.UNKNOWN, NameForm.PATTERN)


def _may_be_short(mention: Mention) -> bool:
    known = mention.form is NameForm.PATTERN and not mention.generic and mention.kind in _DOUBTFUL
    return known and mention.text[:1].isupper() and mention.text.casefold() in _SORTS


def _heads(mention: Mention) -> set[str]:
    """The words of a name that tell its sort: the last one, and the one before its first “of” or “for”."""
    words = mention.text.casefold().split()
    headed = _HEADED.search(mention.text)
    return {words[-1], headed["head"].casefold()} if headed else {words[-1]}
