"""Parties that an event of an instrument leaves unsaid are those that another event of the same instrument names."""

from __future__ import annotations

from .decode import Read
from .words import Words

ALONE = frozenset(("ratified", "proposed", "suspended", "terminated", "adopted"))


def complete_parties(words: Words, reads: list[Read]) -> list[Read]:
    """Fill the parties of events that have none or one from the fullest event of an instrument of the same name."""
    fullest: dict[str, list] = {}
    for read in reads:
        if read.kind == "instrument_event" and len(read.spans.get("party", ())) >= 2:
            name = _name(words, read)
            if len(read.spans["party"]) > len(fullest.get(name, ())):
                fullest[name] = read.spans["party"]
    for read in reads:
        if read.kind != "instrument_event" or read.label in ALONE or len(read.spans.get("party", ())) >= 2:
            continue
        parties = fullest.get(_name(words, read), [])
        own = {words.slice(a, b).casefold() for a, b, _ in read.spans.get("party", ())}
        if parties and own <= {words.slice(a, b).casefold() for a, b, _ in parties}:
            read.spans["party"] = list(parties)
    return reads


def _name(words: Words, read: Read) -> str:
    a, b, _ = read.spans["instrument"][0]
    return words.slice(a, b).casefold()
