"""Remarks that a verb of saying tells: “stressed that …”, “condemned the attack”, “"We are ready," said X”."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims import frames
from foedera.claims.dates import resolve
from foedera.claims.drafts import Draft, draft
from foedera.claims.reading import Sentence
from foedera.claims.remarks.quotations import Quotation, quotations, tail_of_quote
from foedera.claims.remarks.speakers import can_speak, speaker_beside, speaker_of_line, speakers_at
from foedera.claims.remarks.stands import declined, given_to_know, in_person, restated, stand
from foedera.claims.remarks.words import (
    CALLING,
    DECLINING,
    GIVING,
    QUOTING,
    RESTATING,
    SAYING,
    SPOKEN_ONLY,
    STAND,
    VOICING,
)
from foedera.claims.scene import Scene
from foedera.claims.tokens import Token
from foedera.claims.wording import placed_in, predicate_of, spanning, stretch
from foedera.model.claims import Filler
from foedera.model.kinds import Kind, Polarity
from foedera.model.time import Span

# What one does when one says something again and again, or is made to say it.
_HABITS = frozenset({"lead", "prompt", "move", "drive", "like", "love", "use"})


def by_verbs(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """What the verbs of saying of a sentence tell."""
    quoted = quotations(sentence)
    taken: set[int] = set()  # each quotation is said once
    for verb in sentence.tokens:
        if verb.pos_ not in {"VERB", "AUX"} or any(quotation.holds(verb) for quotation in quoted):
            continue
        content = _content(verb, sentence, quoted, taken)
        if content is None:
            continue
        filler, confidence = content
        filler = _whole(filler, sentence, scene)
        speakers = speakers_at(_speaking(verb), sentence, scene)
        if not speakers and in_person(verb):
            speakers = speaker_of_line(sentence, scene)
        if not speakers:
            carried = scene.discourse.carried_subjects(verb, sentence)
            speakers = tuple(mention.filler() for mention in carried if can_speak(mention))
        if not speakers and not frames.own_subjects(verb):
            beside = next((each for each in quoted if each.filler == filler), None)
            speakers = speaker_beside(verb, beside.first, beside.last, sentence) if beside else ()
        if not speakers or not _is_told(verb):
            continue
        yield _remark(verb, speakers, filler, sentence, scene, confidence)


def _whole(filler: Filler, sentence: Sentence, scene: Scene) -> Filler:
    """A quotation from where it begins, in a sentence before: ““Nothing is lost. A pause is a pause,” he said”."""
    if filler.start != sentence.start or filler.end is None or not tail_of_quote(sentence):
        return filler
    before = scene.reading.text[sentence.block.start : sentence.start]
    opening = max(before.rfind('"'), before.rfind("“"))
    if opening < 0 or len(before) - opening > _LONGEST:
        return filler
    start = sentence.block.start + opening + 1
    return Filler(scene.reading.text[start : filler.end], start, filler.end)


_FEWEST = 3  # words
_LONGEST = 600  # characters of a quotation before the sentence in which it ends


def by_sources(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """“According to the ministry, …”: the rest of the clause is what the source says."""
    for token in sentence.tokens:
        if token.lower_ != "according":
            continue
        preposition = next((child for child in token.children if child.lower_ == "to"), None)
        if preposition is None or token.head == token:
            continue
        nouns = [child for child in preposition.children if child.dep_ == "pobj"]
        speakers = speakers_at(frames.spread(nouns), sentence, scene)
        verb = frames.clause_verb(token.head)
        found = stretch(verb, without=[token])
        if speakers and found and verb.pos_ in {"VERB", "AUX"}:
            content = sentence.excerpt(*found)
            yield draft(Kind.REMARK, spanning(content, speakers[0]), confidence=0.5, speaker=speakers, content=content)


def _remark(
    verb: Token, speakers: tuple[Filler, ...], content: Filler, sentence: Sentence, scene: Scene, confidence: float
) -> Draft:
    word = sentence.excerpt(verb.i, verb.i + 1)
    return draft(
        Kind.REMARK,
        spanning(word, content, *placed_in(sentence, speakers)),
        when=_when(verb, content, sentence, scene),
        polarity=Polarity.DENIED if _is_denied(verb) else Polarity.AFFIRMED,
        confidence=confidence,
        speaker=speakers,
        content=content,
    )


def _content(verb: Token, sentence: Sentence, quoted: list[Quotation], taken: set[int]) -> tuple[Filler, float] | None:
    """What a verb says was said, and how sure that is; None if the verb tells nothing said."""
    lemma = verb.lemma_.lower()
    if lemma in DECLINING:
        return declined(verb, sentence)
    if lemma in SAYING:
        found = _quotation(verb, quoted, taken) or _clause(verb, sentence) or _thrown_in(verb, sentence)
        if found is not None:
            return found, 0.85
    if lemma in STAND or lemma in CALLING:
        return stand(verb, sentence)
    if lemma in GIVING and (given := given_to_know(verb, sentence)) is not None:
        return given
    if lemma in SPOKEN_ONLY or in_person(verb):
        found = _quotation(verb, quoted, taken) if lemma in SPOKEN_ONLY else _clause(verb, sentence)
        return (found, 0.7) if found is not None and len(found.text.split()) >= _FEWEST else None
    if lemma == "speak" and frames.after_preposition(verb, {"of"}):
        found = predicate_of(verb, sentence)
        return (found, 0.5) if found is not None else None
    if lemma in RESTATING or lemma in VOICING:
        return restated(verb, sentence)
    return None


def _quotation(verb: Token, quoted: list[Quotation], taken: set[int]) -> Filler | None:
    """The quotation that stands beside a verb of saying, the nearest if there are several."""
    free = [quotation for quotation in quoted if quotation.first not in taken and quotation.says_something]
    if not free:
        return None
    chosen = min(free, key=lambda quotation: quotation.distance_to(verb))
    nested = _complement(verb)
    if nested is not None and not chosen.holds(nested) and not any(chosen.holds(each) for each in nested.subtree):
        return None
    if nested is not None and not _is_quoted(nested, chosen):
        return None
    taken.add(chosen.first)
    return chosen.filler


def _is_quoted(clause: Token, quoted: Quotation) -> bool:
    """Whether a quotation is what was said, and no part of it: it holds the clause from its subject on, or most of it."""
    subjects = [child for child in clause.children if child.dep_ in {"nsubj", "nsubjpass"}]
    if quoted.holds(clause) and subjects and all(quoted.holds(child) for child in subjects):
        return True
    return quoted.covers(clause) and not _begins_before(clause, quoted)


def _begins_before(clause: Token, quoted: Quotation) -> bool:
    """Whether a clause only ends in a quotation: “said that its doors “will be opened””."""
    marked = any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)
    subjects = [child for child in clause.children if child.dep_ in {"nsubj", "nsubjpass"} and child.pos_ != "PRON"]
    return marked and any(child.i < quoted.first for child in subjects)


def _complement(verb: Token) -> Token | None:
    """The verb of the clause that depends on a verb of saying; None if there is none."""
    return next((child for child in verb.children if child.dep_ == "ccomp" and child.pos_ in {"VERB", "AUX"}), None)


def _clause(verb: Token, sentence: Sentence) -> Filler | None:
    """“said that the pact …”, “the pact, he added, …”: the clause that depends on the verb of saying."""
    clause = _complement(verb)
    if clause is None or not _has_subject(clause):
        return None
    between = verb.doc[min(verb.i, clause.i) : max(verb.i, clause.i)]
    if any(";" in each.text for each in between):
        return None
    marked = any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)
    if verb.lemma_.lower() in QUOTING and not marked:
        return None
    found = stretch(clause)
    return sentence.excerpt(*found) if found else None


def _thrown_in(verb: Token, sentence: Sentence) -> Filler | None:
    """“It was easier, he remarked, to agree”: the sentence around a remark thrown in between commas."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or any(child.dep_ in {"dobj", "ccomp"} for child in verb.children):
        return None
    first, last = min(subject.left_edge.i, verb.i), max(subject.i, verb.i) + 1
    document = sentence.tokens
    between = first > 1 and last < len(document) and document[first - 1].text == "," == document[last].text
    if not between or last - first > 6:
        return None
    end = len(document) - (1 if document[len(document) - 1].is_punct else 0)
    return sentence.excerpt(0, end)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass", "csubj", "expl", "csubjpass"} for child in verb.children)


