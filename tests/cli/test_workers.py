"""Work shared among processes."""

import time

import pytest

from foedera.cli.workers import Workers
from foedera.model.errors import UsageWrong
from tests.cli.working import DEADLY, complaining, doubled, slowly


@pytest.mark.parametrize("together", [1, 3])
def test_results_come_in_the_order_of_the_work(together):
    """Whoever finishes first, the results stand in the order of the items; a process that dies takes one item with it."""
    with Workers(2) as workers:
        results = list(workers.in_order(doubled, range(20), lambda number: f"{number} is lost", together=together))

    assert results == [f"{number} is lost" if number == DEADLY else 2 * number for number in range(20)]


def test_an_error_keeps_what_it_knows():
    """An error that crosses from one process to another still says how to mend it."""
    with Workers(1) as workers, pytest.raises(UsageWrong) as caught:
        list(workers.in_order(complaining, [3], str))

    assert (caught.value.what, caught.value.mend) == ("3 is too much.", "Take less.")


def test_stopping_ends_what_is_under_way():
    """Ctrl-C does not wait for slow work to be done."""
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt), Workers(1) as workers:
        next_one = workers.in_order(slowly, stopped_after(1), str)
        next(next_one)

    assert time.monotonic() - began < 300  # the work itself takes ten minutes


def stopped_after(count: int):
    """Items, then a Ctrl-C while the first of them is under way."""
    yield from range(count)
    time.sleep(2)
    raise KeyboardInterrupt
