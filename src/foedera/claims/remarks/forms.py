"""Remarks that no verb of saying tells: “In Admiral Roe's words: “…””, “Roe was non-committal: “…””, “…”, per Roe.

The lines of a transcript ("ROE: Not yet.") are left alone: every line there is said by somebody, and what counts is in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.drafts import Draft, draft
from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.claims.remarks.speakers import can_speak, speakers_at
from foedera.claims.remarks.words import BEHIND
from foedera.claims.scene import Scene
from foedera.claims.wording import spanning
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import Kind

_QUOTE = r"[“\"'‘](?P<what>[^“”\"]{6,}?)[.,;]?[”\"'’]"
# Who speaks stands in the form: “in the words of the envoy, “…””, “"Not before May", per the air chief”.
_FORMS = tuple(
    re.compile(each)
    for each in (
        rf"\b[Ii]n (?P<who>[^“\":,;]{{3,60}})['’]s? (?:words|view|phrase|telling|account)[:,]\s*{_QUOTE}",
        rf"\b[Ii]n the (?:words|view|phrase) of (?P<who>[^“\":,;]{{3,60}})[:,]\s*{_QUOTE}",
        rf"{_QUOTE},? (?:per|according to|in the words of) (?P<who>[^“\":;.]{{3,80}})",
    )
)
# Who speaks is the subject of the words before the colon: “The minister was non-committal: “The door is not locked.””
_COLON = re.compile(rf"^(?P<who>[^“\":]{{3,160}}):\s*{_QUOTE}\s*$")
_FEWEST = 3  # words
# What was said stands before its speaker, and the parser takes the verb for a noun: “– We saw nothing, Roe notes.”
_BEHIND = re.compile(
    rf"^(?:[–—-]\s*)?(?P<what>[^“”\"]{{12,}}?),\s(?P<who>(?:[A-Z][\w.’'-]*\s){{1,4}})(?:{'|'.join(sorted(BEHIND))})\.?$"
)
# How somebody feels about it stands before the colon: “Dr Roe is more guarded: the talks may fail.”
_ATTITUDE = re.compile(
    r"^(?P<who>[^“\":]{3,120}?)\s(?:(?:is|was|remains|remained|sounds|sounded)\s(?:[\w-]+\s){0,3}"
    r"(?:guarded|blunt|cautious|clear|sceptical|skeptical|frank|optimistic|pessimistic|adamant|emphatic|dismissive|categorical|"
    r"non-committal|philosophical|upbeat|firm|terse|sanguine|convinced|confident|worried|sure|candid|unimpressed|wary|harsher|"
    r"positive|critical)|disagree[sd]|demurs|demurred|agree[sd]|begs to differ|begged to differ):\s(?P<what>[^“\"].{10,})$",
    re.DOTALL,
)


def by_forms(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """What the fixed forms of a sentence tell; one at most."""
    if sentence.is_heading:
        return
    for pattern in _FORMS:
        match = pattern.search(sentence.text)
        if match is not None:
            yield from _told(match, _named_in(match, sentence, scene), sentence)
            return
    behind = _BEHIND.match(sentence.text)
    if behind is not None:
        yield from _told(behind, _people_in(behind, sentence), sentence)
    for pattern in (_COLON, _ATTITUDE):
        colon = pattern.match(sentence.text)
        if colon is not None:
            people = _people_in(colon, sentence) if pattern is _ATTITUDE else ()
            yield from _told(colon, people or _subject_of(colon, sentence, scene), sentence)
            return


def _told(match: re.Match[str], speakers: tuple[Filler, ...], sentence: Sentence) -> Iterator[Draft]:
    start, end = match.span("what")
    text = sentence.text[start:end].rstrip(" .,;")
    if not speakers or len(text.split()) < _FEWEST:
        return
    content = sentence.cut(sentence.start + start, sentence.start + start + len(text))
    yield draft(Kind.REMARK, spanning(content, speakers[0]), confidence=0.55, speaker=speakers, content=content)


def _named_in(match: re.Match[str], sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    start, end = (sentence.start + at for at in match.span("who"))
    named = _persons_first(sentence.mentions_between(start, end))
    if named:
        return (named[0].filler(),)
    root = sentence.root_of(start, end)
    return speakers_at([root], sentence, scene) if root is not None else ()


def _people_in(match: re.Match[str], sentence: Sentence) -> tuple[Filler, ...]:
    """The person named in who is said to speak, of several the first."""
    start, end = (sentence.start + at for at in match.span("who"))
    named = sentence.mentions_between(start, end)
    return tuple(each.filler() for each in named if each.kind is EntityKind.PERSON and not each.generic)[:1]


def _subject_of(match: re.Match[str], sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """Who the words before a colon are about; a name alone is its own subject."""
    end = sentence.start + match.end("who")
    named = sentence.mentions_between(sentence.start, end)
    if len(named) == 1 and named[0].end >= end - 1 and can_speak(named[0]):
        return (named[0].filler(),)
    before = [token for token in sentence.tokens if sentence.offset(token) < end and token.pos_ in {"VERB", "AUX"}]
    subjects = next((found for token in before if (found := frames.own_subjects(token))), ())
    return speakers_at(subjects, sentence, scene)


def _persons_first(mentions: tuple[Mention, ...]) -> list[Mention]:
    speaking = [each for each in mentions if can_speak(each)]
    return sorted(speaking, key=lambda each: each.kind is not EntityKind.PERSON)
