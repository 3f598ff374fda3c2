"""The brief: what it says, and that every sentence of it stands on claims of the record."""

from datetime import date

import pytest

from foedera.answers.naming import actor_named
from foedera.model.errors import UsageWrong
from foedera.model.kinds import Modality
from foedera.views.brief.content import Bullets, Gaps, Paragraph, Picture, Table
from foedera.views.brief.notes import claims_of
from foedera.views.brief.plain import brief_to_json
from foedera.views.brief.writing import SECTIONS, write_brief
from tests.answers.world import PACT, event
from tests.views.brief.world import CLAIMS, activity, undertaking

PAIRS = (("Japan", "EU"), ("Japan", "United Kingdom", "Italy"), ("Germany", "Mongolia"), ("NATO", "Australia"))


def texts(brief, name: str) -> list[str]:
    """The sentences and open points of a section; empty if the brief has no such section."""
    section = brief.section(name)
    found: list[str] = []
    for block in section.blocks if section else ():
        if isinstance(block, (Paragraph, Bullets)):
            found += [sentence.text for sentence in block.sentences]
        elif isinstance(block, Gaps):
            found += block.texts
    return found


def table(brief, name: str) -> list[tuple[str, ...]]:
    """The cells of the first table of a section."""
    return next([row.cells for row in block.rows] for block in brief.section(name).blocks if isinstance(block, Table))


@pytest.mark.parametrize("actors", PAIRS, ids=" and ".join)
def test_every_sentence_carries_claims_that_the_record_holds(shipped, actors):
    """Each sentence and each row leads to claims of the record, through a note of its own that cites them."""
    brief = write_brief(shipped, [actor_named(shipped, actor) for actor in actors], on=date(2025, 2, 1))
    units = list(brief.founded())

    assert units
    assert [unit.note for unit in units] == [note.number for note in brief.notes] == list(range(1, len(units) + 1))
    assert all(shipped.claim(claim) is not None for unit in units for claim in unit.claims)
    assert all(note.sources or note.see for note in brief.notes)
    assert {claim for unit in units for claim in unit.claims} >= set(claims_of(brief.notes))


def test_the_headline_says_what_matters_in_few_sentences(brief):
    """Those who read no further than the box know where things stand."""
    told = [sentence.text for sentence in brief.headline]

    assert 3 <= len(told) <= 5
    assert told[0] == (
        "On 1 January 2021, one agreement stands between Northmoor and Eastmark: "
        "the Pact (in force since 1 February 2019)."
    )
    assert told[1] == "Two exercises of Northmoor and Eastmark are on record since 3 May 2019, the latest in June 2020."
    assert (
        told[2]
        == "Of two commitments on record, one was followed by something on the same matter; for the rest nothing is recorded."
    )


def test_where_the_partnership_stands(brief):
    """Agreements stand in a table with their status on the day."""
    assert table(brief, "standing") == [("Northmoor–Eastmark Pact (the Pact)", "–", "In force", "1 February 2019", "")]


def test_what_has_been_done(brief):
    """What forces did and who met are counted and listed, the latest first."""
    assert texts(brief, "done")[0] == "Northmoor and Eastmark are on record since 3 May 2019 with two exercises."
    assert [cells[:3] for cells in table(brief, "done")] == [
        ("June 2020", "Exercise", "Grey Heron II"),
        ("3 May 2019", "Exercise", "Grey Heron"),
    ]


def test_what_was_promised_stands_beside_what_followed(brief):
    """A commitment that nothing followed has an empty end, and is an open point."""
    assert [cells[1::2] for cells in table(brief, "promised")] == [
        ("firm (“will”)", "3 May 2019: Grey Heron\nJune 2020: Grey Heron II"),
        ("to be explored", "nothing recorded"),
    ]
    assert "Nothing on record followed the commitment to “share hydrographic charts” (Article 7)." in texts(
        brief, "open"
    )


def test_programmes_of_both_are_industry(brief):
    """A programme counts where both take part."""
    assert table(brief, "industry") == [("Sunder Radar Programme", "NMR and EMK: partner", "2019")]


def test_what_is_planned_cannot_be_taken_for_a_fact(brief):
    """A plan is told under what to watch, and never among what was done."""
    assert texts(brief, "watch") == ["A port call of Northmoor and Eastmark at Sunder Sea is planned in 2027."]
    assert not any("2027" in cell for cells in table(brief, "done") for cell in cells)


