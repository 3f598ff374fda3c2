"""Writing a brief: its sections in the order in which they are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from foedera.model.entities import Entity
from foedera.model.errors import UsageWrong
from foedera.record import RecordReader
from foedera.views.brief.coming import coming, watch
from foedera.views.brief.content import Brief, Section
from foedera.views.brief.done import done
from foedera.views.brief.headline import headline
from foedera.views.brief.industry import industry
from foedera.views.brief.material import Material
from foedera.views.brief.notes import with_notes
from foedera.views.brief.open_points import open_points
from foedera.views.brief.possible import possible
from foedera.views.brief.promised import promised
from foedera.views.brief.standing import standing
from foedera.views.brief.wording import called, counted, listed, opening
from foedera.views.spans import show_day

# The word by which a section is asked for, and who writes it.
SECTIONS: dict[str, Callable[[Material], Section | None]] = {
    "standing": standing,
    "done": done,
    "promised": promised,
    "industry": industry,
    "possible": possible,
    "next": coming,
    "watch": watch,
    "open": open_points,
}


def write_brief(record: RecordReader, actors: Sequence[Entity], *, on: date, known_on: date | None = None) -> Brief:
    """The brief on what stands between actors on a day, as known on `known_on` (None: as known now).

    A section with nothing to say is left out; what the record does not tell stands among the open points. Raises
    UsageWrong if the actors are fewer than two.
    """
    return brief_of(material_of(record, actors, on=on, known_on=known_on))


def material_of(record: RecordReader, actors: Sequence[Entity], *, on: date, known_on: date | None = None) -> Material:
    """What a brief on these actors is written from. Raises UsageWrong if they are fewer than two."""
    different = {actor.id: actor for actor in actors}
    if len(different) < 2:
        raise UsageWrong("a brief is about at least two actors.", mend="Name two or more: foedera brief Japan EU.")
    return Material(record, tuple(different.values()), on, known_on)


def brief_of(material: Material) -> Brief:
    """The whole brief from its material."""
    sections = tuple(section for write in SECTIONS.values() if (section := write(material)) is not None)
    brief = Brief(
        title=f"{opening(listed(called(actor) for actor in material.actors))}: security and defence cooperation",
        subtitle=f"As it stood on {show_day(material.on)}" + _known(material),
        actors=tuple(actor.name for actor in material.actors),
        on=material.on.isoformat(),
        known_on=material.known_on.isoformat() if material.known_on else None,
        headline=headline(material),
        sections=sections,
    )
    return _with_colophon(material, with_notes(material, brief))


def _known(material: Material) -> str:
    return f", as the record told it on {show_day(material.known_on)}" if material.known_on else ""


def _with_colophon(material: Material, brief: Brief) -> Brief:
    claims = {claim for unit in brief.founded() for claim in unit.claims}
    documents = {
        evidence.document or (evidence.source.title if evidence.source else "")
        for id in claims
        if (claim := material.claim(id)) is not None
        for evidence in claim.evidence
    }
    told = (
        f"Written by Foedera from {counted(len(claims), 'claim')} of the record, which come from "
        f"{counted(len(documents), 'source')}. Every sentence carries the claims in its note, every row its claims or the rules applied; nothing else was added.",
        "In the notes, words in quotation marks stand in the source. Where there are none, the fact was taken over from the "
        "source named. The brackets tell the reliability of the source (A official, B established press, C other; – not "
        "rated) and the confidence in the claim.",
    )
    return replace(brief, colophon=told)
