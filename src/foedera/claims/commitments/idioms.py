"""Commitments that set phrases tell: “has it in mind to send”, “is open to a hotline”, “it is the duty of the host to”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foedera.claims import frames
from foedera.claims.commitments.setting import commitment, is_official, parties_at, parties_beside
from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.signatories import signatories
from foedera.claims.tokens import Token
from foedera.claims.wording import noun_phrase, predicate_of
from foedera.model.claims import Filler
from foedera.model.kinds import Modality, Polarity, Strength

# What is told as an event of an instrument or as taking part: "hopes to conclude similar deals".
_OF_INSTRUMENTS = frozenset("conclude sign ratify join accede become finish complete win".split())
# What is told as equipment that changes hands: "has offered to sell its drones".
_OF_EQUIPMENT = frozenset("sell supply deliver transfer export buy".split())
_HAVE = r"(?:has|have|had|'ve|’ve)"
_BE = r"(?:is|are|was|were|be|being|been|remains?|'re|’re)"


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase; what is undertaken stands behind it, or before it as its subject."""

    words: re.Pattern[str]
    strength: Strength
    before: bool = False
    denied: bool = False


def _phrases(strength: Strength, *words: str, before: bool = False, denied: bool = False) -> list[_Phrase]:
    return [_Phrase(re.compile(rf"\b(?:{each})(?![\w-])", re.IGNORECASE), strength, before, denied) for each in words]


# source: general knowledge of the language of communiqués, minutes and news
_BEHIND = (
    *_phrases(
        Strength.INTENDS,
        rf"{_HAVE} it in mind to",
        r"(?:still )?(?:aims?|means?|aspires?|hopes?) to(?: see)?(?= (?!have\b))",
        r"wants? to have",
    ),
    *_phrases(Strength.INTENDS, rf"{_HAVE} no (?:plans?|intention|wish|desire) (?:to|of)", denied=True),
    *_phrases(
        Strength.COMMITS,
        rf"{_HAVE} (?:volunteered|signed up|offered) to",
        r"(?:volunteered|signed up|offered) to",
        r"(?:takes?|took|taken) (?:it )?upon (?:itself|themselves|himself|herself)(?: to)?",
        rf"{_BE} committing",
        r"(?:stands?|stood) by",
        r"(?:shaken|shook) hands (?:with \S+ )?on",
        r"(?:gave|given|gives?) (?:an? |its |their )?(?:assurances?|undertaking|pledge|promise|guarantee|word)(?: that| to)",
        r"(?:guarantees?|guaranteed) that",
        r"commit(?:s|ted|ting)? (?:itself|themselves|ourselves) to",
        r"(?:tasked|charged|mandated) (?:\S+ ){1,5}?with(?= \w+ing\b)",
        r"agreed (?:up)?on (?=the (?:establishment|creation|setting up|holding|organisation|launch|exchange|expansion) of\b)",
        r"(?:restates?|restated|reaffirms?|reaffirmed|reiterates?|reiterated) its (?:adherence|commitment|pledge|promise) to",
    ),
    *_phrases(
        Strength.EXPLORES,
        r"(?:floats?|floated|entertains?|entertained|toy(?:s|ed|ing) with|raised) the (?:idea|thought|notion) of",
        rf"{_BE} (?:open to|toying with the idea of)",
        r"looks? with interest at",
        r"mulls?",
        rf"{_BE} (?:studying|examining|assessing|reviewing|scoping|investigating|looking (?:at|into)|considering)",
        r"(?:asked|instructed|tasked|commissioned) (?:\S+ ){1,6}?to (?=(?:study|examine|assess|look (?:at|into)|explore)\b)",
    ),
    *_phrases(
        Strength.ENCOURAGES,
        rf"{_BE} (?:free|at liberty) to",
        r"(?:has|have) the right to",
        r"would (?:welcome|(?:also )?be (?:happy|glad|pleased) to see)",
        r"looks? forward to (?:the )?(?:day|joint|further|closer)",
    ),
    *_phrases(
        Strength.BINDING,
        rf"{_BE} (?:answerable|responsible|liable) for",
        r"(?:made|makes?|making) (?:itself|themselves) responsible for",
        rf"{_BE} (?:forbidden|prohibited) (?:to|from)",
    ),
)
_BEFORE = (
    *_phrases(
        Strength.EXPLORES,
        rf"{_BE} under (?:consideration|study|examination|review)",
        r"(?:will|to|would) be (?:given further study|looked into|taken under consideration|studied further)",
        before=True,
    ),
)
# Who is bound stands inside: “it is the duty of the sending State to bring offenders home”.
_INSIDE = (
    (
        re.compile(
            rf"\bit {_BE} (?:the (?:duty|responsibility|task) of|incumbent (?:up)?on|for) (?P<who>[^,;]{{3,60}}?) to ",
            re.I,
        ),
        Strength.BINDING,
        False,
    ),
    (
        re.compile(
            r"\b(?:(?:recommends?|recommended) that|[Ww]e (?:recommend|urge)|[Oo]ur recommendation is) (?:that )?"
            r"(?P<who>(?:the )?[A-Z][^,;:]{2,40}?) (?:to |should )?(?=[a-z]+ )",
            0,
        ),
        Strength.ENCOURAGES,
        True,
    ),
)


