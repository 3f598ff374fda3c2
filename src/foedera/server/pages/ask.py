"""The questions as forms: may they, may it take part, what comes next, what changed. Answers are chains that lead to sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from foedera.answers.can import Activity, answer_can
from foedera.answers.changed import HAPPENINGS, answer_changed
from foedera.answers.eligible import Quality, answer_eligible, programme_named
from foedera.answers.naming import actor_named, two_actors_named
from foedera.answers.pathway import answer_pathway
from foedera.answers.places import areas_all, place_named
from foedera.answers.tables import rows_by_id
from foedera.answers.trust import confidence_word
from foedera.model.answers import Ground
from foedera.model.choices import chosen, day_of
from foedera.model.claims import ClaimId
from foedera.model.entities import EntityId
from foedera.model.errors import FoederaError, UsageWrong
from foedera.model.kinds import Modality
from foedera.model.possible import Answer, Reason
from foedera.record import ClaimQuery, Record, RecordReader
from foedera.server.pages.asked import Typed, actors_asked, apart, days_asked, read_typed, told
from foedera.server.pages.links import entity_link, sentence_link
from foedera.server.pages.rendering import is_partial, render_page
from foedera.server.records import TheRecord, at_one_moment
from foedera.server.remembering import remembered
from foedera.views.brief.possible import ACTIVITIES
from foedera.views.brief.wording import called, listed
from foedera.views.spans import show_day

router = APIRouter()

# The questions in the order of the page: path, title, the fields of the form, one worked example.
QUESTIONS = (
    ("can", "May they?", "activity=exercise&actor=Japan&actor=EU&at=Gulf+of+Aden"),
    ("eligible", "May it take part?", "actor=Japan&programme=EDF"),
    ("pathway", "What comes next?", "actor=Japan&actor=EU"),
    ("changed", "What changed?", "from=2024-01-01&to=2024-12-31&actor=Japan&actor=EU"),
)
_FIELDS = {
    "can": ("activity", "actor", "at", "on", "known_on"),
    "eligible": ("actor", "programme", "as", "on", "known_on"),
    "pathway": ("actor", "on", "known_on"),
    "changed": ("from", "to", "actor", "known"),
}
_NEEDED = {
    "can": ("activity", "actor"),
    "eligible": ("actor", "programme"),
    "pathway": ("actor",),
    "changed": ("from", "to"),
}
MOST_CHANGES = 200  # happenings on a page
_MOST_ASKED = 2000  # happenings of a period that a page takes on, where no actors are named


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a chain: a rule with its basis, or a fact under it with the address of the sentence that says it."""

    text: str
    source: str
    is_rule: bool
    link: str | None
    outside: str | None
    trust: str


@router.get("/ask")
def ask_first() -> Response:
    """Leads to the first question."""
    return RedirectResponse("/ask/can", 307)


@router.get("/ask/can")
@at_one_moment
def ask_can(request: Request, record: TheRecord) -> Response:
    """May these actors do this together, at this place, on this day?"""

    def answer(typed: Typed) -> dict[str, Any]:
        days = days_asked(typed)
        place = place_named(typed.one("at")) if typed.one("at") else None
        activity = chosen(Activity, typed.one("activity"), "activity")
        actors = actors_asked(record, typed.several("actor"))
        found = answer_can(remembered(request, record), activity, actors, on=days.on, at=place, known_on=days.known_on)
        where = f" ({place.name})" if place else ""
        asked = f"May {listed(map(called, actors))} {ACTIVITIES[activity]}{where} on {show_day(days.on)}?"
        return _shown_answer(remembered(request, record), found, asked)

    return _page(request, "can", answer, activities=ACTIVITIES, places=[area.name for area in areas_all()])


@router.get("/ask/eligible")
@at_one_moment
def ask_eligible(request: Request, record: TheRecord) -> Response:
    """May this actor take part in this fund or programme, on this day?"""

    def answer(typed: Typed) -> dict[str, Any]:
        days = days_asked(typed)
        quality = chosen(Quality, typed.one("as"), "as") if typed.one("as") else None
        actor = actor_named(record, typed.one("actor"))
        programme = programme_named(record, typed.one("programme"))
        found = answer_eligible(
            remembered(request, record), actor, programme, on=days.on, quality=quality, known_on=days.known_on
        )
        quality_said = found.question.removeprefix(f"{actor.name} as ").partition(" of ")[0]
        asked = f"May {called(actor)} take part in {programme.name} as {quality_said} on {show_day(days.on)}?"
        return _shown_answer(remembered(request, record), found, asked)

    programmes = [row["short_name"] or row["name"] for row in rows_by_id("programmes.csv").values()]
    return _page(request, "eligible", answer, qualities=tuple(Quality), programmes=programmes)


