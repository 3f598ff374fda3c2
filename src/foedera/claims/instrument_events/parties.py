"""Who the parties to an instrument are: those who act, those it names, and those the document gave it before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from foedera.claims import frames
from foedera.claims.instrument_events.instruments import Instrument
from foedera.claims.instrument_events.words import PACTS, PARLIAMENTS
from foedera.claims.lists import in_list_with
from foedera.claims.mentions import ACTORS, STATELIKE, Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.signatories import signatories
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.names import NameForm

_WITH = frozenset({"with", "between", "among", "by"})
_BESIDE = frozenset({"with", "between", "among"})
_INNER = frozenset({"understanding", "intent", "cooperation", "co-operation", "agreement"})  # "memorandum of …"
_BOOK = "parties of instruments"
_FEWEST = 2  # parties of what is made together
# What points back to an instrument: "they signed it", "in force since 2014" behind its name.
_NEW = frozenset("another first second third fourth fifth similar comparable such other earlier separate".split())
_BACK = frozenset({"it", "this", "they", "text", "sign", "force", "effect", "apply"})
# Verbs whose doers are parties of what they make.
_MAKING = frozenset("sign conclude ink adopt announce release launch initial have".split())


def is_party(mention: Mention) -> bool:
    """Whether a mention can be party to an instrument."""
    return (mention.kind in ACTORS or mention.form is NameForm.METONYM) and mention.kind is not EntityKind.UNIT


def distinct(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions, each state or body once."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        found.setdefault(_key(mention), mention)
    return tuple(found.values())


def _key(mention: Mention) -> str:
    state_itself = mention.kind in STATELIKE or mention.form in {NameForm.METONYM, NameForm.DEMONYM}
    return str(mention.state) if state_itself and mention.state else str(mention.entity)


def named_in(mention: Mention | None) -> tuple[Mention, ...]:
    """The parties inside an instrument's own name: Japan and the EU in "Japan-EU Agreement"."""
    if mention is None:
        return ()
    return distinct(
        inner
        for inner in mention.inner
        if (inner.kind in STATELIKE or inner.form is NameForm.METONYM)
        and mention.text[: inner.start - mention.start][-1:] != "("  # "Regulation (EU) 2025/1106"
    )


def beside(token: Token, sentence: Sentence, scene: Scene) -> tuple[Mention, ...]:
    """The parties that stand beside an instrument's noun: "between A and B", "with C", "Chile's", "Turkish"."""
    found = list(scene.mentions(frames.after_preposition(token, _WITH), sentence, is_party))
    for child in token.children:
        if child.dep_ in {"poss", "amod", "compound", "nmod"}:
            own = [each for each in scene.mentions([child], sentence) if is_party(each)]
            found = own + found
    return distinct(found)


def counterparts(token: Token, sentence: Sentence, scene: Scene) -> tuple[Mention, ...]:
    """The parties after "with", "between" or "among" under a verb or noun: "with A and with B" as well."""
    found = scene.mentions(_behind_prepositions(token), sentence, is_party)
    inside = [each for each in found if sentence.start <= each.start and each.end <= sentence.end]
    return distinct([*found, *(other for each in inside for other in in_list_with(each, sentence) if is_party(other))])


def _behind_prepositions(token: Token) -> list[Token]:
    nouns: list[Token] = []
    holders = [token, *(noun for noun in frames.after_preposition(token, {"of"}) if noun.lower_ in _INNER)]
    children = [child for holder in holders for child in holder.children]
    waiting = [child for child in children if child.dep_ in {"prep", "dative"} and child.lower_ in _BESIDE]
    while waiting:
        preposition = waiting.pop(0)
        nouns += frames.spread(child for child in preposition.children if child.dep_ == "pobj")
        waiting += [child for child in preposition.children if child.dep_ == "conj" and child.lower_ in _BESIDE]
    return nouns


def actors_of(tokens: Iterable[Token], sentence: Sentence, scene: Scene) -> tuple[Mention, ...]:
    """Who the tokens stand for, as parties; a noun that belongs to a state speaks for it.

    In "Northmoor is the first country to sign" it is Northmoor who signs.
    """
    return distinct(
        mention for token in tokens for each in _who(token) for mention in _speaking_for(each, sentence, scene)
    )


def _who(token: Token) -> tuple[Token, ...]:
    if token.dep_ == "attr" and token.head.lemma_ in {"be", "become"}:
        return frames.own_subjects(token.head) or (token,)
    return (token,)


