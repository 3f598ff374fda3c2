"""Commitments that the lines of an official text tell without a subject: “– shall report …”, “AGREE to pool …”.

Who undertakes them stands in the line that opens the list ("The Ministers:", "We, the leaders of …,") or in the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.claims.commitments.setting import commitment, is_official, parties_at
from foedera.claims.commitments.words import EXPLORING, MUTUAL
from foedera.claims.drafts import Draft
from foedera.claims.mentions import STATELIKE
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.signatories import signatories
from foedera.model.claims import Filler
from foedera.model.documents import BlockKind
from foedera.model.kinds import Modality, Strength
from foedera.names import NameForm

_REACH = 12  # lines between the one that opens a list and one of its items
BULLET = r"(?:[-–—•▪◦*·]\s*|\(?\w{1,4}[.)]\s+|§+\s*\d+\s+)?"
_ADVERBS = r"(?:(?:have|has|are|also|further|hereby|again|jointly|therefore|each)\s+)*"
# What a line opens with, and how firm it makes what follows.
_OPENINGS: tuple[tuple[str, Strength], ...] = (
    (r"commit(?:ted)?\s+(?:(?:ourselves|themselves)\s+)?to", Strength.COMMITS),
    (r"(?:agreed?|resolved?|decided?|undert(?:ake|ook|aken)|pledged?|promised?|vowed|concurred?|confirmed)\s+to",
     Strength.COMMITS),
    (r"(?:will|shall)\s+(?:strive|endeavou?r|seek|aim|work)\s+(?:to|for|towards?)", Strength.INTENDS),
    (r"(?:resolved|determined|prepared|ready|willing)\s+to", Strength.INTENDS),
    (r"(?:intend|intended|strive|aim|seek|plan|endeavou?r|hope|aspire)\s+to", Strength.INTENDS),
    (r"shall(?:\s+each|,[^,;]{3,40},)?", Strength.BINDING),
    (r"will(?:\s+each|,[^,;]{3,40},)?", Strength.COMMITS),
    (r"(?:may|might|should)(?:,[^,;]{3,80},)?", Strength.ENCOURAGES),
    (r"(?=(?:encourage|invite)d?\s+(?:\S+\s+){1,8}?to\b)", Strength.ENCOURAGES),
    (r"(?:pledged?|promised?)(?!\s+(?:that|to|support)\b)", Strength.COMMITS),
)  # fmt: skip
_LINES = tuple(
    (re.compile(rf"{BULLET}{_ADVERBS}{opening}\s*(?P<rest>\S.*)", re.IGNORECASE | re.DOTALL), strength)
    for opening, strength in _OPENINGS
)
# What opens a list whose items are bare: “The two sides will:”, “have agreed as follows:”, “What we will do”.
_OPENERS: tuple[tuple[re.Pattern[str], Strength], ...] = tuple(
    (re.compile(pattern + r"\s*[:–—-]?\s*$", re.IGNORECASE), strength)
    for pattern, strength in (
        (r"\b(?:agreed?|decided?|resolved?|undertake|undertook|pledged?|committed?(?:\s+\w+selves)?)"
         r"(?:\s+(?:as follows|to|the following|on the following))?", Strength.COMMITS),
        (r"\bwill(?:\s+(?:do|take the following \w+))?", Strength.COMMITS),
        (r"\bshall", Strength.BINDING),
        (r"\b(?:intends?|aims?|plans?|resolved|determined)(?:\s+to)?", Strength.INTENDS),
        (r"\b(?:look at|explore|consider|examine)(?:\s+(?:the following|together))?", Strength.EXPLORES),
    )
)  # fmt: skip
_STOP = re.compile(
    r";|:\s|\.(?:\s|$)|\s\([A-Z][^()]*\)|,\s(?:of|for|without|on|to|by)\s(?:which|whom)\b|,\s+the first\b"
)
_INTENT = re.compile(r"(?:strive|seek|aim|endeavou?r|work)\s+(?:to|towards?)\s+", re.IGNORECASE)


def by_lines(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """What a line without a subject of its own tells."""
    if not begins_block(sentence, scene):
        return
    yield from _advice(sentence, scene)
    opener = opener_of(sentence, scene)
    for pattern, strength in _LINES:
        match = pattern.match(sentence.text)
        if match is not None:
            if opener is not None or is_official(scene):
                yield from _told(sentence, scene, match.start("rest"), strength, opener)
            return
    if opener is not None and sentence.block.kind is BlockKind.ITEM:
        yield from _bare(sentence, scene, opener)


def _advice(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“The EU: station an adviser in Tashkent”, “My advice to Brussels: finance schools”: what an author proposes."""
    match = re.match(
        rf"{BULLET}(?:(?:my|our) (?:advice|message) )?(?:to |for )?(?:the )?", sentence.text, re.IGNORECASE
    )
    place = sentence.start + match.end() if match else sentence.start
    named = sentence.mention_starting(place)
    if named is None or (named.kind not in STATELIKE and named.form is not NameForm.METONYM):
        return
    colon = re.compile(r":\s+").match(sentence.text, named.end - sentence.start)
    verb = sentence.token_at(sentence.start + colon.end()) if colon else None
    if colon is None or verb is None or verb.tag_ != "VB":
        return
    found = commitment(
        verb,
        (named.filler(),),
        _rest(sentence, colon.end()),
        Strength.ENCOURAGES,
        sentence,
        scene,
        modality=Modality.POSSIBLE,
        confidence=0.5,
    )
    if found is not None:
        yield found


