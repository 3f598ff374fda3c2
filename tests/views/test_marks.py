"""The marks of a timeline and their rows."""

from foedera.views.marks import Rows, lay_marks
from tests.answers.world import PACT, event
from tests.views.world import exercise, shown


def test_marks_come_in_the_order_of_time():
    """Whatever order the claims come in, the timeline is laid by time."""
    laid = lay_marks(shown(exercise("2019"), event(PACT, "signed", "2018-07-17")))

    assert [str(mark.shown.claim.when) for mark in laid.marks] == ["2018-07-17", "2019"]


def test_a_claim_without_time_has_no_mark_and_is_counted():
    """Nothing is dropped in silence: the page can say how many give no time."""
    laid = lay_marks(shown(exercise(None), exercise("2019")))

    assert (len(laid.marks), laid.undated) == (1, 1)


def test_rows_by_kind_stand_in_the_order_of_the_grammar():
    """Agreements come before activities, as everywhere; a kind without marks has no row."""
    laid = lay_marks(shown(exercise("2010"), event(PACT, "signed", "2018")))

    assert laid.rows == ("Agreement events", "Activities")


def test_rows_by_subject_begin_with_what_began_first():
    """By subject, each agreement and each exercise has its row; one without a name goes by its type."""
    laid = lay_marks(
        shown(event(PACT, "signed", "2018"), exercise("2012", name="Northern Shield"), exercise("2011")),
        rows=Rows.SUBJECT,
    )

    assert laid.rows == ("Exercise", "Northern Shield", "Northmoor–Eastmark Pact")


def test_too_many_subjects_share_a_last_row():
    """Beyond the most rows, the rarest subjects stand together, and the row says how many they are."""
    common = [exercise(f"201{year}", name="Northern Shield") for year in range(3)]
    rare = [exercise("2001", name=f"Drill {number}") for number in range(5)]
    laid = lay_marks(shown(*rare, *common), rows=Rows.SUBJECT, most=3)

    assert len(laid.rows) == 3
    assert laid.rows[-1] == "4 others"
    assert sum(mark.row == "4 others" for mark in laid.marks) == 4
