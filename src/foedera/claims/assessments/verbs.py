"""Judgements that a verb tells: “Beijing called the pact a provocation”, “is seen by Tokyo as a rival”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.assessments.words import BARE, LABELLING, LOOKING, MILD, WITH_AS
from foedera.claims.drafts import Draft, draft
from foedera.claims.modality import modality_of, polarity_of
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import Kind, Modality, Polarity

_QUOTED = re.compile(r"(?<!\w)[“\"«‘']([^”\"»’“]{3,120}?)[,.]?[”\"»’']")
_NEAR = 70  # characters between the verb and the label in quotation marks
_LONGEST = 14  # words of a label; what is longer is an account, no label


def tell_by_verbs(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The judgements that the verbs of a sentence tell."""
    for token in sentence.tokens:
        if token.pos_ == "VERB" and token.lemma_.lower() in WITH_AS | BARE | LOOKING.keys():
            found = _by_verb(token, sentence, scene)
            if found is not None:
                yield found


def _by_verb(verb: Token, sentence: Sentence, scene: Scene) -> Draft | None:
    lemma = verb.lemma_.lower()
    if lemma == "call" and any(child.lower_ in {"for", "on", "off"} for child in verb.children):
        return None
    quoted, target = _quoted_behind(verb, sentence) if lemma not in LOOKING else (None, None)
    label: Token | None = None
    if quoted is None or target is None:
        label, target = _label_and_target(verb, lemma)
        if label is None or target is None or label == target:
            return None
        quoted = _quote_at(label, sentence)
    if lemma in MILD and quoted is None and label is not None and not _is_adjective_or_noun(label):
        return None
    assessors = _assessors(verb, sentence, scene)
    if not assessors:
        return None
    judged = _target(target, sentence, scene)
    if judged is None:
        return None
    phrase = quoted or (_phrase(label, sentence) if label is not None else None)
    instead = _but_as(verb, sentence) if polarity_of(verb) is Polarity.DENIED else None
    phrase = instead or phrase
    if phrase is None or len(phrase.text.split()) > _LONGEST:
        return None
    modality = modality_of(verb)
    places = [sentence.place(verb.i, verb.i + 1), (phrase.start, phrase.end), (judged.start, judged.end)]
    places += [(each.start, each.end) for each in assessors]
    inside = [
        (start, end) for start, end in places if start is not None and end is not None and start >= sentence.start
    ]
    return draft(
        Kind.ASSESSMENT,
        (min(start for start, _ in inside), min(sentence.end, max(end for _, end in inside))),
        when=scene.when_of(verb, sentence, modality=modality) if quoted is not None else None,
        modality=modality if modality is not Modality.PLANNED else Modality.ACTUAL,
        polarity=Polarity.AFFIRMED if instead is not None else polarity_of(verb),
        confidence=0.8 if quoted is not None else 0.6,
        assessor=assessors,
        target=judged,
        label=phrase,
    )


def _but_as(verb: Token, sentence: Sentence) -> Filler | None:
    """What something is seen as instead: “not as a mere purchase, but as “a school for cadres””."""
    match = _INSTEAD.search(sentence.text, sentence.offset(verb) - sentence.start)
    return sentence.cut(sentence.start + match.start("label"), sentence.start + match.end("label")) if match else None


_INSTEAD = re.compile(r"\bbut (?:rather )?as [“\"‘]?(?P<label>[^“”\".;,]{3,80})")


def _quoted_behind(verb: Token, sentence: Sentence) -> tuple[Filler | None, Token | None]:
    """A label in quotation marks behind the verb, and the noun before it that it is given to, whatever the parse."""
    after = sentence.offset(verb) + len(verb.text) - sentence.start
    for match in _QUOTED.finditer(sentence.text, after):
        between = sentence.text[after : match.start()]
        if len(between) > _NEAR or re.search(r"[.;:]|\b(?:and|which|who|that)\b", between):
            break
        if len(match[1].split()) > _LONGEST:
            break
        label = sentence.cut(sentence.start + match.start(1), sentence.start + match.end(1))
        words = [
            token
            for token in sentence.tokens
            if after <= token.idx < match.start()
            and token.lower_ not in {"as", "to", "be", "being"}
            and not token.is_punct
        ]
        nouns = [token for token in words if token.pos_ in {"NOUN", "PROPN", "PRON"}]
        if nouns:
            inside = {token.i for token in words}
            return label, next((token for token in nouns if token.head.i not in inside), nouns[-1])
        if not words:
            done_to = [token for token in frames.undergoers(verb) if not match.start() <= token.idx < match.end()]
            return label, done_to[0] if done_to else verb.head if verb.dep_ in {"relcl", "acl"} else None
        break
    return None, None


