"""Names for the forms that offer them while somebody types."""

from __future__ import annotations

from collections import Counter

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response

from foedera.answers.naming import ACTOR_KINDS
from foedera.model.entities import EntityKind
from foedera.server.records import TheRecord, at_one_moment
from foedera.views.kinds import show_word

router = APIRouter()

# What a form asks for -> the kinds of entity that fit; anything fits `entity`.
SORTS: dict[str, frozenset[EntityKind]] = {
    "actor": ACTOR_KINDS - {EntityKind.EVENT},
    "instrument": frozenset({EntityKind.INSTRUMENT}),
    "programme": frozenset({EntityKind.PROGRAMME, EntityKind.OPERATION, EntityKind.INSTITUTION}),
    "place": frozenset({EntityKind.PLACE}),
    "entity": frozenset(),
}
_MOST = 10


@router.get("/complete/{sort}")
@at_one_moment
def complete(sort: str, record: TheRecord, q: str = "") -> Response:
    """Up to ten names that begin as typed: `value` is what the form then sends, `label` tells what it is."""
    found = record.complete_name(q[:200], kinds=SORTS.get(sort, frozenset()), limit=_MOST)
    borne = Counter(each.called for each in found)
    names = [
        {
            # A name that two of them go by would be ambiguous: there the form sends the id.
            "value": each.called if borne[each.called] == 1 else each.entity,
            "label": show_word(each.kind.value) + ("" if each.name == each.called else f", “{each.name}”"),
            "id": each.entity,
        }
        for each in found
    ]
    return JSONResponse({"names": names})
