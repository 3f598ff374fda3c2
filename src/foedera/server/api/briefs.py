"""/briefs: a cited brief on what stands between actors, as a file."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from foedera.answers.naming import actor_named
from foedera.exchange.outgoing.briefs import MEDIA_TYPES, Form, brief_as
from foedera.model.errors import NameUnknown, UsageWrong
from foedera.server.api.entities import days_of
from foedera.server.api.parameters import KNOWN_ON, ON, Parameter, described, read_parameters, read_several
from foedera.server.etags import answer_file
from foedera.server.partnerships import MOST_ACTORS, brief_file_name, partnership_material
from foedera.server.records import TheRecord
from foedera.views.brief.writing import brief_of

router = APIRouter(prefix="/api/v1/briefs", tags=["briefs"])

_ACTORS = Parameter("actor", f"Two to {MOST_ACTORS} actors, as people write them.", "Japan", needed=True, several=True)
_TEXT = {"schema": {"type": "string"}}
_BYTES = {"schema": {"type": "string", "format": "binary"}}
_CONTENT = {
    MEDIA_TYPES[form].partition(";")[0]: _TEXT if form in (Form.HTML, Form.MARKDOWN) else _BYTES for form in Form
}


@router.get(
    "/{format}",
    response_class=Response,
    responses={200: {"description": "The brief.", "content": _CONTENT}},
    openapi_extra=described(_ACTORS, ON, KNOWN_ON),
)
def brief(format: str, request: Request, record: TheRecord) -> Response:
    """The brief of `foedera brief` on two or more actors: docx, pdf, html or md. Every sentence has its sources."""
    if format not in tuple(Form):
        raise NameUnknown(format[:40], tuple(Form), what="format")
    form = Form(format)
    given = read_parameters(request, (_ACTORS, ON, KNOWN_ON))
    on, known_on, today = days_of(given)
    names = read_several(request, "actor", most=MOST_ACTORS)
    if len(names) < 2:
        raise UsageWrong("a brief is about at least two actors.", mend="Give them: actor=Japan&actor=EU.")
    actors = [actor_named(record, name) for name in names]
    material = partnership_material(request, record, actors, on=on, known_on=known_on)
    return answer_file(
        request,
        record,
        lambda: brief_as(brief_of(material), form),
        today=today,
        media_type=MEDIA_TYPES[form],
        name=brief_file_name(material, form),
    )
