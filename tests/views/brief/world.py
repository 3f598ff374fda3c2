"""What Northmoor and Eastmark did, promised and planned, for briefs about them."""

from __future__ import annotations

from foedera.model.claims import Claim, Evidence, Filler, Source
from foedera.model.entities import Entity, EntityId, EntityKind
from foedera.model.kinds import Kind, Modality
from foedera.model.time import Span
from tests.answers.world import GAZETTE, PACT, event

NMR, EMK = EntityId("NMR"), EntityId("EMK")
RADAR = Entity(EntityId("sunder-radar"), "Sunder Radar Programme", EntityKind.PROGRAMME, ("SRP",))
LATER_SOURCE = Source("Naval notes", "https://example.org/notes", "Eastmark Herald", "2020-07-02", "B")


def told(
    kind: Kind,
    roles: dict[str, tuple[Filler, ...]],
    when: str | None = None,
    *,
    modality: Modality = Modality.ACTUAL,
    source: Source = GAZETTE,
    confidence: float = 0.8,
) -> Claim:
    """A claim taken over from a source."""
    span = Span.parse(when) if when else None
    return Claim(kind, roles, (Evidence(None, None, None, "", source),), span, modality, confidence=confidence)


def both() -> tuple[Filler, ...]:
    return Filler("Northmoor", entity=NMR, name="Northmoor"), Filler("Eastmark", entity=EMK, name="Eastmark")


def activity(type: str, when: str | None, *, name: str = "", place: str = "Sunder Sea", **how) -> Claim:
    """The two do something together."""
    roles = {"type": (Filler(type),), "participant": both(), "place": (Filler(place),)}
    if name:
        roles["name"] = (Filler(name, entity=EntityId(name.lower().replace(" ", "-")), name=name),)
    return told(Kind.ACTIVITY, roles, when, **how)


def undertaking(text: str, strength: str = "commits", **how) -> Claim:
    """The two undertake something in the Pact."""
    roles = {
        "party": both(),
        "undertaking": (Filler(text),),
        "strength": (Filler(strength),),
        "instrument": (Filler("the Pact", entity=PACT),),
        "provision": (Filler("Article 7"),),
    }
    return told(Kind.COMMITMENT, roles, **how)


def takes_part(quality: str, *who: EntityId, when: str = "2019/..") -> Claim:
    """Some of them take part in the radar programme."""
    roles = {
        "actor": tuple(Filler(one, entity=one) for one in who),
        "in": (Filler(RADAR.name, entity=RADAR.id, name=RADAR.name),),
        "as": (Filler(quality),),
    }
    return told(Kind.PARTICIPATION, roles, when)


CLAIMS = (
    event(PACT, "signed", "2018-07-17"),
    event(PACT, "in_force", "2019-02-01"),
    activity("exercise", "2019-05-03", name="Grey Heron"),
    activity("exercise", "2020-06", name="Grey Heron II", source=LATER_SOURCE),
    activity("dialogue", "2019-11-11", place="Port Heron"),
    activity("exercise", None),
    undertaking("hold joint exercises"),
    undertaking("share hydrographic charts", "explores"),
    takes_part("partner", NMR, EMK),
    activity("port_call", "2027", modality=Modality.PLANNED),
)
