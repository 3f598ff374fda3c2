"""An activity as one word of a sentence tells it, before it is a claim."""

from __future__ import annotations

from dataclasses import dataclass, field

from foedera.claims.activities.cast import Cast
from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.kinds import ActivityType


@dataclass
class Telling:
    """An activity as one noun or verb tells it. `said_by` is the word whose clause tells modality and date."""

    type: ActivityType
    said_by: Token
    anchor: Token
    cast: Cast = field(default_factory=Cast)
    name: Mention | None = None
    places: list[Mention] = field(default_factory=list)
    elements: list[Filler] = field(default_factory=list)
    points_back: bool = False
    gone: bool = False  # told as having ended: "the troops withdrew"
    confidence: float = 0.7

    def span(self, sentence: Sentence) -> tuple[int, int]:
        """The characters from the first to the last word that tells something of it."""
        places = [
            *self.cast.places,
            *((mention.start, mention.end) for mention in self.places),
            *((filler.start, filler.end) for filler in self.elements if filler.start is not None),
        ]
        places += [sentence.place(token.i, token.i + 1) for token in (self.said_by, self.anchor)]
        if self.name is not None:
            places.append((self.name.start, self.name.end))
        inside = [(start, end) for start, end in places if sentence.start <= start and end and end <= sentence.end]
        return min(start for start, _ in inside), max(end for _, end in inside)
