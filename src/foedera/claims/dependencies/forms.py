"""Dependencies in fixed forms of a clause, for where the parse shows none: “Only … may”, “Under …, … is prohibited”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.claims.dependencies.making import dependency
from foedera.claims.drafts import Draft
from foedera.claims.mentions import STATELIKE
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import Modality, Relation

_START = r"(?:^|[;:–—]\s+|,\s+(?:and|but|so|which means that)\s+|\bthat\s+)"
_CONDITION = r"(?P<condition>(?!(?:which|that|who|it|they|he|she|we|this|there)\b)[^,;:()]{3,80}?)"
_OUTCOME = r"(?P<outcome>[^,;:()]{4,110}?)"
_BEHIND = r"(?P<outcome>[^,;:()]{4,140})"
_NEEDED = r"(?P<condition>[^,;:()]{4,110})"
_OFF = r"(?:cancelled|canceled|called off|dropped|scrubbed|scrapped|abandoned|shelved|aborted|axed|withdrawn)"
_CAUSE = r"(?:because of|owing to|due to|on account of)"
_BE = r"(?:is|are|was|were|remains?)"


def _forms(relation: Relation, *words: str) -> tuple[tuple[re.Pattern[str], Relation], ...]:
    return tuple((re.compile(each), relation) for each in words)


# source: general knowledge of legal and official English
_FORMS = (
    *_forms(
        Relation.REQUIRES,
        rf"{_START}[Oo]nly {_CONDITION} (?:may|can|could|shall) {_BEHIND}",
        rf"{_START}{_OUTCOME} {_BE} (?:only |solely |exclusively )open (?:only |solely )?to {_NEEDED}",
        rf"{_START}{_OUTCOME} {_BE} open (?:only |solely |exclusively )to {_NEEDED}",
        rf"{_START}{_OUTCOME} {_BE} open to (?P<condition>[^,;:()]{{4,60}}?) (?:only|alone|exclusively)\b",
        rf"{_START}{_OUTCOME} (?:requires?|demands?|stipulates?) that {_NEEDED}",
        rf"{_START}{_OUTCOME} (?:will|can|may|is to|are to) (?P<verb>[^,;:()]{{3,60}}?) as soon as {_NEEDED}",
        rf"{_START}{_OUTCOME} (?:hinges?|depends?) (?:up)?on {_NEEDED}",
        rf"{_START}{_OUTCOME} (?:presupposes?|necessitates?) {_NEEDED}",
    ),
    *_forms(
        Relation.EXCLUDES,
        rf"{_START}{_OUTCOME} {_BE} (?:not (?:allowed|permitted)|forbidden|prohibited|banned) "
        r"(?P<condition>(?:below|above|within|outside|beyond|inside|near|during|in|at|on|under|by) [^,;:()]{3,100})",
        rf"[Uu]nder {_CONDITION}, {_OUTCOME} {_BE} (?:prohibited|forbidden|banned|barred|not allowed|not permitted|ruled out)\b",
        rf"{_START}{_CONDITION} (?:forbids?|prohibits?|precludes?|outlaws?|disallows?|rules? out) {_BEHIND}",
        rf"{_START}{_CONDITION} closes? [^,;:()]{{3,40}}? to {_BEHIND}",
        rf"{_START}{_CONDITION} (?:keeps?|kept) {_OUTCOME} out of\b",
        # what is called off is shut out by its cause; what is put off is only limited by it
        rf"{_START}{_OUTCOME} (?:was|were|is|are|(?:had|has|have) to be|(?:has|have|had) been) (?:then |later )?{_OFF}"
        rf"[^,;:()]{{0,40}}?,? {_CAUSE} {_NEEDED}",
        rf"{_START}(?P<outcome>[^,;:()]{{4,80}}? (?:could not|cannot|did not|will not|never took place|fell through)[^,;:()]{{0,60}}?)"
        rf",? {_CAUSE} {_NEEDED}",
    ),
    *_forms(
        Relation.PERMITS,
        rf"[Uu]nder {_CONDITION}, {_OUTCOME} {_BE} (?:allowed|permitted|authori[sz]ed)\b",
        rf"{_START}{_CONDITION} (?:gives?|gave|grants?|granted) [^,;:()]{{3,60}}? (?:the|a) (?:right|authority|power|option) to {_BEHIND}",
        rf"{_START}{_CONDITION} gives? [^,;:()]{{3,60}}? leave to {_BEHIND}",
    ),
    *_forms(
        Relation.LIMITS,
        rf"{_START}(?P<outcome>[^,;:()]{{4,80}}? (?:(?:was|were|has been|have been|had been) (?:postponed|delayed|halted|put off|deferred"
        rf"|put back|shortened|cut short|scaled down|reduced)|stood still)[^,;:()]{{0,60}}?),? {_CAUSE} {_NEEDED}",
        rf"{_START}{_CONDITION} (?:caps|curbs|confines) {_BEHIND}",
    ),
    *_forms(
        Relation.ENABLES,
        rf"^With {_CONDITION}, (?P<outcome>[^;:()]*?\b(?:becomes?|can now|is now|are now)\b[^;:()]*)",
        rf"^Where {_CONDITION}, (?P<outcome>[^;:()]{{8,140}})",
        rf"{_START}{_OUTCOME} (?:would be unthinkable|would not exist|would have been impossible|would be impossible) but for {_NEEDED}",
        rf"^But for {_CONDITION}, (?P<outcome>[^;:()]{{8,140}})",
    ),
)  # fmt: skip
# A word of each form, so that most sentences are let go after one look.
_HINTS = re.compile(
    r"[Oo]nly|open|require|demand|stipulat|as soon as|hinge|depend|presuppos|necessit|not allowed|not permitted|forb|prohib"
    r"|bann|[Uu]nder|preclude|outlaw|disallow|rule|close|keep|kept|give|gave|grant|because|owing|due to|account of|cap"
    r"|curb|confine|^With|^Where|[Bb]ut for"
)
_SUPPOSED = re.compile(r"\b(?:would|could|might)\b")
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_SAID = re.compile(r"\b(?:said|says|told|asked|added)\b")


def by_forms(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """What the fixed forms of a sentence tell, one of each form at most."""
    if sentence.is_heading or _HINTS.search(sentence.text) is None or sentence.text.rstrip().endswith("?"):
        return
    for pattern, relation in _FORMS:
        match = pattern.search(sentence.text)
        if match is None or _SAID.search(match["condition"]):
            continue
        condition, outcome = _side(sentence, *match.span("condition")), _side(sentence, *match.span("outcome"))
        if condition is None or outcome is None or _is_somebody(condition, sentence):
            continue
        found = dependency(
            condition,
            relation,
            outcome,
            sentence,
            modality=Modality.POSSIBLE if _SUPPOSED.search(match.group()) else Modality.ACTUAL,
            confidence=0.5,
        )
        if found is not None:
            yield found


def _side(sentence: Sentence, start: int, end: int) -> Filler | None:
    """The words between two places, without article and trailing stops."""
    article = _ARTICLE.match(sentence.text, start, end)
    start = article.end() if article else start
    text = sentence.text[start:end].rstrip(" .,–—-")
    return sentence.cut(sentence.start + start, sentence.start + start + len(text)) if len(text) > 3 else None


def _is_somebody(side: Filler, sentence: Sentence) -> bool:
    """Whether a side is a state, firm or person and nothing else: what they do is no condition."""
    deciding = {*STATELIKE, EntityKind.PERSON, EntityKind.COMPANY}
    return any(
        mention.start == side.start and mention.end == side.end and mention.kind in deciding
        for mention in sentence.mentions
    )
