"""Where an activity is set and what belongs to its clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.activities.cast import HARDWARE, Cast, owner_before, owners, stands_for_state
from foedera.claims.activities.words import ASSETS, LOCATIVE
from foedera.claims.mentions import STATELIKE, Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind

_ELSEWHERE = frozenset({"ccomp", "parataxis", "advcl", "relcl"})
_AT = frozenset("at off near to in into from".split())  # behind these a name that nobody knows is a place
_SPOTS = frozenset({EntityKind.PLACE, EntityKind.CENTRE})


def reach(token: Token) -> Iterator[Token]:
    """The words of a clause: all that hangs on the token, without other clauses."""
    yield token
    for child in token.children:
        if child.dep_ in _ELSEWHERE or (child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}):
            continue
        yield from reach(child)


def mentions_in(tokens: list[Token], sentence: Sentence) -> Iterator[tuple[Token, Mention]]:
    """The outermost mentions that these words head, in text order."""
    wanted = {token.i for token in tokens}
    for mention in sentence.mentions:
        root = sentence.root_of(mention.start, mention.end)
        if root is not None and root.i in wanted:
            yield root, mention


def places_in(tokens: list[Token], sentence: Sentence, *, prepositions: frozenset[str] = LOCATIVE) -> list[Mention]:
    """The places that stand after a preposition of place, in text order; a state counts where it is one."""
    found: list[Mention] = []
    for root, mention in mentions_in(tokens, sentence):
        unknown = mention.kind is EntityKind.UNKNOWN and len(mention.text.split()) < 3 and mention.text[:1].isupper()
        if mention.generic or not (mention.kind in _SPOTS or mention.kind in STATELIKE or unknown):
            continue
        preposition = _preposition_over(root)
        if preposition is None or preposition.lower_ not in prepositions:
            continue
        if unknown and (preposition.lower_ not in _AT or mention.text.isupper()):
            continue
        if mention.kind is EntityKind.BLOC and preposition.lower_ not in {"in"}:
            continue
        if all(mention.entity != other.entity for other in found):
            found.append(mention)
    return found


def _preposition_over(token: Token) -> Token | None:
    at = token
    while at.dep_ in {"conj", "appos", "nmod"} and at.head != at:
        at = at.head
    if at.dep_ == "compound" and at.head.dep_ == "pobj":  # "in Darwin harbour"
        at = at.head
    return at.head if at.dep_ in {"pobj", "pcomp"} and at.head.pos_ in {"ADP", "SCONJ", "ADV", "VERB"} else None


def add_hardware(cast: Cast, tokens: list[Token], sentence: Sentence, scene: Scene, *, until: int = 0) -> None:
    """The ships and aircraft that the clause names, as assets; their owners where nobody else acts.

    Ships named before the place `until`, where the verb stands, act with the others that stand there.
    """
    for root, mention in mentions_in(tokens, sentence):
        if mention.kind not in HARDWARE or (mention.generic and root.lemma_.lower() not in ASSETS):
            continue
        if mention.generic and any(other.start == mention.end + 1 for other in sentence.mentions):
            continue  # "frigate" before the name of one
        cast.use(mention.filler())
        before = owner_before(mention, sentence) if mention.end <= until else None
        if before is not None:
            cast.act(before.filler())
        if cast.participants:
            continue
        for owner in owners(root, sentence):
            cast.act(owner.filler())
        if not cast.participants and mention.kind is EntityKind.VESSEL:
            filler = stands_for_state(mention, scene)
            if filler is not None:
                cast.act(filler)


def elements_of(verb: Token, sentence: Sentence) -> list[Filler]:
    """What was practised: the objects of “included”, “practised”, “focused on”, each by itself."""
    heads = list(frames.undergoers(verb)) or list(frames.after_preposition(verb, {"on", "of", "around", "in"}))
    found = []
    for head in heads:
        mention = sentence.mention_of(head)
        if mention is not None and (mention.is_actor or mention.kind in HARDWARE):
            continue
        if head.pos_ in {"PRON", "NUM"} or any(
            date.start <= sentence.offset(head) < date.end for date in sentence.dates
        ):
            continue
        if head.lemma_.lower() in ASSETS or head.lemma_.lower() in _NO_ELEMENTS:
            continue
        found += _parted(sentence.excerpt(*frames.phrase(head)), sentence)
    return found


def _parted(element: Filler, sentence: Sentence) -> list[Filler]:
    """A list that the parser took for one thing, item by item: “boarding of a vessel, landings and a joint patrol”."""
    if element.text.count(",") < 1 or not re.search(r"\band\b", element.text) or element.start is None:
        return [element]
    parts, begin = [], 0
    for gap in (*_GAPS.finditer(element.text), None):
        end = gap.start() if gap is not None else len(element.text)
        if element.text[begin:end].strip():
            parts.append(sentence.cut(element.start + begin, element.start + end))
        begin = gap.end() if gap is not None else end
    return parts if len(parts) > 2 else [element]


_GAPS = re.compile(r",\s*(?:and\s+)?(?:an?\s+|the\s+)?|\s+and\s+(?:an?\s+|the\s+)?")


# Who and how many take part is no part of what is practised.
_NO_ELEMENTS = frozenset(
    """personnel troop soldier sailor marine force participant unit nation country ally state people officer member plane
    day week month hour""".split()
)
