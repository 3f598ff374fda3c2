"""What an office is of: "of Foreign Affairs of the Republic", "of the Armed Forces", "to Kenya"."""

from __future__ import annotations

from foedera.claims.affiliations.words import BODY_NOUNS, COURTESY, OF_STATE, PORTFOLIOS, QUALIFIERS, RANKS
from foedera.claims.mentions import STATELIKE, Mention
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene
from foedera.model.claims import Filler
from foedera.model.entities import EntityKind
from foedera.names import NameForm, slug
from foedera.names.patterns.words import Words

_OF = frozenset({"of", "for", "to", "at", "in", "on", "with"})
_OWNING = frozenset({"of", "at", "with", "for"})
_ABROAD = frozenset("ambassador envoy representative consul attaché attache commissioner".split())
_TIMES = frozenset({"day", "time", "year", "moment"})
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})
_HEADED = frozenset(
    {
        EntityKind.CENTRE,
        EntityKind.INSTITUTION,
        EntityKind.AGENCY,
        EntityKind.COMPANY,
        EntityKind.FORCE,
        EntityKind.UNIT,
    }
)
HOLDERS = frozenset(
    {
        EntityKind.VESSEL,
        EntityKind.PROGRAMME,
        EntityKind.EVENT,
        EntityKind.OPERATION,
        EntityKind.CENTRE,
        EntityKind.PLACE,
    }
)


def complements(
    words: Words, last: int, sentence: Sentence, scene: Scene, owner: Filler | None
) -> tuple[int, int, Filler | None]:
    """The last word of the title, the last word of the whole, and whose office it is by "of …"."""
    title_end = end = last
    head = words.lower[last]
    while True:
        end = _past_acronym(words, end)
        if end + 1 >= len(words) or not _continues(words, end) or words.lower[end + 1] not in _OF:
            break
        preposition = words.lower[end + 1]
        stop = _noun_phrase_end(words, end + 2, sentence)
        if stop < 0 or _in_date(words, end + 2, sentence):
            break
        begin = end + 2
        mention = _actor_within(words, begin, stop, sentence)
        owned = _owned_by_state(mention, sentence)
        if owned is not None:
            mention = owned
            stop = max(at for at in range(stop, len(words)) if sentence.start + words.starts[at] < owned.end)
        if mention is not None:
            abroad = preposition == "to" or (preposition in {"in", "to"} and head in _ABROAD)
            abroad = abroad or (preposition == "for" and mention.kind is EntityKind.PLACE)  # "Director for Africa"
            if preposition in _OWNING and not abroad and owner is None:
                owner = mention.filler()
                end = stop
                continue
            title_end = end = stop
            continue
        portfolio = all(words.lower[at] in PORTFOLIOS or words.lower[at] in QUALIFIERS for at in range(begin, stop + 1))
        if head in OF_STATE and words.lower[stop].rstrip("s") not in BODY_NOUNS:
            portfolio = True  # "Minister for Defence Personnel": what a minister is for is no body
        if preposition == "for" and words.lower[stop].rstrip("s") not in BODY_NOUNS:
            portfolio = True  # "Managing Director for Peace": what somebody is director for is no body
        if portfolio or preposition not in _OWNING:
            title_end = end = stop
            continue
        if owner is None and preposition in _OWNING and _is_body(words, begin, stop):
            owner = _body_named(words, begin, stop, sentence, scene)
            end = stop
            continue
        if words.lower[stop] in _TIMES:
            end = stop
            continue
        title_end = end = stop
    return title_end, end, owner


def _in_date(words: Words, at: int, sentence: Sentence) -> bool:
    """Whether a word belongs to a date: "director of the agency in May"."""
    return at < len(words) and any(
        date.start < sentence.start + words.ends[at] and sentence.start + words.starts[at] < date.end
        for date in sentence.dates
    )


def _past_acronym(words: Words, end: int) -> int:
    """The acronym in brackets behind a word, if one stands there and the phrase goes on: "Union (EU) for …"."""
    at = end + 1
    if at + 1 < len(words) and words.between(end, at) == " (" and words.forms[at].isupper():
        return at if words.between(at, at + 1) == ") " and words.lower[at + 1] in _OF else end
    return end


def _continues(words: Words, end: int) -> bool:
    return words.close[end + 1] or words.between(end, end + 1) == ") "


