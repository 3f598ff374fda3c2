"""Offices in a sentence: "Norway's Minister of Foreign Affairs", "NATO Secretary General", with whose they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from foedera.claims import frames
from foedera.claims.affiliations.complements import HOLDERS, complements, cut_named, in_person
from foedera.claims.affiliations.words import (
    AFTER_HEAD,
    OFFICES,
    QUALIFIERS,
    TIMES,
    WEAK_OFFICES,
)
from foedera.claims.mentions import Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.names import NameForm, slug
from foedera.names.patterns.words import Words, cut_words

_OWN_BODIES = frozenset("army navy police ministry embassy coastguard".split())
_OWNERS = frozenset("his her its their whose our".split())


@dataclass(frozen=True, slots=True)
class Office:
    """An office as written: the words `first` to `last`, its title without owner, and whose it is.

    `first` and `last` count in `words_of(sentence)`; `owner` is None where the words do not say.
    """

    first: int
    last: int
    title: tuple[int, int]
    owner: Filler | None
    head: str
    former: bool = False
    weak: bool = False  # a bare "head" or "Commander": an office only where its body is named


def words_of(sentence: Sentence) -> Words:
    """The sentence cut into words, hyphenated ones whole; places count in the sentence's text."""
    return cut_words(sentence.text)


def find_offices(sentence: Sentence, scene: Scene) -> Iterator[Office]:
    """Every office that the sentence names, in text order, no word in two of them."""
    words = words_of(sentence)
    done = -1
    for index in range(len(words)):
        if index > done and is_office(words, index) and not in_person(words, index, sentence):
            office = _office_at(words, index, sentence, scene)
            if office is not None and office.first > done:
                done = office.last
                yield office


def is_office(words: Words, index: int) -> bool:
    """Whether the word here heads an office ("minister", "Secretaries", "Vice-President", "commander-in-chief")."""
    word = words.lower[index]
    if word.endswith("ies"):
        word = word[:-3] + "y"
    if word in OFFICES or word.rstrip("s") in OFFICES:
        return word not in {"co", "pm", "xo", "cds"} or words.forms[index].isupper()
    return "-" in word and any(piece in OFFICES - {"co", "officer", "member"} for piece in word.split("-"))


def _office_at(words: Words, index: int, sentence: Sentence, scene: Scene) -> Office | None:
    last = index
    while last + 1 < len(words) and (words.close[last + 1] or words.between(last, last + 1).strip() == "/"):
        further = _office_word(words, last + 1)
        if further and not in_person(words, further, sentence):
            last = further
        elif words.lower[last + 1] in AFTER_HEAD and not in_person(words, last + 1, sentence):
            last += 1
        elif words.lower[last + 1] == "and" and _joins_office(words, last + 2):
            last = _office_word(words, last + 2)
        elif words.between(last, last + 1).strip() == "/" and _joins_office(words, last + 1):
            last = _office_word(words, last + 1)  # "High Representative/Vice-President"
        else:
            break
    first = _first_word(words, index, sentence)
    begin, owner = _owner_before(words, first, sentence, scene)
    title_end, end, behind = complements(words, last, sentence, scene, owner)
    owner = owner or behind
    if owner is None and first < index and words.lower[first] in _OWN_BODIES:
        owner = cut_named(sentence, words, first, first)  # "an army spokesman"
    head = words.lower[last]
    bare = first == index and title_end == index and last == index
    weak = head.rstrip("s") in WEAK_OFFICES and bare and owner is None
    if weak and not words.capital[index] and not _opens_apposition(words, begin):
        return None
    title_first = first
    former = False
    while title_first < index and words.lower[title_first] in TIMES | {"and"}:
        former = former or words.lower[title_first] in {"former", "then", "ex", "late"}
        title_first += 1
    return Office(begin, end, (words.starts[title_first], words.ends[title_end]), owner, head, former, weak)


def _opens_apposition(words: Words, at: int) -> bool:
    """Whether a comma, a bracket or an article stands before the word here."""
    before = words.text[max(0, words.starts[at] - 2) : words.starts[at]]
    return any(mark in before for mark in ",(–—") or (at > 0 and words.lower[at - 1] in {"the", "a", "an", "as"})


def _joins_office(words: Words, at: int) -> bool:
    return _office_word(words, at) > 0


def _office_word(words: Words, at: int) -> int:
    """The head of an office that begins at word `at`; 0 if none does: "and Defence Minister"."""
    for index in range(at, min(at + 4, len(words))):
        if index > at and not words.close[index]:
            return 0
        if is_office(words, index):
            return index
        if words.lower[index] not in QUALIFIERS:
            return 0
    return 0


