"""Events said by verbs: "Japan signed the pact", "the pact was ratified", "it lapsed", "an accord concluded in 2014"."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.drafts import Draft
from foedera.claims.instrument_events.events import claims_of_event
from foedera.claims.instrument_events.instruments import Instrument, instrument_of, spoken_of_last
from foedera.claims.instrument_events.parties import actors_of
from foedera.claims.instrument_events.triggers import has_particle, told_of
from foedera.claims.instrument_events.words import DEALS, GOVERNMENTS, LOOSE, NOUNS, PARLIAMENTS, VERBS, VerbSense
from foedera.claims.mentions import STATELIKE, Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import Event, Polarity
from foedera.names import slug

# Verbs that hardly take anything but an instrument: their object needs no further sign.
_SURE = frozenset("sign ink initial ratify denounce countersign co-sign cosign abrogate".split())
_NEEDS_NAME = frozenset(
    "announce unveil release publish launch issue present table float replace freeze halt alter place leave join stay "
    "pause update vary circulate execute work exit".split()
)


# Verbs that in a clause without subject tell of the instrument named last: "Renewed in 2005, per the embassy".
_UNSAID = frozenset(
    """announce launch unveil renew extend amend revise supersede replace terminate suspend freeze adopt endorse approve
    publish release repeal lapse expire prolong void cancel negotiate""".split()
)
_MONTHS = frozenset(
    """January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug
    Sept Sep Oct Nov Dec Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec. of in the early late mid""".split()
)
_ALLOWING = frozenset("allow permit entitle empower enable".split())


def find_verbs(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The events that the verbs of a sentence say."""
    for verb in sentence.tokens:
        if verb.pos_ not in {"VERB", "AUX"} and verb.tag_ not in {"VBN", "VBD"}:
            continue
        for sense in VERBS.get(verb.lemma_.lower(), ()):
            found = list(_events(verb, sense, sentence, scene))
            yield from found
            if found:
                break


