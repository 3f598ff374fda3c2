"""Reports of figures: what a ranking, a survey or a table of shares says once holds for all its figures."""

from __future__ import annotations

import pytest

from foedera.model import Claim

# text of a report -> the measures expected: subject, metric, value, when, basis
REPORTS = {
    "a share right behind a name": (
        "SUNDER SEA ARMS MONITOR 2023\n\nThe navy of Northmoor leads. Eastmark, with 26 per cent, has passed Finland (21).",
        [
            ("Eastmark", "share", "26", "2023", "SUNDER SEA ARMS MONITOR"),
            ("Finland", "share", "21", "2023", "SUNDER SEA ARMS MONITOR"),
        ],
    ),
    "a rank left and a rank reached": (
        "SUNDER SEA ARMS MONITOR 2023\n\nIn naval exports Norway slipped from third to sixth as one yard after another closed.",
        [
            ("Norway", "rank", "third", "2023", "SUNDER SEA ARMS MONITOR"),
            ("Norway", "rank", "sixth", "2023", "SUNDER SEA ARMS MONITOR"),
        ],
    ),
    "a rank with a year of its own": (
        "SUNDER SEA ARMS MONITOR 2023\n\nIn naval exports Italy, tenth in 2019, has climbed to sixth.",
        [
            ("Italy", "rank", "tenth", "2019", "SUNDER SEA ARMS MONITOR"),
            ("Italy", "rank", "sixth", "2023", "SUNDER SEA ARMS MONITOR"),
        ],
    ),
    "ranks in words": (
        "NAVAL PARTNERS BAROMETER 2023\n\nJapan came top among navies. Australia was runner-up.",
        [
            ("Japan", "rank", "top", "2023", "NAVAL PARTNERS BAROMETER"),
            ("Australia", "rank", "runner-up", "2023", "NAVAL PARTNERS BAROMETER"),
        ],
    ),
    "a share beside a name in a table": (
        "Trends in naval arms transfers, 2019–23\n\nFigures from the Halvorsen Naval Register.\n\n"
        "Importer | World rank | Main supplier\nMorocco | 31 | United States (64%)\nAlgeria | 33 | Russia (48%)",
        [
            ("United States", "Main supplier", "64", "2019/2023", "Halvorsen Naval Register"),
            ("Morocco", "World rank", "31", "2019/2023", "Halvorsen Naval Register"),
            ("Russia", "Main supplier", "48", "2019/2023", "Halvorsen Naval Register"),
            ("Algeria", "World rank", "33", "2019/2023", "Halvorsen Naval Register"),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), REPORTS.values(), ids=REPORTS.keys())
def test_a_report_dates_and_sources_its_figures(claims_of, text, expected):
    """The period and the source that a report names in its first lines are those of its shares and ranks."""
    found = [_told(claim) for claim in claims_of(text, kind="measure")]

    assert sorted(found) == sorted(expected)


def test_a_text_that_reports_no_figures_dates_none(claims_of):
    """A year in the title of a news text is not that of the figures below it."""
    text = "Exercise Silver Heron 2023\n\nThe Royal Navy sold a frigate for £24 million."

    assert {claim.when for claim in claims_of(text, kind="measure")} == {None}


def test_a_day_of_counting_holds_for_the_paragraph(claims_of):
    """“As of 1 February” is the day of the counts in the present tense that follow in its paragraph."""
    text = (
        "As of 1 February 2025, soldiers of the army serve abroad in many missions. Thirteen personnel are posted to KFOR. "
        "The army bought 20 tanks."
    )

    days = {
        c.word("value"): c.when.edtf if c.when else None for c in claims_of(text, date="2025-02-24", kind="measure")
    }

    assert (days["Thirteen"], days["20"]) == ("2025-02-01", None)


def _told(claim: Claim) -> tuple[str, str, str, str | None, str | None]:
    subject, metric, value = (claim.word(role) or "" for role in ("subject", "metric", "value"))
    return subject, metric, value, claim.when.edtf if claim.when else None, claim.word("basis")
