"""How long answers take: one question in a warm process, one from the shell, and the whole matrix of one day.

    python benchmarks/answers.py

The bars: 300 ms warm, 1.5 s from the shell, 20 s for 27 member states and the EU with 60 partners and 10 activities.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import date
from pathlib import Path

from foedera.answers.can import Activity, answer_can
from foedera.answers.matrix import answer_matrix
from foedera.answers.naming import actor_named
from foedera.answers.places import place_named
from foedera.model.entities import EntityKind
from foedera.record import Record, open_record

DAY = date(2025, 1, 15)
PARTNERS = (
    "JPN KOR AUS NZL IND PAK BGD LKA MDV IDN MYS SGP THA VNM PHL BRN KHM MMR MNG KAZ USA CAN MEX BRA CHL PER COL ARG "
    "GBR NOR ISL CHE TUR UKR MDA GEO SRB BIH MNE MKD ALB ISR EGY JOR SAU ARE QAT KWT OMN BHR DJI KEN SOM SYC MUS MDG "
    "MAR TUN ZAF NGA"
).split()
QUESTIONS = (
    (Activity.EXERCISE, ("JMSDF", "EUNAVFOR"), "Gulf of Aden"),
    (Activity.EXERCISE, ("JMSDF", "EUNAVFOR"), "Bay of Bengal"),
    (Activity.SHARE_CLASSIFIED, ("JPN", "EU"), None),
    (Activity.SUPPLY, ("JPN", "GBR"), None),
    (Activity.CO_DEVELOP, ("JPN", "GBR", "ITA"), None),
)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "record.sqlite"
        record = open_record(place)
        _one_by_one(record)
        _from_the_shell(place)
        _matrix(record)
        record.close()


def _one_by_one(record: Record) -> None:
    for activity, names, where in QUESTIONS:
        actors = [actor_named(record, name) for name in names]
        at = place_named(where) if where else None
        took = []
        for _ in range(6):
            start = time.perf_counter()
            answer = answer_can(record, activity, actors, on=DAY, at=at)
            took.append(time.perf_counter() - start)
        warm = statistics.median(took[1:])
        print(f"{answer.question}: {answer.answer.value}, warm {warm * 1000:.0f} ms (first {took[0] * 1000:.0f} ms)")


def _from_the_shell(place: Path) -> None:
    command = [
        str(Path(sys.executable).with_name("foedera")),
        "can",
        "supply",
        "--actors",
        "JPN",
        "GBR",
        "--record",
        str(place),
    ]
    took = []
    for _ in range(4):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        took.append(time.perf_counter() - start)
    print(f"from the shell: {min(took[1:]):.2f} s at best, {statistics.median(took[1:]):.2f} s in the middle")


def _matrix(record: Record) -> None:
    states = [entity for entity in record.entities() if entity.kind is EntityKind.STATE]
    members = [actor_named(record, "EU"), *(state for state in states if "EU" in state.part_of)]
    partners = [actor_named(record, partner) for partner in PARTNERS]
    activities = [each for each in Activity if each not in (Activity.BOARD, Activity.PATROL)]
    start, cpu = time.perf_counter(), time.process_time()
    cells = answer_matrix(record, activities, members, partners, on=DAY)
    took, worked = time.perf_counter() - start, time.process_time() - cpu
    counts = ", ".join(f"{count} {truth}" for truth, count in sorted(Counter(cells.values()).items()))
    print(
        f"{len(members)} × {len(partners)} × {len(activities)} = {len(cells)} answers in {took:.1f} s ({worked:.1f} s of CPU): {counts}"
    )


if __name__ == "__main__":
    main()
