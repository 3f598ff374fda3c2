"""A document made ready for the kinds of claim: sentences with their parse, mentions, dates and surroundings."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from foedera.claims.dates import DateMention, find_dates
from foedera.claims.easing import parser_text
from foedera.claims.mentions import Mention, find_mentions, nest
from foedera.claims.named_entities import mentions_of_pipeline, told_apart
from foedera.claims.parsing import DEFAULT_PIPELINE, name_entities, parse_sentences
from foedera.claims.selection import select_sentences
from foedera.claims.sentences import SentencePlace, cut_sentences, reading_text
from foedera.claims.settling import settle_kinds
from foedera.claims.short_forms import link_short_forms
from foedera.claims.tokens import Token, tokens_of
from foedera.model.claims import Filler
from foedera.model.documents import Block, BlockKind, Document
from foedera.model.entities import EntityKind
from foedera.model.time import Span
from foedera.names import Lexicon


@dataclass
class Sentence:
    """One sentence as the kinds of claim see it. Offsets count in the document's text.

    `tokens` are those of the sentence alone: their offsets start at 0.
    """

    index: int
    start: int
    end: int
    text: str
    block: Block
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    cites: tuple[str, ...] = ()
    _by_root: dict[int, Mention] = field(default_factory=dict, repr=False)
    _starts: list[int] = field(default_factory=list, repr=False)  # of the tokens

    def __post_init__(self) -> None:
        self._starts = [token.idx for token in self.tokens]
        for mention in self.mentions:
            root = self.root_of(mention.start, mention.end)
            if root is not None:
                self._by_root.setdefault(root.i, mention)

    def offset(self, token: Token) -> int:
        """Where a token starts in the document's text."""
        return self.start + token.idx

    def token_at(self, offset: int) -> Token | None:
        """The token that covers a place in the document's text; None between tokens or outside."""
        local = offset - self.start
        at = bisect_right(self._starts, local) - 1
        if at < 0:
            return None
        token = self.tokens[at]
        return token if local < token.idx + len(token.text) else None

    def root_of(self, start: int, end: int) -> Token | None:
        """The syntactic head of the words between two places in the document's text."""
        first, last = bisect_left(self._starts, start - self.start), bisect_left(self._starts, end - self.start)
        words = [at for at in range(first, last) if not self.text[self._starts[at]].isspace()]
        for at in words:
            token = self.tokens[at]
            if token.head is token or not first <= token.head.i < last:
                return token
        return self.tokens[words[0]] if words else None

    def mention_of(self, token: Token) -> Mention | None:
        """The mention that a token heads, or that covers it."""
        found = self._by_root.get(token.i)
        if found is not None:
            return found
        offset = self.offset(token)
        return next((mention for mention in self.mentions if mention.start <= offset < mention.end), None)

    def mention_starting(self, start: int) -> Mention | None:
        """The outermost mention that begins at a place in the document's text."""
        return next((mention for mention in self.mentions if mention.start == start), None)

    def mentions_between(self, start: int, end: int) -> tuple[Mention, ...]:
        """The outermost mentions that lie between two places in the document's text."""
        return tuple(mention for mention in self.mentions if start <= mention.start and mention.end <= end)

    def dates_between(self, start: int, end: int) -> tuple[DateMention, ...]:
        """The date expressions that lie between two places in the document's text."""
        return tuple(date for date in self.dates if start <= date.start and date.end <= end)

    def date_after(self, token: Token) -> DateMention | None:
        """The first date expression behind a token."""
        return next((date for date in self.dates if date.start > self.offset(token)), None)

    def place(self, first: int, last: int) -> tuple[int, int]:
        """The characters of the tokens from `first` to before `last`, in the document's text."""
        begin, end = self.tokens[first], self.tokens[last - 1]
        return self.start + begin.idx, self.start + end.idx + len(end.text)

    def excerpt(self, first: int, last: int) -> Filler:
        """The tokens from `first` to before `last` as a piece of text that fills a role."""
        return self.cut(*self.place(first, last))

    def cut(self, start: int, end: int) -> Filler:
        """The characters between two places in the document's text as a filler."""
        return Filler(self.text[start - self.start : end - self.start], start, end)

    @property
    def is_heading(self) -> bool:
        """Whether the sentence is a title or a heading."""
        return self.block.kind in {BlockKind.TITLE, BlockKind.HEADING}

    @property
    def is_footnote(self) -> bool:
        """Whether the sentence stands in a footnote."""
        return self.block.kind is BlockKind.FOOTNOTE


