"""Open points: where sources disagree, what is told on weak grounds, and what the record does not hold."""

from __future__ import annotations

from collections.abc import Iterable

from foedera.model.answers import Conflict, Ground, Status, StatusAnswer
from foedera.model.entities import EntityId
from foedera.model.possible import Truth
from foedera.views.brief.content import OPEN, Block, Bullets, Gaps, Section, Sentence
from foedera.views.brief.grounding import of_grounds, sentence
from foedera.views.brief.material import Material
from foedera.views.brief.possible import ACTIVITIES
from foedera.views.brief.promised import promises_of
from foedera.views.brief.standing import has_name
from foedera.views.brief.wording import called, counted, listed, number_word, opening, short
from foedera.views.spans import show_day, show_span
from foedera.views.status import short_name, words

_MOST = 12  # commitments named one by one


def open_points(material: Material) -> Section | None:
    """The section; None where the record leaves nothing open."""
    told = (
        *(each for answer in material.disputed for each in _conflicts(material, answer)),
        *(each for answer in material.statuses for each in _weak(material, answer)),
        *_unfollowed(material),
    )
    more = dict(_more_conflicts(material))
    gaps = tuple(dict.fromkeys((*more, *_empty(material), *_undated(material), *_unknown(material))))
    blocks: list[Block] = []
    if told:
        blocks.append(Bullets(told))
    if gaps:
        blocks.append(Gaps(gaps, more))
    return Section("open", "Open points", tuple(blocks)) if blocks else None


def _conflicts(material: Material, answer: StatusAnswer) -> Iterable[Sentence]:
    for conflict in answer.conflicts:
        yield from sentence(
            in_conflict(short_name(material.record, answer), conflict), (conflict.one.claim, conflict.other.claim)
        )


def _more_conflicts(material: Material) -> Iterable[tuple[str, EntityId]]:
    """Of how many conflicts more the record tells, with the agreement that each text is about."""
    for answer in material.disputed:
        if answer.more_conflicts:
            number = counted(answer.more_conflicts, "more disagreement", "more disagreements")
            name = short_name(material.record, answer)
            yield f"{OPEN}tells of {number} of sources on {name}, not written out here.", answer.instrument


def in_conflict(name: str, conflict: Conflict) -> str:
    """What two sources say of an agreement that cannot both be right."""
    why = f" ({conflict.why})" if conflict.why and not conflict.why.startswith("modality: claim") else ""
    return f"Sources disagree on {name}, {conflict.about}: {_says(conflict.one)}; {_says(conflict.other)}{why}."


def _says(ground: Ground) -> str:
    when = f", {show_span(ground.when)}" if ground.when else ""
    return f"{short(ground.source.split(', http')[0], 70)} has “{words(ground.event)}”{when}"


def _weak(material: Material, answer: StatusAnswer) -> Iterable[Sentence]:
    """What is told of an agreement, and too weakly to decide its status."""
    if answer.status is Status.UNKNOWN and answer.grounds and has_name(answer.name):
        ground = answer.grounds[0]
        when = f" ({show_span(ground.when)})" if ground.when else ""
        text = f"That {short_name(material.record, answer)} is “{words(ground.event)}”{when} is told without a source that could decide it."
        yield from sentence(text, of_grounds(answer.grounds))


def _unfollowed(material: Material) -> Iterable[Sentence]:
    waiting = [promise for promise in promises_of(material) if not promise.followed and promise.since is not None]
    for promise in waiting[:_MOST]:
        where = (
            f" ({promise.provision or promise.instrument_name})" if promise.provision or promise.instrument_name else ""
        )
        text = f"Nothing on record followed the commitment to “{short(promise.undertaking, 140)}”{where}."
        yield from sentence(text, (promise.claim.id,))


def _empty(material: Material) -> Iterable[str]:
    """What one would look for and the record does not have."""
    names, day = material.names, show_day(material.on)
    if not any(answer.grounds for answer in material.statuses):
        yield f"{OPEN}tells of no agreement between {names} by {day}."
    if not material.activities:
        yield f"{OPEN}tells of nothing that {names} did together by {day}."
    if not promises_of(material):
        yield f"{OPEN}holds no commitment of {names} by {day}; texts of agreements, once read, would tell them."
    for (one, other), pathway in zip(material.pairs, material.pathways, strict=True):
        if not pathway.pairs:
            yield f"{OPEN}knows no pairs that compare with {called(one)} and {called(other)}."


def _undated(material: Material) -> Iterable[str]:
    undated = [claim for claim in material.activities if claim.when is None]
    if undated:
        number = counted(len(undated), "more activity", "more activities")
        yield f"{OPEN}tells of {number} of {material.names} without a day; the timeline and the tables leave them out."
    unknown = [answer for answer in material.statuses if answer.status is Status.UNKNOWN and not answer.grounds]
    unnamed = [answer for answer in material.statuses if answer.grounds and not has_name(answer.name)]
    if unnamed:
        names = listed(f"“{answer.name}”" for answer in unnamed)
        yield f"{OPEN}tells of {names} between {material.names} without saying which agreement is meant."
    if unknown:
        number = number_word(len(unknown))
        what = "agreement or arrangement" if len(unknown) == 1 else "agreements and arrangements"
        yield f"{OPEN}knows {number} more {what} between {material.names} of which it tells nothing by {show_day(material.on)}."


def _unknown(material: Material) -> Iterable[str]:
    unknown = [activity for activity, answer in material.abilities.items() if answer.answer is Truth.UNKNOWN]
    if unknown:
        doing = listed((ACTIVITIES[activity] for activity in unknown), "or")
        each = " each" if len(unknown) > 1 else " it"
        yield f"{OPEN}does not tell whether they may {doing}; the table above says what would settle{each}."
    for state, programme, answer in material.eligibilities:
        if answer.answer is Truth.UNKNOWN and answer.missing:
            missing = answer.missing[0]
            yield short(
                f"{OPEN}does not tell whether {opening(state.name)} may take part in {programme.name}: {missing.text}.",
                360,
            )
