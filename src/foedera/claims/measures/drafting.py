"""A quantity with its subject and metric → the draft of a measure."""

from __future__ import annotations

from foedera.claims import frames
from foedera.claims.drafts import Draft, draft
from foedera.claims.measures.quantities import Quantity, Sort
from foedera.claims.measures.reports import counter_of
from foedera.claims.measures.worth import is_hardware
from foedera.claims.measures.years import day_of_count, when_of
from foedera.claims.modality import modality_of, polarity_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.claims.wording import placed_in, spanning
from foedera.model.claims import Filler
from foedera.model.kinds import Kind, Modality, Polarity


def measure_of(
    quantity: Quantity,
    said_by: Token,
    sentence: Sentence,
    scene: Scene,
    *,
    subject: tuple[Filler, ...],
    metric: Filler,
    unit: Filler | None,
    is_share: bool = False,
    confidence: float = 0.6,
) -> Draft:
    """The measure of a quantity, with its date, modality and polarity; a share has who counts it in a report of figures."""
    verb = frames.clause_verb(said_by)
    modality = modality_of(verb) if verb != said_by else modality_of(said_by)
    polarity = polarity_of(verb) if verb != said_by else Polarity.AFFIRMED
    when = when_of(said_by, sentence, scene, modality=modality, dated=metric.text.casefold() not in _TIMELESS)
    if quantity.sort is Sort.COUNT and not sentence.dates and is_hardware(said_by, sentence):
        when = None  # a report's period is that of its shares and ranks, not of ships told by the way
    if when is None and modality is Modality.ACTUAL and quantity.sort is Sort.COUNT:
        when = day_of_count(verb, sentence, scene)
    subject = _of_event(subject, metric, sentence, scene)
    counted = sentence.cut(quantity.start, quantity.end)
    return draft(
        Kind.MEASURE,
        spanning(counted, *placed_in(sentence, (*subject, metric, unit))),
        when=when,
        modality=modality,
        polarity=polarity,
        confidence=confidence,
        subject=subject,
        metric=metric,
        value=sentence.cut(*quantity.value),
        unit=unit,
        basis=counter_of(sentence, scene) if is_share or quantity.sort is Sort.SHARE else None,
    )


_TIMELESS = frozenset({"worth", "valued", "priced", "value", "cost"})  # "radars worth 600 million yen"


def _of_event(subject: tuple[Filler, ...], metric: Filler, sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """“640 sailors were involved”: those whom nothing else owns are counted for the exercise that was just told of."""
    own = len(subject) == 1 and (subject[0].text in metric.text or metric.text in subject[0].text)
    if not own or any(letter.isupper() for letter in subject[0].text) or subject[0].start is None:
        return subject
    for index, told in reversed(scene.told):
        if sentence.index - index > 6:
            break
        if told.kind is Kind.ACTIVITY and told.roles["type"][0].text == "exercise" and told.roles.get("name"):
            return told.roles["name"][:1]
    return subject
