"""What has been done: exercises, deployments, visits, meetings, with a timeline and a map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from foedera.model.claims import Claim, Filler
from foedera.model.entities import EntityKind
from foedera.model.kinds import ActivityType
from foedera.views.brief.content import Block, Paragraph, Row, Section, Sentence, Table
from foedera.views.brief.deeds import MEETINGS, Deed, deeds_of, of_forces
from foedera.views.brief.grounding import of_claims, sentence
from foedera.views.brief.map import draw_map
from foedera.views.brief.material import Material
from foedera.views.brief.timeline import draw_timeline
from foedera.views.brief.wording import (
    activity_word,
    counted,
    grouped_names,
    listed,
    on_day,
    opening,
    short,
    show_time,
    since_day,
)

_TYPES = tuple(type.value for type in ActivityType)
_MOST_DEEDS, _MOST_MEETINGS = 16, 10  # rows on paper; the record has all


def done(material: Material) -> Section | None:
    """The section; None if the record tells of nothing that was done together by the day."""
    deeds = deeds_of(material.activities)
    if not deeds and not any(claim.when and claim.when.is_open for claim in material.activities):
        return None
    forces = of_forces(deeds)
    meetings = [deed for deed in deeds if deed.type in MEETINGS]
    blocks: list[Block] = []
    told = (
        *_counts(material, forces, "have done together"),
        *_lately(forces),
        *_lasting(material),
        *_counts(material, meetings, "met in"),
    )
    if told:
        blocks.append(Paragraph(told))
    timeline = draw_timeline(material, deeds)
    if timeline:
        blocks.append(timeline)
    if forces:
        blocks.append(_table(material, "In the field and at sea", forces, _MOST_DEEDS))
    picture = draw_map(material, deeds)
    if picture:
        blocks.append(picture)
    if meetings:
        blocks.append(_table(material, "Meetings and visits", meetings, _MOST_MEETINGS))
    return Section("done", "What has been done", tuple(blocks))


def _counts(material: Material, deeds: Sequence[Deed], how: str) -> Iterable[Sentence]:
    """How often each sort of thing was done, and since when."""
    if not deeds:
        return
    by_type = Counter(deed.type for deed in deeds)
    parts = [counted(by_type[type], activity_word(type), activity_word(type, 2)) for type in _TYPES if by_type[type]]
    first = deeds[0].when
    since = f" {since_day(first)}" if first and len(deeds) > 1 else ""
    if how == "met in":
        text = f"Officials and commanders of {material.names} are on record{since} with {listed(parts)}."
    else:
        text = f"{opening(material.names)} are on record{since} with {listed(parts)}."
    yield from sentence(text, of_claims(claim for deed in deeds for claim in deed.claims))


def _lately(deeds: Sequence[Deed]) -> Iterable[Sentence]:
    if not deeds:
        return
    last = deeds[-1]
    if last.when is None:
        return
    where = place_of(last.claim)
    text = f"The latest is {_named(last)}{f' ({where})' if where else ''} {on_day(last.when)}."
    yield from sentence(text, of_claims(last.claims))


def _lasting(material: Material) -> Iterable[Sentence]:
    """What is told to go on since some day, without single occasions."""
    found: dict[str, list[Claim]] = {}
    for claim in material.activities:
        if claim.when is not None and claim.when.is_open:
            found.setdefault(claim.word("type"), []).append(claim)
    for type, claims in found.items():
        since = min(claim.when for claim in claims if claim.when is not None)
        yield from sentence(
            f"{opening(activity_word(type, 2))} of {material.names} are told to go on {since_day(since)}.",
            of_claims(claims),
        )


def _named(deed: Deed) -> str:
    """What a deed is called in a sentence: its own name in quotes, or “an exercise”."""
    name = deed_name(deed)
    word = activity_word(deed.type)
    article = "an" if word[0] in "aeiou" else "a"
    return f"“{name}”" if name else f"{article} {word}"


def deed_name(deed: Deed) -> str:
    """The name that a source gives; empty if none does."""
    return next((filler.name or filler.text for claim in deed.claims for filler in claim.fillers("name")), "")


def place_of(claim: Claim) -> str:
    """Where it was, in words."""
    return listed(dict.fromkeys(filler.name or filler.text for filler in claim.fillers("place")))


def _table(material: Material, title: str, deeds: Sequence[Deed], most: int) -> Table:
    shown = deeds[-most:]
    rows = tuple(
        Row(
            (
                show_time(deed.when) if deed.when else "",
                opening(activity_word(deed.type)),
                short(deed_name(deed) or "no name given", 90),
                place_of(deed.claim) or "–",
                grouped_names(others(material, deed)) or "–",
            ),
            of_claims(deed.claims),
        )
        for deed in reversed(shown)
    )
    columns = ("When", "What", "Name in the source", "Where", "Ships, persons, others")
    return Table(title, columns, rows, (19, 12, 32, 15, 22), len(deeds) - len(shown))


def others(material: Material, deed: Deed) -> list[str]:
    """Ships, persons and others that took part besides the actors; their own forces where nobody else is told."""
    actors = {actor.id for actor in (*material.actors, *material.principals)}
    own = {entity for side in material.sides.values() for entity in side}
    found: dict[str, bool] = {}
    for claim in deed.claims:
        for filler in (*claim.fillers("asset"), *claim.fillers("participant")):
            if filler.entity not in actors:
                entity = material.record.entity(filler.entity) if filler.entity in own else None
                is_force = entity is not None and entity.kind in (EntityKind.FORCE, EntityKind.OPERATION)
                found.setdefault(_short(material, filler), is_force)
    return [name for name, is_force in found.items() if not is_force] or list(found)


def _short(material: Material, filler: Filler) -> str:
    """The name of a participant, by its initials where the record knows them."""
    entity = material.record.entity(filler.entity) if filler.entity else None
    name = filler.name or filler.text
    if entity is None or len(name) <= 22:
        return name
    initials = [
        alias for alias in entity.aliases if sum(letter.isupper() for letter in alias) >= 3 and len(alias) <= 10
    ]
    return initials[0] if initials else name
