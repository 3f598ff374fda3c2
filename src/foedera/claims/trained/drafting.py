"""A proposal → a draft: names from the lexicon, dates resolved, agreements linked, by the steps that all kinds share."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from foedera.claims import frames
from foedera.claims.dates import DateSense
from foedera.claims.drafts import Draft, draft
from foedera.claims.linking import link_instrument
from foedera.claims.timing import as_dated
from foedera.claims.trained.labels import CLOSED, SPANS
from foedera.model.claims import Filler
from foedera.model.kinds import KINDS, Holds, Kind, Modality
from foedera.model.time import Span
from foedera.names import slug

if TYPE_CHECKING:
    from foedera.claims.mentions import Mention
    from foedera.claims.reading import Sentence
    from foedera.claims.scene import Scene
    from foedera.claims.trained.decoding import Phrase, Proposal

AUTHOR = Filler("author")
# What lasts: "since 2014" leaves it open at the end. What an agreement went through, and what was said, is of a day.
_LASTING = frozenset(
    {
        Kind.ACTIVITY,
        Kind.PARTICIPATION,
        Kind.CAPABILITY,
        Kind.MEASURE,
        Kind.DEPENDENCY,
        Kind.AFFILIATION,
        Kind.COMMITMENT,
    }
)
_DUE = frozenset({Kind.COMMITMENT, Kind.DEPENDENCY})
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)


def draft_of(proposal: Proposal, sentence: Sentence, scene: Scene) -> Draft:
    """The draft that a proposal makes in its sentence."""
    roles: dict[str, tuple[Filler, ...]] = {
        role: _fillers(proposal.kind, role, proposal.phrases.get(role, ()), scene) for role in SPANS[proposal.kind]
    }
    if proposal.by_author and "assessor" in SPANS[proposal.kind]:
        roles["assessor"] = (AUTHOR,)
    if proposal.word:
        roles[CLOSED[proposal.kind]] = (Filler(proposal.word),)
    made = draft(
        proposal.kind,
        (sentence.start, sentence.end),
        when=_when(proposal, sentence, scene),
        modality=_modality(proposal, sentence),
        polarity=proposal.polarity,
        confidence=round(proposal.score, 2),
        **roles,
    )
    return as_dated(link_instrument(made, scene), scene.reading.document.date)


# What the verb's own auxiliary says is surer than what the network makes of it.
_AUXILIARIES = {
    **dict.fromkeys(("may", "might"), Modality.POSSIBLE),
    **dict.fromkeys(("will", "shall"), Modality.PLANNED),
}
_EVENTFUL = frozenset({Kind.ACTIVITY, Kind.PARTICIPATION, Kind.CAPABILITY, Kind.MEASURE, Kind.INSTRUMENT_EVENT})


def _modality(proposal: Proposal, sentence: Sentence) -> Modality:
    """How real the network takes a thing to be, unless the verb at its anchor says otherwise."""
    token = sentence.token_at(proposal.anchor) if proposal.kind in _EVENTFUL else None
    verb = frames.clause_verb(token) if token is not None else None
    for child in verb.children if verb is not None else ():
        if child.dep_ == "aux" and child.lower_ in _AUXILIARIES:
            return _AUXILIARIES[child.lower_]
    return proposal.modality


def _fillers(kind: Kind, role: str, phrases: tuple[Phrase, ...], scene: Scene) -> tuple[Filler, ...]:
    """The phrases as fillers, each entity or text once."""
    found: dict[str, Filler] = {}
    spec = KINDS[kind].role(role)
    assert spec is not None
    for phrase in phrases:
        filler = _filler(phrase, spec.holds, scene)
        found.setdefault(filler.entity or filler.text.casefold(), filler)
    return tuple(found.values())


def _filler(phrase: Phrase, holds: Holds, scene: Scene) -> Filler:
    start, text = phrase.start, scene.reading.text[phrase.start : phrase.end]
    if holds in {Holds.TEXT, Holds.NUMBER}:
        return Filler(text, start, phrase.end)
    article = _ARTICLE.match(text)
    if article and article.end() < len(text):
        start, text = start + article.end(), text[article.end() :]
    mention = _mention_at(start, phrase.end, scene)
    if mention is not None:
        return mention.filler()
    if holds is Holds.EITHER:
        return Filler(text, start, phrase.end)
    return Filler(text, start, phrase.end, slug(text), " ".join(text.split()))


def _mention_at(start: int, end: int, scene: Scene) -> Mention | None:
    """The mention of exactly these characters, also inside another."""
    mentions = scene.reading.mentions
    at = bisect_right(mentions, start, key=lambda each: each.start) - 1
    if at < 0:
        return None
    around = mentions[at]
    return next((each for each in (around, *around.inner) if (each.start, each.end) == (start, end)), None)


def _when(proposal: Proposal, sentence: Sentence, scene: Scene) -> Span | None:
    """The date that the network points at, counted from the document's own, open at an end where the thing lasts or is due."""
    own = scene.reading.document.date
    if proposal.date is None:
        return own if proposal.on_the_day else None
    ahead = proposal.modality is not Modality.ACTUAL
    date = scene.counted(proposal.date, sentence, proposal.modality)
    lasts = proposal.kind in _LASTING and not (ahead and proposal.kind is Kind.ACTIVITY)
    is_open = {
        DateSense.SINCE: lasts,
        DateSense.AFTER: lasts,
        DateSense.UNTIL: lasts or ahead,
        DateSense.BEFORE: ahead or proposal.kind in _DUE,
    }
    return date.span if is_open.get(date.sense, True) else date.core
