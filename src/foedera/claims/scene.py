"""What the kinds of claim ask of a sentence: who, what, where, when, in words or by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedera.claims import frames
from foedera.claims.dates import DateMention, resolve
from foedera.claims.discourse import Discourse
from foedera.claims.mentions import Mention
from foedera.claims.modality import modality_of
from foedera.claims.reading import Reading, Sentence
from foedera.claims.timing import looks_ahead
from foedera.claims.tokens import Token
from foedera.model.claims import Filler
from foedera.model.documents import BlockKind
from foedera.model.kinds import Modality
from foedera.model.time import Span
from foedera.names import slug

if TYPE_CHECKING:
    from foedera.claims.drafts import Draft

_BRIEF = 4  # sentences that are read; nearly all news items of 30 to 50 words have fewer

Fits = Callable[[Mention], bool]


@dataclass
class Scene:
    """A reading with its discourse: answers the questions that every kind of claim asks."""

    reading: Reading
    discourse: Discourse
    # what a kind of claim works out once for the whole document, by a name of its own
    memory: dict[str, object] = field(default_factory=dict, repr=False)
    # what earlier sentences, and kinds before this one, have told: the sentence's index and the draft, in text order
    told: list[tuple[int, Draft]] = field(default_factory=list)

    @property
    def is_brief(self) -> bool:
        """Whether the text is of so few sentences that being read does not yet say what it is about."""
        return len(self.reading.sentences) <= _BRIEF

    @property
    def is_news_item(self) -> bool:
        """Whether the text is a brief one under a title."""
        return self.is_brief and any(block.kind is BlockKind.TITLE for block in self.reading.document.blocks)

    def mentions(self, tokens: Iterable[Token], sentence: Sentence, fits: Fits | None = None) -> tuple[Mention, ...]:
        """What the tokens stand for, short forms resolved, each entity once, in the order of the tokens."""
        found: dict[str, Mention] = {}
        for token in tokens:
            for mention in self.discourse.resolve(token, sentence):
                if fits is None or fits(mention):
                    found.setdefault(mention.entity, mention)
        return tuple(found.values())

    def actors(self, tokens: Iterable[Token], sentence: Sentence, *, unnamed: bool = False) -> tuple[Filler, ...]:
        """Who the tokens stand for. With `unnamed`, a noun that names nobody is kept as it is written."""
        fillers: dict[str, Filler] = {}
        for token in tokens:
            found = [
                mention for mention in self.discourse.resolve(token, sentence) if mention.is_actor or mention.generic
            ]
            for mention in found:
                fillers.setdefault(mention.entity, mention.filler())
            if found:
                continue
            owner = self.owner(token, sentence)
            if owner is not None:
                fillers.setdefault(owner.entity, owner.filler())
            elif unnamed and token.pos_ in {"NOUN", "PROPN"}:
                filler = self.named_by(token, sentence)
                fillers.setdefault(str(filler.entity), filler)
        return tuple(fillers.values())

    def owner(self, token: Token, sentence: Sentence) -> Mention | None:
        """Who a noun belongs to: "Japanese" in "Japanese forces", "Japan" in "Japan's navy" or "the navy of Japan"."""
        for child in token.children:
            if child.dep_ in {"amod", "compound", "poss", "nmod"}:
                mention = sentence.mention_of(child)
                if mention is not None and mention.is_actor:
                    return mention
        for noun in frames.after_preposition(token, {"of", "from"}):
            mention = sentence.mention_of(noun)
            if mention is not None and mention.is_actor:
                return mention
        return None

    def named_by(self, token: Token, sentence: Sentence) -> Filler:
        """The shortest phrase that names what a noun stands for, as an entity of its own if nobody knows it."""
        mention = sentence.mention_of(token)
        if mention is not None:
            return mention.filler()
        filler = sentence.excerpt(*frames.phrase(token))
        return Filler(filler.text, filler.start, filler.end, slug(filler.text), " ".join(filler.text.split()))

    def when_of(self, token: Token, sentence: Sentence, *, modality: Modality | None = None) -> Span | None:
        """When what a verb or noun says holds or happened; None where the sentence gives no date.

        The date that hangs on the verb or noun itself comes first, then the only one of its clause, then the only one
        of the sentence.
        """
        if not sentence.dates:
            return None
        chosen = self.date_of(token, sentence)
        if chosen is None:
            return None
        return self.counted(chosen, sentence, modality or modality_of(token)).span

    def counted(self, date: DateMention, sentence: Sentence, modality: Modality) -> DateMention:
        """A date counted from the document's own, ahead or back as the verb that it hangs on and `modality` say."""
        ahead = looks_ahead(sentence.root_of(date.start, date.end), modality) if date.relative else False
        return resolve(date, self.reading.document.date, ahead)

    def date_of(self, token: Token, sentence: Sentence) -> DateMention | None:
        """The date expression that tells when what a verb or noun says holds; None where there is none to choose."""
        rooted = [
            (date, root) for date in sentence.dates if (root := sentence.root_of(date.start, date.end)) is not None
        ]
        below = [date for date, root in rooted if self._hangs_on(root, token)]
        if below:
            return min(below, key=lambda date: abs(date.start - sentence.offset(token)))
        clause = frames.clause_verb(token)
        rooted = [(date, root) for date, root in rooted if not _only_qualifies(root)]
        same_clause = [date for date, root in rooted if frames.clause_verb(root) == clause]
        if same_clause:
            return min(same_clause, key=lambda date: abs(date.start - sentence.offset(token)))
        return rooted[0][0] if len(sentence.dates) == 1 and rooted else None

    @staticmethod
    def _hangs_on(root: Token, token: Token) -> bool:
        for ancestor in root.ancestors:
            if ancestor == token:
                return True
            if ancestor.pos_ in {"VERB", "AUX"}:
                return False
        return False


def _only_qualifies(root: Token) -> bool:
    """Whether a date only tells which thing is meant: “the leaders of the 1970s regime”."""
    return root.dep_ in {"nummod", "compound", "nmod", "amod"} and root.head.pos_ == "NOUN" and root.i < root.head.i
