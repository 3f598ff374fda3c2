"""Industry: programmes in which the actors take part together, and who may take part in whose funds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date

from foedera.answers.trust import DECIDES_FROM
from foedera.model.claims import Claim
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.kinds import Kind, Modality, Polarity
from foedera.model.possible import Answer, Truth
from foedera.record import ClaimQuery
from foedera.views.brief.content import Block, Paragraph, Row, Section, Sentence, Table
from foedera.views.brief.grounding import of_claims, of_reasons, sentence
from foedera.views.brief.material import Material
from foedera.views.brief.possible import SIGNS, WORDS, decisive, unlock_of
from foedera.views.brief.wording import called, counted, listed, named_in, opening
from foedera.views.spans import show_span
from foedera.views.statements import names

Stakes = Mapping[EntityId, list[Claim]]  # actor → the claims that say that it, or a member of it, takes part


def industry(material: Material) -> Section | None:
    """The section; None if the record tells of no common programme and of no fund that is open or closed."""
    shared = shared_programmes(material)
    blocks: list[Block] = []
    if shared:
        blocks.append(Paragraph(tuple(_told(material, shared))))
        blocks.append(_programmes(material, shared))
    capabilities = [
        claim
        for claim in material.claims((Kind.CAPABILITY,))
        if claim.confidence >= DECIDES_FROM and (claim.when is None or claim.when.earliest <= material.on)
    ]
    made = tuple(_made(claim) for claim in capabilities)
    if made:
        blocks.append(Paragraph(made))
    rows = tuple(row for each in material.eligibilities if (row := _eligible(material, *each)) is not None)
    if rows:
        title = "Who may take part in the funds and programmes of the Union and OCCAR"
        blocks.append(
            Table(title, ("Who, in what", "Answer", "Because", "What would change it"), rows, (24, 9, 37, 30), signed=1)
        )
    return Section("industry", "Industry", tuple(blocks)) if blocks else None


def shared_programmes(material: Material) -> dict[EntityId, Stakes]:
    """The programmes in which at least two of the actors have a stake on the day, themselves or through members."""
    found: dict[EntityId, Stakes] = {}
    for programme, told in _common(material).items():
        if told.since > material.on:
            continue
        stakes: dict[EntityId, list[Claim]] = {}
        for claim, actors in told.claims:
            if claim.when is None or claim.when.holds_on(material.on):
                for actor in actors:
                    stakes.setdefault(actor, []).append(claim)
        if len(stakes) > 1:
            found[programme] = stakes
    return found


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told of who takes part in a programme, on whatever day: the claims, each with the actors it speaks for.

    `since`: the first day on which one of the actors can have taken part itself.
    """

    since: date
    claims: tuple[tuple[Claim, tuple[EntityId, ...]], ...]


def _common(material: Material) -> dict[EntityId, _Told]:
    """The programmes in which on some day or other at least two of the actors have a stake, by id."""
    what = ("common programmes", tuple(material.sides.items()), tuple(material.principals), material.known_on)
    return material.record.once(what, lambda: _find_common(material))


def _find_common(material: Material) -> dict[EntityId, _Told]:
    direct: dict[EntityId, None] = {}
    owners = [actor for actor in material.actors if actor.kind is EntityKind.STATE or len(material.principals) == 2]
    for actor in owners:
        query = ClaimQuery(
            kinds=(Kind.PARTICIPATION,), entities=material.sides[actor.id], roles=("actor",),
            modality=Modality.ACTUAL, polarity=Polarity.AFFIRMED, min_confidence=DECIDES_FROM,
            known_on=material.known_on,
        )  # fmt: skip
        direct |= dict.fromkeys(material.record.fillers(query, "in"))
    own = {each for actor in owners for each in material.sides[actor.id]}
    programmes = [each for each in material.record.entities(direct) if each.kind is EntityKind.PROGRAMME]
    found = {programme.id: _told_of(material, programme, own) for programme in programmes}
    return {id: told for id, told in found.items() if len({each for _, who in told.claims for each in who}) > 1}


