"""Claims of the kind instrument event: what happened in the life of an agreement, a strategy or a regulation."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.claims.drafts import Draft
from foedera.claims.instrument_events.dated import find_dated
from foedera.claims.instrument_events.force import find_force
from foedera.claims.instrument_events.headlines import find_headlines
from foedera.claims.instrument_events.idioms import find_idioms
from foedera.claims.instrument_events.notices import find_notices
from foedera.claims.instrument_events.nouns import find_nouns
from foedera.claims.instrument_events.outlook import find_outlooks
from foedera.claims.instrument_events.place_lines import find_place_lines
from foedera.claims.instrument_events.registers import find_register_rows
from foedera.claims.instrument_events.series import find_series
from foedera.claims.instrument_events.steps import find_steps
from foedera.claims.instrument_events.trails import find_formal_steps, find_trails
from foedera.claims.instrument_events.turns import find_turns
from foedera.claims.instrument_events.validity import find_validity
from foedera.claims.instrument_events.verbs import find_bare_verbs, find_verbs
from foedera.claims.reading import Sentence
from foedera.claims.scene import Scene

__all__ = ["find_instrument_events"]


def find_instrument_events(sentence: Sentence, scene: Scene) -> Iterator[Draft]:
    """The instrument events of a sentence, each said once."""
    seen: set[tuple[str, str, str, str]] = set()
    for find in (
        find_place_lines,
        find_notices,
        find_register_rows,
        find_steps,
        find_force,
        find_verbs,
        find_idioms,
        find_turns,
        find_validity,
        find_nouns,
        find_outlooks,
        find_trails,
        find_formal_steps,
        find_bare_verbs,
        find_series,
        find_headlines,
        find_dated,
    ):
        for each in find(sentence, scene):
            instrument = each.roles["instrument"][0]
            parties = ",".join(sorted(str(filler.entity) for filler in each.roles.get("party", ())))
            key = (str(instrument.entity), each.roles["event"][0].text, str(each.when), parties)
            if key not in seen:
                seen.add(key)
                yield each