def _speaking_for(token: Token, sentence: Sentence, scene: Scene) -> list[Mention]:
    named = [each for each in scene.discourse.resolve(token, sentence) if is_party(each) and not each.generic]
    owner = None if named else scene.owner(token, sentence)
    if owner is None and not named and token.lower_ in PARLIAMENTS:
        seats = scene.mentions(frames.after_preposition(token, {"in"}), sentence, is_party)
        owner = seats[0] if seats else None
    return named or ([owner] if owner is not None and is_party(owner) else [])


def known_parties(instrument: Instrument, scene: Scene) -> tuple[Mention, ...]:
    """The parties that the document gives a named instrument anywhere; empty if it does not say."""
    if instrument.mention is None:
        return ()
    return _book(scene).get(instrument.mention.entity, ())


def _book(scene: Scene) -> dict[str, tuple[Mention, ...]]:
    found = scene.memory.get(_BOOK)
    if isinstance(found, dict):
        return found
    book: dict[str, tuple[Mention, ...]] = {}
    scene.memory[_BOOK] = book
    for sentence in scene.reading.sentences:
        for entity, parties in _said_in(sentence, scene):
            if len(parties) > len(book.get(entity, ())) and len(book.get(entity, ())) < 2:
                book[entity] = parties
    return book


def _said_in(sentence: Sentence, scene: Scene) -> Iterator[tuple[str, tuple[Mention, ...]]]:
    for mention in sentence.mentions:
        if mention.kind is not EntityKind.INSTRUMENT or mention.generic:
            continue
        token = sentence.root_of(mention.start, mention.end)
        parties = list(named_in(mention))
        if token is not None:
            parties += beside(token, sentence, scene)
            verb = frames.clause_verb(token)
            if verb.lemma_.lower() in _MAKING and token in frames.undergoers(verb):
                parties += actors_of(frames.doers(verb), sentence, scene)
                parties += counterparts(verb, sentence, scene)
        yield mention.entity, distinct(parties)


def parties_over(sentence: Sentence, scene: Scene) -> tuple[Mention, ...]:
    """The states that open an entry of a list before its instrument: “1. Northmoor and Eastmark. Agreement on …”."""
    before = next(iter(scene.reading.before(sentence)), None)
    if before is None or before.block is not sentence.block or not before.mentions:
        return ()
    rest = before.text
    for mention in before.mentions:
        rest = rest.replace(mention.text, "", 1)
    only = not rest.replace("and", "").strip(" .,:;–—-\t")
    return tuple(before.mentions) if only and all(each.kind in STATELIKE for each in before.mentions) else ()


def fillers(mentions: Iterable[Mention]) -> tuple[Filler, ...]:
    """The mentions as fillers, each state or body once."""
    return tuple(mention.filler() for mention in distinct(mentions))


def carried_parties(instrument: Instrument, named: tuple[Mention, ...], scene: Scene) -> tuple[Filler, ...]:
    """The parties of an instrument of which a clause names one or none, as told before; else those who are named.

    First the parties that an earlier claim gave the same instrument, then, for what states make together, the states
    that the document is about. An instrument that is spoken of for the first time ("a third contract") has none to carry.
    """
    if _is_another(instrument):
        return fillers(named)
    told = _told_parties(instrument, scene)
    if not told and instrument.token.lemma_.lower() in PACTS | _BACK:
        told = fillers(signatories(scene))
    if len(told) < _FEWEST or any(each.filler().entity not in _sides(told) for each in named):
        return fillers(named)
    return told


def _is_another(instrument: Instrument) -> bool:
    """Whether an instrument is one not spoken of before: "a protocol", "another", "similar accords", "a third contract"."""
    words = {child.lower_ for child in instrument.token.children if child.i < instrument.token.i}
    return bool(words & _NEW)


def _told_parties(instrument: Instrument, scene: Scene) -> tuple[Filler, ...]:
    """The parties that a claim told before gave an instrument of the same name or noun."""
    own = instrument.filler
    for _, told in reversed(scene.told):
        parties = told.roles.get("party", ())
        if len(parties) < _FEWEST or "instrument" not in told.roles:
            continue
        other = told.roles["instrument"][0]
        short = instrument.mention is None or instrument.mention.generic
        if other.entity == own.entity or (
            short and len(own.text.split()) == 1 and _last_word(other) == _last_word(own)
        ):
            return parties
    return ()


def _last_word(filler: Filler) -> str:
    return filler.text.casefold().split()[-1]


def _sides(parties: tuple[Filler, ...]) -> set[str | None]:
    return {filler.entity for filler in parties}