@router.get("/ask/pathway")
@at_one_moment
def ask_pathway(request: Request, record: TheRecord) -> Response:
    """Which kinds of agreement two actors have, and which usually come next."""

    def answer(typed: Typed) -> dict[str, Any]:
        days = days_asked(typed)
        one, other = two_actors_named(record, *_two(typed))
        found = answer_pathway(remembered(request, record), one.id, other.id, on=days.on, known_on=days.known_on)
        asked = f"What {called(one)} and {called(other)} have on {show_day(days.on)}"
        return {
            "pathway": found,
            "asked": asked,
            "ground_link": lambda ground: _ground_link(remembered(request, record), ground),
        }

    return _page(request, "pathway", answer)


@router.get("/ask/changed")
@at_one_moment
def ask_changed(request: Request, record: TheRecord) -> Response:
    """What changed in a period."""

    def answer(typed: Typed) -> dict[str, Any]:
        first, last = day_of(typed.one("from"), "from"), day_of(typed.one("to"), "to", last=True)
        between = two_actors_named(record, *_two(typed)) if typed.several("actor") else ()
        if not between:
            _check_period(record, first, last)
        ids = [actor.id for actor in between]
        found = answer_changed(remembered(request, record), first, last, between=ids, known=typed.one("known") == "yes")
        who = f" between {listed(map(called, between))}" if between else ""
        asked = f"What changed{who} from {show_day(first)} to {show_day(last)}"
        return {
            "changes": found,
            "asked": asked,
            "most": MOST_CHANGES,
            "ground_link": lambda ground: _ground_link(remembered(request, record), ground),
        }

    return _page(request, "changed", answer)


def _check_period(record: Record, first: date, last: date) -> None:
    """Nobody reads, and no page waits for, all that happened anywhere in many years. Raises UsageWrong."""
    query = ClaimQuery(kinds=HAPPENINGS, earliest=first, latest=last, modality=Modality.ACTUAL)
    if last >= first and record.count_claims(query, up_to=_MOST_ASKED + 1) > _MOST_ASKED:
        raise UsageWrong(
            f"more than {_MOST_ASKED:,} things happened in these days.",
            mend="Name two actors, or take fewer days; the command `foedera changed` has no limit.",
        )


def _two(typed: Typed) -> tuple[str, str]:
    names = typed.several("actor")
    if len(names) != 2:
        raise UsageWrong(f"this question is about two actors, not {len(names)}.", mend="Name two: Japan and EU.")
    return names[0], names[1]


def _page(request: Request, question: str, answer: Callable[[Typed], dict[str, Any]], **values: Any) -> Response:
    """The form of a question and, where it is filled in, its answer."""
    if not is_partial(request) and any(not value.strip() for value in request.query_params.values()):
        kept = [(name, value) for name, value in request.query_params.multi_items() if value.strip()]
        return RedirectResponse(f"/ask/{question}?{urlencode(kept)}" if kept else f"/ask/{question}", 303)
    typed, problem, found = Typed({}), None, None
    try:
        typed = read_typed(request, *_FIELDS[question])
        if all(typed.one(name) for name in _NEEDED[question]):
            found = answer(typed)
        elif typed.values:
            missing = [name for name in _NEEDED[question] if not typed.one(name)]
            raise UsageWrong(f"the question lacks: {', '.join(missing)}.", mend="Fill it in and ask again.")
    except FoederaError as error:
        problem = told(error)
    return render_page(
        request,
        "partials/answer.html" if is_partial(request) else "ask.html",
        status_code=200 if problem is None or is_partial(request) else problem.status,
        headers={"HX-Push-Url": typed.address(f"/ask/{question}")} if is_partial(request) and found else {},
        question=question,
        questions=QUESTIONS,
        typed=typed,
        problem=problem,
        found=found,
        apart=apart,
        **values,
    )


def _shown_answer(record: RecordReader, answer: Answer, asked: str) -> dict[str, Any]:
    """An answer with the question in words, and each step of its chain leading to what says it."""
    return {"answer": answer, "asked": asked, "steps": [_step(record, reason) for reason in answer.grounds]}


def _step(record: RecordReader, reason: Reason) -> Step:
    trust = f"{reason.reliability or '–'}, {confidence_word(reason.confidence)}"
    source, outside = apart(reason.source)
    return Step(reason.text, source, reason.rule is not None, _reason_link(record, reason), outside, trust)


def _reason_link(record: RecordReader, reason: Reason) -> str | None:
    if not reason.claim:
        return None
    entity = reason.claim.removeprefix("entity:")
    if entity != reason.claim:
        known = record.entity(EntityId(entity))
        return entity_link(known.id, known.kind) if known else None
    claim = record.claim(ClaimId(reason.claim))
    return sentence_link(claim) if claim else None


def _ground_link(record: RecordReader, ground: Ground) -> str:
    """Where a ground is said."""
    claim = record.claim(ground.claim)
    return sentence_link(claim) if claim else "/"
