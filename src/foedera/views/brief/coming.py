"""What comes next by precedent, and what to watch."""

from __future__ import annotations

from collections.abc import Iterable

from foedera.model.answers import Status, StatusAnswer
from foedera.model.claims import Claim, ClaimId, Filler
from foedera.model.kinds import Kind, Modality
from foedera.model.pathways import NextKind, PathwayAnswer
from foedera.views.brief.content import Block, Bullets, Paragraph, Row, Section, Sentence, Table
from foedera.views.brief.grounding import of_grounds, sentence
from foedera.views.brief.material import Material, Pair
from foedera.views.brief.wording import activity_word, called, counted, listed, number_word, on_day, opening
from foedera.views.spans import show_span
from foedera.views.statements import names, show_claim
from foedera.views.status import short_name, words

_STEPS = 5
_SHOWN = 4  # precedents in a cell
_IN_TALKS = (Status.PROPOSED, Status.NEGOTIATING, Status.AGREED)
_MOST_PLANS = 10


def coming(material: Material) -> Section | None:
    """What comes next by precedent; None if no comparable pair tells anything."""
    blocks: list[Block] = []
    for pair, pathway in zip(material.pairs, material.pathways, strict=True):
        steps = pathway.next[:_STEPS]
        if not steps:
            continue
        blocks.append(Paragraph(tuple(_first(pair, pathway, steps[0]))))
        rows = tuple(_row(pathway, place, step) for place, step in enumerate(steps, 1))
        title = f"Next steps for {_both(pair)}, by what {pathway.pairs} comparable pairs did"
        columns = ("", "Kind of agreement", "Pairs", "When it came", "Precedents")
        blocks.append(Table(title, columns, rows, (4, 22, 10, 29, 35), len(pathway.next) - len(steps)))
    return Section("next", "What comes next, by precedent", tuple(blocks)) if blocks else None


def _both(pair: Pair) -> str:
    return listed(called(actor) for actor in pair)


def _first(pair: Pair, pathway: PathwayAnswer, step: NextKind) -> Iterable[Sentence]:
    number, kind = len(step.precedents), words(step.type)
    have = "has" if number == 1 else "have"
    text = (
        f"Of {counted(pathway.pairs, 'comparable pair')}, {number_word(number)} {have} an agreement of the kind “{kind}”, "
        f"which {_both(pair)} have not concluded."
    )
    yield from sentence(text, of_grounds(precedent.ground for precedent in step.precedents))
    for ground in step.under_way[:1]:
        when = f" {on_day(ground.when)}" if ground.when else ""
        yield from sentence(f"Between the two it is on its way: {words(ground.event)}{when}.", (ground.claim,))


def _row(pathway: PathwayAnswer, place: int, step: NextKind) -> Row:
    told = [interval for interval in step.intervals if interval.later and interval.median_years is not None][:2]
    came = [
        f"after {words(interval.after)} in {interval.later} of {interval.pairs} pairs, "
        f"{'by' if interval.later == 1 else 'at the median'} {interval.median_years} years"
        for interval in told
    ]
    shown = [
        f"{' – '.join(precedent.pair)} ({show_span(precedent.concluded)})" for precedent in step.precedents[-_SHOWN:]
    ]
    more = len(step.precedents) - len(shown)
    return Row(
        (
            str(place),
            opening(words(step.type)),
            f"{len(step.precedents)} of {pathway.pairs}",
            "\n".join(came) or "no order to tell",
            "\n".join([*reversed(shown), *([f"and {more} more"] if more else [])]),
        ),
        of_grounds(precedent.ground for precedent in step.precedents),
    )


def watch(material: Material) -> Section | None:
    """What is under way, planned or thought possible; None if the record tells of nothing."""
    told = (
        *(each for answer in material.statuses for each in _under_way(material, answer)),
        *(each for answer in material.statuses for each in _due(material, answer)),
        *_plans(material),
    )
    return Section("watch", "What to watch", (Bullets(tuple(told)),)) if told else None


def _under_way(material: Material, answer: StatusAnswer) -> Iterable[Sentence]:
    if answer.status in _IN_TALKS and answer.grounds:
        since = f" {on_day(answer.since)}" if answer.since else ""
        how = {
            Status.PROPOSED: f"was proposed{since} and is not concluded",
            Status.NEGOTIATING: f"came under negotiation{since} and is not concluded",
            Status.AGREED: f"was agreed{since} and is not signed",
        }[answer.status]
        yield from sentence(f"{opening(short_name(material.record, answer))} {how}.", of_grounds(answer.grounds))


def _due(material: Material, answer: StatusAnswer) -> Iterable[Sentence]:
    for ground in answer.expected:
        when = f" {on_day(ground.when)}" if ground.when else ""
        name = opening(short_name(material.record, answer))
        yield from sentence(
            f"{name} was planned to be “{words(ground.event)}”{when}; nothing on record says that it was.",
            (ground.claim,),
        )


def _plans(material: Material) -> Iterable[Sentence]:
    shown: dict[str, list[ClaimId]] = {}
    for claim in material.plans:
        shown.setdefault(_plan(material, claim), []).append(claim.id)
    for text, claims in list(shown.items())[:_MOST_PLANS]:
        yield from sentence(text, claims)


# How a step of an agreement is said that has not been taken.
_STEPS_AHEAD = {"negotiating": "come under negotiation", "in_force": "enter into force", "extended": "be extended"}


def _plan(material: Material, claim: Claim) -> str:
    """What is planned or possible, in a sentence that cannot be taken for a fact."""
    when = f" {on_day(claim.when)}" if claim.when else ""
    is_planned = claim.modality is Modality.PLANNED
    how = "is planned" if is_planned else "is said to be possible"
    if claim.kind is Kind.ACTIVITY:
        word = activity_word(claim.word("type"))
        named, where = names(claim.fillers("name")), names(claim.fillers("place"))
        what = f"{'An' if word[0] in 'aeiou' else 'A'} {word} of {_who(material, claim.fillers('participant'))}"
        told = f"{what}{f' (“{named}”)' if named else ''}{f' at {where}' if where else ''} {how}{when}"
        return f"{told}." if when else f"{told}, without a day."
    if claim.kind is Kind.INSTRUMENT_EVENT:
        step = _STEPS_AHEAD.get(claim.word("event"), f"be {words(claim.word('event'))}")
        may = "is to" if is_planned else "could"
        source = "" if is_planned else ", as a source puts it"
        return f"{opening(names(claim.fillers('instrument')))} {may} {step}{when}{source}."
    return f"{opening(show_claim(claim)).rpartition(' (')[0]} {how}{when}."


def _who(material: Material, fillers: Iterable[Filler]) -> str:
    actors: dict[str | None, str] = {actor.id: called(actor) for actor in material.actors}
    return listed(dict.fromkeys(actors.get(filler.entity) or filler.name or filler.text for filler in fillers))
