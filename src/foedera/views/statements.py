"""A claim as one plain line of English, for tables and timelines. Never evidence: the quote is that."""

from __future__ import annotations

from collections.abc import Iterable

from foedera.model.claims import Claim, Filler
from foedera.model.kinds import Kind, Modality, Polarity

_EVENTS = {
    "proposed": "proposed",
    "negotiating": "under negotiation",
    "agreed": "agreed",
    "announced": "announced",
    "adopted": "adopted",
    "signed": "signed",
    "provisionally_applied": "applied provisionally",
    "ratified": "ratified",
    "in_force": "in force",
    "amended": "amended",
    "extended": "extended",
    "suspended": "suspended",
    "terminated": "terminated",
}
_STRENGTHS = {
    "binding": "must",
    "commits": "will",
    "intends": "intend to",
    "explores": "will explore",
    "encourages": "encourage",
}


def show_claim(claim: Claim) -> str:
    """The claim in one line, its modality and polarity named unless it is actual and affirmed."""
    line = _MATTERS[claim.kind](claim)
    signs = [sign for sign in (_modality(claim), _polarity(claim)) if sign]
    return f"{line} ({', '.join(signs)})" if signs else line


def _modality(claim: Claim) -> str:
    return "" if claim.modality is Modality.ACTUAL else claim.modality.value


def _polarity(claim: Claim) -> str:
    return "denied" if claim.polarity is Polarity.DENIED else ""


def names(fillers: Iterable[Filler]) -> str:
    """The fillers' names as a list in words: "Japan, France and Italy"."""
    listed = list(dict.fromkeys(filler.name or filler.text for filler in fillers))
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} and {listed[-1]}"


def _instrument_event(claim: Claim) -> str:
    parties = names(claim.fillers("party"))
    event = _EVENTS[claim.word("event")]
    return f"{names(claim.fillers('instrument'))}: {event}" + (f" ({parties})" if parties else "")


def _commitment(claim: Claim) -> str:
    return (
        f"{names(claim.fillers('party'))} {_STRENGTHS[claim.word('strength')]}: {names(claim.fillers('undertaking'))}"
    )


def _activity(claim: Claim) -> str:
    line = f"{claim.word('type').replace('_', ' ')}: {names(claim.fillers('participant'))}"
    name, place = names(claim.fillers("name")), names(claim.fillers("place"))
    return line + (f", {name}" if name else "") + (f", at {place}" if place else "")


def _participation(claim: Claim) -> str:
    return f"{names(claim.fillers('actor'))}: {claim.word('as')} in {names(claim.fillers('in'))}"


def _capability(claim: Claim) -> str:
    return f"{names(claim.fillers('actor'))} {claim.word('stage')} {names(claim.fillers('system'))}"


def _measure(claim: Claim) -> str:
    unit = names(claim.fillers("unit"))
    value = names(claim.fillers("value")) + (f" {unit}" if unit else "")
    return f"{names(claim.fillers('subject'))}, {names(claim.fillers('metric'))}: {value}"


def _dependency(claim: Claim) -> str:
    return f"{names(claim.fillers('condition'))} | {claim.word('relation')} | {names(claim.fillers('outcome'))}"


def _remark(claim: Claim) -> str:
    return f"{names(claim.fillers('speaker'))}: “{names(claim.fillers('content'))}”"


def _assessment(claim: Claim) -> str:
    return f"{names(claim.fillers('assessor'))} on {names(claim.fillers('target'))}: {names(claim.fillers('label'))}"


def _affiliation(claim: Claim) -> str:
    office = names(claim.fillers("as"))
    return f"{names(claim.fillers('member'))}: " + (f"{office}, " if office else "") + names(claim.fillers("of"))


_MATTERS = {
    Kind.INSTRUMENT_EVENT: _instrument_event,
    Kind.COMMITMENT: _commitment,
    Kind.ACTIVITY: _activity,
    Kind.PARTICIPATION: _participation,
    Kind.CAPABILITY: _capability,
    Kind.MEASURE: _measure,
    Kind.DEPENDENCY: _dependency,
    Kind.REMARK: _remark,
    Kind.ASSESSMENT: _assessment,
    Kind.AFFILIATION: _affiliation,
}
