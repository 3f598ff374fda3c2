"""The claim that somebody holds an office."""

from __future__ import annotations

from foedera.claims.affiliations.offices import Office
from foedera.claims.drafts import Draft, draft
from foedera.claims.reading import Sentence
from foedera.model.claims import Filler
from foedera.model.kinds import Kind, Modality, Polarity
from foedera.model.time import Span
from foedera.names.patterns.words import Words


def office_claim(
    member: Filler,
    owner: Filler,
    office: Office,
    words: Words,
    sentence: Sentence,
    *,
    when: Span | None = None,
    modality: Modality = Modality.ACTUAL,
    polarity: Polarity = Polarity.AFFIRMED,
    confidence: float = 0.85,
) -> Draft:
    """The claim that `member` holds an office of `owner`; its words reach from the one to the other."""
    start = min(member.start or 0, sentence.start + words.starts[office.first])
    end = max(member.end or 0, sentence.start + words.ends[office.last])
    title = sentence.cut(sentence.start + office.title[0], sentence.start + office.title[1])
    return draft(
        Kind.AFFILIATION,
        (max(start, sentence.start), min(end, sentence.end)),
        member=member,
        of=owner,
        as_=title,
        when=when,
        modality=modality,
        polarity=polarity,
        confidence=confidence,
    )