def find_bare_verbs(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“We signed on 11 June 2001”, “Ratified by Congress in 2021”: the instrument is the one named last."""
    for verb in sentence.tokens:
        lemma = verb.lemma_.lower()
        if lemma not in _SURE and not (lemma in _UNSAID and _is_unsaid(verb)):
            continue
        if verb.tag_ not in {"VBD", "VBN", "VB", "VBP", "VBZ"} or verb.dep_ in {"amod", "compound"}:
            continue
        things = frames.undergoers(verb)
        if frames.objects(verb) or any(not _stands_back(thing) for thing in things):
            continue
        if told_of(verb, sentence, scene) is not None:
            continue
        doers = actors_of(_doers(verb, VERBS[lemma][0]), sentence, scene)
        if not sentence.dates and not frames.agents(verb) and not any(each.kind in STATELIKE for each in doers):
            continue
        instrument = spoken_of_last(verb, sentence, scene)
        if instrument is not None:
            event = VERBS[lemma][0].event
            yield from claims_of_event(event, instrument, verb, sentence, scene, doers=doers, confidence=0.5)


def _is_unsaid(verb: Token) -> bool:
    """Whether a clause leaves out what it speaks of: "Renewed in 2005.", "2020  Lapses", "; superseded by another"."""
    if verb.dep_ not in {"ROOT", "conj", "dep", "parataxis"} or verb.tag_ not in {"VBN", "VBD", "VBZ"}:
        return False
    if any(child.dep_ in {"nsubj", "nsubjpass", "expl", "dobj", "attr"} for child in verb.children):
        return False
    before = verb.doc[: verb.i]
    return all(token.pos_ in {"NUM", "PUNCT", "SPACE", "ADV", "X", "SYM"} or token.text in _MONTHS for token in before)


def _stands_back(token: Token) -> bool:
    return token.lower_ in {"it", "they", "this", "which", "that"} or token.pos_ == "PRON"


# Verbs whose "it" or "this" is an instrument; others say the same of anything.
_OF_PRONOUNS = _SURE | frozenset(
    """conclude adopt amend renew prolong terminate repeal suspend lapse expire negotiate renegotiate endorse enact annul
    agree finalise finalize gazette approve modify discontinue revise""".split()
)


def _events(verb: Token, sense: VerbSense, sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    lemma = verb.lemma_.lower()
    if not has_particle(verb, sense) or is_of_any(verb) or (lemma == "vote" and not _titles(verb, ()) & PARLIAMENTS):
        return
    doers = actors_of(_doers(verb, sense), sentence, scene)
    before = noun_before(verb, sentence) if not sense.subject and not sense.preposition else None
    for token in (before,) if before is not None else tuple(_meant(each, verb) for each in _things(verb, sense)):
        if token.lemma_.lower() in NOUNS and token.lemma_.lower() not in {"amendment"}:
            continue  # "concluded negotiations", "welcomed the signing": the noun says its own event
        if (
            (token.pos_ in {"PRON", "DET"} or token.lower_ in {"any", "all", "some"})
            and lemma not in _OF_PRONOUNS
            and not _by_authority(lemma, verb, doers)
            and not _is_instrument(token, sentence, scene)
        ):
            continue
        sure = lemma in _SURE or (lemma in _OF_PRONOUNS and _points_back(token))
        instrument = instrument_of(token, sentence, scene, sense.nouns, sure=sure) or _over(
            token, verb, sense, sentence, scene
        )
        if instrument is None or (lemma in _NEEDS_NAME and not _is_marked(instrument)):
            continue
        instrument = _named_inside(instrument, token, verb, sentence)
        event = _event(sense.event, lemma, verb, doers, sentence)
        polarity = Polarity.DENIED if sense.denied else None
        gained = actors_of(_other_side(verb, lemma), sentence, scene) if sense.nouns & DEALS else ()
        yield from claims_of_event(event, instrument, verb, sentence, scene, doers=(*doers, *gained), polarity=polarity)


def noun_before(verb: Token, sentence: Sentence) -> Token | None:
    """The instrument before "…, provisionally signed in May": right before a comma and a participle without object."""
    at = verb.i - 1
    while at > 0 and sentence.tokens[at].pos_ == "ADV":
        at -= 1
    if verb.tag_ not in {"VBN", "VBD"} or at < 1 or sentence.tokens[at].text not in {",", "("}:
        return None
    if any(child.dep_ in {"dobj", "aux", "auxpass"} for child in verb.children):
        return None
    before = sentence.tokens[at - 1]
    mention = sentence.mention_of(before) if before.text != ")" else _bracketed(before.i, sentence)
    if mention is None or mention.kind is not EntityKind.INSTRUMENT:
        return None
    return sentence.root_of(mention.start, mention.end)


def _bracketed(at: int, sentence: Sentence) -> Mention | None:
    """The instrument before the bracket that closes at a token: "Reciprocal Access Agreement (RAA)"."""
    while at > 0 and sentence.tokens[at].text != "(":
        at -= 1
    return sentence.mention_of(sentence.tokens[at - 1]) if at > 0 else None


def _doers(verb: Token, sense: VerbSense) -> tuple[Token, ...]:
    if sense.subject:
        return ()
    return frames.doers(verb)


def _things(verb: Token, sense: VerbSense) -> tuple[Token, ...]:
    """The nouns that may be the instrument."""
    if sense.subject:
        return () if frames.is_passive(verb) else frames.subjects(verb)
    if sense.preposition:
        return frames.after_preposition(verb, _through(verb, sense.preposition))
    return frames.undergoers(verb) or _lent(verb)


def _lent(verb: Token) -> tuple[Token, ...]:
    """The subject of a clause before the comma, which the parse gives to it alone: “It takes effect today, may be amended …”."""
    while verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and child.i < verb.i]
    return frames.own_subjects(clauses[0]) if clauses and frames.is_passive(verb) else ()


def _named_inside(instrument: Instrument, token: Token, verb: Token, sentence: Sentence) -> Instrument:
    """The agreement that "Protocol amending the Agreement on …" amends, whose name is the end of the protocol's."""
    mention = instrument.mention
    if mention is None or not mention.start <= sentence.offset(verb) < mention.end:
        return instrument
    words = (each for each in sentence.tokens[verb.i + 1 : token.i + 1] if each.dep_ != "det")
    inner = sentence.cut(sentence.offset(next(words, token)), mention.end)
    return Instrument(Filler(inner.text, inner.start, inner.end, slug(inner.text), inner.text), token)


# What an instrument has, and what befalls it with that: "whose validity was prolonged".
_TERMS = frozenset("validity term duration operation application effect".split())
_OF_TERMS = frozenset({Event.EXTENDED, Event.TERMINATED, Event.SUSPENDED})


def _meant(token: Token, verb: Token) -> Token:
    """The noun that is meant: the pact of "whose validity was prolonged", of "and which lapsed" behind another clause of it."""
    if token.lemma_.lower() in _TERMS and any(sense.event in _OF_TERMS for sense in VERBS[verb.lemma_.lower()]):
        owners = [child for child in token.children if child.dep_ == "poss"]
        if any(child.lower_ == "whose" for child in owners) and verb.dep_ == "relcl":
            return verb.head
        return next(iter((*frames.after_preposition(token, {"of"}), *owners)), token)
    pronoun = next((child for child in verb.children if child.lower_ == "which" and child.i < verb.i), None)
    if pronoun is None or verb.dep_ not in {"relcl", "conj"} or pronoun.i == 0 or pronoun.nbor(-1).lower_ != "and":
        return token
    earlier = [each for each in verb.doc[: pronoun.i] if each.dep_ == "relcl" and each.head.i < each.i]
    return earlier[-1].head if earlier and token.i > earlier[-1].i else token


def _is_instrument(token: Token, sentence: Sentence, scene: Scene) -> bool:
    """Whether a pronoun stands for an instrument: what the sentence before was about."""
    return [mention.kind for mention in scene.discourse.resolve(token, sentence)] == [EntityKind.INSTRUMENT]


def _points_back(token: Token) -> bool:
    """Whether a noun is "the text", "this document", "the Rules": definite, with nothing else beside it."""
    children = [child for child in token.children if child.dep_ not in {"punct", "prep", "relcl", "acl"}]
    return bool(children) and all(child.lower_ in {"the", "this"} for child in children)


def _other_side(verb: Token, lemma: str) -> tuple[Token, ...]:
    """Who gets a contract that is awarded, or gives one that is won: "awarded Doe a contract", "won it from Roe"."""
    if lemma in {"award", "place"}:
        given = [child for child in verb.children if child.dep_ == "dative" and child.pos_ == "PROPN"]
        return (*given, *frames.after_preposition(verb, {"to", "with"}))
    if lemma not in {"win", "receive", "secure"}:
        return ()
    behind = (each for each in verb.subtree if each.dep_ == "pobj" and each.head.lower_ == "from" and each.i > verb.i)
    return frames.after_preposition(verb, {"from"}) or tuple(behind)[:1]


def _through(verb: Token, preposition: str) -> tuple[str, ...]:
    return (preposition, "upon") if preposition == "on" else (preposition,)


def _is_marked(instrument: Instrument) -> bool:
    """Whether more than a bare noun says what the instrument is."""
    return (
        instrument.mention is not None or " " in instrument.filler.text or instrument.token.lemma_.lower() not in LOOSE
    )


def is_of_any(verb: Token) -> bool:
    """Whether a clause tells no event: "a third country that has signed one", "unless denounced", "signed up"."""
    if (
        any(
            (child.dep_ == "mark" and child.lower_ == "unless") or (child.dep_ == "prt" and child.lower_ == "up")
            for child in verb.children
        )
        and verb.lemma_.lower() != "tear"
    ):
        return True
    if verb.i > 0 and verb.nbor(-1).lower_ == "unless":
        return True
    if verb.dep_ == "advcl" and verb.tag_ in {"VBN", "VBZ", "VBP"}:  # "once three Parties have ratified it"
        marks = {child.lower_ for child in verb.children if child.dep_ in {"mark", "advmod"}}
        if marks & {"once", "until", "after"} and not any(child.tag_ == "VBD" for child in verb.children):
            return True
    if verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_.lower() in _ALLOWING and not frames.is_passive(verb.head):
        return True  # "Article 12 allows either side to suspend the agreement"
    if verb.dep_ != "relcl" or verb.head.pos_ == "PROPN":
        return False
    subject = any(
        child.dep_ in {"nsubj", "nsubjpass"} and child.lower_ in {"that", "who", "which"} for child in verb.children
    )
    return (
        subject
        and any(child.lower_ in {"a", "any", "every"} for child in verb.head.children)
        and not any(child.dep_ == "dobj" and child.lower_ == "which" for child in verb.children)
        and not frames.is_passive(verb)
    )


def _over(token: Token, verb: Token, sense: VerbSense, sentence: Sentence, scene: Scene) -> Instrument | None:
    """The instrument over a noun to which the parse ties a clause too closely: "a letter on offsets, which … floated"."""
    if token.i > verb.i or not token.is_ancestor(verb):
        return None
    for above in token.ancestors:
        if above.pos_ in {"VERB", "AUX"} and above.dep_ != "acl":
            return None
        if above.pos_ in {"NOUN", "PROPN"}:
            found = instrument_of(above, sentence, scene, sense.nouns)
            if found is not None:
                return found
    return None


def _by_authority(lemma: str, verb: Token, doers: tuple[Mention, ...]) -> bool:
    """Whether a parliament or government approves: then even "it" is an instrument."""
    return lemma in {"approve", "clear", "endorse", "vote"} and bool(_titles(verb, doers) & (PARLIAMENTS | GOVERNMENTS))


def _titles(verb: Token, doers: tuple[Mention, ...]) -> set[str]:
    words = {word for doer in doers for word in doer.text.casefold().split()}
    return words | {token.lower_ for token in frames.doers(verb)}


def words_of_parliament(verb: Token, doers: tuple[Mention, ...]) -> bool:
    """Whether a parliament does what the verb says."""
    return bool(_titles(verb, doers) & PARLIAMENTS)


def _event(event: Event, lemma: str, verb: Token, doers: tuple[Mention, ...], sentence: Sentence) -> Event:
    """Who approves makes the difference: a parliament ratifies, a cabinet agrees."""
    if lemma in {"consent", "assent"} and not words_of_parliament(verb, doers):
        return Event.AGREED
    if lemma not in {"approve", "clear", "endorse", "back", "pass"} and event is not Event.RATIFIED:
        return event
    words = _titles(verb, doers)
    if lemma in {"approve", "clear", "endorse", "back"}:
        if words & PARLIAMENTS:
            return Event.RATIFIED
        if words & GOVERNMENTS and event is Event.RATIFIED:
            return Event.AGREED
    return event