def begins_block(sentence: Sentence, scene: Scene) -> bool:
    before = scene.reading.text[sentence.block.start : sentence.start]
    return re.fullmatch(BULLET + r"\s*", before) is not None


def opener_of(sentence: Sentence, scene: Scene) -> Sentence | None:
    """The line that opens the list in which a line stands."""
    for earlier in list(scene.reading.before(sentence))[:_REACH]:
        if earlier.is_heading:
            return earlier if _opening_strength(earlier) is not None else None
        if earlier.block.kind is BlockKind.ITEM:
            continue
        text = earlier.text.rstrip()
        if text.endswith(":"):
            return earlier
        if text.endswith((",", ";")):
            continue
        return None
    return None


def _opening_strength(opener: Sentence) -> Strength | None:
    return next((strength for pattern, strength in _OPENERS if pattern.search(opener.text)), None)


def _bare(sentence: Sentence, scene: Scene, opener: Sentence) -> Iterator[Draft]:
    """“The two sides will: – hold one exercise every year”."""
    strength = _opening_strength(opener)
    first = re.match(BULLET + r"(?:to\s+)?(?=\w)", sentence.text)
    if strength is None or first is None:
        return
    at = first.end()
    token = sentence.token_at(sentence.start + at)
    if token is None:
        return
    verbal = token.tag_ in {"VB", "VBP"} or token.lower_ in MUTUAL or first.group().rstrip().endswith("to")
    if not verbal and (strength is not Strength.EXPLORES or token.pos_ not in {"DET", "NOUN", "ADJ"}):
        return
    aim = _INTENT.match(sentence.text, at)
    if aim is not None:
        yield from _told(sentence, scene, aim.end(), Strength.INTENDS, opener)
    elif re.match(r"(?:invite|encourage)\b", sentence.text[at:], re.IGNORECASE):
        yield from _told(sentence, scene, at, Strength.ENCOURAGES, opener)
    else:
        yield from _told(sentence, scene, at, strength, opener)


def _told(sentence: Sentence, scene: Scene, start: int, strength: Strength, opener: Sentence | None) -> Iterator[Draft]:
    undertaking = _rest(sentence, start)
    said_by = sentence.token_at(sentence.start + start)
    if undertaking is None or said_by is None:
        return
    verb = undertaking.text.split()[0].casefold()
    if verb in EXPLORING or re.match(r"(?:look|seek ways)\b", undertaking.text, re.IGNORECASE):
        strength = Strength.EXPLORES
    parties = _parties(opener, scene)
    found = commitment(said_by, parties, undertaking, strength, sentence, scene, confidence=0.6)
    if found is not None:
        yield found


def _parties(opener: Sentence | None, scene: Scene) -> tuple[Filler, ...]:
    """Whom the line that opens the list names as its subject, else the signatories."""
    if opener is not None and not opener.is_heading:
        subjects = [
            token
            for token in opener.tokens
            if token.dep_ in {"nsubj", "ROOT"} and token.pos_ in {"NOUN", "PROPN", "PRON"}
        ]
        told = parties_at(subjects[:1], opener, scene)
        named = [filler for filler in told if filler.entity]
        if len(named) > 1 or (named and len(told) == 1 and subjects[0].tag_ in {"NN", "NNP"}):
            return told
    return tuple(mention.filler() for mention in signatories(scene))


def _rest(sentence: Sentence, start: int) -> Filler | None:
    """The line from a place on, up to where it says something else."""
    stop = _STOP.search(sentence.text, start)
    end = stop.start() if stop else len(sentence.text)
    text = sentence.text[start:end].rstrip(" ,.;")
    text = re.sub(r",?\s+and$", "", text)
    if len(text.split()) < 3:
        return None
    return sentence.cut(sentence.start + start, sentence.start + start + len(text))