def _first_word(words: Words, index: int, sentence: Sentence) -> int:
    first = index
    while first > 0 and words.close[first] and index - first < 6:
        before = words.lower[first - 1]
        if before == "and":
            if first < 2 or not (words.lower[first - 2] in QUALIFIERS or is_office(words, first - 2)):
                break
        elif before not in QUALIFIERS and not is_office(words, first - 1) and before.rstrip("-") not in TIMES:
            break
        elif before == "under" and "secretary" not in words.lower[first : index + 1]:
            break  # "INS Shivalik under Captain Doe"
        body = _actor_ending(words, first - 1, sentence)
        if body is not None and (before not in QUALIFIERS or (body.form is NameForm.NAME and " " in body.text)):
            break  # "European Commission President": "commission" alone would only qualify
        first -= 1
    while first < index and words.lower[first] == "and":
        first += 1
    return first


def _actor_ending(words: Words, index: int, sentence: Sentence) -> Mention | None:
    """The actor whose name ends with word `index`, the innermost where several do."""
    end = sentence.start + words.ends[index]
    start = sentence.start + words.starts[index]
    for mention in sentence.mentions:
        for each in (mention, *mention.inner):
            if start < each.start and each.end == end and each.is_actor:
                return each  # "then-Japanese"
        if mention.start <= start and end <= mention.end and mention.kind is not EntityKind.PERSON:
            if mention.end <= end + 1 and (mention.is_actor or mention.kind in HOLDERS):
                return mention
            for inner in mention.inner:
                if inner.start <= start and inner.end == end and inner.is_actor:
                    return inner
    return None


def _owner_before(words: Words, first: int, sentence: Sentence, scene: Scene) -> tuple[int, Filler | None]:
    """Whose office it is by what stands before it, and the first word of both."""
    at = first - 1
    genitive = at >= 0 and words.between(at, first) in {"' ", "’ "}  # "Airbus' chief executive"
    if at < 0 or not (words.close[first] or genitive):
        return first, None
    word = words.lower[at]
    if word in _OWNERS:
        return at, _owner_of_pronoun(words, at, sentence, scene)
    possessive = genitive or word in {"'s", "’s", "'", "’"} or words.forms[at].endswith(("s'", "s’"))
    name_at = at - 1 if word in {"'s", "’s", "'", "’"} else at
    if name_at < 0:
        return first, None
    mention = _actor_ending(words, name_at, sentence)
    if mention is not None:
        begin = _word_at(words, mention.start - sentence.start, name_at)
        return begin, mention.filler()
    if possessive and not words.capital[name_at]:
        token = sentence.token_at(sentence.start + words.starts[name_at])
        found = scene.mentions([token], sentence) if token is not None else ()
        named = [each for each in found if each.kind is not EntityKind.PERSON]
        return name_at, named[0].filler() if named else cut_named(sentence, words, name_at, name_at)
    if possessive:
        begin = name_at
        while begin > 0 and words.named(begin - 1) and words.close[begin]:
            begin -= 1
        return begin, cut_named(sentence, words, begin, name_at)
    opens_capitals = words.first[at] and words.forms[first].isupper()
    if words.named(at) and words.forms[at].isupper() and len(words.forms[at]) > 1 and not opens_capitals:
        return at, cut_named(sentence, words, at, at)
    return first, None


def _owner_of_pronoun(words: Words, at: int, sentence: Sentence, scene: Scene) -> Filler | None:
    token = sentence.token_at(sentence.start + words.starts[at])
    if token is None:
        return None
    word = words.lower[at]
    if word == "whose":
        return _named_before(words, at, sentence)
    if word in {"her", "his"}:
        ship = next(
            (
                mention
                for each in (sentence, *scene.reading.before(sentence))
                for mention in reversed(each.mentions)
                if mention.kind is EntityKind.VESSEL
                and not mention.generic
                and mention.end <= sentence.start + words.starts[at]
            ),
            None,
        )
        return ship.filler() if ship is not None and word == "her" else None
    if word == "our":
        return None
    found = tuple(mention for mention in scene.mentions([token], sentence) if mention.kind is not EntityKind.PERSON)
    return found[0].filler() if found else None


def _named_before(words: Words, at: int, sentence: Sentence) -> Filler | None:
    """What stands right before ", whose": a name, or a noun as it is written."""
    end = sentence.start + words.ends[at - 1] if at else sentence.start
    for mention in reversed(sentence.mentions):
        if end - 2 <= mention.end <= end and mention.kind is not EntityKind.PERSON:
            return mention.filler()
    token = sentence.token_at(sentence.start + words.starts[at - 1]) if at else None
    if token is None or token.pos_ not in {"NOUN", "PROPN"}:
        return None
    filler = sentence.excerpt(*frames.phrase(token))
    return Filler(filler.text, filler.start, filler.end, slug(filler.text), " ".join(filler.text.split()))


def _word_at(words: Words, offset: int, default: int) -> int:
    return next((at for at in range(len(words)) if words.starts[at] <= offset < words.ends[at]), default)
