"""How many requests a second the server holds, on this machine alone, and how long each waits.

    python benchmarks/load.py RECORD [--rate 150] [--seconds 30] [--workers 2] [--what claims|pages]

Starts `foedera serve` on a free port of 127.0.0.1, asks it, and ends it. Requests arrive when they would (one each
1/rate seconds), whether or not earlier ones are answered, and each is timed from the moment at which it was due: a server that
falls behind cannot hide it. `claims` are lists with mixed filters, nearly every one another. `pages` are what people open, each sort asked
in turn, some twenty times (it takes some minutes); of each are told the time in the server as its `Server-Timing` header gives it (on the
error stream: 95 % within so many ms, processor ms, ms of the first one, page). Tells
also what the processor did meanwhile for the server, and for all other programs: on a busy machine the waits are theirs too.
At most 120 seconds and 20,000 requests. `benchmarks/large.py` makes a record to ask.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import socket
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlencode
from urllib.request import urlopen

import psutil

MOST_SECONDS, MOST_REQUESTS, CONNECTIONS = 120, 20_000, 64
_FIRST = 8  # requests, of which both processes are all but sure to get one
_SLOW = 2.0  # seconds: a page that always takes longer is asked for four times, not twenty
NO_ANSWER = 0  # counted among the statuses: the connection broke
KINDS = ("activity", "instrument_event", "participation", "capability", "dependency", "affiliation", "commitment")
ACTORS = ("Japan", "European Union", "Italy", "United Kingdom", "Spain", "EU Naval Force", "Germany", "France")
WORDS = ("exercise", "agreement", "signed", "Gulf of Aden", "frigate", "Akebono", "Typhoon", "programme")
# Every sort of page, of much and of little: {n} is another number each time, of one of the small worlds of `large.py`;
# {day} another day. Parts that a page asks for after it are pages of their own here.
PAGES = (
    *("/", "/documents", "/documents?order=date", "/documents?q=minutes+{n}", "/documents?q=japan", "/upload"),
    *("/documents/{document}", "/documents/{copied}-{n}", "/claims/{claim}", "/claims/{copy}-{n}"),
    *("/search?q=frigate+{n}", "/search?q=exercise", "/search?q=Gulf+of+Aden+escort"),
    *("/actors/JPN", "/actors/JPN-{n}", "/actors/EU", "/actors/eu-navfor", "/actors/JPN?kind=commitment"),
    *("/instruments/eu-jpn-spa", "/instruments/eu-jpn-spa?on={day}", "/instruments/eu-jpn-spa-{n}"),
    *("/programmes/gcap", "/programmes/gcap-{n}", "/places/gulf-of-aden", "/places/gulf-of-aden-{n}"),
    *("/timeline", "/timeline?actor=Japan&actor=EU", "/timeline?actor=Japan+{n}", "/timeline.json?actor=Japan"),
    *("/map", "/map?actor=Japan", "/map?actor=Japan+{n}", "/map.geojson?actor=EU+Naval+Force"),
    *("/network", "/network?actor=Japan", "/network?actor=Japan+{n}", "/network.json?actor=EU"),
    *("/table", "/table?kind=activity", "/table?actor=Japan&q=exercise", "/table?actor=Japan+{n}"),
    *("/partnership", "/partnership?actor=Japan+{n}&actor=Italy+{n}", "/partnership?actor=Japan&actor=EU&on={day}"),
    *(
        "/partnership/part/headline?actor=Japan&actor=EU&on={day}",
        "/partnership/part/promised?actor=Japan&actor=EU&on={day}",
    ),
    *(
        "/partnership/part/done?actor=Japan&actor=EU&on={day}",
        "/partnership/part/industry?actor=Japan&actor=EU&on={day}",
    ),
    *(
        "/partnership/part/possible?actor=Japan&actor=EU&on={day}",
        "/partnership/part/next?actor=Japan&actor=EU&on={day}",
    ),
    *("/partnership/part/cells?actor=Japan&actor=EU&on={day}", "/partnership/part/watch?actor=Japan&actor=EU&on={day}"),
    *("/partnership/part/open?actor=Japan&actor=EU&on={day}", "/ask/can"),
    "/ask/can?activity=exercise&actor=Japan&actor=EU&at=Gulf+of+Aden&on={day}",
    *("/ask/eligible?actor=Japan&programme=EDF&on={day}", "/ask/pathway?actor=Japan&actor=EU&on={day}"),
    *("/ask/pathway?actor=Japan+{n}&actor=Italy+{n}&on={day}", "/ask/changed?from={day}&to={day}"),
    *("/ask/changed?from=2019&to=2020&actor=Japan&actor=EU", "/gaps", "/gaps/part/conflicts?on={day}"),
    *("/gaps/part/conflicts?actor=Japan&on={day}", "/gaps/part/unfollowed?on={day}"),
    *("/gaps/part/unfollowed?actor=Japan&on={day}", "/gaps/part/cells?actor=Japan&on={day}"),
    *("/complete/actor?q=jap", "/claims/{claim}/panel"),
)


@dataclass
class Result:
    """What came of the requests: seconds waited, seconds in the server as it tells them, statuses, bytes."""

    waits: list[float] = field(default_factory=list)
    served: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    received: int = 0


def claim_lists(chance: random.Random, frequent: float) -> Iterator[str]:
    """Addresses of lists of claims without end: so many about frequent actors, a half about 500
    rare ones, a tenth by words."""
    while True:
        asked: list[tuple[str, str]] = []
        draw = chance.random()
        if draw < frequent:
            asked += [("actor", name) for name in chance.sample(ACTORS, chance.choice((1, 1, 2)))]
        elif draw < frequent + 0.5:
            asked.append(
                ("actor", f"{chance.choice(ACTORS[:5])} {10 * chance.randrange(12) + chance.randrange(1, 10)}")
            )
        elif draw < frequent + 0.6:
            asked.append(("q", chance.choice(WORDS)))
        if chance.random() < 0.5:
            asked += [("kind", kind) for kind in chance.sample(KINDS, chance.choice((1, 1, 1, 2, 3)))]
        if chance.random() < 0.4:
            first = chance.randrange(1985, 2024)
            asked += [("from", f"{first}-{chance.randrange(1, 13):02}"), ("to", str(first + chance.randrange(1, 10)))]
        if chance.random() < 0.2:
            asked.append(("modality", chance.choice(("actual", "planned"))))
        if chance.random() < 0.1:
            asked.append(("order", "recorded"))
        asked.append(("limit", str(chance.choice((20, 20, 50)))))
        yield f"/api/v1/claims?{urlencode(asked)}"


async def ask(port: int, paths: list[str], rate: float, connections: int = CONNECTIONS) -> Result:
    """Send each request when it is due, over a few connections that are kept open."""
    result, free = Result(), asyncio.LifoQueue[tuple[asyncio.StreamReader, asyncio.StreamWriter]]()
    for _ in range(connections):
        free.put_nowait(await asyncio.open_connection("127.0.0.1", port))

    async def one(path: str, due: float) -> None:
        reader, writer = await free.get()
        try:
            writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: */*\r\n\r\n".encode())
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
            length = next(int(line[15:]) for line in head.split("\r\n") if line.startswith("content-length:"))
            await reader.readexactly(length)
            status = int(head.split(" ", 2)[1])
            told = next(line for line in head.split("\r\n") if line.startswith("server-timing:"))
            result.served.append(float(told.partition("dur=")[2]) / 1000)
        except (ConnectionError, asyncio.IncompleteReadError):
            status, length = NO_ANSWER, 0
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
        result.waits.append(time.perf_counter() - due)
        result.statuses[status] += 1
        result.received += length
        free.put_nowait((reader, writer))

    begin = time.perf_counter() + 0.01
    tasks = []
    for place, path in enumerate(paths):
        due = begin + place / rate
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        tasks.append(asyncio.create_task(one(path, due)))
    await asyncio.wait_for(asyncio.gather(*tasks), MOST_SECONDS)
    while not free.empty():
        free.get_nowait()[1].close()
    return result


@contextmanager
def served(record: str, workers: int) -> Iterator[tuple[int, psutil.Process]]:
    """A server on a free port, ended in the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", "from foedera.cli import main; main()", "serve", "--record", record]
    server = subprocess.Popen([*command, "--port", str(port), "--workers", str(workers)])
    try:
        yield port, psutil.Process(server.pid)
    finally:
        server.terminate()
        server.wait(timeout=30)


