"""Work for other processes to do: spawned processes import it, so it lies in a module of its own."""

import os
import signal
import time

DEADLY = 7


def doubled(number: int) -> int:
    """Twice the number; of the deadly one the process dies, as if the system had ended it."""
    if number == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def slowly(number: int) -> int:
    """The number, after ten minutes."""
    time.sleep(600)
    return number


def complaining(number: int) -> int:
    """An error that the caller can mend."""
    from foedera.model.errors import UsageWrong

    raise UsageWrong(f"{number} is too much.", mend="Take less.")
