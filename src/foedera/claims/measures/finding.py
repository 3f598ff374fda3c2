"""From quantities to claims: counts, sums and shares of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.capabilities.words import EQUIPMENT
from foedera.claims.drafts import Draft
from foedera.claims.measures.drafting import measure_of
from foedera.claims.measures.nouns import Counted, counted_by, token_of
from foedera.claims.measures.quantities import Quantity, Sort, find_quantities
from foedera.claims.measures.ranks import find_ranks
from foedera.claims.measures.rows import cells_of, find_labelled, find_row_measures
from foedera.claims.measures.shares import owner_beside, remember, share_of_name
from foedera.claims.measures.subjects import Seat, context_of, fillers_of, seat_of, subject_of_verb
from foedera.claims.measures.sums import sum_of
from foedera.claims.measures.words import (
    ANYBODY,
    PARTAKERS,
    TIMES,
    UNCOUNTED,
)
from foedera.claims.measures.worth import (
    is_calibre,
    is_definite,
    is_few,
    is_hardware,
    is_harmed,
    is_lasting,
    is_number_of_entry,
    is_number_of_name,
    is_of_domain,
)
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.documents import BlockKind
from foedera.model.entities import EntityKind

_LAST_COUNTED = "measures.counted"


def find_measures(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The measures of a sentence: one for each quantity and each rank that it gives somebody or something."""
    if sentence.block.kind is BlockKind.ROW and len(cells_of(sentence)) > 1:
        yield from find_row_measures(sentence, scene)
        return
    yield from find_ranks(sentence, scene)
    labelled = list(find_labelled(sentence, scene))
    yield from labelled
    taken = {draft.roles["value"][0].start for draft in labelled}
    for quantity in find_quantities(sentence):
        found = _measure(quantity, sentence, scene) if quantity.value[0] not in taken else None
        if found is not None:
            yield found


def _measure(quantity: Quantity, sentence: Sentence, scene: Scene) -> Draft | None:
    token = token_of(quantity, sentence)
    if token is None:
        return None
    if quantity.sort is not Sort.MONEY:
        beside = share_of_name(quantity, sentence, scene)
        if beside is not None:
            subject, metric, unit = beside
            return measure_of(
                quantity, token, sentence, scene, subject=subject, metric=metric, unit=unit, is_share=True
            )
    if quantity.sort is Sort.COUNT:
        return _count(quantity, token, sentence, scene)
    return _amount(quantity, token, sentence, scene)