def processor_seconds(server: psutil.Process) -> float:
    """What the processor did for the server and its workers."""
    return sum(sum(each.cpu_times()[:2]) for each in (server, *server.children(recursive=True)))


def loop_seconds() -> float:
    """Processor seconds of a loop that is always the same: a measure of this machine, at this hour."""
    began = time.process_time()
    sum(number * number for number in range(2_000_000))
    return time.process_time() - began


def busy_seconds() -> float:
    """What the processor did for all programs."""
    times = psutil.cpu_times()
    return sum(times) - times.idle - times.iowait


def measure(port: int, server: psutil.Process, paths: list[str], rate: float) -> dict[str, object]:
    """Ask all of these and tell what came of it."""
    own, used, busy, began = psutil.Process(), processor_seconds(server), busy_seconds(), time.perf_counter()
    mine = sum(own.cpu_times()[:2])
    result = asyncio.run(ask(port, paths, rate))
    wall = time.perf_counter() - began
    used, mine = processor_seconds(server) - used, sum(own.cpu_times()[:2]) - mine
    cuts = statistics.quantiles(result.waits, n=100)
    return {
        "requests": len(paths),
        "distinct": len(set(paths)),
        "per_second": round(len(paths) / wall, 1),
        **{f"p{cut}_ms": round(cuts[cut - 1] * 1000, 1) for cut in (50, 95, 99)},
        "server_p95_ms": round(statistics.quantiles(result.served, n=20)[-1] * 1000, 1),
        "max_ms": round(max(result.waits) * 1000, 1),
        "statuses": dict(result.statuses),
        "kib_each": round(result.received / len(paths) / 1024, 1),
        "loop_seconds": round(loop_seconds(), 3),
        "server_processor_ms_each": round(used / len(paths) * 1000, 2),
        "cores_of_server": round(used / wall, 2),
        "cores_of_this_program": round(mine / wall, 2),
        "cores_of_others": round((busy_seconds() - busy - used - mine) / wall, 2),
    }