@dataclass
class Reading:
    """A document with its relevant sentences read, in text order."""

    document: Document
    lexicon: Lexicon
    text: str
    sentences: tuple[Sentence, ...]

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """All mentions of all sentences, in text order."""
        return tuple(mention for sentence in self.sentences for mention in sentence.mentions)

    @cached_property
    def heading_of(self) -> dict[int, tuple[Block, ...]]:
        """For the start of each block, the headings over it, nearest first."""
        return {block.start: tuple(self.document.headings_of(block)) for block in self.document.blocks}

    def before(self, sentence: Sentence) -> Iterator[Sentence]:
        """The sentences before this one, nearest first."""
        return reversed(self.sentences[: sentence.index])


# A text of so few sentences is read without the pipeline's recogniser of names: in a news item the names that nothing else
# explains are hardly met again, and the recogniser costs as much as the parse. On longer texts it finds one claim in fifty.
_SHORT = 4


def read_sentences(document: Document, lexicon: Lexicon, pipeline: str = DEFAULT_PIPELINE) -> Reading:
    """The document made ready: cut, selected, parsed, with what it names and when.

    A document about other things has no sentences here; nothing heavy is loaded for it.
    """
    text = reading_text(document)
    return read_places(
        document, text, select_sentences(text, cut_sentences(document, text), lexicon), lexicon, pipeline
    )


def read_places(
    document: Document, text: str, places: Sequence[SentencePlace], lexicon: Lexicon, pipeline: str = DEFAULT_PIPELINE
) -> Reading:
    """The document with the sentences at these places made ready; `text` is its reading text."""
    if not places:
        return Reading(document, lexicon, text, ())
    learnt = lexicon.learn(text)
    named = find_mentions(text, learnt)
    dated = _dates_of(text, places, document.date)
    parsed = list(parse_sentences((parser_text(text, place.start, place.end, named) for place in places), pipeline))
    if len(places) > _SHORT:
        doubtful = [
            _has_unexplained_name(text, place, [*named, *dates]) for place, dates in zip(places, dated, strict=True)
        ]
        name_entities([tokens for tokens, doubt in zip(parsed, doubtful, strict=True) if doubt], pipeline)
    inside = [[each for each in named if place.start <= each.start and each.end <= place.end] for place in places]
    doubtful_names = [
        [
            *(told_apart(each, tokens, place.start) for each in mentions if each.kind is EntityKind.UNKNOWN),
            *mentions_of_pipeline(tokens, place.start, learnt, [*mentions, *dates]),
        ]
        for place, tokens, mentions, dates in zip(places, parsed, inside, dated, strict=True)
    ]
    settled = settle_kinds(text, doubtful_names)
    nested = link_short_forms(
        text,
        places,
        [
            nest([*(each for each in mentions if each.kind is not EntityKind.UNKNOWN), *names])
            for mentions, names in zip(inside, settled, strict=True)
        ],
    )
    sentences = tuple(
        Sentence(
            index,
            place.start,
            place.end,
            text[place.start : place.end],
            place.block,
            tokens_of(words),
            mentions,
            dates,
            _cites(document, place),
        )
        for index, (place, words, mentions, dates) in enumerate(zip(places, parsed, nested, dated, strict=True))
    )
    return Reading(document, learnt, text, sentences)


_CAPITALISED = re.compile(r"(?<=[\w,;:’'] )[A-Z][\w’'-]+")


def _has_unexplained_name(text: str, place: SentencePlace, known: Sequence[Mention | DateMention]) -> bool:
    """Whether a sentence has a name of unknown sort, or a capital in mid-sentence, that only the pipeline may explain."""
    inside = [each for each in known if place.start <= each.start and each.end <= place.end]
    if any(isinstance(each, Mention) and each.kind is EntityKind.UNKNOWN for each in inside):
        return True
    capitals = _CAPITALISED.finditer(text, place.start, place.end)
    return any(not any(each.start <= word.start() < each.end for each in inside) for word in capitals)


def _dates_of(text: str, places: Sequence[SentencePlace], reference: Span | None) -> list[tuple[DateMention, ...]]:
    """The dates of each sentence; the last date before a sentence says which year "that year" is in it."""
    dated: list[tuple[DateMention, ...]] = []
    running: Span | None = None
    for place in places:
        found = find_dates(text[place.start : place.end], reference, running=running)
        dated.append(tuple(_shifted(date, place.start) for date in found))
        running = found[-1].core if found else running
    return dated


def _cites(document: Document, place: SentencePlace) -> tuple[str, ...]:
    """The footnotes that a sentence points to; a mark right behind its full stop belongs to it."""
    return tuple(mark.number for mark in document.marks if place.start <= mark.start <= place.end + 1)


def _shifted(date: DateMention, offset: int) -> DateMention:
    return replace(date, start=date.start + offset, end=date.end + offset)
