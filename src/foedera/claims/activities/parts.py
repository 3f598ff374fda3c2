"""What did not come off: activities called off, and parts of an exercise that were dropped: “a gunnery serial had to be dropped”."""

from __future__ import annotations

from foedera.claims import frames
from foedera.claims.activities.contributions import exercise_spoken_of
from foedera.claims.activities.telling import Telling
from foedera.claims.activities.words import CANCELLING
from foedera.claims.modality import polarity_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.kinds import ActivityType, Polarity

# Of these an exercise consists; by themselves they may be anything.
_PARTS = frozenset(
    """serial shoot firing gunnery event phase landing jump drop replenishment boarding evolution leg sortie assault finale
    flypast fly-past parade demonstration swim-past crossing transfer raid stage serials practice""".split()
)
_HAPPENING = frozenset("take go happen materialise materialize proceed occur come".split())
_WITHOUT = {"fall": frozenset({"through", "victim"}), "come": frozenset({"nothing", "naught", "nought"})}


def is_called_off(verb: Token) -> bool:
    """“was called off”, “fell through”, “was pencilled in but had to be dropped”."""
    return any(_gives_up(each) for each in (verb, *_joined(verb)))


def _gives_up(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma in _WITHOUT:
        words = {child.lower_ for child in verb.children} | {
            noun.lower_ for noun in frames.after_preposition(verb, {"to"})
        }
        return bool(words & _WITHOUT[lemma])
    return lemma in CANCELLING and (
        lemma not in {"call", "put"} or any(child.lower_ == "off" for child in verb.children)
    )


def _joined(verb: Token) -> list[Token]:
    """The verbs that share the subject of this one: “was planned but cancelled”, “was pencilled in but had to be dropped”."""
    found = []
    for child in verb.children:
        if child.dep_ in {"conj", "xcomp"} and not any(each.dep_ in {"nsubj", "nsubjpass"} for each in child.children):
            found += [child, *_joined(child)]
    return found


def dropped(verb: Token, sentence: Sentence, scene: Scene) -> Telling | None:
    """“A gunnery serial had to be dropped”, “The landing never took place”: a part of the exercise spoken of, called off."""
    subject = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    if len(subject) != 1 or subject[0].lemma_.lower() not in _PARTS or sentence.mention_of(subject[0]) is not None:
        return None
    fell = verb.lemma_.lower() in _HAPPENING and polarity_of(verb) is Polarity.DENIED
    if not (fell or is_called_off(verb)) or not exercise_spoken_of(sentence, scene, named=False):
        return None
    element = sentence.excerpt(frames.phrase(subject[0])[0], subject[0].i + 1)
    return Telling(
        ActivityType.EXERCISE, verb, subject[0], elements=[element], points_back=True, gone=True, confidence=0.6
    )
