"""Whose a sum or a share is, and of what: “the budget of the Fund was EUR 7.9 billion”, “revenue rose by 24%”."""

from __future__ import annotations

from foedera.claims import frames
from foedera.claims.measures.holders import holder_of
from foedera.claims.measures.quantities import Quantity
from foedera.claims.measures.subjects import Seat, fillers_of
from foedera.claims.measures.words import CHANGE_NOUNS, CHANGES, CURRENCY_NAMES, FALLS, SUMS, TRADING
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler


def sum_of(
    seat: Seat, head: Token, quantity: Quantity, sentence: Sentence, scene: Scene
) -> tuple[tuple[Filler, ...], Filler | None]:
    """Whose sum or share it is, and of what."""
    governor = _above_measure(seat.governor)
    if governor is None:
        return (), _of_what(head, sentence) or sentence.cut(quantity.start, quantity.end)
    if governor != seat.governor:
        seat = Seat(governor, "to")
    if governor.lower_ == "worth":
        worth = _noun_before(governor) or governor.head
        return fillers_of((worth,), sentence, scene), sentence.excerpt(governor.i, governor.i + 1)
    if governor.pos_ in {"NOUN", "PROPN"}:
        return _of_noun(governor, sentence, scene)
    if governor.pos_ not in {"VERB", "AUX"}:
        return (), sentence.excerpt(governor.i, governor.i + 1)
    subjects = frames.doers(governor) or frames.subjects(governor)
    of_what = _of_what(head, sentence)
    if seat.how == "subject":
        objects = frames.objects(governor)
        metric = of_what or sentence.excerpt(governor.i, governor.i + 1)
        return fillers_of(objects[:1], sentence, scene), metric
    if seat.how == "for" and governor.lemma_.lower() in TRADING and frames.undergoers(governor):
        return fillers_of(frames.undergoers(governor)[:1], sentence, scene), sentence.excerpt(
            governor.i, governor.i + 1
        )
    telling = [each for each in subjects if each.lemma_.lower() in SUMS]
    if telling:  # "the budget of the Fund was EUR 7.9 billion"
        return _of_noun(telling[0], sentence, scene)
    if governor.lemma_.lower() in CHANGES and subjects:
        mention = sentence.mention_of(subjects[0])
        if mention is None or not mention.is_actor:
            return _of_noun(subjects[0], sentence, scene)
        raised = [each for each in frames.objects(governor) if not _inside(each, quantity, sentence)]
        metric = (
            sentence.excerpt(*frames.phrase(raised[0])) if raised else Filler(_GROWTH[governor.lemma_.lower() in FALLS])
        )
        return ((mention.filler(),) if mention.generic else fillers_of(subjects, sentence, scene)), metric
    others = [each for each in frames.objects(governor) if each.i != head.i and not _inside(each, quantity, sentence)]
    if others and seat.how != "object":
        metric = sentence.excerpt(*frames.phrase(others[0]))
        if others[0].lemma_.lower() in SUMS or seat.how in {"by", "to"}:
            return fillers_of(subjects, sentence, scene), metric
        return fillers_of(others[:1], sentence, scene), sentence.excerpt(governor.i, governor.i + 1)
    return fillers_of(subjects, sentence, scene), of_what or sentence.excerpt(governor.i, governor.i + 1)


# “to the tune of”, “in the order of”: words that only lead from what costs to what it costs.
_LEADING = frozenset("tune order region neighbourhood neighborhood vicinity excess extent".split())


def _above_measure(governor: Token | None) -> Token | None:
    """What a sum belongs to beyond “in the order of”."""
    if governor is None or governor.lemma_.lower() not in _LEADING or governor.dep_ != "pobj":
        return governor
    return governor.head.head if governor.head.pos_ == "ADP" else governor


def _is_thing(noun: Token) -> bool:
    """Whether a noun stands for something that has a sum, and is no sum itself."""
    units = CURRENCY_NAMES | {"cent", "percent", "%", "point", "million", "billion"}
    return noun.pos_ in {"NOUN", "PROPN"} and noun.lower_ not in units and noun.lemma_.lower() not in units


_GROWTH = ("growth", "decrease")  # what the verb says, as a figure's name


def _noun_before(word: Token) -> Token | None:
    """The noun right before a word: “coastal radars worth 600 million yen”."""
    at = word.i - 1
    while at > 0 and word.doc[at].is_punct:
        at -= 1
    return word.doc[at] if at >= 0 and word.doc[at].pos_ in {"NOUN", "PROPN"} else None


def _inside(token: Token, quantity: Quantity, sentence: Sentence) -> bool:
    return quantity.start <= sentence.offset(token) < quantity.end


def _of_what(head: Token, sentence: Sentence) -> Filler | None:
    nouns = frames.after_preposition(head, {"of", "for", "in"})
    return sentence.excerpt(*frames.phrase(nouns[0])) if nouns and nouns[0].pos_ in {"NOUN", "PROPN"} else None


def _of_noun(noun: Token, sentence: Sentence, scene: Scene) -> tuple[tuple[Filler, ...], Filler]:
    """“the budget of the Fund”, “growth of 53 per cent”, “a contract of USD 3 million”: whose and what."""
    metric = sentence.excerpt(*_short(noun))
    holder = holder_of(noun, sentence, scene)
    if holder is not None:
        return (holder,), metric
    owners = frames.after_preposition(noun, {"of", "at", "for", "in", "by"})
    named = [each for each in owners if sentence.mention_of(each) is not None]
    if not named and noun.lemma_.lower() in SUMS:  # "the revenues of the world's hundred largest producers"
        named = [each for each in frames.after_preposition(noun, {"of"}) if _is_thing(each)]
    if named:
        return fillers_of(named[:1], sentence, scene), metric
    lemma = noun.lemma_.lower()
    if lemma in CHANGE_NOUNS or lemma in SUMS:
        verb = frames.clause_verb(noun)
        if verb != noun:
            subjects = [each for each in (frames.doers(verb) or frames.subjects(verb)) if each.i != noun.i]
            if subjects:
                return fillers_of(subjects, sentence, scene), metric
    return fillers_of((noun,), sentence, scene), metric


def _short(noun: Token) -> tuple[int, int]:
    """The noun with the adjectives and nouns before it, without its owner and what follows it."""
    left, _ = frames.phrase(noun)
    owners = [child.right_edge.i + 1 for child in noun.children if child.dep_ == "poss"]
    return max([left, noun.i - 3, *owners]), noun.i + 1