# A word of each phrase, so that most sentences are let go after one look.
_HINTS = re.compile(
    r"no plan|no int|mind|aim|mean|aspire|hope|want|volunt|sign|offer|upon|commit|st(?:an|oo)d|hands|g[ai]ve|guarant|restate|reaff|reiter"
    r"|float|entertain|toy|raised|open|interest|mull|stud|examin|assess|review|scop|investig|look|consider|ask|instruct"
    r"|task|commission|free|liberty|right|welcome|would|answer|respons|liable|forbid|prohib|charged|mandate|agreed|duty"
    r"|incumbent|recommend|urge",
    re.IGNORECASE,
)


def by_idioms(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """What the set phrases of a sentence tell."""
    if _HINTS.search(sentence.text) is None:
        return
    for phrase in (*_BEHIND, *_BEFORE):
        for match in phrase.words.finditer(sentence.text):
            found = _told(phrase, match, sentence, scene)
            if found is not None:
                yield found
    yield from _laid_on(sentence, scene)


def _told(phrase: _Phrase, match: re.Match[str], sentence: Sentence, scene: Scene) -> Draft | None:
    verb = _verb(match, sentence)
    if verb is None or any(child.lower_ in {"if", "whether"} for child in verb.children):
        return None
    subjects = frames.subjects(verb)
    if phrase.before:
        if not subjects or not is_official(scene):
            return None
        parties = tuple(each.filler() for each in signatories(scene))
        return commitment(
            verb, parties, noun_phrase(subjects[0], sentence), phrase.strength, sentence, scene, confidence=0.45
        )
    inner = sentence.token_at(sentence.start + match.end() + 1)
    if inner is not None and inner.lemma_.lower() in _OF_INSTRUMENTS | _OF_EQUIPMENT:
        return None
    parties = parties_at(subjects, sentence, scene) or parties_beside(verb, sentence)
    denied = phrase.denied or any(child.dep_ == "neg" for child in verb.children)
    return commitment(
        verb,
        parties,
        _complement(match.end(), sentence),
        phrase.strength,
        sentence,
        scene,
        polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
        confidence=0.5,
    )


def _verb(match: re.Match[str], sentence: Sentence) -> Token | None:
    """The verb of a phrase: the last of its words that is one and has a subject, else the first verb."""
    words = [
        token for token in sentence.tokens if match.start() <= token.idx < match.end() and token.pos_ in {"VERB", "AUX"}
    ]
    if not words:
        return None
    return next((token for token in reversed(words) if frames.own_subjects(token)), words[0])


def _complement(start: int, sentence: Sentence) -> Filler | None:
    """What stands behind a phrase: a verb with what hangs on it, or a noun phrase."""
    while start < len(sentence.text) and sentence.text[start] in " “\"'‘":
        start += 1
    first = sentence.token_at(sentence.start + start)
    if first is None:
        return None
    if first.pos_ == "VERB" and first.dep_ not in {"amod", "compound"}:
        return predicate_of(first, sentence)
    head = first
    while head.head != head and head.head.i >= first.i:
        head = head.head
    return predicate_of(head, sentence) if head.pos_ == "VERB" else noun_phrase(head, sentence)


def _laid_on(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“It is incumbent upon the pursuing Party to give notice”, “We recommend that the Agency publish its dates”."""
    for pattern, strength, advice in _INSIDE:
        for match in pattern.finditer(sentence.text):
            who = sentence.root_of(sentence.start + match.start("who"), sentence.start + match.end("who"))
            inner = sentence.token_at(sentence.start + match.end())
            if who is None or inner is None or inner.pos_ not in {"VERB", "AUX"} or inner.tag_ not in {"VB", "VBP"}:
                continue
            found = commitment(
                inner,
                parties_at([who], sentence, scene),
                predicate_of(inner, sentence),
                strength,
                sentence,
                scene,
                modality=Modality.POSSIBLE if advice and not is_official(scene) else Modality.ACTUAL,
                confidence=0.5,
            )
            if found is not None:
                yield found
