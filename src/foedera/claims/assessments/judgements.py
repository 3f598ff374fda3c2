"""What a text judges in its own voice: “NATO remains the cornerstone of Norwegian policy”, “Revision is overdue”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.assessments.words import ABOUT, ADJECTIVES, LINKING, MINDING, MINDS, NOUNS, OPINIONS
from foedera.claims.discourse import BACK_POINTERS
from foedera.claims.drafts import Draft, draft
from foedera.claims.modality import modality_of, polarity_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.claims.wording import predicate_of
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import Kind, Modality

AUTHOR = "author"
_LONGEST = 12  # words of a label
_NOBODY = frozenset("none nobody nothing all what who which that there".split())


def tell_by_judging(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The judgements of a sentence that says of something what it is worth."""
    yield from so_called(sentence)
    for token in sentence.tokens:
        if token.lemma_.lower() in MINDING and token.pos_ == "NOUN":
            minded = _minding(token, sentence, scene)
            if minded is not None:
                yield minded
        if token.lemma_.lower() in LINKING and token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}:
            found = _by_copula(token, sentence, scene)
            if found is not None:
                yield found


def _by_copula(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    label = next((child for child in verb.children if child.dep_ in {"attr", "acomp", "oprd", "dobj"}), None)
    subjects = frames.own_subjects(verb)
    judge = _judge(verb, sentence, scene)
    quoted = _quote_behind(verb, sentence)
    told = quoted is not None and (judge or _assessor(verb, sentence, scene)[0].entity is not None)
    if label is None or not subjects or subjects[0].lower_ in _NOBODY or label.tag_ in {"JJR", "RBR"}:
        return None
    if not (_judges(label) or told or (judge and label.pos_ in {"ADJ", "NOUN"})):
        return None
    target = _target(subjects[0], sentence, scene)
    if target is None:
        return None
    assessor = judge or _assessor(verb, sentence, scene)
    if (
        assessor[0].text == AUTHOR
        and not judge
        and not (_is_named(target, sentence) or _is_near(target, sentence, scene))
    ):
        return None  # "coffee was excellent"
    phrase = quoted if told and quoted is not None else sentence.excerpt(*frames.phrase(label))
    modality = modality_of(verb)
    if len(phrase.text.split()) > _LONGEST or modality is not Modality.ACTUAL or phrase.start is None:
        return None
    start = min(
        phrase.start, target.start if target.start is not None and target.start >= sentence.start else phrase.start
    )
    return draft(
        Kind.ASSESSMENT,
        (
            start,
            max(phrase.end or start, target.end or start)
            if target.end and target.end <= sentence.end
            else phrase.end or start,
        ),
        polarity=polarity_of(verb),
        confidence=0.4,
        assessor=assessor,
        target=target,
        label=phrase,
    )


# What such texts speak of without its name.
_SPOKEN_OF = frozenset(noun for nouns in BACK_POINTERS.values() for noun in nouns) | frozenset(
    """cooperation alliance relationship talks clause chapter purchase purchases order contract target mandate fleet revision
    mobility industry compromise friendship war conflict threat invasion support assistance interoperability readiness
    deterrence defence security capability capabilities""".split()
)


def _minding(noun: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    """“Tokyo and Brussels share concerns over the industrial base”, “there are no illusions in Tokyo about the pact”."""
    about = frames.after_preposition(noun, ABOUT)
    verb = noun.head
    holders: tuple[Filler, ...] = ()
    if noun.dep_ == "dobj" and verb.lemma_.lower() in MINDS:
        holders = scene.actors(frames.subjects(verb), sentence, unnamed=True)
    elif noun.dep_ == "attr" and verb.lemma_ == "be":
        holders = scene.actors(frames.after_preposition(noun, {"in", "among"}), sentence)
    else:
        holders = scene.actors([child for child in noun.children if child.dep_ == "poss"], sentence)
    words = {token.lower_ for token in sentence.tokens}
    holders = holders or (tuple(each.filler() for each in scene.discourse.pair) if words & _TOGETHER else ())
    label: Filler | None = sentence.excerpt(*frames.phrase(noun))
    feared = about[0] if about else None
    if feared is not None and feared.pos_ == "VERB":  # "fears of depleting their arsenals"
        feared = next(iter(frames.objects(feared)), None)
    if feared is None and not about:  # "no illusions that the pact can do it alone"
        clause = next((child for child in noun.children if child.dep_ in {"acl", "relcl", "ccomp"}), None)
        feared = next(iter(frames.own_subjects(clause)), None) if clause is not None else None
        label = predicate_of(clause, sentence) if clause is not None else None
    target = _target(feared, sentence, scene) if feared is not None else None
    if target is None or label is None or not holders:
        return None
    if len(label.text.split()) > _LONGEST or label.start is None:
        return None
    return draft(
        Kind.ASSESSMENT,
        (
            label.start,
            max(label.end or 0, target.end or 0) if target.start and target.start > label.start else label.end or 0,
        ),
        modality=modality_of(verb) if noun.dep_ == "dobj" else Modality.ACTUAL,
        polarity=polarity_of(verb) if noun.dep_ != "attr" else polarity_of(noun),
        confidence=0.5,
        assessor=holders,
        target=target,
        label=label,
    )


_TOGETHER = frozenset({"both", "shared", "common", "mutual"})


def so_called(sentence: Sentence) -> Iterator[Draft]:
    """“the so-called “golden era” of their relations”: what the author calls so."""
    for match in _SO_CALLED.finditer(sentence.text):
        token = sentence.token_at(sentence.start + match.end() - 1)
        if token is None:
            continue
        first, last = frames.phrase(token)
        target = sentence.excerpt(min(first, token.i), last)
        yield draft(
            Kind.ASSESSMENT,
            (sentence.start + match.start(), target.end or sentence.start + match.end()),
            confidence=0.5,
            assessor=Filler(AUTHOR),
            target=target,
            label=sentence.cut(sentence.start + match.start("label"), sentence.start + match.end("label")),
        )


_SO_CALLED = re.compile(r"so-called\s[“\"'‘](?P<label>[^”\"’“]{3,60})[”\"'’]\s*of\s(?:the\s)?(?:[\w–-]+\s)?[\w–-]+")


_DOMAIN = frozenset(
    {
        EntityKind.FORCE,
        EntityKind.UNIT,
        EntityKind.VESSEL,
        EntityKind.OPERATION,
        EntityKind.INSTRUMENT,
        EntityKind.PROGRAMME,
        EntityKind.EQUIPMENT,
        EntityKind.EVENT,
    }
)


def _is_near(target: Filler, sentence: Sentence, scene: Scene) -> bool:
    """Whether this sentence or one beside it speaks of forces, agreements, programmes or equipment; of no person."""
    start, end = target.start or 0, target.end or 0
    if any(each.kind is EntityKind.PERSON for each in sentence.mentions if each.start < end and start < each.end):
        return False
    near = scene.reading.sentences[max(0, sentence.index - 1) : sentence.index + 2]
    return any(mention.kind in _DOMAIN for each in near for mention in each.mentions)


def _is_named(target: Filler, sentence: Sentence) -> bool:
    """Whether what the text judges in its own voice bears a name, or stands for something that does, and is no person."""
    if target.start is None or target.end is None:
        return False
    if not sentence.start <= target.start < sentence.end:
        return True
    inside = sentence.mentions_between(target.start, target.end)
    words = set(target.text.casefold().replace("-", " ").split())
    return any(each.kind is not EntityKind.PERSON for each in inside) or bool(words & _SPOKEN_OF)


def _judge(verb: Token, sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """In whose view something is so: “in Tokyo's eyes”, “in the words of the delegation”, “for Beijing”; empty if unsaid."""
    for child in verb.children:
        for noun in child.children if child.dep_ == "prep" and child.lower_ in {"in", "to"} else ():
            if noun.lemma_.lower() not in OPINIONS:
                continue
            owners = [each for each in noun.children if each.dep_ == "poss"]
            if any(each.lower_ in {"my", "our"} for each in owners):
                return (Filler(AUTHOR),)
            return scene.actors([*owners, *frames.after_preposition(noun, {"of"})], sentence)
    return ()


def _quote_behind(verb: Token, sentence: Sentence) -> Filler | None:
    """A label in quotation marks right behind the verb."""
    match = _QUOTED.match(sentence.text, sentence.offset(verb) + len(verb.text) - sentence.start)
    if match is None or len(match["label"].split()) > _LONGEST:
        return None
    return sentence.cut(sentence.start + match.start("label"), sentence.start + match.end("label"))


_QUOTED = re.compile(r"(?:, in [^,]{3,60},)?\s[“\"'‘](?P<label>[^”\"’“]{3,120}?)[,.]?[”\"'’]")


def _judges(label: Token) -> bool:
    if label.pos_ == "ADJ":
        return label.lemma_.lower() in ADJECTIVES
    return label.pos_ == "NOUN" and label.lemma_.lower() in NOUNS


def _target(token: Token, sentence: Sentence, scene: Scene) -> Filler | None:
    if token.pos_ == "PRON":
        found = scene.discourse.resolve(token, sentence)
        return found[0].filler() if found else None
    mentions = scene.discourse.resolve(token, sentence)
    if mentions and mentions[0].start == sentence.offset(token):
        return mentions[0].filler()
    return sentence.excerpt(*frames.phrase(token)) if token.pos_ in {"NOUN", "PROPN"} else None


def _assessor(verb: Token, sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """Who says so, where the sentence is somebody's words ("…, said the minister"); else the author."""
    speaker = verb
    while speaker.dep_ in {"ccomp", "conj"} and speaker.head != speaker:
        speaker = speaker.head
        if speaker.lemma_.lower() in {
            "say",
            "argue",
            "believe",
            "tell",
            "stress",
            "note",
            "think",
            "write",
            "add",
            "insist",
            "find",
            "conclude",
        }:
            return scene.actors(frames.subjects(speaker), sentence) or (Filler(AUTHOR),)
    return (Filler(AUTHOR),)
