"""What a text judges in its own voice: “NATO remains the cornerstone of Norwegian policy”, “Revision is overdue”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foedera.claims import frames
from foedera.claims.assessments.words import ADJECTIVES, LINKING, NOUNS
from foedera.claims.drafts import Draft, draft
from foedera.claims.modality import modality_of, polarity_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.claims import Filler
from foedera.model.kinds import Kind, Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

AUTHOR = "author"
_LONGEST = 12  # words of a label
_NOBODY = frozenset("none nobody nothing all what who which that there".split())


def tell_by_judging(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The judgements of a sentence that says of something what it is worth."""
    for token in sentence.tokens:
        if token.lemma_.lower() in LINKING and token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}:
            found = _by_copula(token, sentence, scene)
            if found is not None:
                yield found


def _by_copula(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    label = next((child for child in verb.children if child.dep_ in {"attr", "acomp", "oprd", "dobj"}), None)
    subjects = frames.own_subjects(verb)
    if label is None or not subjects or not _judges(label) or subjects[0].lower_ in _NOBODY:
        return None
    target = _target(subjects[0], sentence, scene)
    if target is None:
        return None
    phrase = sentence.excerpt(*frames.phrase(label))
    modality = modality_of(verb)
    if len(phrase.text.split()) > _LONGEST or modality is not Modality.ACTUAL or phrase.start is None:
        return None
    start = min(
        phrase.start, target.start if target.start is not None and target.start >= sentence.start else phrase.start
    )
    return draft(
        Kind.ASSESSMENT,
        (
            start,
            max(phrase.end or start, target.end or start)
            if target.end and target.end <= sentence.end
            else phrase.end or start,
        ),
        polarity=polarity_of(verb),
        confidence=0.4,
        assessor=_assessor(verb, sentence, scene),
        target=target,
        label=phrase,
    )


def _span(phrase: Filler, target: Filler, sentence: Sentence) -> tuple[int, int]:
    """From the thing judged to the end of the label; the label alone where the thing is named elsewhere."""
    places = [
        (each.start, each.end)
        for each in (phrase, target)
        if each.start is not None and each.end is not None and sentence.start <= each.start < sentence.end
    ]
    return min(start for start, _ in places), max(end for _, end in places)


def _judges(label: Token) -> bool:
    if label.pos_ == "ADJ":
        return label.lemma_.lower() in ADJECTIVES
    return label.pos_ == "NOUN" and label.lemma_.lower() in NOUNS


def _target(token: Token, sentence: Sentence, scene: Scene) -> Filler | None:
    if token.pos_ == "PRON":
        found = scene.discourse.resolve(token, sentence)
        return found[0].filler() if found else None
    mentions = scene.discourse.resolve(token, sentence)
    if mentions and mentions[0].start == sentence.offset(token):
        return mentions[0].filler()
    return sentence.excerpt(*frames.phrase(token)) if token.pos_ in {"NOUN", "PROPN"} else None


def _assessor(verb: Token, sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """Who says so, where the sentence is somebody's words ("…, said the minister"); else the author."""
    speaker = verb
    while speaker.dep_ in {"ccomp", "conj"} and speaker.head != speaker:
        speaker = speaker.head
        if speaker.lemma_.lower() in {
            "say",
            "argue",
            "believe",
            "tell",
            "stress",
            "note",
            "think",
            "write",
            "add",
            "insist",
        }:
            return scene.actors(frames.subjects(speaker), sentence) or (Filler(AUTHOR),)
    return (Filler(AUTHOR),)
