"""/answers: the questions of the command line, with the same answers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request, Response

from foedera.answers.can import Activity, answer_can
from foedera.answers.changed import answer_changed
from foedera.answers.commitments import answer_commitments
from foedera.answers.eligible import Quality, answer_eligible, programme_named
from foedera.answers.naming import actor_named, instrument_named, two_actors_named
from foedera.answers.pathway import answer_pathway
from foedera.answers.places import place_named
from foedera.answers.status import answer_status, answer_statuses
from foedera.model.choices import chosen, day_of
from foedera.model.entities import Entity
from foedera.model.errors import UsageWrong
from foedera.record import Record
from foedera.server.api.entities import days_of
from foedera.server.api.parameters import KNOWN_ON, ON, Parameter, described, read_parameters, read_several
from foedera.server.etags import answer
from foedera.server.paging import read_limit
from foedera.server.records import TheRecord
from foedera.views.changes import changes_to_json
from foedera.views.commitments import promises_to_json
from foedera.views.pathway import pathway_to_json
from foedera.views.possible import answer_to_json
from foedera.views.shapes_of_answers import AnswerTold, ChangesTold, CommitmentsTold, PathwayTold, Statuses
from foedera.views.status import status_to_json

router = APIRouter(prefix="/api/v1/answers", tags=["answers"])

_ACTORS = Parameter("actor", "The actors, as people write them.", "Japan", needed=True, several=True)
_PARTIES = Parameter("actor", "Two parties: everything between them, or which instrument is meant.", several=True)
_INSTRUMENT = Parameter("instrument", "An agreement, as people write it.", "EU-Japan SPA")
_ACTIVITY = Parameter(
    "activity", "What they would do.", "exercise", needed=True, choices=tuple(each.value for each in Activity)
)
_AT = Parameter("at", "Where: Gulf of Aden, off Sri Lanka, 12.5,47.0 (latitude, longitude).", "Gulf of Aden")
_ACTOR = Parameter("actor", "A company or a state, as people write it.", "Japan", needed=True)
_PROGRAMME = Parameter("programme", "A fund or programme, as people write it.", "EDF", needed=True)
_AS = Parameter("as", "In which quality; the usual one if not given.", choices=tuple(each.value for each in Quality))
_STEPS = Parameter("steps", "At most so many next steps.")
_UNFOLLOWED = Parameter("unfollowed", "yes: only those that nothing followed.", choices=("yes", "no"))
_FROM = Parameter("from", "From this day on (EDTF).", "2018", needed=True)
_TO = Parameter("to", "Up to this day (EDTF), the day included.", "2019", needed=True)
_KNOWN = Parameter("known", "yes: also what the record learned or gave up.", choices=("yes", "no"))
_BETWEEN = Parameter("actor", "Two actors: only what concerns both.", "Japan", several=True)


@router.get("/status", response_model=Statuses, openapi_extra=described(_INSTRUMENT, _PARTIES, ON, KNOWN_ON))
def ask_status(request: Request, record: TheRecord) -> Response:
    """Where an instrument stands on a day, or everything that stands between two actors."""
    given = read_parameters(request, (_INSTRUMENT, _PARTIES, ON, KNOWN_ON))
    names = read_several(request, "actor")
    if "instrument" not in given and len(names) < 2:
        raise UsageWrong("status of what?", mend="Give an instrument, or two actors.")
    on, known_on, today = days_of(given)
    parties = [actor_named(record, name).id for name in names]

    def make() -> Any:
        if "instrument" in given:
            found = instrument_named(record, given["instrument"], parties)
            return {"statuses": [status_to_json(answer_status(record, found.id, on=on, known_on=known_on))]}
        answers = answer_statuses(record, parties, on=on, known_on=known_on)
        return {"statuses": [status_to_json(each) for each in answers]}

    return answer(request, record, make, today=today)


@router.get("/can", response_model=AnswerTold, openapi_extra=described(_ACTIVITY, _ACTORS, _AT, ON, KNOWN_ON))
def ask_can(request: Request, record: TheRecord) -> Response:
    """Whether actors may do something together on a day, with grounds, and what would make it possible."""
    given = read_parameters(request, (_ACTIVITY, _ACTORS, _AT, ON, KNOWN_ON))
    on, known_on, today = days_of(given)
    activity = chosen(Activity, given["activity"], "activity")
    place = place_named(given["at"]) if "at" in given else None
    actors = [actor_named(record, name) for name in read_several(request, "actor")]

    def make() -> Any:
        found = answer_can(record, activity, actors, on=on, at=place, known_on=known_on)
        return answer_to_json(found) | {"notes": list(found.notes)}

    return answer(request, record, make, today=today)


@router.get("/eligible", response_model=AnswerTold, openapi_extra=described(_ACTOR, _PROGRAMME, _AS, ON, KNOWN_ON))
def ask_eligible(request: Request, record: TheRecord) -> Response:
    """Whether an actor may take part in a fund or programme on a day, with grounds, and what would make it possible."""
    given = read_parameters(request, (_ACTOR, _PROGRAMME, _AS, ON, KNOWN_ON))
    on, known_on, today = days_of(given)
    quality = chosen(Quality, given["as"], "as") if "as" in given else None
    actor, programme = actor_named(record, given["actor"]), programme_named(record, given["programme"])

    def make() -> Any:
        found = answer_eligible(record, actor, programme, on=on, quality=quality, known_on=known_on)
        return answer_to_json(found) | {"notes": list(found.notes)}

    return answer(request, record, make, today=today)


@router.get("/pathway", response_model=PathwayTold, openapi_extra=described(_ACTORS, _STEPS, ON, KNOWN_ON))
def ask_pathway(request: Request, record: TheRecord) -> Response:
    """Which kinds of agreement two actors have, and which usually come next, by precedent."""
    given = read_parameters(request, (_ACTORS, _STEPS, ON, KNOWN_ON))
    on, known_on, today = days_of(given)
    one, other = _two(request, record)
    steps = read_limit(given["steps"]) if "steps" in given else None

    def make() -> Any:
        found = answer_pathway(record, one.id, other.id, on=on, known_on=known_on)
        return pathway_to_json(replace(found, next=found.next[:steps]))

    return answer(request, record, make, today=today)


@router.get("/commitments", response_model=CommitmentsTold, openapi_extra=described(_ACTORS, _UNFOLLOWED, ON, KNOWN_ON))
def ask_commitments(request: Request, record: TheRecord) -> Response:
    """What two actors undertook, how firmly, and what the record holds that followed."""
    given = read_parameters(request, (_ACTORS, _UNFOLLOWED, ON, KNOWN_ON))
    on, known_on, today = days_of(given)
    one, other = _two(request, record)
    all_of_them = given.get("unfollowed") != "yes"

    def make() -> Any:
        found = answer_commitments(record, one.id, other.id, on=on, known_on=known_on)
        kept = tuple(promise for promise in found.promises if all_of_them or not promise.followed)
        return promises_to_json(replace(found, promises=kept))

    return answer(request, record, make, today=today)


@router.get("/changed", response_model=ChangesTold, openapi_extra=described(_FROM, _TO, _BETWEEN, _KNOWN))
def ask_changed(request: Request, record: TheRecord) -> Response:
    """What changed in a period, in the world and (if asked) in what the record knows."""
    given = read_parameters(request, (_FROM, _TO, _BETWEEN, _KNOWN))
    first, last = day_of(given["from"], "from"), day_of(given["to"], "to", last=True)
    between = [actor.id for actor in _two(request, record)] if read_several(request, "actor") else []

    def make() -> Any:
        return changes_to_json(answer_changed(record, first, last, between=between, known=given.get("known") == "yes"))

    return answer(request, record, make)


def _two(request: Request, record: Record) -> tuple[Entity, Entity]:
    names = read_several(request, "actor")
    if len(names) != 2:
        raise UsageWrong(f"actor is given {len(names)} times.", mend="Give two actors: actor=Japan&actor=EU.")
    return two_actors_named(record, *names)
