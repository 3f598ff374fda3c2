"""Where the partnership stands: the agreements and their status on the day."""

from __future__ import annotations

from collections.abc import Iterable

from foedera.model.answers import Status, StatusAnswer
from foedera.views.brief.content import Block, Paragraph, Row, Section, Sentence, Table
from foedera.views.brief.grounding import of_grounds, sentence
from foedera.views.brief.material import Material
from foedera.views.brief.wording import called, counted, listed, on_day, opening, since_day
from foedera.views.spans import show_day, show_span
from foedera.views.status import short_name, words

STATEMENT = "joint_statement"
BINDS = (Status.IN_FORCE, Status.AMENDED, Status.EXTENDED)
LASTING = (Status.IN_FORCE, Status.PROVISIONALLY_APPLIED, Status.NEGOTIATING, Status.SUSPENDED)
# In which order statuses stand in the table, and what is said of the agreements that have them.
_GROUPS: tuple[tuple[tuple[Status, ...], str, str], ...] = (
    (BINDS, "in force", "good"),
    ((Status.PROVISIONALLY_APPLIED,), "applied provisionally", "good"),
    ((Status.RATIFIED, Status.SIGNED), "signed, without an entry into force on record", "half"),
    (
        (Status.ADOPTED, Status.ANNOUNCED),
        "announced or adopted, without an entry into force on record",
        "half",
    ),
    ((Status.AGREED, Status.NEGOTIATING), "agreed in principle or under negotiation", "open"),
    ((Status.PROPOSED,), "proposed", "open"),
    ((Status.SUSPENDED, Status.TERMINATED), "suspended or at an end", "bad"),
)
_SIGNS = {status: sign for statuses, _, sign in _GROUPS for status in statuses}
_ORDER = {status: place for place, (statuses, _, _) in enumerate(_GROUPS) for status in statuses}


def standing(material: Material) -> Section | None:
    """The section; None if the record tells of no agreement by the day."""
    agreements, statements = told_by_then(material.disputed)
    if not agreements and not statements:
        return None
    blocks: list[Block] = []
    told = [*in_words(material, agreements), *_of_statements(statements)]
    if told:
        blocks.append(Paragraph(tuple(told)))
    if agreements:
        blocks.append(matrix(material, agreements))
    return Section("standing", "Where the partnership stands", tuple(blocks))


def told_by_then(statuses: Iterable[StatusAnswer]) -> tuple[list[StatusAnswer], list[StatusAnswer]]:
    """The agreements of which a status is known, in the order of the table, and the joint statements."""
    known = [
        answer
        for answer in statuses
        if answer.grounds and answer.status is not Status.UNKNOWN and has_name(answer.name)
    ]
    statements = [answer for answer in known if answer.type == STATEMENT]
    agreements = [answer for answer in known if answer.type != STATEMENT]
    return sorted(agreements, key=_place), sorted(statements, key=_began)


def has_name(name: str) -> bool:
    """Whether an agreement bears a name of its own, and is not merely “documents” of which a text speaks."""
    return any(letter.isupper() for letter in name)


def _place(answer: StatusAnswer) -> tuple[int, str, str]:
    return _ORDER.get(answer.status, len(_ORDER)), _began(answer), answer.name


def _began(answer: StatusAnswer) -> str:
    return answer.since.earliest.isoformat() if answer.since else "9999"


def in_words(material: Material, agreements: Iterable[StatusAnswer]) -> Iterable[Sentence]:
    """A sentence for each status that some agreement has."""
    listed_agreements = list(agreements)
    for statuses, told, _ in _GROUPS:
        group = [answer for answer in listed_agreements if answer.status in statuses]
        if not group:
            continue
        names = listed(_with_since(material, answer) for answer in group)
        number = opening(counted(len(group), "agreement or arrangement", "agreements and arrangements"))
        if statuses == BINDS:
            text = (
                f"On {show_day(material.on)}, {number.lower()} between {material.names} {_is(group)} {told}: {names}."
            )
        else:
            text = f"{number} {_is(group)} {told}: {names}."
        yield from sentence(text, of_grounds(ground for answer in group for ground in answer.grounds))


def _is(group: list[StatusAnswer]) -> str:
    return "is" if len(group) == 1 else "are"


def _with_since(material: Material, answer: StatusAnswer) -> str:
    name = short_name(material.record, answer)
    return f"{name} ({stands(answer, short_form=True)})" if answer.since else name


def stands(answer: StatusAnswer, *, short_form: bool = False) -> str:
    """The status in words with its day: “in force since 1 January 2025”, “signed on 15 March 2023”."""
    if answer.since is None:
        return words(answer.status.value)
    when = since_day(answer.since) if answer.status in LASTING else on_day(answer.since)
    return when if short_form else f"{words(answer.status.value)} {when}"


def _of_statements(statements: list[StatusAnswer]) -> Iterable[Sentence]:
    dated = [answer for answer in statements if answer.since]
    if not dated:
        return
    days = listed(show_span(answer.since) for answer in dated)
    text = f"{opening(counted(len(dated), 'joint statement'))} {_is(dated)} on record, of {days}."
    yield from sentence(text, of_grounds(ground for answer in dated for ground in answer.grounds))


def matrix(material: Material, agreements: Iterable[StatusAnswer]) -> Table:
    """The agreements with status, day and what is special, one a row; of more than two actors, also between whom."""
    several = len(material.actors) > 2
    rows = tuple(
        Row(
            (
                _full_name(material, answer),
                _between(material, answer) if several else opening(words(answer.type)) if answer.type else "–",
                opening(words(answer.status.value)),
                show_span(answer.since) if answer.since else "no day given",
                remarks(answer),
            ),
            of_grounds(answer.grounds),
            sign=_SIGNS.get(answer.status, ""),
            about=answer.instrument,
        )
        for answer in agreements
    )
    title = f"Agreements and arrangements on {show_day(material.on)}"
    columns = ("Agreement", "Between" if several else "Kind", "Status", "Since", "Remarks")
    return Table(title, columns, rows, (38, 20, 13, 15, 14), signed=2)


def _full_name(material: Material, answer: StatusAnswer) -> str:
    """The whole name, and the short one by which sentences call it, where they differ."""
    name, short = opening(answer.name), short_name(material.record, answer)
    return name if short.casefold() == answer.name.casefold() else f"{name} ({short})"


def _between(material: Material, answer: StatusAnswer) -> str:
    """Which of the actors are parties; “others” stands for those who are not asked about."""
    among = [called(actor) for actor in material.actors if actor.name in answer.parties]
    rest = ["others"] if len(answer.parties) > len(among) else []
    return opening(listed([*among, *rest])) if among else "–"


def remarks(answer: StatusAnswer) -> str:
    """What a reader should know besides: parties that stand elsewhere, sources that disagree, what was planned."""
    told = []
    if answer.by_party:
        told.append("; ".join(f"{party.name}: {words(party.status.value)}" for party in answer.by_party[:3]))
    if answer.conflicts:
        told.append("sources disagree")
    if answer.expected:
        planned = answer.expected[0]
        told.append(f"planned: {words(planned.event)}" + (f", {show_span(planned.when)}" if planned.when else ""))
    return "; ".join(told)