def _label_and_target(verb: Token, lemma: str) -> tuple[Token | None, Token | None]:
    """The word that heads the label, and the one that heads what is judged."""
    label = _after_as(verb) if lemma in WITH_AS or lemma in LOOKING else None
    done_to = [token for token in frames.undergoers(verb) if token.dep_ not in {"oprd", "attr"}]
    if lemma in LOOKING:
        done_to = list(frames.after_preposition(verb, LOOKING[lemma]))
    if label is None and lemma in LABELLING:
        label = _said_to_be(verb)
    if label is None and lemma in BARE:
        label, done_to = _bare(verb, done_to)
    if label is None and lemma == "see":  # "sees in Westhaven a rival"
        inside = [noun for noun in frames.after_preposition(verb, {"in"}) if noun.i > verb.i]
        if inside and done_to and done_to[0].i > inside[0].i:
            return done_to[0], inside[0]
    if label is None:
        return None, None
    target = next((token for token in done_to if token.i != label.i), None)
    if target is None and verb.dep_ in {"relcl", "acl"}:
        target = verb.head
    return label, target


def _said_to_be(verb: Token) -> Token | None:
    """The label behind “to be”: “judged the team, in which both sit, to be an indispensable complement”."""
    for be in verb.doc[verb.i + 1 : verb.i + _FAR]:
        to_be = be.lower_ == "be" and be.i > 0 and verb.doc[be.i - 1].lower_ == "to" and be.dep_ in {"xcomp", "ccomp"}
        if to_be and not any(child.dep_ == "nsubj" for child in be.children):
            return next((child for child in be.children if child.dep_ in {"attr", "acomp"}), None)
    return None


_FAR = 20  # tokens between a verb of judging and “to be”


