"""What kinds of claim, their roles and the words of their closed lists are called on a page."""

from __future__ import annotations

from foedera.model.kinds import Kind

_KINDS = {
    Kind.INSTRUMENT_EVENT: ("Agreement event", "Agreement events"),
    Kind.COMMITMENT: ("Commitment", "Commitments"),
    Kind.ACTIVITY: ("Activity", "Activities"),
    Kind.PARTICIPATION: ("Participation", "Participations"),
    Kind.CAPABILITY: ("Capability", "Capabilities"),
    Kind.MEASURE: ("Measure", "Measures"),
    Kind.DEPENDENCY: ("Dependency", "Dependencies"),
    Kind.REMARK: ("Remark", "Remarks"),
    Kind.ASSESSMENT: ("Assessment", "Assessments"),
    Kind.AFFILIATION: ("Affiliation", "Affiliations"),
}
# Where the name of a role alone would puzzle a reader.
_ROLES = {
    "instrument": "agreement",
    "in": "takes part in",
    "as": "as",
    "of": "belongs to",
    "type": "kind of activity",
    "name": "name of the activity",
    "asset": "ships, aircraft, units",
    "element": "what was practised",
    "label": "judged as",
}


def show_kind(kind: Kind, *, several: bool = False) -> str:
    """What a kind of claim is called: "Agreement event", or "Agreement events" for several."""
    return _KINDS[kind][several]


def show_role(role: str) -> str:
    """What a role is called: "takes part in" for `in`."""
    return _ROLES.get(role, role)


def show_word(word: str) -> str:
    """A word of a closed list as people write it: "port call" for `port_call`."""
    return word.replace("_", " ")
