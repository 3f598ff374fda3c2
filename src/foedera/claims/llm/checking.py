"""A claim as a model tells it becomes a claim of ours, or a reason why not: nothing that it says is believed unseen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from foedera.claims.linking import linked_instrument
from foedera.claims.llm.locating import Located
from foedera.claims.mentions import Mention, find_mentions
from foedera.model.claims import Claim, Filler, check_claim, cut_evidence
from foedera.model.documents import Document, Skipped
from foedera.model.entities import EntityId
from foedera.model.errors import ClaimInvalid, DateInvalid
from foedera.model.kinds import KINDS, Holds, Kind, KindSpec, Modality, Polarity, Role
from foedera.model.time import Span
from foedera.names import Lexicon, slug

CONFIDENCE = 0.6  # of a claim that a model alone tells; nobody has measured this model
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
# What the grammar writes for things that the text has no words for.
_UNWRITTEN = {(Kind.MEASURE, "metric"): "rank", (Kind.ASSESSMENT, "assessor"): "author"}
_BESIDE = frozenset({"kind", "quote", "when", "modality", "polarity"})
Word = TypeVar("Word", bound=StrEnum)


@dataclass
class Checker:
    """Checks what is told of one document; what is dropped lands in `skipped`, in the order in which it was told."""

    document: Document
    lexicon: Lexicon
    extractor: str
    skipped: list[Skipped] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._text = Located(self.document.text)
        mentions = find_mentions(self.document.text, self.lexicon)
        self._mentions = {(each.start, each.end): each for each in _with_inner(mentions)}

    def claims(self, told: Sequence[Mapping[str, Any]], within: tuple[int, int]) -> Iterator[Claim]:
        """The claims that keep to the grammar and whose words stand in the text; `within` is the passage asked about."""
        for each in told:
            where = f"characters {within[0]}-{within[1]}, {each.get('kind') or 'a claim'} “{_short(each.get('quote'))}”"
            try:
                yield self._claim(each, within, where)
            except ClaimInvalid as error:
                self.skipped.append(Skipped(where, f"claim dropped: {error.what}"))

    def _claim(self, told: Mapping[str, Any], within: tuple[int, int], where: str) -> Claim:
        spec = KINDS[_word(Kind, told.get("kind"), "kind of claim")]
        quote = told.get("quote")
        place = self._text.find(quote, within) if isinstance(quote, str) else None
        if place is None:
            raise ClaimInvalid("its quote does not stand in the text.")
        roles = {
            role.name: fillers
            for role in spec.roles
            if (fillers := tuple(self._fillers(spec, role, told.get(role.name), place, where)))
        }
        if "instrument" in roles:
            roles["instrument"] = (linked_instrument(roles["instrument"][0], roles.get("party", ()), self.lexicon),)
        self._note_unknown(spec, told, where)
        return check_claim(
            Claim(
                kind=spec.kind,
                roles=roles,
                evidence=(cut_evidence(self.document, *place),),
                when=self._when(told.get("when"), where),
                modality=_word(Modality, told.get("modality") or Modality.ACTUAL, "modality"),
                polarity=_word(Polarity, told.get("polarity") or Polarity.AFFIRMED, "polarity"),
                cites=tuple(mark.number for mark in self.document.marks if place[0] <= mark.start <= place[1] + 1),
                confidence=CONFIDENCE,
                extractor=self.extractor,
            )
        )

    def _fillers(self, spec: KindSpec, role: Role, value: Any, quote: tuple[int, int], where: str) -> Iterator[Filler]:
        """What fills a role, each filler once; one that does not stand in the text is dropped and noted."""
        words = list(dict.fromkeys(_words_of(value)))
        if not role.several and len(words) > 1:
            self._drop(where, f"{role.name} takes one filler; left out: {'; '.join(map(_short, words[1:]))}")
            words = words[:1]
        for word in words:
            if role.closed is not None and role.holds is Holds.CLOSED:
                yield Filler(_word(role.closed, word, role.name).value)
            elif word.strip().lower() == _UNWRITTEN.get((spec.kind, role.name)):
                yield Filler(word.strip().lower())
            elif place := self._text.find(_ARTICLE.sub("", word, count=1) if _ARTICLE.match(word) else word, quote):
                yield self._filler(role, *place)
            else:
                self._drop(where, f"{role.name} “{_short(word)}” does not stand in the text")

    def _filler(self, role: Role, start: int, end: int) -> Filler:
        text = self.document.text[start:end]
        mention = self._mentions.get((start, end))
        if mention is not None and role.holds in {Holds.ENTITY, Holds.EITHER}:
            return mention.filler()
        if role.holds is not Holds.ENTITY:
            return Filler(text, start, end)
        return Filler(text, start, end, EntityId(slug(text)), " ".join(text.split()))

    def _when(self, value: Any, where: str) -> Span | None:
        if value in (None, "", []):
            return None
        written = next(iter(_words_of(value)), "")
        try:
            return Span.parse(written)
        except DateInvalid:
            self._drop(where, f"when “{_short(written)}” is no date in EDTF")
            return None

    def _note_unknown(self, spec: KindSpec, told: Mapping[str, Any], where: str) -> None:
        for name in told:
            if name not in _BESIDE and spec.role(name) is None:
                self._drop(where, f"{spec.kind.value} has no role “{_short(name)}”")

    def _drop(self, where: str, what: str) -> None:
        self.skipped.append(Skipped(where, f"dropped: {what}."))


def _with_inner(mentions: Sequence[Mention]) -> Iterator[Mention]:
    for mention in mentions:
        yield from mention.inner
        yield mention


def _words_of(value: Any) -> Iterator[str]:
    """The words in whatever JSON a model puts into a role."""
    if isinstance(value, str) and value.strip():
        yield value
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield f"{value:g}"
    elif isinstance(value, list):
        for each in value:
            yield from _words_of(each)


def _word(words: type[Word], value: Any, what: str) -> Word:
    """The word of a closed list, whatever its case and blanks. Raises ClaimInvalid."""
    plain = str(value).strip().lower().replace(" ", "_").replace("-", "_")
    for word in words:
        if word.value == plain:
            return word
    raise ClaimInvalid(f"“{_short(value)}” is no {what}; known: {', '.join(word.value for word in words)}.")


def _short(value: Any) -> str:
    words = " ".join(str(value or "").split())
    return words if len(words) <= 60 else words[:57] + "…"