def known_names(port: int) -> dict[str, str]:
    """A document and a claim of the record, for the addresses that need one."""
    with urlopen(f"http://127.0.0.1:{port}/api/v1/claims?actor=Japan&kind=activity&baseline=no&limit=1") as answer:
        said = json.load(answer)["claims"][0]
    document, claim = str(said["document"]), str(said["claim"]["id"])
    known = {"document": document, "claim": claim}
    return known | {"copied": document.partition("-")[0], "copy": "-".join(claim.split("-")[:2])}


def measure_page(port: int, server: psutil.Process, page: str, known: dict[str, str], number: int) -> dict[str, object]:
    """Ask for a page so often, one after another, with another number and day each time; what came of it, in short.

    Each process first answers it once: what it then keeps until the record changes is told apart, as `first_ms`.
    """
    paths = [
        page.format(n=11 + 10 * (place // 9) + place % 9, day=f"{2015 + place % 10}-{1 + place % 12:02}-15", **known)
        for place in range(number + _FIRST)
    ]
    first = asyncio.run(in_turn(port, paths[:_FIRST]))
    if min(first.served) > _SLOW:
        paths, number = paths[: _FIRST + 4], 4
    used = processor_seconds(server)
    result = asyncio.run(in_turn(port, paths[_FIRST:]))
    used = processor_seconds(server) - used
    told = {
        "server_p50_ms": round(statistics.median(result.served) * 1000, 1),
        "server_p95_ms": round(statistics.quantiles(result.served, n=20, method="inclusive")[-1] * 1000, 1),
        "first_ms": round(max(first.served) * 1000),
        "processor_ms_each": round(used / number * 1000, 1),
        "kib_each": round(result.received / number / 1024),
        "statuses": dict(result.statuses),
    }
    print(f"{told['server_p95_ms']:>9} {told['processor_ms_each']:>9} {told['first_ms']:>7}  {page}", file=sys.stderr)
    return told


async def in_turn(port: int, paths: list[str]) -> Result:
    """Ask for each when the one before is answered, each on a connection of its own, so that any process may get it."""
    together = Result()
    for path in paths:
        one = await ask(port, [path], 1.0, connections=1)
        together.waits += one.waits
        together.served += one.served
        together.statuses += one.statuses
        together.received += one.received
    return together


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record")
    parser.add_argument("--rate", type=float, default=None, help="requests a second; 150 for claims, 2 for pages")
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--what", choices=("claims", "pages"), default="claims")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--frequent", type=float, default=0.25, help="share of lists about actors with 100,000 claims")
    parser.add_argument(
        "--distinct", type=int, default=0, help="draw from so many addresses; 0 for a new one each time"
    )
    arguments = parser.parse_args()
    rate = arguments.rate or (150.0 if arguments.what == "claims" else 2.0)
    number = min(MOST_REQUESTS, int(rate * min(arguments.seconds, MOST_SECONDS)))
    chance = random.Random(arguments.seed)
    lists = claim_lists(chance, arguments.frequent)
    if arguments.distinct:
        some = [next(lists) for _ in range(arguments.distinct)]
        lists = iter(lambda: chance.choice(some), "")
    with served(arguments.record, arguments.workers) as (port, server):
        wait_until_up(port)
        if arguments.what == "claims":
            asyncio.run(ask(port, [next(lists) for _ in range(100)], 20))  # warms up: libraries, the store's pages
            found = measure(port, server, [next(lists) for _ in range(number)], rate)
        else:
            known = known_names(port)
            found = {page: measure_page(port, server, page, known, max(20, number // len(PAGES))) for page in PAGES}
    print(json.dumps(found, indent=2))


def wait_until_up(port: int) -> None:
    """Wait until the server answers; give up after a minute."""
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("The server does not come up.")


if __name__ == "__main__":
    main()
