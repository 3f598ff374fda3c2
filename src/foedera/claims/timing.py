"""What a date says of how real a thing is: what lies ahead of the document has not happened yet."""

from __future__ import annotations

from dataclasses import replace

from foedera.claims import frames
from foedera.claims.drafts import Draft
from foedera.claims.modality import modality_of
from foedera.claims.tokens import Token
from foedera.model.kinds import Kind, Modality
from foedera.model.time import Span

# An undertaking is there from the day it is given, a condition holds whenever; what is said and judged is said now.
_OF_NOW = frozenset({Kind.COMMITMENT, Kind.DEPENDENCY, Kind.REMARK, Kind.ASSESSMENT})


def as_dated(draft: Draft, written: Span | None) -> Draft:
    """The draft as planned, if it is said as a fact and its date lies wholly after the day on which the text was `written`."""
    if draft.when is None or written is None or draft.kind in _OF_NOW or draft.modality is not Modality.ACTUAL:
        return draft
    return replace(draft, modality=Modality.PLANNED) if draft.when.earliest > written.latest else draft


def looks_ahead(root: Token | None, modality: Modality) -> bool | None:
    """Whether a date without a year lies ahead, by the verb that it hangs on; None where the nearest is meant.

    “were invited to the exercise that will open in April” looks ahead though the invitation is past; “lapses on 31 May” and a
    line without a verb may do either.
    """
    if modality is not Modality.ACTUAL:
        return True
    verb = frames.clause_verb(root) if root is not None else None
    if verb is None:
        return False
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    if modality_of(verb) is Modality.PLANNED:
        return True
    perfect = any(child.lemma_ == "have" and child.dep_ == "aux" for child in verb.children)
    return None if verb.tag_ in {"VBZ", "VBP"} and not perfect else False