def _count(quantity: Quantity, token: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    counted = counted_by(quantity, sentence)
    if is_number_of_entry(quantity, counted, sentence) or is_number_of_name(token, sentence):
        return None
    if counted is None:
        return _bare(quantity, token, sentence, scene)
    lemma = counted.head.lemma_.lower()
    if lemma in UNCOUNTED or is_calibre(counted, sentence) or (lemma in PARTAKERS and is_definite(quantity, sentence)):
        return None
    if (lemma in TIMES and not is_lasting(counted)) or is_harmed(counted.head):
        return None
    if is_few(quantity, sentence) and not is_hardware(counted.head, sentence):
        return None
    if scene.is_brief and not is_of_domain(counted, sentence):
        return None
    scene.memory[_LAST_COUNTED] = (sentence.index, sentence.cut(*counted.noun), sentence.cut(*counted.phrase))
    seat = seat_of(counted.head)
    beside = owner_beside(quantity, sentence)
    subject = (beside.filler(),) if beside else _subject(seat, counted.head, quantity, sentence, scene)
    whose = _whose(counted.head, sentence)
    if whose is not None and (not subject or _is_own(subject, counted, sentence)):
        subject = (whose,)
    if not subject:
        named = sentence.mention_of(counted.head) is not None
        if not named and counted.noun == counted.phrase and lemma in ANYBODY:
            return None  # "45 people", "ten members" of nobody
        subject = fillers_of((counted.head,), sentence, scene) if named else (sentence.cut(*counted.phrase),)
    return measure_of(
        quantity,
        counted.head,
        sentence,
        scene,
        subject=subject,
        metric=sentence.cut(*counted.phrase),
        unit=sentence.cut(*counted.noun),
    )


def _whose(head: Token, sentence: Sentence) -> Filler | None:
    """The body to which the counted belong: “180 soldiers of the 2nd Battalion”."""
    for noun in frames.after_preposition(head, {"of", "from"}):
        mention = sentence.mention_of(noun)
        if mention is not None and mention.is_actor and not mention.generic and mention.kind is not EntityKind.PERSON:
            return mention.filler()
    return None


def _is_own(subject: tuple[Filler, ...], counted: Counted, sentence: Sentence) -> bool:
    """Whether what is counted has been taken for who has it."""
    return all(each.start is not None and counted.phrase[0] <= each.start < counted.phrase[1] for each in subject)


def _bare(quantity: Quantity, token: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """A number alone, of what was counted just before: “the remaining 61 will be assembled by the yard”."""
    strength = _of_body(quantity, token, sentence, scene)
    if strength is not None:
        return strength
    remembered = scene.memory.get(_LAST_COUNTED)
    if not isinstance(remembered, tuple) or sentence.index - remembered[0] > 3:
        return None
    _, noun, phrase = remembered
    if sentence.text[quantity.value[1] - sentence.start :][:1] in {"-", "–"} or is_harmed(token):  # "a ten-year pact"
        return None
    written = sentence.text[quantity.value[0] - sentence.start : quantity.value[1] - sentence.start].lower()
    if is_few(quantity, sentence) and noun.text.lower().rstrip("s") not in EQUIPMENT:
        return None
    if token.dep_ in {"pobj", "npadvmod"} and token.head.lower_ in {"at", "since", "until", "p.", "from", "to"}:
        return None
    if is_few(quantity, sentence) and (token.dep_ == "nummod" or written in {"one", "1"}):
        return None
    seat = seat_of(token)
    subject = _subject(seat, token, quantity, sentence, scene) or context_of(sentence, quantity.start, scene)
    return measure_of(
        quantity, token, sentence, scene, subject=subject or (phrase,), metric=phrase, unit=noun, confidence=0.45
    )


def _of_body(quantity: Quantity, token: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“a joint force of 5,000” has a strength; “850 of our personnel” counts personnel."""
    if is_few(quantity, sentence):
        return None
    parts = [noun for noun in frames.after_preposition(token, {"of"}) if noun.pos_ in {"NOUN", "PROPN"}]
    seat = seat_of(token)
    if parts:
        noun = parts[0]
        subject = _subject(seat, token, quantity, sentence, scene) or fillers_of((noun,), sentence, scene)
        unit: Filler | None = sentence.excerpt(noun.i, noun.i + 1)
    elif seat.how == "of" and seat.governor is not None and seat.governor.pos_ == "NOUN":
        noun = seat.governor
        subject, unit = fillers_of((noun,), sentence, scene), None
    else:
        return None
    metric = sentence.excerpt(max(frames.phrase(noun)[0], noun.i - 2), noun.i + 1)
    return measure_of(quantity, token, sentence, scene, subject=subject, metric=metric, unit=unit, confidence=0.5)


def _amount(quantity: Quantity, token: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """A sum or a share."""
    head = _outermost(quantity, token, sentence)
    seat = seat_of(head)
    subject, metric = sum_of(seat, head, quantity, sentence, scene)
    if not subject and not scene.is_brief:
        subject = context_of(sentence, quantity.start, scene)
    if not subject or metric is None or (scene.is_brief and subject[0].text == metric.text):
        return None
    if quantity.sort is Sort.SHARE:
        remember(scene, sentence, metric, _unit(quantity, sentence))
    return measure_of(quantity, head, sentence, scene, subject=subject, metric=metric, unit=_unit(quantity, sentence))


def _unit(quantity: Quantity, sentence: Sentence) -> Filler | None:
    return sentence.cut(*quantity.unit) if quantity.unit else None


def _outermost(quantity: Quantity, token: Token, sentence: Sentence) -> Token:
    """The word among number, scale and unit that hangs on the rest of the sentence."""
    at = token
    while at.head != at and quantity.start <= sentence.offset(at.head) < quantity.end:
        at = at.head
    return at


def _subject(seat: Seat, head: Token, quantity: Quantity, sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """Whose count it is: who does the verb, what the noun before belongs to; empty where nobody is named."""
    governor = seat.governor
    if governor is None:
        return context_of(sentence, quantity.start, scene)
    if seat.how == "subject":
        if frames.is_passive(governor):
            agents = frames.agents(governor)
            return fillers_of(agents, sentence, scene) if agents else ()
        return ()
    if governor.pos_ in {"VERB", "AUX"}:
        return subject_of_verb(governor, sentence, scene)
    if governor.pos_ in {"NOUN", "PROPN"}:
        return fillers_of((governor,), sentence, scene)
    return ()
