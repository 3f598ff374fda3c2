"""Who said it: named persons and bodies, and unnamed ones of a sort that speaks ("a spokesman for the army")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from foedera.claims.lists import in_list_with
from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.claims.remarks.words import SPEAKERS
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.claims.wording import noun_phrase
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.names import slug

_REACH = 8  # tokens between a verb of saying and a name that the parse did not tie to it
# Titles that stand before a name and are no part of it.
_TITLES = SPEAKERS | frozenset("pm mr mrs ms dr gen col capt adm lt maj sgt rear vice prime foreign defence".split())
_NAMES = frozenset({"compound", "appos", "nmod"})


def speakers_at(tokens: Iterable[Token], sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """The speakers that the tokens stand for, each once; empty if none of them can speak."""
    found: dict[str, Filler] = {}
    for token in tokens:
        for filler in _speaker(token, sentence, scene):
            found.setdefault(str(filler.entity or filler.text.casefold()), filler)
    return tuple(found.values())


def _speaker(token: Token, sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    beside = _person_beside(token, sentence)
    if beside is not None:
        return (beside.filler(),)
    mentions = scene.discourse.resolve(token, sentence)
    if token.lower_ in {"he", "she"}:
        mentions = tuple(each for each in mentions if each.kind is EntityKind.PERSON)
    speaking = [each for mention in mentions for each in _listed(mention, sentence) if can_speak(each)]
    if speaking:
        return tuple(mention.filler() for mention in speaking)
    own = sentence.mention_of(token)
    if token.pos_ == "PROPN" and (own is None or own.kind is EntityKind.UNKNOWN):
        return _nobody_knows(own, token, sentence)
    if token.lemma_.lower() in SPEAKERS and token.pos_ in {"NOUN", "PROPN"}:
        owner = scene.owner(token, sentence)
        if owner is not None and token.lemma_.lower() in _BODIES:
            return (owner.filler(),)
        filler = noun_phrase(token, sentence, joined=False)
        return (filler,) if filler else ()
    return ()


def _nobody_knows(own: Mention | None, token: Token, sentence: Sentence) -> tuple[Filler, ...]:
    """A name that nothing explains: who is said to say something can speak."""
    if own is not None:
        return (own.filler(),)
    first = token.i
    while first and token.doc[first - 1].pos_ == "PROPN" and token.doc[first - 1].head in {token, token.doc[first]}:
        first -= 1
    titles = [at for at in range(first, token.i) if token.doc[at].lower_.rstrip(".") in _TITLES]
    first = titles[-1] + 1 if titles else first  # "Then-Japanese PM Kishida Fumio"
    filler = sentence.excerpt(first, token.i + 1)
    if not filler.text[:1].isupper():
        return ()
    return (Filler(filler.text, filler.start, filler.end, slug(filler.text), " ".join(filler.text.split())),)


def speaker_beside(verb: Token, first: int, last: int, sentence: Sentence) -> tuple[Filler, ...]:
    """The person named nearest to a verb of saying outside of the quoted tokens; empty if none is within reach."""
    persons = []
    for mention in sentence.mentions:
        root = sentence.root_of(mention.start, mention.end)
        if mention.kind is EntityKind.PERSON and root is not None and not first <= root.i < last:
            persons.append((abs(root.i - verb.i), mention))
    near = [(distance, mention) for distance, mention in persons if distance <= _REACH]
    return (min(near, key=lambda pair: pair[0])[1].filler(),) if near else ()


_LINE = re.compile(r"(?P<label>[^:“\"]{3,90}):\s")


def speaker_of_line(sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """Who speaks in a transcript at this place: the person in the label that opened the last line with one."""
    for each in (sentence, *scene.reading.before(sentence)):
        match = _LINE.match(each.text)
        if match is None:
            continue
        inside = each.mentions_between(each.start, each.start + match.end("label") + 1)
        people = [mention for mention in inside if mention.kind is EntityKind.PERSON and not mention.generic]
        if people:
            return (people[0].filler(),)
    return ()


# Bodies that speak for the state they belong to: "the Japanese government", "the European side".
_BODIES = frozenset("government side delegation".split())


def _listed(mention: Mention, sentence: Sentence) -> tuple[Mention, ...]:
    return in_list_with(mention, sentence) if mention in sentence.mentions else (mention,)


def _person_beside(token: Token, sentence: Sentence) -> Mention | None:
    """The person whose title the noun is: "the minister, Espen Barth Eide", "researcher Lorenzo Scarazzato"."""
    own = sentence.mention_of(token)
    if own is not None and own.kind is EntityKind.PERSON:
        return own
    for child in token.children:
        if child.dep_ in _NAMES:
            mention = sentence.mention_of(child)
            if mention is not None and mention.kind is EntityKind.PERSON:
                return mention
    return None


def can_speak(mention: Mention) -> bool:
    """Whether what is mentioned can say something: a person, a body, a state, a company."""
    if mention.generic:
        return mention.text.split()[-1].casefold() in SPEAKERS
    return mention.is_actor and mention.kind is not EntityKind.OPERATION
