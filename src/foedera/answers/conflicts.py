"""Where sources disagree about the life of an instrument, and why, where that can be told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from foedera.answers.deciding import Provisional, by_trust, is_loose, same_time
from foedera.answers.grounds import ground_of, head_of
from foedera.answers.life import Happened, Life
from foedera.model.answers import Conflict, Ground
from foedera.model.errors import DateInvalid
from foedera.model.kinds import Event, Modality
from foedera.model.time import Span
from foedera.record import RecordReader

# Events that happen once in an instrument's life: two dates for one of them disagree.
_ONCE = (Event.SIGNED, Event.PROVISIONALLY_APPLIED, Event.IN_FORCE, Event.TERMINATED, Event.ADOPTED)


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two tellings that cannot both be right, and what about. `why` where that is plain already."""

    about: str
    one: Happened
    other: Happened
    why: str = ""


def disputes_in(life: Life, parties: Mapping[str, str]) -> Iterator[Dispute]:
    """The disagreements in a life, by event: two dates, a plan and what came of it, a yes and a no."""
    for event in sorted(_ONCE):
        told = [each for each in life.happened if each.event is event and each.dated and _is_said(each)]
        groups = list(by_trust(told))
        for other in groups[1:]:
            if not _apart(groups[0][0], other[0], parties):
                yield Dispute(f"date of “{_word(event)}”", groups[0][0], other[0])
        if groups:
            yield from _plans(groups[0][0], life.planned)
            yield from _denials(groups[0][0], life.denied, parties)
    yield from _loose(life.happened)


def conflict_of(record: RecordReader, dispute: Dispute, parties: Mapping[str, str]) -> Conflict:
    """A disagreement with where both sides of it are said, and why, where that can be told."""
    one, other = dispute.one, dispute.other
    why = dispute.why or _why(record, one, other, parties)
    return Conflict(dispute.about, told(record, one), told(record, other), why)


def _plans(done: Happened, planned: Sequence[Happened]) -> Iterator[Dispute]:
    """The dates for which an event was planned and at which it did not happen."""
    plans = [each for each in planned if each.event is done.event and each.dated]
    for group in by_trust(plans):
        if not same_time(done, group[0]):
            yield Dispute(f"date of “{_word(done.event)}”", done, group[0])


def _denials(done: Happened, denied: Sequence[Happened], parties: Mapping[str, str]) -> Iterator[Dispute]:
    """Whoever says that an event had not happened on a day when others say that it had."""
    for no in denied:
        if no.event is done.event and no.last >= done.last and not _apart(done, no, parties):
            yield Dispute(f"whether it was “{_word(done.event)}”", done, no)


def _loose(happened: Sequence[Happened]) -> Iterator[Dispute]:
    exact = Provisional(happened)
    for each in happened:
        if is_loose(each, exact):
            other = next(other for other in exact.told if same_time(each, other))
            about = "whether it was applied provisionally or in force"
            why = "scope: the start of provisional application is often told as entry into force"
            yield Dispute(about, other, each, why)


def told(record: RecordReader, happened: Happened) -> Ground:
    """The claim of an event as a ground."""
    return replace(ground_of(record, happened.claim), event=happened.event.value)


def _why(record: RecordReader, one: Happened, other: Happened, parties: Mapping[str, str]) -> str:
    """Where the difference comes from: modality, scope or edition; empty if it cannot be told."""
    if Modality.PLANNED in (one.claim.modality, other.claim.modality):
        return "modality: one tells what happened, the other what was planned"
    for each in (one, other):
        written = _written(record, each)
        if written is not None and each.dated and written.latest < each.first:
            return f"modality: claim {each.claim.id} was written on {written}, before the day that it tells of"
    if one.claim.polarity is not other.claim.polarity:
        return ""
    if one.parties and other.parties and one.parties != other.parties:
        return f"scope: one tells of {_names(one, parties)}, the other of {_names(other, parties)}"
    if _publisher(record, one) and _publisher(record, one) == _publisher(record, other):
        first, second = _written(record, one), _written(record, other)
        if first is not None and second is not None and not _overlap(first, second):
            later = max(first, second)
            return f"edition: both are from {_publisher(record, one)}; the later one is of {later}"
    return ""


def _overlap(one: Span, other: Span) -> bool:
    return one.earliest <= other.latest and other.earliest <= one.latest


def _apart(one: Happened, other: Happened, parties: Mapping[str, str]) -> bool:
    """Whether two events are of different parties of an instrument that has more than two."""
    return len(parties) > 2 and bool(one.parties) and bool(other.parties) and not one.parties & other.parties


def _written(record: RecordReader, happened: Happened) -> Span | None:
    """When the source or the document was written, if it says."""
    evidence = happened.claim.evidence[0]
    if evidence.source is not None:
        try:
            return Span.parse(evidence.source.date) if evidence.source.date else None
        except DateInvalid:
            return None  # the source's date stays as its publisher wrote it; it only serves to explain
    document = head_of(record, evidence.document)
    return document.facts.date if document else None


def _publisher(record: RecordReader, happened: Happened) -> str:
    evidence = happened.claim.evidence[0]
    if evidence.source is not None:
        return evidence.source.publisher or ""
    document = head_of(record, evidence.document)
    return (document.facts.publisher or "") if document else ""


def _names(happened: Happened, parties: Mapping[str, str]) -> str:
    return ", ".join(parties.get(party, party) for party in sorted(happened.parties))


def _word(event: Event) -> str:
    return event.value.replace("_", " ")


def _is_said(happened: Happened) -> bool:
    """Whether the claim itself tells this event: the end of a term is not told as “terminated”."""
    return happened.claim.word("event") == happened.event and happened.first > date.min
