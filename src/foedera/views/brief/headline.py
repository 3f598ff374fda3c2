"""The headline box: three to five sentences for those who read no further, each with its claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from foedera.model.possible import Truth
from foedera.views.brief.content import Sentence
from foedera.views.brief.deeds import deeds_of
from foedera.views.brief.grounding import of_claims, of_grounds, of_reasons, sentence
from foedera.views.brief.material import Material
from foedera.views.brief.possible import ACTIVITIES
from foedera.views.brief.promised import promises_of
from foedera.views.brief.standing import BINDS, stands, told_by_then
from foedera.views.brief.wording import activity_word, called, counted, listed, number_word, on_day, opening, since_day
from foedera.views.spans import show_day
from foedera.views.status import short_name, words

_MOST = 5
_TELLING = 3  # comparable pairs from which a headline speaks of precedent


def headline(material: Material) -> tuple[Sentence, ...]:
    """The key sentences, as many as the record can tell."""
    return tuple(islice(_sentences(material), _MOST))


def _sentences(material: Material) -> Iterator[Sentence]:
    yield from _standing(material)
    yield from _done(material)
    yield from _promised(material)
    yield from _possible(material)
    yield from _next(material)


def _standing(material: Material) -> Iterator[Sentence]:
    agreements, _ = told_by_then(material.statuses)
    if not agreements:
        return
    binding = [answer for answer in agreements if answer.status in BINDS]
    newest = max(
        agreements, key=lambda answer: (answer.since.earliest.isoformat() if answer.since else "", answer.name)
    )
    name = short_name(material.record, newest)
    last = stands(newest)
    told = counted(len(agreements), "agreement or arrangement", "agreements and arrangements")
    force = f"{number_word(len(binding))} of them in force" if binding else "none of them told to be in force"
    stand = "stands" if len(agreements) == 1 else "stand"
    if len(agreements) == 1:
        text = f"On {show_day(material.on)}, one agreement stands between {material.names}: {name} ({last})."
    else:
        text = (
            f"On {show_day(material.on)}, {told} {stand} between {material.names}, {force}; "
            f"the latest step is that of {name} ({last})."
        )
    yield from sentence(text, of_grounds(ground for answer in (newest, *agreements) for ground in answer.grounds))


def _done(material: Material) -> Iterator[Sentence]:
    deeds = deeds_of(material.activities)
    if not deeds:
        return
    (type, number), *_ = Counter(deed.type for deed in deeds).most_common(1)
    of_type = [deed for deed in deeds if deed.type == type]
    first, last = of_type[0].when, of_type[-1].when
    since = f" {since_day(first)}" if first and number > 1 else ""
    latest = f", the latest {on_day(last)}" if last and number > 1 else f" {on_day(last)}" if last else ""
    what = counted(number, activity_word(type), activity_word(type, 2))
    yield from sentence(
        f"{opening(what)} of {material.names} {'is' if number == 1 else 'are'} on record{since}{latest}.",
        of_claims(claim for deed in (of_type[-1], *of_type[:-1]) for claim in deed.claims),
    )


def _promised(material: Material) -> Iterator[Sentence]:
    promises = promises_of(material)
    if not promises:
        return
    followed = sum(bool(promise.followed) for promise in promises)
    rest = "nothing is recorded that followed" if not followed else "for the rest nothing is recorded"
    told = (
        ""
        if not followed
        else f" {number_word(followed)} {'was' if followed == 1 else 'were'} followed by something on the same matter;"
    )
    text = f"Of {counted(len(promises), 'commitment')} on record,{told} {rest}."
    if len(promises) == 1:
        text = f"One commitment is on record; {'something on the same matter followed it' if followed else rest}."
    elif not followed:
        text = f"{opening(counted(len(promises), 'commitment'))} are on record; {rest} any of them."
    elif followed == len(promises):
        text = f"{opening(counted(len(promises), 'commitment'))} are on record; each was followed by something on the same matter."
    yield from sentence(text, (promise.claim.id for promise in promises))


def _possible(material: Material) -> Iterator[Sentence]:
    blocked = {activity: answer for activity, answer in material.abilities.items() if answer.answer is Truth.NO}
    if not blocked:
        return
    reasons = [reason for answer in blocked.values() for reason in answer.grounds]
    claims, rules = of_reasons(material, reasons)
    doing = listed((ACTIVITIES[activity] for activity in blocked), "or")
    opens = {answer.unlock[0][0].text for answer in blocked.values() if answer.unlock and len(answer.unlock[0]) == 1}
    alone = sum(bool(answer.unlock) and len(answer.unlock[0]) == 1 for answer in blocked.values())
    what = (
        "it"
        if len(blocked) == 1
        else "these, one by one"
        if alone == len(blocked) and len(opens) > 1
        else "part of this"
    )
    how = f"; {counted(len(opens), 'change')} would open {what}" if opens else ""
    yield from sentence(f"As rules and record stand, they may not {doing}{how}.", claims, rules)


def _next(material: Material) -> Iterator[Sentence]:
    for pair, pathway in zip(material.pairs, material.pathways, strict=True):
        if pathway.next and pathway.pairs >= _TELLING:
            step = pathway.next[0]
            way = f"; between the two it is {words(step.under_way[0].event)}" if step.under_way else ""
            between = f" between {listed(map(called, pair))}" if len(material.pairs) > 1 else ""
            have = "has" if len(step.precedents) == 1 else "have"
            text = (
                f"By precedent an agreement of the kind “{words(step.type)}” comes next{between}: "
                f"{number_word(len(step.precedents))} of {counted(pathway.pairs, 'comparable pair')} {have} one{way}."
            )
            grounds = (*step.under_way[:1], *(precedent.ground for precedent in step.precedents))
            yield from sentence(text, of_grounds(grounds))
            return
