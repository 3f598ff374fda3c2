"""The index of words stays in few pieces, however often something is read."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import create_engine, text

from foedera.record import ClaimQuery, open_record
from tests.record.world import EXTRACTOR, extract_claims, paper


def test_many_runs_leave_few_pieces(tmp_path: Path) -> None:
    """Each reading adds a piece; the end of a run merges some, and every word is still found."""
    place = tmp_path / "record.sqlite"
    with open_record(place, baseline=False) as record:
        for number in range(40):
            run = record.begin_run(EXTRACTOR)
            document = paper(f"Northmoor signed the Pact in {1980 + number}.", f"papers/{number}.txt")
            record.enter_document(document, extract_claims(document), run=run)
            record.finish_run(run)
        found = record.count_claims(ClaimQuery(text="signed"))

    with create_engine(f"sqlite:///{place}").connect() as connection:
        pieces = connection.execute(text("SELECT count(DISTINCT segid) FROM claims_words_idx")).scalar_one()
    assert found == 40
    assert pieces <= 3
