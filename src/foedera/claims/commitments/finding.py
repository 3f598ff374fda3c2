"""Commitments: who undertakes what, how firmly, under which instrument and provision."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims.commitments.asking import by_asking
from foedera.claims.commitments.duties import by_duties
from foedera.claims.commitments.idioms import by_idioms
from foedera.claims.commitments.lines import by_lines
from foedera.claims.commitments.modals import by_modals
from foedera.claims.commitments.promises import by_promises
from foedera.claims.commitments.terms import by_terms
from foedera.claims.drafts import Draft
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene


def find_commitments(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The commitment claims of a sentence."""
    if sentence.is_heading or sentence.text.rstrip().endswith("?"):
        return
    seen: set[tuple[str, int | None]] = set()
    for found in (
        *by_lines(sentence, scene),
        *by_promises(sentence, scene),
        *by_terms(sentence, scene),
        *by_modals(sentence, scene),
        *by_duties(sentence, scene),
        *by_asking(sentence, scene),
        *by_idioms(sentence, scene),
    ):
        undertaking = found.roles["undertaking"][0]
        edges = {("start", undertaking.start), ("end", undertaking.end)}
        if not edges & seen:
            yield found
        seen |= edges
