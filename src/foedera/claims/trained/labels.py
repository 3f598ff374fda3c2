"""The kinds, roles and closed lists of the grammar, in the order in which the network knows them.

All follow from `KINDS`; the settings beside the weights hold what they were trained with (`label_list`), so that a
changed grammar is noticed when the network is loaded.
"""

from __future__ import annotations

from foedera.model.kinds import KINDS, Holds, Kind, Modality

ORDER: tuple[Kind, ...] = tuple(KINDS)
CLOSED: dict[Kind, str] = {
    kind: role.name for kind, spec in KINDS.items() for role in spec.roles if role.holds is Holds.CLOSED
}
# A word from a closed list, of its kind.
LABELS: tuple[tuple[Kind, str], ...] = tuple(
    (kind, word.value)
    for kind, spec in KINDS.items()
    for role in spec.roles
    if role.closed is not None
    for word in role.closed
)
MODALITIES: tuple[Modality, ...] = tuple(Modality)
# Roles that are filled from the text, in the order of the kind.
SPANS: dict[Kind, tuple[str, ...]] = {
    kind: tuple(role.name for role in spec.roles if role.holds is not Holds.CLOSED) for kind, spec in KINDS.items()
}
WHEN = "when"
ROLES: tuple[str, ...] = (*dict.fromkeys(role for roles in SPANS.values() for role in roles), WHEN)
REQUIRED: dict[Kind, tuple[str, ...]] = {
    kind: tuple(role.name for role in spec.roles if role.name in SPANS[kind] and role.required)
    for kind, spec in KINDS.items()
}
# What depends and what is judged is read as one piece each, though the grammar lets there be several.
SEVERAL: frozenset[tuple[Kind, str]] = frozenset(
    (kind, role.name)
    for kind, spec in KINDS.items()
    for role in spec.roles
    if role.several and role.holds is not Holds.EITHER
)
# What else is read at an anchor: whether the claim is denied, is of the document's own day, is the author's own judgement.
FLAGS: tuple[str, ...] = ("denied", "document_date", "author")
SIGNS: tuple[str, ...] = ("start", "end", "inside")


def label_list() -> list[str]:
    """Everything that the network's outputs stand for, as one list of words: equal lists, equal outputs."""
    words = [kind.value for kind in ORDER] + [f"{kind.value}={word}" for kind, word in LABELS]
    return [*words, *(modality.value for modality in MODALITIES), *FLAGS, *ROLES]
