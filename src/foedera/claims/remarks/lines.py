"""Remarks in the lines of official texts that leave out who speaks: “– welcomed the accession of …”, “REAFFIRM that …”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.claims.commitments.lines import BULLET, begins_block, opener_of
from foedera.claims.commitments.setting import is_official
from foedera.claims.drafts import Draft, draft
from foedera.claims.reading import Sentence
from foedera.claims.remarks.words import SPEAKERS
from foedera.claims.scene import Scene
from foedera.claims.signatories import signatories
from foedera.claims.wording import noun_phrase
from foedera.model.claims import Filler
from foedera.model.kinds import Kind

_ADVERBS = r"(?:(?:have|also|further|again|once more|strongly|warmly)\s+)*"
# Lines that take a stand: the whole line is what is said.
_STAND = re.compile(
    rf"{BULLET}{_ADVERBS}(?P<said>(?:welcomed?|regret(?:ted)?|condemn(?:ed)?|deplored?|commend(?:ed)?"
    r"|call(?:ed)? (?:up)?on|(?:voiced?|express(?:ed)?) (?:\w+ )?(?:concern|satisfaction|support|appreciation|regret))"
    r"\s+\S.*)",
    re.IGNORECASE | re.DOTALL,
)
# Lines that state something: what follows "that" is what is said.
_THAT = re.compile(
    rf"{BULLET}{_ADVERBS}(?:reaffirm(?:ed)?|reiterated?|affirm(?:ed)?|stated?|noted?|recogni[sz]ed?|stress(?:ed)?"
    r"|underlined?|underscored?|emphasi[sz]ed?|recall(?:ed)?|t(?:ake|ook) note|regret(?:ted)?|declared?)\s+"
    r"(?:[a-z]+\s+){0,3}?that\s+(?P<said>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_STOP = re.compile(r";|\.(?:\s|$)")


def by_lines(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """What a line without a subject of its own says."""
    if sentence.is_heading or not begins_block(sentence, scene):
        return
    match = _THAT.match(sentence.text) or _STAND.match(sentence.text)
    if match is None:
        return
    opener = opener_of(sentence, scene)
    if opener is None and not is_official(scene):
        return
    content = _content(sentence, match.start("said"))
    speakers = _speakers(opener, scene)
    if content is None or not speakers:
        return
    yield draft(
        Kind.REMARK,
        (sentence.start + match.start(), content.end or sentence.end),
        confidence=0.6,
        speaker=speakers,
        content=content,
    )


def _content(sentence: Sentence, start: int) -> Filler | None:
    stop = _STOP.search(sentence.text, start)
    text = sentence.text[start : stop.start() if stop else len(sentence.text)].rstrip(" ,.;")
    if len(text.split()) < 3:  # "noted that too": nothing is told
        return None
    return sentence.cut(sentence.start + start, sentence.start + start + len(text))


def _speakers(opener: Sentence | None, scene: Scene) -> tuple[Filler, ...]:
    """Those who sign, or the speakers as the line that opens the list calls them: “The Ministers:”."""
    named = signatories(scene)
    if opener is not None and len(opener.text.split()) <= 4:
        for token in opener.tokens:
            if token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in SPEAKERS:
                found = noun_phrase(token, opener)
                return (found,) if found is not None else ()
    return tuple(mention.filler() for mention in named)