def test_a_deed_told_by_two_sources_is_one_deed(brief_of):
    """The same exercise of the same day counts once and cites both sources."""
    again = activity("exercise", "2019-05-03", place="the Sunder Sea off Port Heron")
    brief = brief_of(activity("exercise", "2019-05-03", name="Grey Heron"), again)
    row = brief.section("done").blocks[-1].rows[0]

    assert len(row.claims) == 2
    assert texts(brief, "done")[0] == "Northmoor and Eastmark are on record with one exercise."


def test_what_goes_on_is_no_single_deed(brief_of):
    """That exercises go on since a year is told as such, and counted as none."""
    brief = brief_of(activity("exercise", "2019-05-03", name="Grey Heron"), activity("exercise", "2014/.."))

    assert texts(brief, "done") == [
        "Northmoor and Eastmark are on record with one exercise.",
        "The latest is “Grey Heron” (Sunder Sea) on 3 May 2019.",
        "Exercises of Northmoor and Eastmark are told to go on since 2014.",
    ]


def test_what_comes_after_the_day_changes_nothing(brief_of):
    """A brief on a day is the same whether or not the record tells of later days."""
    later = (event(PACT, "terminated", "2022-01-01"), activity("exercise", "2021-06"), activity("visit", "2022-03-01"))

    assert brief_to_json(brief_of(*CLAIMS)) == brief_to_json(brief_of(*CLAIMS, *later))


def test_sources_that_disagree_are_an_open_point(brief_of):
    """Two days for one signature are both shown."""
    brief = brief_of(event(PACT, "signed", "2018-07-17"), event(PACT, "signed", "2018-09-01", confidence=0.6))
    (told,) = [text for text in texts(brief, "open") if "disagree" in text]

    assert "17 July 2018" in told and "1 September 2018" in told


def test_what_is_told_weakly_decides_nothing(brief_of):
    """A claim of low confidence is named as such, and the status table leaves it out."""
    brief = brief_of(event(PACT, "signed", "2018-07-17", confidence=0.3))

    assert brief.section("standing") is None
    assert any("without a source that could decide it" in text for text in texts(brief, "open"))


def test_of_many_disagreements_a_few_are_written_out(brief_of):
    """Nobody reads a thousand conflicts: the first are told with their sources, and how many more there are."""
    signed = [event(PACT, "signed", f"2018-{1 + day // 28:02}-{1 + day % 28:02}", confidence=0.8) for day in range(40)]
    told = texts(brief_of(*signed), "open")

    assert sum(text.startswith("Sources disagree on the Pact") for text in told) == 12
    assert "The record tells of 27 more disagreements of sources on the Pact, not written out here." in told


def test_a_record_that_knows_nothing_says_so(brief_of):
    """Where nothing is told, no section is filled with words: the open points say what is missing."""
    brief = brief_of()

    assert not {section.name for section in brief.sections} & {"standing", "done", "promised", "industry", "watch"}
    assert "The record tells of no agreement between Northmoor and Eastmark by 1 January 2021." in texts(brief, "open")
    assert "The record tells of nothing that Northmoor and Eastmark did together by 1 January 2021." in texts(
        brief, "open"
    )


def test_a_commitment_that_is_merely_suggested_is_none(brief_of):
    """What an author proposes stands nowhere as a promise."""
    assert brief_of(undertaking("hold joint exercises", modality=Modality.POSSIBLE)).section("promised") is None


def test_a_brief_is_about_two_at_least(shipped):
    """One actor, however often named, has no partnership."""
    japan = actor_named(shipped, "Japan")

    with pytest.raises(UsageWrong, match="at least two actors"):
        write_brief(shipped, [japan, japan], on=date(2025, 2, 1))


def test_the_brief_draws_a_timeline_and_a_map(shipped):
    """Pictures are drawings with words for those who do not see them; they carry their claims too."""
    actors = [actor_named(shipped, actor) for actor in ("Japan", "EU")]
    brief = write_brief(shipped, actors, on=date(2025, 2, 1))
    pictures = [block for section in brief.sections for block in section.blocks if isinstance(block, Picture)]

    assert [picture.name for picture in pictures] == ["timeline", "map"]
    assert all(picture.svg.startswith("<svg") and picture.alt and picture.claims for picture in pictures)


def test_sections_have_their_names():
    """Each section can be asked for by its word."""
    assert list(SECTIONS) == ["standing", "done", "promised", "industry", "possible", "next", "watch", "open"]