def _told_of(material: Material, programme: Entity, own: Set[EntityId]) -> _Told:
    query = ClaimQuery(
        kinds=(Kind.PARTICIPATION,), entities=(programme.id,), roles=("in",), modality=Modality.ACTUAL,
        polarity=Polarity.AFFIRMED, min_confidence=DECIDES_FROM, known_on=material.known_on,
    )  # fmt: skip
    since, claims = date.max, []
    for claim in material.record.claims(query):
        who = [filler.entity for filler in claim.fillers("actor") if filler.entity is not None]
        if claim.when is not None and not own.isdisjoint(who):
            since = min(since, claim.when.earliest)
        acting = [actor.id for each in who for actor in material.actors if _acts_for(material, each, actor)]
        if acting:
            claims.append((claim, tuple(acting)))
    return _Told(since, tuple(claims))


def _acts_for(material: Material, entity: EntityId, actor: Entity) -> bool:
    """Whether what takes part is the actor, acts for it, or, where it is a bloc, is one of its members."""
    if entity in material.sides[actor.id]:
        return True
    if actor.kind is not EntityKind.BLOC or any(actor.id in other.part_of for other in material.principals):
        return False  # of a bloc and a member of it, the bloc counts alone: else every programme would be of both
    known = material.record.entity(entity)
    return known is not None and known.kind is EntityKind.STATE and actor.id in known.part_of


def _claims(stakes: Stakes) -> list[Claim]:
    return list({claim.id: claim for claims in stakes.values() for claim in claims}.values())


def _told(material: Material, shared: Mapping[EntityId, Stakes]) -> Iterable[Sentence]:
    entities = {entity.id: entity for entity in material.record.entities(shared)}
    programmes = listed(_short(entities[programme]) for programme in shared)
    number = counted(len(shared), "programme")
    blocs = [actor for actor in material.actors if actor.kind is EntityKind.BLOC]
    through = f" (counting members of {listed(called(bloc) for bloc in blocs)})" if blocs else ""
    text = f"{opening(material.names)} are both told to take part in {number}{through}: {programmes}."
    if len(material.principals) > 2:
        text = f"At least two of {material.names} are told to take part in {number}{through}: {programmes}."
    yield from sentence(text, of_claims(claim for stakes in shared.values() for claim in _claims(stakes)))


def _short(programme: Entity) -> str:
    initials = [alias for alias in programme.aliases if alias.isupper() and 2 < len(alias) <= 8]
    return initials[0] if initials else programme.name


def _programmes(material: Material, shared: Mapping[EntityId, Stakes]) -> Table:
    entities = {entity.id: entity for entity in material.record.entities(shared)}
    rows = []
    for programme, stakes in shared.items():
        claims = _claims(stakes)
        who = [f"{names(claim.fillers('actor'))}: {claim.word('as')}" for claim in claims]
        since = [claim.when for claim in claims if claim.when is not None]
        rows.append(
            Row(
                (
                    entities[programme].name,
                    "; ".join(dict.fromkeys(who)),
                    show_span(min(since)).removeprefix("since ") if since else "no day given",
                ),
                of_claims(claims),
                about=programme,
            )
        )
    return Table(
        "Programmes in which both sides take part", ("Programme", "Who, as what", "Since"), tuple(rows), (38, 46, 16)
    )


_MAKES = {
    "develops": "develop",
    "produces": "produce",
    "tests": "test",
    "upgrades": "upgrade",
    "procures": "buy",
    "fields": "field",
    "transfers": "transfer",
    "retires": "retire",
}


def _made(claim: Claim) -> Sentence:
    return Sentence(
        f"{names(claim.fillers('actor'))} {_MAKES[claim.word('stage')]} {names(claim.fillers('system'))} together.",
        (claim.id,),
    )


def _eligible(material: Material, state: Entity, programme: Entity, answer: Answer) -> Row | None:
    """Whether a state may take part; None where no rule says anything of it."""
    claims, rules = of_reasons(material, answer.grounds)
    if not claims and not rules:
        return None
    quality = answer.question.removeprefix(f"{state.name} as ").partition(" of ")[0]
    cells = (
        f"{opening(called(state))}, {quality} of {_short(programme)}",
        WORDS[answer.answer],
        named_in(decisive(answer), material.principals),
        named_in(unlock_of(answer), material.principals) if answer.answer is not Truth.YES else "–",
    )
    return Row(cells, claims, rules, sign=SIGNS[answer.answer])
