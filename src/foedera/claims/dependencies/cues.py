"""Dependencies that a fixed form of words tells, whatever the parse: “provided that”, “as long as”, “Should …, …”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.claims.dependencies.making import dependency
from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.wording import noun_phrase
from foedera.model.claims import Filler
from foedera.model.kinds import Modality, Relation

_CUE = re.compile(
    r"\b(?:only\s+)?(?:provided(?:,? that)|on (?:the )?(?:sole )?condition that|(?:as|so) long as|providing that"
    r"|assuming that|to the extent that)\s+",
    re.IGNORECASE,
)
_MEASURED = re.compile(r"(?:twice|half|times|almost|nearly)\s+$")
_INVERTED = re.compile(r"(?:Should|Were|Had)\s+(?P<condition>[^,;?]{12,}?),\s+(?P<outcome>[^;?]{12,}?)[.;]?$")
# The same behind another clause, and behind what depends on it: "…; should Northmoor follow, three navies could …".
_MODAL = r"\b(?:would|could|might|will|may|shall|can)\b"
_INVERTED_INSIDE = re.compile(
    rf"(?:[;:–—]\s|,\sand\s|,\sbut\s)(?:should|were)\s+(?P<condition>[^,;?]{{12,}}?),\s+(?P<outcome>[^;?]*?{_MODAL}[^;?]{{6,}}?)[.;]?$"
)
_INVERTED_BEHIND = re.compile(
    rf"(?P<outcome>[^;:?]*?{_MODAL}[^;:?]{{8,}}?),\s(?:should|were)\s+(?P<condition>(?:the |an? |its |their |his |[A-Z])[^,;?]{{8,}}?)[.;]?$"
)
# A line of a treaty notice: "Entry into force: thirtieth day after the exchange of notes".
_LINE = re.compile(
    r"(?P<outcome>Entry into (?:force|effect)|Start(?: date)?)\s*[:–—-]\s*"
    r"(?P<condition>[^.;]*\b(?:after|upon|following|on)\s+(?P<event>(?:the\s+)?[^.;\d]{6,}))[.;]?$",
    re.IGNORECASE,
)
# Words that stand between what depends and what it depends on, and what they tell of the two.
_CONSENT = r"(?:consent|assent|approval|permission|authori[sz]ation|agreement|licen[cs]e)"
_NOT = r"\b(?:cannot|can['’]t|can not|could not|couldn['’]t|no|not|wouldn['’]t|nothing|nobody|never|hardly)\b"
_WITHOUT_WHICH = re.compile(r"(?:^|[\s,])without which,?\s(?:[^,;]{3,80},\s)?(?P<outcome>[^;:]{8,140}?)(?=[,;.]|$)")
_FIXED: tuple[tuple[re.Pattern[str], Relation], ...] = (
    (re.compile(r"(?:^|[;:]\s)(?:[Tt]here (?:can|will|shall) be )?[Nn]o (?P<outcome>[^,;:.]{4,80}?) without "
                r"(?P<condition>[^,;]{4,})"), Relation.REQUIRES),
    (re.compile(rf"^Without (?:an? |the )?(?P<condition>[^,;]{{3,90}}),(?: [^,;]{{3,80}},)? (?P<outcome>[^;]*?{_NOT}[^;]*)"), Relation.REQUIRES),
    (re.compile(r"(?:^|[;:,]\s)(?P<outcome>[^;:,]{8,}?),? (?:for|from) (?:want|lack|shortage) of "
                r"(?P<condition>[^,;]{4,})"), Relation.LIMITS),
    (re.compile(r"^(?:Absent|In the absence of|Barring) (?P<condition>[^,;]{4,80}), (?P<outcome>[^;]{8,})"),
     Relation.LIMITS),
    (re.compile(r"^Failing (?P<condition>[^,;]{4,80}), (?P<outcome>[^;]{8,})"), Relation.REQUIRES),
    (re.compile(rf"(?:^|[;:]\s)(?P<outcome>[^;:]{{8,}}?),? (?:save|except|other than|only) with "
                rf"(?P<condition>(?:the )?(?:\w+ )?(?:\w+ )?{_CONSENT}\b[^,;]*)"), Relation.REQUIRES),
)  # fmt: skip
_STOP = re.compile(r"[;:]|\s[–—-]\s|,\s+(?:and|but)\s|\.$")
_LEAVE = re.compile(r"\b(?:may|can|eligible|permitted|allowed|admitted|get in|possible)\b")
_SUPPOSED = re.compile(r"\b(?:would|could|might)\b")


def by_cues(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """What fixed forms of words tell of conditions."""
    for match in _CUE.finditer(sentence.text):
        if _MEASURED.search(sentence.text[: match.start()]):
            continue  # "twice as long as planned"
        found = _sides(sentence, match.start(), match.end())
        if found is not None:
            yield found
    line = _LINE.match(sentence.text)
    if line is not None and not sentence.dates:
        found = dependency(
            _cut(sentence, *line.span("event")), Relation.REQUIRES, _cut(sentence, *line.span("outcome")), sentence
        )
        if found is not None:
            yield found
    for pattern, relation in _FIXED:
        fixed = pattern.search(sentence.text)
        if fixed is None:
            continue
        supposed = _SUPPOSED.search(fixed.group()) is not None
        found = dependency(
            _cut(sentence, *fixed.span("condition")),
            relation,
            _cut(sentence, *fixed.span("outcome")),
            sentence,
            modality=Modality.POSSIBLE if supposed else Modality.ACTUAL,
            confidence=0.6,
        )
        if found is not None:
            yield found
    needed = _without_which(sentence)
    if needed is not None:
        yield needed
    inverted = (
        _INVERTED.match(sentence.text)
        or _INVERTED_INSIDE.search(sentence.text)
        or _INVERTED_BEHIND.match(sentence.text)
    )
    if inverted is not None:
        found = dependency(
            _cut(sentence, *inverted.span("condition")),
            Relation.ENABLES,
            _cut(sentence, *inverted.span("outcome")),
            sentence,
            modality=Modality.POSSIBLE,
            confidence=0.6,
        )
        if found is not None:
            yield found


def _without_which(sentence: Sentence) -> Draft | None:
    """“parity of cost, without which partners walk away”: what stands before is needed for what stands behind."""
    match = _WITHOUT_WHICH.search(sentence.text)
    which = sentence.token_at(sentence.start + match.start("outcome")) if match is not None else None
    if match is None or which is None:
        return None
    before = sentence.text[: match.start()].rstrip(" ,")
    noun = sentence.token_at(sentence.start + len(before) - 1)
    while (
        noun is not None
        and noun.head.i < noun.i
        and noun.head.pos_ in {"ADP", "NOUN", "PROPN"}
        and noun.dep_ != "appos"
    ):
        noun = noun.head
    condition = noun_phrase(noun, sentence) if noun is not None and noun.pos_ in {"NOUN", "PROPN"} else None
    if condition is not None and condition.start is not None and condition.text.lower().startswith("no "):
        condition = sentence.cut(condition.start + len("no "), condition.end or condition.start)
    return dependency(condition, Relation.REQUIRES, _cut(sentence, *match.span("outcome")), sentence, confidence=0.6)


def _sides(sentence: Sentence, start: int, end: int) -> Draft | None:
    """The condition after the cue and the statement before it, or after the comma where the cue comes first."""
    text = sentence.text
    if start == 0:
        comma = text.find(",", end)
        if comma < 0:
            return None
        condition, outcome = (end, comma), (comma + 1, _stop(text, comma + 1))
    else:
        before = max((match.end() for match in _STOP.finditer(text, 0, start)), default=0)
        comma = text.find(", ", end)
        last = _stop(text, end)
        condition, outcome = (end, min(last, comma) if comma > 0 else last), (before, start)
    said = text[outcome[0] : outcome[1]]
    return dependency(
        _cut(sentence, *condition),
        Relation.PERMITS if _LEAVE.search(said) else Relation.REQUIRES,
        _cut(sentence, *outcome),
        sentence,
        modality=Modality.POSSIBLE if _SUPPOSED.search(said) else Modality.ACTUAL,
        confidence=0.7,
    )


def _stop(text: str, start: int) -> int:
    match = _STOP.search(text, start)
    return match.start() if match else len(text)


def _cut(sentence: Sentence, start: int, end: int) -> Filler | None:
    text = sentence.text[start:end]
    start += len(text) - len(text.lstrip(" ,\n"))
    end -= len(text) - len(text.rstrip(" ,.\n"))
    if end - start < 4:
        return None
    return sentence.cut(sentence.start + start, sentence.start + end)
