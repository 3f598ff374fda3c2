"""Activities from the nouns and verbs that tell them: who, with what, where, under what name, when."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims.activities.assembly import drafts_of
from foedera.claims.activities.contributions import lying, tell_by_lines
from foedera.claims.activities.nouns import tell_by_nouns
from foedera.claims.activities.ports import calls_by_wording
from foedera.claims.activities.telling import Telling
from foedera.claims.activities.verbs import tell_by_verbs
from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene


def find_activities(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The activity claims of a sentence."""
    tellings: list[Telling] = [
        *tell_by_nouns(sentence, scene),
        *tell_by_verbs(sentence, scene),
        *calls_by_wording(sentence, scene),
    ]
    if not tellings:
        tellings = [*tell_by_lines(sentence, scene), *lying(sentence, scene)]
    yield from drafts_of(tellings, sentence, scene)
