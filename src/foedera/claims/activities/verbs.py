"""Activities that a verb tells: “exercised with”, “called at”, “was deployed to”, “met in”."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from foedera.claims.activities import contributions, drills, exchanges, meetings, movements, parts
from foedera.claims.activities.telling import Telling
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.entities import EntityKind


def tell_by_verbs(sentence: Sentence, scene: Scene) -> Iterator[Telling]:
    """What the verbs of a sentence tell of activities."""
    for token in sentence.tokens:
        if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"aux", "auxpass"}:
            continue
        covering = sentence.mention_of(token)
        if covering is not None and covering.kind in {EntityKind.EVENT, EntityKind.OPERATION}:
            continue  # "the exercise", taken for a verb
        for tell in _FRAMES:
            telling = tell(token, sentence, scene)
            if telling is not None:
                yield telling
                break


_Frame = Callable[["Token", Sentence, Scene], Telling | None]
_FRAMES: tuple[_Frame, ...] = (
    drills.going_to_sea,
    drills.counted,
    drills.exercising,
    drills.training,
    drills.learning,
    drills.practising,
    contributions.exercise_named,
    drills.taking_part,
    drills.including,
    movements.sending,
    movements.calling,
    movements.passing,
    movements.patrolling,
    movements.operating,
    drills.spending,
    movements.homing,
    movements.deploying,
    exchanges.exchanging,
    exchanges.comparing,
    exchanges.exhibiting,
    meetings.meeting,
    meetings.talking,
    meetings.visiting,
    meetings.receiving,
    meetings.being_there,
    meetings.paying_a_call,
    parts.dropped,
    contributions.staying_away,
    contributions.contributing,
)
