"""The facts that ship with the program, as rows: what each says, where it comes from, how far it is trusted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from foedera.answers.trust import confidence_word
from foedera.record.baseline_facts import BaselineFact
from foedera.views.statements import show_claim
from foedera.views.trust import UNRATED

FACT_COLUMNS = ("table", "when", "fact", "source", "reliability", "confidence")
COUNT_COLUMNS = ("table", "facts", "high", "medium", "low", "A", "B", "C", "unrated")


def fact_row(fact: BaselineFact) -> dict[str, Any]:
    """A fact as a row; `url` leads to its source."""
    when = fact.claim.when.edtf if fact.claim and fact.claim.when else None
    source = ", ".join(part for part in (fact.source.title, fact.source.publisher) if part)
    return {
        "table": fact.table,
        "claim": fact.claim.id if fact.claim else None,
        "subject": list(fact.subject),
        "when": when,
        "fact": fact.text or (show_claim(fact.claim) if fact.claim else ""),
        "source": source,
        "url": fact.source.url,
        "source_date": fact.source.date,
        "reliability": fact.source.reliability or UNRATED,
        "confidence": confidence_word(fact.confidence) if fact.confidence is not None else UNRATED,
    }


def count_rows(facts: Iterable[BaselineFact]) -> Iterator[dict[str, Any]]:
    """How many facts each table has, by confidence and by the letter of their sources."""
    counted: dict[str, Counter[str]] = {}
    for fact in facts:
        row = fact_row(fact)
        letter = row["reliability"] if row["reliability"] != UNRATED else "unrated"
        counted.setdefault(fact.table, Counter()).update(["facts", row["confidence"], letter])
    for table, counts in counted.items():
        yield {"table": table} | {column: counts[column] for column in COUNT_COLUMNS[1:]}
