"""Dependencies as rules and instruments word them: “enters into force on”, “only with the consent of”, “on notice”."""

from __future__ import annotations

from foedera.claims import frames
from foedera.claims.dependencies.making import dependency, hypothetical
from foedera.claims.dependencies.sides import object_of, rest_of, side_at
from foedera.claims.dependencies.words import BEGINNING, CONSENT, FORCE, STAYING
from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import Modality, Relation

_LEAVE = frozenset({"may", "can"})


def beginning(preposition: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“enters into force on the thirtieth day after the exchange of notes”, “takes effect upon signature”."""
    verb = preposition.head
    if verb.lemma_.lower() not in BEGINNING or not any(token.lower_ in FORCE for token in verb.subtree):
        return None
    if any(token.lower_ in FORCE and token.i > preposition.i for token in preposition.subtree) or verb.tag_ == "VBD":
        return None
    found = object_of(preposition, sentence, scene)
    if found is None or sentence.dates_between(found[1].start or 0, found[1].end or 0):
        return None
    noun, condition = found
    if noun.lemma_.lower() in {"date", "day", "month"}:
        condition = _deepest(noun, sentence, scene) or condition
    return _needed(condition, verb, preposition, sentence, modality=hypothetical(verb), confidence=0.7)


def _needed(
    condition: Filler,
    verb: Token,
    preposition: Token,
    sentence: Sentence,
    *,
    confidence: float,
    modality: Modality | None = None,
) -> Draft | None:
    """What a verb says requires what its preposition names; leave that "may" gives is real."""
    modality = hypothetical(verb, may=False) if modality is None else modality
    outcome = rest_of(verb, [preposition], sentence)
    return dependency(condition, Relation.REQUIRES, outcome, sentence, modality=modality, confidence=confidence)


def _deepest(noun: Token, sentence: Sentence, scene: Scene) -> Filler | None:
    """The event from which a date counts: “the exchange of notes” in “the thirtieth day after the exchange of notes”."""
    for after in ("after", "following", "of"):
        for token in noun.subtree:
            if token.lower_ == after and token.i > noun.i:
                for child in token.children:
                    if child.dep_ in {"pobj", "pcomp"} and child.lemma_.lower() not in {"month", "day", "date"}:
                        return side_at(child, sentence, scene)
    return None


def only_after(preposition: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“only after such a study”, “only with the prior consent of”."""
    before = preposition.i and preposition.doc[preposition.i - 1].lower_ == "only"
    only = before or any(child.lower_ == "only" for child in preposition.children)
    if not only or preposition.lower_ not in {"after", "upon", "with", "by", "under"}:
        return None
    found = object_of(preposition, sentence, scene)
    verb = frames.clause_verb(preposition)
    if found is None or verb == preposition:
        return None
    return _needed(found[1], verb, preposition, sentence, confidence=0.65)


def with_consent(preposition: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“may be associated with the consent of all members”, “decided by unanimity”."""
    only = only_after(preposition, sentence, scene)
    if only is not None:
        return only
    if preposition.lower_ in {"upon", "on", "at", "after", "once"}:
        return _on_notice(preposition, sentence, scene)
    found = object_of(preposition, sentence, scene)
    verb = frames.clause_verb(preposition)
    if found is None or verb == preposition or found[0].lemma_.lower() not in CONSENT:
        return None
    if found[0].lemma_.lower() in {"agreement", "decision"}:
        return None
    ruled = any(
        child.dep_ == "aux" and child.lower_ in {"may", "can", "shall", "could", "must"} for child in verb.children
    )
    always = found[0].lemma_.lower() in {"consensus", "unanimity"} and not any(
        child.lower_ in {"was", "were"} for child in verb.children
    )
    if not (ruled or always):
        return None
    return _needed(found[1], verb, preposition, sentence, confidence=0.55)


def _on_notice(preposition: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“either side may withdraw on twelve months' notice”."""
    verb = frames.clause_verb(preposition)
    notice = next((token for token in preposition.subtree if token.lemma_.lower() == "notice"), None)
    if notice is None or not any(
        child.dep_ == "aux" and child.lower_ in {"may", "can", "could"} for child in verb.children
    ):
        return None
    return dependency(
        side_at(notice, sentence, scene),
        Relation.PERMITS,
        rest_of(verb, [preposition], sentence),
        sentence,
        confidence=0.6,
    )


def under(preposition: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“Under the policing treaty, either force may keep its weapons”: an instrument permits or forbids."""
    found = object_of(preposition, sentence, scene)
    verb = frames.clause_verb(preposition)
    if found is None or verb == preposition or verb.pos_ not in {"VERB", "AUX"}:
        return None
    mention = sentence.mention_of(found[0])
    if mention is None or mention.kind is not EntityKind.INSTRUMENT:
        return None
    words = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    stays = verb.lemma_.lower() in STAYING or any(child.lower_ in STAYING for child in verb.children)
    if not (words & {"may", "can"} or stays):
        return None
    denied = any(child.dep_ == "neg" for child in verb.children)
    return dependency(
        found[1],
        Relation.EXCLUDES if denied else Relation.PERMITS,
        rest_of(verb, [preposition], sentence),
        sentence,
        confidence=0.55,
    )


def derogation(noun: Token, sentence: Sentence) -> Draft | None:
    """“By way of derogation, a Member State may procure on its own”."""
    verb = frames.clause_verb(noun)
    if not any(child.dep_ == "aux" and child.lower_ in _LEAVE for child in verb.children):
        return None
    phrase = next((each for each in noun.ancestors if each.head == verb), noun)
    return dependency(
        sentence.excerpt(noun.i, noun.i + 1), Relation.PERMITS, rest_of(verb, [phrase], sentence), sentence
    )


def before(preposition: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“cannot be signed before the elections”, “must be settled before any transfer”."""
    found = object_of(preposition, sentence, scene)
    verb = preposition.head
    if (
        found is None
        or verb.pos_ not in {"VERB", "AUX"}
        or sentence.dates_between(found[1].start or 0, found[1].end or 0)
    ):
        return None
    rest = rest_of(verb, [preposition], sentence)
    words = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if any(child.dep_ == "neg" for child in verb.children) and words & {"can", "may", "ca", "will", "could"}:
        return dependency(found[1], Relation.REQUIRES, rest, sentence, confidence=0.5)
    if words & {"must", "shall"} or (verb.dep_ == "xcomp" and verb.head.lemma_ == "have"):
        whole = rest_of(verb.head, [preposition], sentence) if verb.dep_ == "xcomp" else rest
        return dependency(whole, Relation.REQUIRES, found[1], sentence, confidence=0.5)
    return None
