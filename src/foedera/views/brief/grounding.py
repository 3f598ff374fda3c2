"""Which claims a sentence or a row carries: those of answers' grounds, and those that state the rules applied."""

from __future__ import annotations

from collections.abc import Iterable

from foedera.model.answers import Ground
from foedera.model.claims import Claim, ClaimId
from foedera.model.possible import Reason
from foedera.views.brief.content import Sentence
from foedera.views.brief.material import Material


def of_grounds(grounds: Iterable[Ground]) -> tuple[ClaimId, ...]:
    """The claims of these grounds, each once."""
    return tuple(dict.fromkeys(ground.claim for ground in grounds))


def of_claims(claims: Iterable[Claim]) -> tuple[ClaimId, ...]:
    """The ids of these claims, each once."""
    return tuple(dict.fromkeys(claim.id for claim in claims))


def of_reasons(material: Material, reasons: Iterable[Reason]) -> tuple[tuple[ClaimId, ...], tuple[str, ...]]:
    """The claims of reasons, and the rules among them that no claim states.

    What the record keeps with an entity (a seat, the border of an area) is no claim: the rule that asks for it is named.
    """
    claims: dict[ClaimId, None] = {}
    rules: dict[str, None] = {}
    for reason in reasons:
        if reason.rule is not None:
            stated = material.rule_claims.get(reason.rule)
            if stated:
                claims[stated] = None
            else:
                rules[reason.rule] = None
        elif reason.claim and not reason.claim.startswith("entity:"):
            claims[ClaimId(reason.claim)] = None
    return tuple(claims), tuple(rules)


def sentence(text: str, claims: Iterable[ClaimId], rules: Iterable[str] = ()) -> tuple[Sentence, ...]:
    """The sentence, or none if no claim says it."""
    carried = tuple(dict.fromkeys(claims))
    return (Sentence(text, carried, tuple(dict.fromkeys(rules))),) if carried else ()
