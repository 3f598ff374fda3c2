"""Reads thirty invented papers into a record, one line to standard output for each claim: to be killed half-way.

Run as: python -m tests.record.reader_of_many RECORD [CLAIMS]

After so many claims it waits to be struck: however slowly the blow comes, it falls before the reading is over.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from itertools import count

from foedera.model.claims import Claim
from foedera.model.documents import Document
from foedera.record import open_record
from tests.record.world import EXTRACTOR, extract_claims, paper

STATES = ("Northmoor", "Eastmark", "Westhaven")


def papers() -> Iterator[Document]:
    """Thirty papers of ten claims each."""
    for number in range(30):
        said = (f"{STATES[year % 3]} {('signed', 'exercised')[year % 2]} in {1990 + year}." for year in range(10))
        yield paper(f"Paper {number}. " + " ".join(said), f"papers/{number}.txt", date=f"{2000 + number % 20}")


def _aloud(document: Document, numbers: Iterator[int], most: int | None) -> Iterator[Claim]:
    for claim in extract_claims(document):
        if next(numbers) == most:
            time.sleep(600)
        print(document.path, claim.id, flush=True)
        yield claim


def main(place: str, most: int | None = None) -> None:
    """Read what the record does not have yet; wait after `most` claims."""
    numbers = count()
    with open_record(place, baseline=False) as record:
        run = record.begin_run(EXTRACTOR)
        for document in papers():
            if not record.has_reading(document.id, EXTRACTOR):
                record.enter_document(document, _aloud(document, numbers, most), run=run)
        record.finish_run(run)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
