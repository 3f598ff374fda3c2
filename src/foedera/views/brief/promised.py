"""What has been promised, how firmly, and what followed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from foedera.model.claims import ClaimId
from foedera.model.promises import Followed, Promise
from foedera.views.brief.content import Paragraph, Row, Section, Sentence, Table
from foedera.views.brief.deeds import Deed
from foedera.views.brief.done import deed_name
from foedera.views.brief.grounding import sentence
from foedera.views.brief.material import Material
from foedera.views.brief.wording import activity_word, counted, listed, number_word, opening, short
from foedera.views.spans import show_span
from foedera.views.statements import show_claim

NOTHING = "nothing recorded"
_MOST = 24  # rows on paper
_SHOWN = 3  # deeds in a cell
_FIRMNESS = {
    "binding": "binding (“shall”)",
    "commits": "firm (“will”)",
    "intends": "an intention",
    "explores": "to be explored",
    "encourages": "encouraged",
}


def promised(material: Material) -> Section | None:
    """The section; None if the record holds no commitment of the actors by the day."""
    promises = promises_of(material)
    if not promises:
        return None
    shown = promises[:_MOST]
    rows = tuple(_row(promise) for promise in shown)
    table = Table(
        "Commitments and what followed",
        ("In", "How firm", "Undertaking, as written", "What followed"),
        rows,
        (20, 13, 37, 30),
        len(promises) - len(shown),
        signed=3,
    )
    return Section("promised", "What was promised, and what followed", (Paragraph(tuple(_told(promises))), table))


def promises_of(material: Material) -> list[Promise]:
    """The commitments of every two of the actors, each once, those of one instrument together."""
    found = {promise.claim.id: promise for answer in material.promises for promise in answer.promises}
    return list(found.values())


def _told(promises: list[Promise]) -> Iterable[Sentence]:
    by_strength = Counter(promise.strength for promise in promises)
    parts = [f"{number_word(by_strength[each])} {told}" for each, told in _FIRMNESS.items() if by_strength[each]]
    number = opening(counted(len(promises), "commitment"))
    text = f"{number} are on record: {listed(parts)}."
    if len(promises) == 1:
        text = f"{number} is on record: {_FIRMNESS[promises[0].strength]}."
    yield from sentence(text, _ids(promises))
    followed = [promise for promise in promises if promise.followed]
    if followed:
        number = "It" if len(promises) == 1 else opening(counted(len(followed), "of them", "of them"))
        was = "was" if len(followed) == 1 else "were"
        text = f"{number} {was} followed by something on the same matter; whether that keeps the promise is for the reader to judge."
        yield from sentence(text, (*_ids(followed), *(each.claim.id for each in _deeds(followed))))


def _ids(promises: Iterable[Promise]) -> list[ClaimId]:
    return [promise.claim.id for promise in promises]


def _deeds(promises: Iterable[Promise]) -> list[Followed]:
    return [deed for promise in promises for deed in promise.followed]


def _row(promise: Promise) -> Row:
    where = [promise.instrument_name, promise.provision]
    shown = promise.followed[-_SHOWN:]
    return Row(
        (
            ", ".join(dict.fromkeys(part for part in where if part)) or "a statement of the two",
            _FIRMNESS[promise.strength],
            f"“{short(promise.undertaking, 220)}”",
            _followed(promise),
        ),
        (promise.claim.id, *(deed.claim.id for deed in shown)),
        sign="good" if promise.followed else "open",
    )


def _followed(promise: Promise) -> str:
    if promise.since is None:
        return "cannot be told: nothing dates the commitment"
    if not promise.followed:
        return NOTHING
    shown = [f"{show_span(each.when)}: {_deed(each)}" for each in promise.followed[-_SHOWN:]]
    more = len(promise.followed) - len(shown)
    return "\n".join([*([f"{more} earlier, and"] if more else []), *shown])


def _deed(followed: Followed) -> str:
    deed = Deed((followed.claim,))
    if followed.claim.word("type"):
        return deed_name(deed) or activity_word(deed.type)
    return show_claim(followed.claim)
