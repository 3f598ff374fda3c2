"""Words per second of extraction against spaCy's full small pipeline: same text, same run, one process each.

    python benchmarks/speed.py [--shared ../shared] [--rounds 3]

Each measurement is a fresh process that loads first and then times the work alone, in processor seconds (both use one
thread; on an idle machine these are the seconds on the wall). The two take turns, and the ratio is
taken turn by turn, so that a machine that slows down slows both. Prints a table, and one JSON line a corpus.
"""

from __future__ import annotations

import argparse
import csv
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from foedera.claims.extractors import DEFAULT_EXTRACTOR

HERE = Path(__file__).resolve().parent
# What the plan asks for: at least this many times spaCy's speed.
WANTED = {"ag-news": 8.0, "gold": 0.3}


def texts_of(corpus: str, shared: Path) -> list[tuple[str, str]]:
    """The texts of a corpus with their dates: news items one by one, or whole documents."""
    if corpus == "ag-news":
        with (shared / "data/ag-news/test.csv").open(encoding="utf-8", newline="") as file:
            return [("", f"{title}\n\n{text}") for _, title, text in csv.reader(file)]
    documents = sorted((shared / "gold/dev").glob("*.txt")) + sorted((shared / "gold/seed").glob("*.txt"))
    dates = [json.loads(path.with_suffix(".json").read_text("utf-8")).get("date", "") for path in documents]
    return [(date, path.read_text("utf-8")) for date, path in zip(dates, documents, strict=True)]


def foedera_worker(name: str) -> Callable[[list[tuple[str, str]]], int]:
    """A function that extracts claims from all the texts and counts them."""
    from foedera.claims.extractors import ExtractorChoice, ExtractorName, make_extractor
    from foedera.claims.parsing import DEFAULT_PIPELINE, load_pipeline
    from foedera.documents import document_from_text
    from foedera.model import DocumentFacts, Span
    from foedera.names import load_lexicon

    extractor = make_extractor(ExtractorChoice(ExtractorName(name)))
    load_pipeline(DEFAULT_PIPELINE), load_lexicon()
    work_once = document_from_text("Japan and France signed a treaty. " * 6)
    list(extractor(work_once))  # what is loaded when it is first needed

    def work(texts: list[tuple[str, str]]) -> int:
        return sum(
            len(extractor(document_from_text(text, facts=DocumentFacts(date=Span.parse(date) if date else None))))
            for date, text in texts
        )

    return work


def spacy_worker() -> Callable[[list[tuple[str, str]]], int]:
    """A function that runs the full small pipeline on all the texts and counts the names found."""
    import spacy

    from foedera.claims.parsing import DEFAULT_PIPELINE

    pipeline = spacy.load(DEFAULT_PIPELINE)

    def work(texts: list[tuple[str, str]]) -> int:
        return sum(len(parsed.ents) for parsed in pipeline.pipe(text for _, text in texts))

    return work


def measure(worker: str, corpus: str, shared: Path, name: str) -> None:
    """Run one worker on one corpus and print what it took, as JSON."""
    texts = texts_of(corpus, shared)
    work = foedera_worker(name) if worker == "foedera" else spacy_worker()
    begin = time.process_time()
    found = work(texts)
    seconds = time.process_time() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    words = sum(len(text.split()) for _, text in texts)
    print(json.dumps({"words": words, "seconds": seconds, "found": found, "peak_mb": peak}))


def compare(corpus: str, shared: Path, rounds: int, name: str) -> dict[str, float | str | bool]:
    """Both workers in turn on one corpus: medians of words per second, their ratio, peak memory."""
    taken: dict[str, list[dict[str, float]]] = {"foedera": [], "spacy": []}
    for _ in range(rounds):
        for worker, results in taken.items():
            command = [sys.executable, __file__, "--worker", worker, "--corpus", corpus]
            command += ["--shared", str(shared), "--extractor", name]
            printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            results.append(json.loads(printed.splitlines()[-1]))
    speeds = {worker: [result["words"] / result["seconds"] for result in results] for worker, results in taken.items()}
    ratio = statistics.median(ours / theirs for ours, theirs in zip(speeds["foedera"], speeds["spacy"], strict=True))
    return {
        "corpus": corpus,
        "words": taken["spacy"][0]["words"],
        "foedera_words_per_second": round(statistics.median(speeds["foedera"])),
        "spacy_words_per_second": round(statistics.median(speeds["spacy"])),
        "ratio": round(ratio, 2),
        "wanted": WANTED[corpus],
        "claims": taken["foedera"][0]["found"],
        "peak_mb": round(max(result["peak_mb"] for result in taken["foedera"])),
    }


def main() -> int:
    """Measure, or compare and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--extractor", default=str(DEFAULT_EXTRACTOR))
    parser.add_argument("--corpus", choices=sorted(WANTED))
    parser.add_argument("--worker", choices=["foedera", "spacy"], help=argparse.SUPPRESS)
    given = parser.parse_args()
    if not given.shared.exists():
        print(f"speed: skipped, there is no {given.shared} with the texts to measure on.")
        return 0
    if given.worker:
        measure(given.worker, given.corpus, given.shared, given.extractor)
        return 0
    rows = [
        compare(corpus, given.shared, given.rounds, given.extractor)
        for corpus in ([given.corpus] if given.corpus else sorted(WANTED))
    ]
    print(f"{'corpus':10} {'words':>8} {'foedera w/s':>12} {'spaCy w/s':>10} {'ratio':>6} {'wanted':>7} {'peak MB':>8}")
    for row in rows:
        print(
            f"{row['corpus']:10} {row['words']:>8} {row['foedera_words_per_second']:>12} "
            f"{row['spacy_words_per_second']:>10} {row['ratio']:>6} {row['wanted']:>7} {row['peak_mb']:>8}"
        )
    for row in rows:
        print(json.dumps(row))
    return 0


if __name__ == "__main__":
    sys.exit(main())
