"""What stands between two or more actors, for the page and for the briefs: worked out once, kept until the record changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from fastapi import Request

from foedera.model.entities import Entity
from foedera.model.errors import UsageWrong
from foedera.names.folding import fold_name
from foedera.record import Record
from foedera.server.remembering import recall, remembered
from foedera.server.selection import checked_day
from foedera.views.brief.material import Material
from foedera.views.brief.writing import material_of

MOST_ACTORS = 6


def partnership_material(
    request: Request, record: Record, actors: Sequence[Entity], *, on: date, known_on: date | None = None
) -> Material:
    """What the page and the briefs of a partnership are written from. Raises UsageWrong for too few actors or no such day."""
    several = tuple({actor.id: actor for actor in actors}.values())
    if len(several) < 2:
        raise UsageWrong("a partnership has at least two actors.", mend="Name another one.")
    checked_day("on", on)
    if known_on is not None:
        checked_day("known_on", known_on)
    kept: Material = recall(
        request,
        record,
        ("partnership", tuple(actor.id for actor in several), on, known_on),
        lambda: material_of(remembered(request, record), several, on=on, known_on=known_on),
    )
    return kept


def brief_file_name(material: Material, form: str) -> str:
    """What the file of a brief is called: brief-jpn-eu-2025-02-01.pdf."""
    name = "-".join(fold_name(actor.id).replace(" ", "-") for actor in material.actors)
    return f"brief-{name}-{material.on}.{form}"