def _speaking(verb: Token) -> tuple[Token, ...]:
    if frames.is_passive(verb):
        return frames.agents(verb)
    own = frames.own_subjects(verb)
    return own or frames.subjects(verb)


def _is_told(verb: Token) -> bool:
    """Whether the verb tells of saying, not of a wish or an order to say ("should explain", "asked to confirm")."""
    if any(child.dep_ == "aux" and child.lower_ in {"should", "must", "may", "can"} for child in verb.children):
        return in_person(verb)
    if verb.lemma_.lower() in STAND and any(child.lower_ == "would" for child in verb.children):
        return False
    if any(child.tag_ == "TO" for child in verb.children) and not frames.own_subjects(verb):
        return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _HABITS
    return not any(child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"} for child in verb.children)


def _is_denied(verb: Token) -> bool:
    return verb.lemma_.lower() in DECLINING or any(child.dep_ == "neg" for child in verb.children)


def _when(verb: Token, content: Filler, sentence: Sentence, scene: Scene) -> Span | None:
    """When it was said: the date that hangs on the verb of saying and lies outside of what was said."""
    for date in sentence.dates:
        inside = content.start is not None and content.end is not None and content.start <= date.start < content.end
        root = sentence.root_of(date.start, date.end)
        if root is None or inside or frames.clause_verb(root) != verb:
            continue
        return resolve(date, scene.reading.document.date, False).core
    return None