def _after_as(verb: Token) -> Token | None:
    """The label behind "as": “as a provocation”, “as closely interconnected”, “as being out of date”."""
    carriers = [verb, *(child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"})]
    for carrier in carriers:
        for child in carrier.children:
            if child.lower_ == "as" and child.i > verb.i and child.dep_ in {"prep", "mark", "advmod"}:
                inside = [
                    each for each in child.children if each.dep_ in {"pobj", "amod", "acomp", "pcomp", "advcl", "xcomp"}
                ]
                inside = [each for each in inside if each.dep_ != "pcomp" or each.lemma_ == "be"]
                if inside:
                    return inside[0]
    for child in verb.children:  # "regards the scheme as cumbersome": to the parser a clause of its own
        adjective = child.dep_ in {"advcl", "ccomp"} and child.pos_ == "ADJ" and child.i > verb.i
        if adjective and any(word.lower_ == "as" and word.i < child.i for word in child.children):
            return child
    return None


def _bare(verb: Token, done_to: list[Token]) -> tuple[Token | None, list[Token]]:
    """The label right behind the thing: “called the pact unnecessary”, “consider it a shared responsibility”."""
    for child in verb.children:
        if child.i > verb.i and child.dep_ in {"oprd", "acomp", "attr"}:
            return child, [token for token in done_to if token.i != child.i]
    behind = [child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i]
    if len(behind) == 2 and verb.lemma_.lower() in LABELLING:  # "deems Russia the gravest threat"
        return behind[1], behind[:1]
    if verb.dep_ == "relcl" and len(behind) == 1 and behind[0].pos_ == "NOUN" and verb.lemma_.lower() in LABELLING:
        return behind[0], [verb.head]  # "a relationship that both capitals consider a pillar of stability"
    for child in verb.children:  # the parser makes "it a success" a clause of its own
        if child.dep_ in {"ccomp", "xcomp"} and child.i > verb.i and not _is_finite(child):
            subject = [each for each in child.children if each.dep_ in {"nsubj", "nsubjpass"}]
            if subject and child.pos_ in {"NOUN", "ADJ", "PROPN"}:
                return child, subject
            inner = [each for each in child.children if each.dep_ in {"attr", "acomp", "oprd", "prep"}]
            if child.lemma_ == "be" and subject and inner:
                return inner[0], subject
            if child.pos_ in {"NOUN", "ADJ"} and done_to:
                return child, done_to
    return None, done_to


def _is_finite(token: Token) -> bool:
    if token.tag_ in {"VBD", "VBZ", "VBP"}:
        return True
    return any(child.tag_ in {"VBD", "VBZ", "VBP", "MD"} for child in token.children)


def _is_adjective_or_noun(token: Token) -> bool:
    return token.pos_ in {"NOUN", "ADJ"}


def _quote_at(label: Token, sentence: Sentence) -> Filler | None:
    """The label in quotation marks, whole, if its head stands in them."""
    place = sentence.offset(label) - sentence.start
    for match in _QUOTED.finditer(sentence.text):
        if match.start() <= place < match.end():
            return sentence.cut(sentence.start + match.start(1), sentence.start + match.end(1))
    return None


def _phrase(label: Token, sentence: Sentence) -> Filler | None:
    start, end = frames.phrase(label)
    inner = [child for child in label.children if child.dep_ in {"nsubj", "nsubjpass"} and child.i < label.i]
    if inner:  # "consider it achievable" is one clause to the parser
        start = inner[-1].right_edge.i + 1
        while start < label.i and label.doc[start].lower_ in {"to", "be", "a", "an", "the"}:
            start += 1
    filler = sentence.excerpt(start, end)
    return filler if filler.text.strip() else None


def _assessors(verb: Token, sentence: Sentence, scene: Scene) -> tuple[Filler, ...]:
    """Who judges, by name or as the noun that stands for them."""
    tokens = frames.doers(verb)
    if not tokens or (verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"} and frames.objects(verb)):
        return _before(verb, sentence) if tokens else _carried(verb, scene)
    if all(token.lower_ in {"i", "we"} for token in tokens):
        return (Filler("author"),)
    found: dict[str, Filler] = {}
    for token in tokens:
        own = sentence.mention_of(token)
        owner = scene.owner(token, sentence) if own is not None and own.generic else None
        fillers = (owner.filler(),) if owner is not None else scene.actors((token,), sentence, unnamed=True)
        found.update({str(filler.entity): filler for filler in fillers if str(filler.entity) not in found})
    return tuple(found.values())


def _before(verb: Token, sentence: Sentence) -> tuple[Filler, ...]:
    """The person at the head of a sentence, for a verb that the parser hung on a later noun: “Salvi, in command, called”."""
    people = [each for each in sentence.mentions if each.kind is EntityKind.PERSON and not each.generic]
    early = [each for each in people if each.end <= sentence.offset(verb) and each.start - sentence.start < _EARLY]
    return (early[0].filler(),) if early else ()


_EARLY = 60  # characters


def _carried(verb: Token, scene: Scene) -> tuple[Filler, ...]:
    """Whose line it is that opens with its verb: “Recognise climate change as the single greatest threat”."""
    opens = verb.head == verb and not any(token.is_alpha for token in verb.doc[: verb.i])
    return tuple(mention.filler() for mention in scene.discourse.pair) if opens and verb.tag_ in {"VB", "VBP"} else ()


def _target(token: Token, sentence: Sentence, scene: Scene) -> Filler | None:
    """What is judged: what it stands for, or the noun as it is written."""
    mentions = scene.discourse.resolve(token, sentence)
    if mentions:
        return mentions[0].filler()
    if token.pos_ in {"NOUN", "PROPN"}:
        first, last = frames.phrase(token)
        quotes = [at for at in range(token.i, last) if token.doc[at].text in {"“", '"', "«"}]
        return sentence.excerpt(first, min([last, *quotes]))
    return None
