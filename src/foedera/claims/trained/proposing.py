"""A reading → the claims that the network would have, each thing once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from foedera.claims.trained.decoding import Phrase, Proposal, decode
from foedera.claims.trained.labels import ORDER, REQUIRED, SPANS
from foedera.claims.trained.windows import Window, cut_windows
from foedera.claims.trained.words import Words, split_words
from foedera.model.kinds import Kind

if TYPE_CHECKING:
    from foedera.claims.reading import Reading, Sentence
    from foedera.claims.trained.network import Anchors, Hearing, Network

# What stands between two sentences that are read is read with them if it is no longer than this, in characters.
_BETWEEN = 200


# How many claims of a kind are known already in a sentence, by its number.
Heard = Mapping[tuple[int, Kind], int]


def windows_of(reading: Reading, network: Network) -> list[Window]:
    """What the network reads at once, piece by piece, of the sentences of a reading."""
    return cut_windows(_words_read(reading, network))


def sureness(hearing: Hearing, sentences: Sequence[Sentence]) -> dict[tuple[int, Kind], float]:
    """How sure the network is at most of each kind in each sentence of a window, by its number."""
    surest: dict[tuple[int, Kind], float] = {}
    for start, scores in zip(hearing.window.words.starts, hearing.scores, strict=True):
        at = sentence_at(int(start), sentences)
        if at is not None:
            for kind, score in zip(ORDER, scores, strict=True):
                surest[at, kind] = max(float(score), surest.get((at, kind), 0.0))
    return surest


def propose(
    reading: Reading, network: Network, hearings: Iterable[Hearing], use: str, heard: Heard | None = None
) -> tuple[Proposal, ...]:
    """The network's proposals for the sentences of a reading, in the order of their anchors.

    `hearings` are those of its windows, `use` names the settings. Where as many claims of a kind were `heard` in a sentence
    as the network has anchors there, it is not asked what they tell: they are taken for the same, and reading anchors is half
    of the work.
    """
    dates = tuple(date for sentence in reading.sentences for date in sentence.dates)
    least, found = network.least(use), []
    for hearing in hearings:
        window, anchors = hearing.window, hearing.anchors(least)
        news = _news(anchors, window.words, reading.sentences, heard or {})
        if news:
            wanted = anchors.choose(news)
            found += decode(window.words, wanted, network.read(window, wanted), dates)
    return each_once(reading.text, _with_whole_numbers(reading.text, found))


def _news(anchors: Anchors, words: Words, sentences: Sequence[Sentence], heard: Heard) -> list[int]:
    """The anchors of kinds of which a sentence has more of them than claims were heard there."""
    groups: dict[tuple[int, Kind], list[int]] = defaultdict(list)
    for number, (word, kind) in enumerate(zip(anchors.words, anchors.kinds, strict=True)):
        at = sentence_at(int(words.starts[word]), sentences)
        if at is not None:
            groups[at, ORDER[kind]].append(number)
    return sorted(each for key, group in groups.items() if len(group) > heard.get(key, 0) for each in group)


def sentence_at(offset: int, sentences: Sequence[Sentence]) -> int | None:
    """The number of the sentence that covers a place in the text; None if none that is read does."""
    at = bisect_right(sentences, offset, key=lambda each: each.start) - 1
    return at if at >= 0 and offset < sentences[at].end else None


def _words_read(reading: Reading, network: Network) -> Words:
    """The words of the sentences that were chosen, and of what stands between near ones."""
    words = split_words(reading.text, network.vocabulary)
    read = np.zeros(len(words), np.bool_)
    end = 0
    for sentence in reading.sentences:
        start = end if sentence.start - end <= _BETWEEN else sentence.start
        first, last = words.between(start, sentence.end)
        read[first : last + 1] = True
        end = sentence.end
    return words if read.all() else words.choose(np.flatnonzero(read))


_NUMBER = re.compile(
    r"(?<!\w)\d+(?:[,.\u00a0\u202f ]\d{3})*(?:[.,]\d+)?(?:st|nd|rd|th)?"
    r"(?:\s?(?:million|billion|trillion|thousand|bn|m|mn|crore|lakh)\b)?"
)


def _with_whole_numbers(text: str, proposals: Iterable[Proposal]) -> list[Proposal]:
    """Measures with the whole of their number ("7.953 billion"); of two measures of one number the surer stays."""
    numbers = [match.span() for match in _NUMBER.finditer(text)]
    whole: list[Proposal] = []
    surest: dict[tuple[int, int], float] = {}
    for proposal in proposals:
        if proposal.kind is Kind.MEASURE:
            value = proposal.phrases["value"][0]
            number = next((each for each in numbers if each[0] < value.end and value.start < each[1]), None)
            if number is not None:
                surest[number] = max(proposal.score, surest.get(number, 0.0))
                phrases = {**proposal.phrases, "value": (Phrase(*number, value.score),)}
                proposal = replace(proposal, phrases=phrases)
        whole.append(proposal)
    return [each for each in whole if each.kind is not Kind.MEASURE or each.score >= surest.get(_value(each), 0.0)]


def _value(measure: Proposal) -> tuple[int, int]:
    value = measure.phrases["value"][0]
    return value.start, value.end


def each_once(text: str, proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Of proposals that say the same the surest, in the order of their anchors."""
    said: set[tuple[object, ...]] = set()
    kept = []
    for proposal in sorted(proposals, key=lambda each: (-each.score, each.anchor)):
        says = _says(text, proposal)
        if said.isdisjoint(says):
            said.update(says)
            kept.append(proposal)
    return tuple(sorted(kept, key=lambda each: (each.anchor, ORDER.index(each.kind))))


def _says(text: str, proposal: Proposal) -> list[tuple[object, ...]]:
    """What may be said once: the claim, and for some kinds the same phrases under another word of the closed list."""
    kind, phrases = proposal.kind, proposal.phrases
    named = tuple(
        tuple(sorted({text[each.start : each.end].casefold() for each in phrases.get(role, ())}))
        for role in SPANS[kind]
    )
    keys: list[tuple[object, ...]] = [(kind, proposal.word, proposal.polarity, named)]
    if kind in (Kind.DEPENDENCY, Kind.COMMITMENT):
        keys.append((kind, *(_places(phrases[role]) for role in REQUIRED[kind])))
    if kind is Kind.ACTIVITY and any(phrases.get(role) for role in ("asset", "place", "name", "element")):
        keys.append((kind, proposal.polarity, *(_places(phrases.get(role, ())) for role in SPANS[kind])))
    return keys


def _places(phrases: tuple[Phrase, ...]) -> tuple[tuple[int, int], ...]:
    return tuple((each.start, each.end) for each in phrases)