def _noun_phrase_end(words: Words, at: int, sentence: Sentence) -> int:
    """The last word of the noun phrase that begins at word `at`; -1 if none does."""
    begin = at
    if at < len(words) and words.lower[at] in {"the", "a", "an", "its", "his", "their", "our"}:
        at += 1
    stop = -1
    while at < len(words) and (at == begin or words.close[at]) and at - begin < 12:
        if in_person(words, at, sentence) or (stop >= 0 and _leads_to_person(words, at, sentence)):
            break
        mention = _mention_over(words, at, sentence)
        if mention is not None:
            while at < len(words) and sentence.start + words.ends[at] <= mention.end:
                stop = at
                at += 1
            continue
        token = sentence.token_at(sentence.start + words.starts[at])
        word = words.lower[at]
        if word in {"and", "&"} and stop >= 0 and at + 1 < len(words) and words.lower[at + 1] in PORTFOLIOS:
            at += 1
            continue
        if _lists_portfolios(words, at):  # "Peace, Security and Defence"
            stop = at
            at += 1
            while words.between(at - 1, at) == ", " and words.lower[at] in PORTFOLIOS:
                stop = at
                at += 1
            continue
        if word in PORTFOLIOS - {"for", "of", "the", "and"} or (
            token is not None and token.pos_ in _NOUNS and word not in {"who", "which"}
        ):
            stop = at
            at += 1
            continue
        break
    return stop


def _lists_portfolios(words: Words, at: int) -> bool:
    """Whether a list of portfolios with commas and an "and" begins at word `at`."""
    last = at
    while last + 1 < len(words) and words.lower[last] in PORTFOLIOS and words.between(last, last + 1) == ", ":
        last += 1
    joined = last + 2 < len(words) and words.lower[last] in PORTFOLIOS and words.lower[last + 1] == "and"
    return last > at and joined and words.lower[last + 2] in PORTFOLIOS


def _leads_to_person(words: Words, at: int, sentence: Sentence) -> bool:
    """Whether only ranks and titles stand between here and a name: "of the Defence Staff | Admiral Sir Tony Roe"."""
    begin = at
    while at < len(words) and words.close[at] and words.lower[at].strip(".") in RANKS | COURTESY:
        at += 1
    return at > begin and at < len(words) and in_person(words, at, sentence)


def _mention_over(words: Words, at: int, sentence: Sentence) -> Mention | None:
    start, end = sentence.start + words.starts[at], sentence.start + words.ends[at]
    return next(
        (
            mention
            for mention in sentence.mentions
            if mention.start <= start and end <= mention.end and mention.kind is not EntityKind.PERSON
        ),
        None,
    )


def _actor_within(words: Words, begin: int, stop: int, sentence: Sentence) -> Mention | None:
    start, end = sentence.start + words.starts[begin], sentence.start + words.ends[stop]
    found = [
        mention
        for mention in sentence.mentions_between(start, end)
        if (mention.is_actor or mention.kind in HOLDERS)
        and mention.kind is not EntityKind.PERSON
        and not (mention.form is NameForm.PATTERN and _is_portfolio(mention.text))
    ]
    if len(found) > 1 and found[0].form is NameForm.DEMONYM:
        return found[1]  # "of the Norwegian frigate HNoMS Otto"
    return found[0] if found else None


def _owned_by_state(mention: Mention | None, sentence: Sentence) -> Mention | None:
    """The body behind a state's genitive: “at Singapore's Institute of Strategic Studies”."""
    if mention is None or mention.kind not in STATELIKE:
        return None
    return next(
        (
            body
            for body in sentence.mentions
            if body.kind in _HEADED
            and sentence.text[mention.end - sentence.start : body.start - sentence.start] in {"'s ", "’s "}
        ),
        None,
    )


def _is_portfolio(text: str) -> bool:
    return all(word in PORTFOLIOS for word in text.casefold().split())


def _is_body(words: Words, begin: int, stop: int) -> bool:
    """Whether a noun phrase names a body: capitalised, or with a noun for one at its end."""
    return words.capital[stop] or words.lower[stop].rstrip("s") in BODY_NOUNS


def _body_named(words: Words, begin: int, stop: int, sentence: Sentence, scene: Scene) -> Filler | None:
    while begin < stop and words.lower[begin] in {"the", "a", "an", "its", "his", "her", "their", "our"}:
        begin += 1
    token = sentence.token_at(sentence.start + words.starts[stop])
    if token is not None:
        found = [each for each in scene.mentions([token], sentence) if each.kind is not EntityKind.PERSON]
        if found and not found[0].generic:
            return found[0].filler()
    return cut_named(sentence, words, begin, stop)


def cut_named(sentence: Sentence, words: Words, first: int, last: int) -> Filler:
    """The words from `first` to `last` as an entity of its own."""
    filler = sentence.cut(sentence.start + words.starts[first], sentence.start + words.ends[last])
    return Filler(filler.text, filler.start, filler.end, slug(filler.text), " ".join(filler.text.split()))


def in_person(words: Words, index: int, sentence: Sentence) -> bool:
    """Whether a word belongs to a person's name."""
    at = sentence.start + words.starts[index]
    return any(
        mention.kind is EntityKind.PERSON and not mention.generic and mention.start <= at < mention.end
        for mention in sentence.mentions
    )
