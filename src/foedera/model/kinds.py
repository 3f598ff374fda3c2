"""The ten kinds of claim with their roles and closed lists: the grammar, defined once.

JSON schema, store, help text and validation all follow from `KINDS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The ten kinds of claim."""

    INSTRUMENT_EVENT = "instrument_event"
    COMMITMENT = "commitment"
    ACTIVITY = "activity"
    PARTICIPATION = "participation"
    CAPABILITY = "capability"
    MEASURE = "measure"
    DEPENDENCY = "dependency"
    REMARK = "remark"
    ASSESSMENT = "assessment"
    AFFILIATION = "affiliation"


class Modality(StrEnum):
    """How real a claim says its matter is."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"


class Polarity(StrEnum):
    """Whether a claim affirms or denies its matter."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Event(StrEnum):
    """What can happen in the life of an instrument, earliest first."""

    PROPOSED = "proposed"
    NEGOTIATING = "negotiating"
    AGREED = "agreed"
    ANNOUNCED = "announced"
    ADOPTED = "adopted"
    SIGNED = "signed"
    PROVISIONALLY_APPLIED = "provisionally_applied"
    RATIFIED = "ratified"
    IN_FORCE = "in_force"
    AMENDED = "amended"
    EXTENDED = "extended"
    SUSPENDED = "suspended"
    TERMINATED = "terminated"


class Strength(StrEnum):
    """How firm a commitment is, strongest first."""

    BINDING = "binding"
    COMMITS = "commits"
    INTENDS = "intends"
    EXPLORES = "explores"
    ENCOURAGES = "encourages"


class ActivityType(StrEnum):
    """What forces or officials do."""

    EXERCISE = "exercise"
    PORT_CALL = "port_call"
    DEPLOYMENT = "deployment"
    PATROL = "patrol"
    TRANSIT = "transit"
    OPERATION = "operation"
    DIALOGUE = "dialogue"
    SUMMIT = "summit"
    VISIT = "visit"
    CONSULTATION = "consultation"
    EXCHANGE = "exchange"
    TRAINING = "training"
    EXHIBITION = "exhibition"


class ParticipationAs(StrEnum):
    """In what quality an actor takes part."""

    LEAD = "lead"
    PARTNER = "partner"
    MEMBER = "member"
    OBSERVER = "observer"
    CANDIDATE = "candidate"
    BENEFICIARY = "beneficiary"
    CONTRACTOR = "contractor"
    CONTRIBUTOR = "contributor"
    HOST = "host"
    EXHIBITOR = "exhibitor"


class Stage(StrEnum):
    """What an actor does with equipment."""

    DEVELOPS = "develops"
    PRODUCES = "produces"
    TESTS = "tests"
    UPGRADES = "upgrades"
    PROCURES = "procures"
    FIELDS = "fields"
    TRANSFERS = "transfers"
    RETIRES = "retires"


class Relation(StrEnum):
    """How the outcome of a dependency hangs on its condition."""

    REQUIRES = "requires"
    ENABLES = "enables"
    LIMITS = "limits"
    PERMITS = "permits"
    EXCLUDES = "excludes"


class Holds(StrEnum):
    """What a role is filled with."""

    CLOSED = "closed"  # a word from a closed list
    ENTITY = "entity"  # a mention of something that has a name
    TEXT = "text"  # a piece of text
    NUMBER = "number"  # a piece of text that is a quantity
    EITHER = "either"  # a mention or a piece of text


@dataclass(frozen=True, slots=True)
class Role:
    """One role of a kind: what fills it, whether a claim must have it, whether it takes several."""

    name: str
    holds: Holds
    required: bool = False
    several: bool = False
    closed: type[StrEnum] | None = None
    help: str = ""


@dataclass(frozen=True, slots=True)
class KindSpec:
    """A kind of claim: what it says and its roles, in the order in which they are shown."""

    kind: Kind
    says: str
    roles: tuple[Role, ...]

    def role(self, name: str) -> Role | None:
        """The role of this name; None if the kind has none."""
        return _ROLES[self.kind].get(name)


def _entity(name: str, *, required: bool = False, several: bool = False, help: str = "") -> Role:
    return Role(name, Holds.ENTITY, required, several, None, help)


def _text(name: str, *, required: bool = False, several: bool = False, help: str = "") -> Role:
    return Role(name, Holds.TEXT, required, several, None, help)


def _closed(name: str, values: type[StrEnum], help: str = "") -> Role:
    return Role(name, Holds.CLOSED, True, False, values, help)


def _either(name: str, help: str = "") -> Role:
    return Role(name, Holds.EITHER, True, True, None, help)


KINDS: dict[Kind, KindSpec] = {
    spec.kind: spec
    for spec in (
        KindSpec(
            Kind.INSTRUMENT_EVENT,
            "something happened in the life of an agreement, arrangement, strategy or regulation",
            (
                _entity("instrument", required=True),
                _closed("event", Event),
                _entity("party", several=True),
                _entity("place"),
            ),
        ),
        KindSpec(
            Kind.COMMITMENT,
            "parties undertake, in or under an instrument, to do something",
            (
                _entity("party", required=True, several=True),
                _text("undertaking", required=True),
                _closed("strength", Strength),
                _entity("instrument"),
                _text("provision", help="the article or paragraph, as “Article 7”"),
            ),
        ),
        KindSpec(
            Kind.ACTIVITY,
            "forces or officials did, will or could do something together or on their own",
            (
                _closed("type", ActivityType),
                _entity("participant", required=True, several=True),
                _entity("name"),
                _entity("asset", several=True, help="vessels, aircraft, units"),
                _entity("place", several=True),
                _text("element", several=True, help="what was practised"),
            ),
        ),
        KindSpec(
            Kind.PARTICIPATION,
            "an actor takes part in a programme, fund, operation, project, body or exhibition",
            (
                _entity("actor", required=True, several=True),
                _entity("in", required=True),
                _closed("as", ParticipationAs),
            ),
        ),
        KindSpec(
            Kind.CAPABILITY,
            "an actor develops, makes, tests, upgrades, buys, fields or transfers equipment",
            (
                _entity("actor", required=True, several=True),
                _entity("system", required=True),
                _closed("stage", Stage),
            ),
        ),
        KindSpec(
            Kind.MEASURE,
            "a quantity, rank or rate",
            (
                _entity("subject", required=True, several=True),
                _text("metric", required=True),
                Role("value", Holds.NUMBER, required=True),
                _text("unit"),
                _text("basis", help="the ranking or source that counts it"),
            ),
        ),
        KindSpec(
            Kind.DEPENDENCY,
            "one thing requires, enables, limits, permits or excludes another",
            (
                _either("condition", help="what comes first: the prerequisite, the limit"),
                _closed("relation", Relation),
                _either("outcome", help="what depends on it"),
            ),
        ),
        KindSpec(
            Kind.REMARK,
            "a person or body said something",
            (
                _entity("speaker", required=True, several=True),
                _text("content", required=True),
                _text("occasion"),
            ),
        ),
        KindSpec(
            Kind.ASSESSMENT,
            "an actor judges or labels another actor or a situation",
            (
                _entity("assessor", required=True, several=True),
                _either("target"),
                _text("label", required=True),
            ),
        ),
        KindSpec(
            Kind.AFFILIATION,
            "a person holds an office, or an organisation belongs to another",
            (
                _entity("member", required=True, several=True),
                _entity("of", required=True),
                _text("as", help="the office or relation"),
            ),
        ),
    )
}

_ROLES = {spec.kind: {role.name: role for role in spec.roles} for spec in KINDS.values()}
