"""What an unknown name says it is."""

from __future__ import annotations

import re

from foedera.model.entities import EntityKind

# The head word stands before "of" or "for", or at the end of the name.
_HEADS: dict[str, EntityKind] = {
    word: kind
    for kind, words in {
        EntityKind.PROGRAMME: "programme program project fund facility initiative scheme",
        EntityKind.INSTRUMENT: "agreement arrangement treaty convention protocol memorandum pact accord declaration "
        "strategy regulation decision compact charter concept policy law act statement partnership letter",
        EntityKind.UNIT: "command fleet squadron brigade battalion division flotilla regiment wing battlegroup staff",
        EntityKind.FORCE: "force forces navy army guard corps",
        EntityKind.CENTRE: "centre center institute laboratory university academy college school",
        EntityKind.AGENCY: "agency administration office directorate authority bureau",
        EntityKind.INSTITUTION: "ministry department council committee commission secretariat organisation organization "
        "parliament bank court group board",
        EntityKind.OPERATION: "operation mission",
        EntityKind.EVENT: "exercise exhibition deployment dialogue forum summit conference symposium show meeting week",
        EntityKind.EQUIPMENT: "missile missiles aircraft frigate frigates vehicle vessel vessels helicopter drone radar "
        "submarine submarines system",
        EntityKind.BLOC: "alliance union association community",
        EntityKind.COMPANY: "company corporation industries systems shipyard shipyards gmbh ltd limited inc plc oy ab as "
        "sa spa llc",
    }.items()
    for word in words.split()
}
_WORD = re.compile(r"[^\W_]+")
_LINK = re.compile(r"\s(?:of|for|on|between|concerning|in)\s")


def guess_kind(name: str) -> EntityKind:
    """What a name says it is by its head word; UNKNOWN if it does not say."""
    for phrase in (_LINK.split(name, maxsplit=1)[0], name):
        words = [word.lower() for word in _WORD.findall(phrase)]
        for word in (*words[-1:], *words[:1]):
            if word in _HEADS:
                return _HEADS[word]
    return EntityKind.UNKNOWN
