"""The people whom a sentence names, with their ranks."""

from __future__ import annotations

from foedera.claims.affiliations.words import BODY_NOUNS, RANKS
from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.names import NameForm
from foedera.names.patterns.words import Words

_PARTICLES = frozenset("de del della da dos du di la le el al van von der den bin bint ibn y e".split())


def people_of(sentence: Sentence) -> tuple[Mention, ...]:
    """The people whom the sentence names."""
    return tuple(
        each
        for mention in sentence.mentions
        for each in (mention, *(mention.inner if mention.kind is EntityKind.UNKNOWN else ()))
        if may_be_person(each)
    )


def may_be_person(mention: Mention) -> bool:
    """Whether a mention is a person, or a name of two words or more that nobody knows."""
    if mention.kind is EntityKind.PERSON:
        return not mention.generic
    words = mention.text.split()
    unknown = mention.kind is EntityKind.UNKNOWN or (
        mention.kind is EntityKind.INSTITUTION and mention.form is NameForm.PATTERN and not mention.parts
    )
    return (
        unknown
        and 1 < len(words) < 5
        and all(word[0].isupper() and not word.isupper() and word.isalpha() for word in words if word not in _PARTICLES)
        and not any(word.casefold().rstrip("s") in BODY_NOUNS for word in words)
    )


def rank_of(person: Mention, words: Words, sentence: Sentence) -> Filler | None:
    """The military rank directly before a name."""
    before = [at for at in range(len(words)) if sentence.start + words.ends[at] <= person.start]
    last = first = before[-1] if before else -1
    if last < 0 or words.lower[last] not in RANKS or sentence.start + words.ends[last] + 2 < person.start:
        return None
    while first > 0 and words.lower[first - 1] in RANKS and words.close[first]:
        first -= 1
    return sentence.cut(sentence.start + words.starts[first], sentence.start + words.ends[last])
