"""What is possible, what blocks the rest, and what would unlock it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from foedera.answers.can import Activity
from foedera.model.claims import ClaimId
from foedera.model.possible import Answer, Reason, Truth
from foedera.views.brief.content import Block, Paragraph, Row, Section, Sentence, Table
from foedera.views.brief.grounding import of_reasons, sentence
from foedera.views.brief.material import Material
from foedera.views.brief.wording import listed, named_in, opening, short
from foedera.views.spans import show_day

WORDS = {Truth.YES: "Yes", Truth.NO: "No", Truth.UNKNOWN: "Not known"}
SIGNS = {Truth.YES: "good", Truth.NO: "bad", Truth.UNKNOWN: "open"}
ACTIVITIES = {
    Activity.EXERCISE: "hold exercises",
    Activity.PATROL: "patrol together",
    Activity.PORT_CALL: "call at ports",
    Activity.BOARD: "board suspect ships",
    Activity.SUPPLY: "supply each other’s forces",
    Activity.SHARE_CLASSIFIED: "exchange classified information",
    Activity.TRANSFER: "transfer defence equipment",
    Activity.CO_DEVELOP: "develop defence equipment together",
    Activity.VISIT: "send forces to each other’s territory",
    Activity.JOIN_OPERATION: "join each other’s operations",
    Activity.JOIN_PESCO: "take part in PESCO projects",
    Activity.PROCURE: "procure in common",
}
_PRECEDENT = "done-before"  # the rule that adds what was done before, and decides nothing
_REASONS = 2  # in a cell; the answer has all
_OPTIONS = 2


def possible(material: Material) -> Section | None:
    """The section; None where the actors are all of one side, so that there is nothing to ask."""
    abilities = material.abilities
    rows = tuple(row for activity, answer in abilities.items() if (row := _row(material, activity, answer)) is not None)
    if not rows:
        return None
    order = {SIGNS[Truth.YES]: 0, SIGNS[Truth.NO]: 1, SIGNS[Truth.UNKNOWN]: 2}
    table = Table(
        f"Together, on {show_day(material.on)}",
        ("May they …", "Answer", "Because", "What would change it"),
        tuple(sorted(rows, key=lambda row: order[row.sign])),
        (22, 9, 39, 30),
        signed=1,
    )
    told = (*_open(material, abilities), *_blocked(material, abilities))
    blocks: tuple[Block, ...] = (Paragraph(told), table) if told else (table,)
    return Section("possible", "What is possible, and what blocks the rest", blocks)


def _row(material: Material, activity: Activity, answer: Answer) -> Row | None:
    claims, rules = of_reasons(material, answer.grounds)
    if not claims and not rules:
        return None
    change = unlock_of(answer) if answer.answer is not Truth.YES else "–"
    why = named_in(decisive(answer), material.principals)
    cells = (f"… {ACTIVITIES[activity]}?", WORDS[answer.answer], why, named_in(change, material.principals))
    return Row(cells, claims, rules, sign=SIGNS[answer.answer])


def decisive(answer: Answer) -> str:
    """The reasons that decide, in one cell: for a yes what opens it, else what is lacking."""
    chosen = list(_opening_reasons(answer) if answer.answer is Truth.YES else _lacking(answer))
    told = dict.fromkeys(" ".join(reason.text.split()).rstrip(".") for reason in chosen)
    return short(". ".join(list(told)[:_REASONS]) + ".", 330) if told else "no rule decides it"


def _opening_reasons(answer: Answer) -> Iterable[Reason]:
    """The rules that something of the record meets; where nothing has to be met, the last rule that says so."""
    rules = [reason for reason in answer.grounds if reason.rule is not None and reason.rule != _PRECEDENT]
    met = [
        rule
        for rule, following in zip(answer.grounds, answer.grounds[1:], strict=False)
        if rule in rules and following.claim is not None
    ]
    yield from met or rules[-1:]


def _lacking(answer: Answer) -> Iterable[Reason]:
    """The rules that speak of this case ("no … is recorded"), before those that state the law."""
    rules = [reason for reason in answer.grounds if reason.rule is not None]
    seen: set[str | None] = set()
    special = []
    for reason in rules:
        if reason.rule in seen:
            special.append(reason)
        seen.add(reason.rule)
    yield from (special or rules)


def unlock_of(answer: Answer) -> str:
    """What would make it possible, or what would settle it, in one cell."""
    if answer.unlock:
        options = [listed(change.text for change in changes) for changes in answer.unlock[:_OPTIONS]]
        more = len(answer.unlock) - len(options)
        told = "; or ".join(opening(option) if place == 0 else option for place, option in enumerate(options))
        return f"{told}{f'; or one of {more} other ways' if more > 0 else ''}."
    if answer.missing:
        missing = answer.missing[0]
        return short(f"Would be settled by: {missing.text} ({missing.document}).", 220)
    return "The record shows no way."


def _open(material: Material, abilities: Mapping[Activity, Answer]) -> Iterable[Sentence]:
    able = [activity for activity, answer in abilities.items() if answer.answer is Truth.YES]
    if able:
        claims, rules = _of_all(material, [abilities[activity] for activity in able])
        doing = listed(ACTIVITIES[activity] for activity in able)
        yield from sentence(f"As rules and record stand, {material.names} may {doing}.", claims, rules)


def _blocked(material: Material, abilities: Mapping[Activity, Answer]) -> Iterable[Sentence]:
    """For each smallest change that would open something, all that it would open."""
    opened: dict[str, list[Activity]] = {}
    for activity, answer in abilities.items():
        if answer.answer is Truth.NO and answer.unlock and len(answer.unlock[0]) == 1:
            opened.setdefault(answer.unlock[0][0].text, []).append(activity)
    for change, activities in opened.items():
        claims, rules = _of_all(material, [abilities[activity] for activity in activities])
        doing = listed((ACTIVITIES[activity] for activity in activities), "or")
        text = f"They may not {doing}; what would open it: {named_in(change, material.principals)}."
        yield from sentence(text, claims, rules)


def _of_all(material: Material, answers: Iterable[Answer]) -> tuple[tuple[ClaimId, ...], tuple[str, ...]]:
    claims: dict[ClaimId, None] = {}
    rules: dict[str, None] = {}
    for answer in answers:
        some, applied = of_reasons(material, answer.grounds)
        claims |= dict.fromkeys(some)
        rules |= dict.fromkeys(applied)
    return tuple(claims), tuple(rules)
