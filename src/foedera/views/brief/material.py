"""What a brief is written from: the answers about its actors, asked once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import combinations

from foedera.answers.asking import side_of
from foedera.answers.belonging import belonging_to
from foedera.answers.can import Activity, answer_abilities
from foedera.answers.commitments import answer_commitments
from foedera.answers.eligible import answer_eligible
from foedera.answers.grounds import head_of
from foedera.answers.pathway import answer_pathway
from foedera.answers.remembering import remembering
from foedera.answers.rules import Rule, shipped_rules
from foedera.answers.status import answer_statuses
from foedera.answers.tables import rows_by_id
from foedera.answers.trust import DECIDES_FROM
from foedera.model.answers import StatusAnswer
from foedera.model.claims import Claim, ClaimId
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.errors import DateInvalid
from foedera.model.kinds import Kind, Modality, Polarity
from foedera.model.pathways import PathwayAnswer
from foedera.model.possible import Answer
from foedera.model.promises import PromisesAnswer
from foedera.model.time import Span
from foedera.names.data import split_cell
from foedera.record import ClaimQuery, RecordReader
from foedera.record.baseline_rules import read_rules, relation_of, rule_claim
from foedera.views.brief.wording import called, listed

MOST_CONFLICTS = 12  # of one agreement that are written out; of the others their number is told
_YEARS = re.compile(r"\d{4}")
_QUOTED = re.compile(r'"([a-z0-9][a-z0-9-]+)"')
_OF_FIRMS = (Activity.SHARE_CLASSIFIED, Activity.TRANSFER, Activity.CO_DEVELOP)
_OF_THE_UNION = frozenset({Activity.JOIN_PESCO, Activity.PROCURE})
Pair = tuple[Entity, Entity]


class Material:
    """The answers about some actors on a day, each asked when first needed and then kept.

    `known_on`: as the record stood on that day (None: now). Whatever is asked, the record is only read.
    """

    def __init__(self, record: RecordReader, actors: Sequence[Entity], on: date, known_on: date | None = None) -> None:
        self.record = remembering(record)
        self.actors = tuple(actors)
        self.on = on
        self.known_on = known_on
        self._known: dict[ClaimId, Claim | None] = {}

    @property
    def names(self) -> str:
        """The actors in words: “Japan and the EU”."""
        return listed(called(actor) for actor in self.actors)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Every two of the actors."""
        return tuple(combinations(self.actors, 2))

    @cached_property
    def sides(self) -> Mapping[EntityId, tuple[EntityId, ...]]:
        """What acts for each actor, itself included."""
        return {actor.id: belonging_to(self.record, actor.id) for actor in self.actors}

    @cached_property
    def statuses(self) -> tuple[StatusAnswer, ...]:
        """The status of every instrument between two of the actors, each once, without what sources disagree about."""
        return self._statuses(0)

    @cached_property
    def disputed(self) -> tuple[StatusAnswer, ...]:
        """The same, each with its first conflicts: to find them takes as long as all the rest."""
        return self._statuses(MOST_CONFLICTS)

    def _statuses(self, conflicts: int) -> tuple[StatusAnswer, ...]:
        found: dict[EntityId, StatusAnswer] = {}
        for one, other in self.pairs:
            parties = (one.id, other.id)
            for answer in answer_statuses(
                self.record, parties, on=self.on, known_on=self.known_on, conflicts=conflicts
            ):
                found.setdefault(answer.instrument, answer)
        return tuple(found.values())

    @cached_property
    def promises(self) -> tuple[PromisesAnswer, ...]:
        """The commitments of every two actors, each with what followed."""
        return tuple(
            answer_commitments(self.record, one.id, other.id, on=self.on, known_on=self.known_on)
            for one, other in self.pairs
        )

    @cached_property
    def pathways(self) -> tuple[PathwayAnswer, ...]:
        """What comes next by precedent, for every two of the actors."""
        return tuple(
            answer_pathway(self.record, one.id, other.id, on=self.on, known_on=self.known_on)
            for one, other in self.pairs
        )

    @cached_property
    def abilities(self) -> Mapping[Activity, Answer]:
        """Whether the actors may do each thing together; empty if they all act for one side."""
        if len(self.principals) < 2:
            return {}
        return answer_abilities(self.record, self._asked, self.actors, on=self.on, known_on=self.known_on)

    @cached_property
    def principals(self) -> tuple[Entity, ...]:
        """The states and blocs for which the actors act, each once; an actor that acts for none stands for itself."""
        ids = dict.fromkeys(EntityId(side_of(self.record, actor)) for actor in self.actors)
        known = {entity.id: entity for entity in (*self.actors, *self.record.entities(ids))}
        return tuple(known[id] for id in ids if id in known)

    @property
    def _asked(self) -> tuple[Activity, ...]:
        """The activities that one can ask of these actors: firms do not exercise, and the Union's doors are the Union's."""
        if any(actor.kind is EntityKind.COMPANY for actor in self.actors):
            return _OF_FIRMS
        in_union = any(each.id == "EU" or "EU" in each.part_of for each in self.principals)
        return tuple(activity for activity in Activity if in_union or activity not in _OF_THE_UNION)

    @cached_property
    def eligibilities(self) -> tuple[tuple[Entity, Entity, Answer], ...]:
        """Whether each state outside may take part in the funds and programmes of the Union, where it is an actor."""
        states = [actor for actor in self.actors if actor.kind is EntityKind.STATE and "EU" not in actor.part_of]
        if not any(actor.id == "EU" or "EU" in actor.part_of for actor in self.actors):
            return ()
        return tuple(
            (state, programme, answer_eligible(self.record, state, programme, on=self.on, known_on=self.known_on))
            for state in states
            for programme in self._ruled_programmes
        )

    @cached_property
    def _ruled_programmes(self) -> tuple[Entity, ...]:
        """The funds and programmes of the Union for which some rule says who may take part, and which existed by then."""
        rows = rows_by_id("programmes.csv")
        named = {word for rule in shipped_rules() if rule.holds_on(self.on) for word in _QUOTED.findall(rule.program)}
        wanted = [EntityId(row["id"]) for row in rows.values() if row["id"] in named and self._is_open(row)]
        return tuple(self.record.entities(wanted)) if wanted else ()

    def _is_open(self, row: Mapping[str, str]) -> bool:
        """Whether it is a fund of the Union that ran on the day, or a programme that one of the actors observes."""
        if row["started"] and row["started"] > self.on.isoformat():
            return False
        if {actor.id for actor in self.actors} & set(split_cell(row["observers"])):
            return True
        if row["kind"] != "fund" or row["lead"] != "european-commission" or row["status"] == "awarded":
            return False
        ended = _YEARS.findall(row["status"]) if row["status"].startswith("closed") else []
        return not ended or int(ended[-1]) >= self.on.year

    def claim(self, claim: ClaimId) -> Claim | None:
        """The claim of this id, looked up once."""
        if claim not in self._known:
            self._known[claim] = self.record.claim(claim)
        return self._known[claim]

    def claims(self, kinds: Iterable[Kind], modality: Modality | None = Modality.ACTUAL) -> tuple[Claim, ...]:
        """The affirmed claims of these kinds that involve at least two of the actors, earliest first, undated last."""
        wanted = tuple(kinds)
        claims = self.record.once(
            ("between", tuple(self.sides.items()), wanted, modality, self.known_on),
            lambda: tuple(self._claims(wanted, modality)),
        )
        self._known.update((claim.id, claim) for claim in claims)
        return claims

    def _claims(self, kinds: tuple[Kind, ...], modality: Modality | None) -> list[Claim]:
        found: dict[ClaimId, Claim] = {}
        for one, other in self.pairs:
            query = ClaimQuery(
                kinds=kinds,
                between=(self.sides[one.id], self.sides[other.id]),
                modality=modality,
                polarity=Polarity.AFFIRMED,
                known_on=self.known_on,
            )
            found |= {claim.id: claim for claim in self.record.claims(query)}
        between = (claim for claim in found.values() if self._is_between(claim))
        return sorted(between, key=lambda claim: (*_days(claim.when), claim.id))

    def _is_between(self, claim: Claim) -> bool:
        """Whether at least two of the actors are in a claim otherwise than by people, where it names states or blocs.

        A president of the Commission who is a German is at a summit for the Union, not for Germany.
        """
        ids = {filler.entity for fillers in claim.roles.values() for filler in fillers if filler.entity}
        kinds = {id: entity.kind for id in ids if (entity := self.record.entity(id)) is not None}
        if not {EntityKind.STATE, EntityKind.BLOC} & set(kinds.values()):
            return True
        named = {id for id in ids if kinds.get(id) is not EntityKind.PERSON}
        return sum(bool(named & set(side)) for side in self.sides.values()) >= 2

    @cached_property
    def activities(self) -> tuple[Claim, ...]:
        """What the actors did together by the day, sure enough to tell; the undated ones too."""
        return tuple(
            claim
            for claim in self.claims((Kind.ACTIVITY,))
            if claim.confidence >= DECIDES_FROM and (claim.when is None or claim.when.earliest <= self.on)
        )

    @cached_property
    def plans(self) -> tuple[Claim, ...]:
        """What by that day was planned or thought possible between the actors, and not yet due."""
        kinds = (Kind.INSTRUMENT_EVENT, Kind.ACTIVITY, Kind.PARTICIPATION, Kind.CAPABILITY)
        return tuple(
            claim
            for modality in (Modality.PLANNED, Modality.POSSIBLE)
            for claim in self.claims(kinds, modality)
            if claim.when is None or claim.when.latest > self.on
            if (written := self.written(claim)) is None or written.earliest <= self.on
        )

    def written(self, claim: Claim) -> Span | None:
        """When the document or source of a claim was written, if it says."""
        evidence = claim.evidence[0]
        if evidence.source is not None:
            try:
                return Span.parse(evidence.source.date) if evidence.source.date else None
            except DateInvalid:
                return None  # as its publisher wrote it; shown in the note all the same
        document = head_of(self.record, evidence.document)
        return document.facts.date if document else None

    @cached_property
    def rule_claims(self) -> Mapping[str, ClaimId]:
        """The claim that states each rule, by the rule's id, as far as the record holds one."""
        rules = read_rules()
        mentioned = {EntityId(relation_of(rule)["condition"]) for rule in rules}
        entities = {entity.id: entity for entity in self.record.entities(mentioned)}
        found = {rule["id"]: rule_claim(rule, relation_of(rule), entities) for rule in rules}
        return {id: claim.id for id, claim in found.items() if claim is not None and self.claim(claim.id)}

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """The rules that ship with the program, by id."""
        return {rule.id: rule for rule in shipped_rules()}


def _days(when: Span | None) -> tuple[date, date]:
    return (when.earliest, when.latest) if when else (date.max, date.max)
