"""Gold claims → what the model is to learn: an anchor word for each claim, and the words that fill its roles."""

from __future__ import annotations

import collections
import json
import math
import pathlib
import re
import sys
from dataclasses import dataclass, field

import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "src"))

from foedera.claims.dates import DateMention, find_dates, resolve
from foedera.claims.trained.labels import CLOSED, SPANS
from foedera.claims.trained.windows import cut_windows
from foedera.claims.trained.wordpieces import Vocabulary
from foedera.claims.trained.words import Words, split_words
from foedera.model import Span
from foedera.model.kinds import KINDS, Holds, Kind

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROOMY = 420  # pieces of a part of a long document: under other names it may become longer
PASSAGES = ROOT / "training" / "passages.jsonl"
DOCUMENTS = ROOT / "training" / "documents.jsonl"
GOLD = ROOT.parent / "shared" / "gold"

AUTHOR = "author"
# Roles that are filled with a piece of text, not a name.
TEXTS = {role.name for spec in KINDS.values() for role in spec.roles if role.holds in {Holds.TEXT, Holds.EITHER}} - {
    "provision", "as", "basis", "unit", "target",
}  # fmt: skip


@dataclass(slots=True)
class Aligned:
    """A gold claim tied to words: its anchor and, for each role, the spans (first, last word) of its fillers."""

    kind: str
    gold: dict
    anchor: int
    quote: tuple[int, int]
    spans: dict[str, list[tuple[int, int]]]
    author: bool
    optional: bool
    document_date: bool = False


@dataclass(slots=True)
class Sample:
    """A document with its aligned claims."""

    name: str
    date: str
    words: Words
    gold: dict
    claims: list[Aligned] = field(default_factory=list)
    lost: collections.Counter = field(default_factory=collections.Counter)


def vocabulary_of(base: pathlib.Path) -> Vocabulary:
    """The base model's pieces of words."""
    numbers = json.loads((base / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]
    return Vocabulary(numbers)


def documents_of(source: pathlib.Path) -> list[tuple[str, dict, str]]:
    """Name, annotation and text of each document, by name."""
    if source.is_file():
        lines = [json.loads(line) for line in source.read_text("utf-8").splitlines()]
        return [(line["name"], line, line["text"]) for line in sorted(lines, key=lambda line: line["name"])]
    golds = [(path, json.loads(path.read_text("utf-8"))) for path in sorted(source.glob("*.json"))]
    return [(path.stem, gold, path.with_suffix(".txt").read_text("utf-8")) for path, gold in golds]


def held_out(count: int) -> list[int]:
    """The passages that are not learnt from, by their place in the list: the same ones each time."""
    return [int(at) for at in np.random.default_rng(7).permutation(len(documents_of(PASSAGES)))[:count]]


def read_samples(
    source: pathlib.Path, vocabulary: Vocabulary, lexicon: Lexicon | None = None
) -> tuple[list[Sample], Lexicon]:
    """Every document of a file of passages or of a folder of gold, aligned; anchors by the lexicon given, or by one counted from it."""
    read = [(name, gold, split_words(text, vocabulary)) for name, gold, text in documents_of(source)]
    lexicon = lexicon or Lexicon.counted((words, gold["claims"]) for _, gold, words in read)
    return [align(name, gold, words, lexicon) for name, gold, words in read], lexicon


def read_parts(vocabulary: Vocabulary, lexicon: Lexicon) -> list[Sample]:
    """The documents that are learnt from, aligned; those too long to be read at once in parts."""
    return [
        align(name, each, split_words(part, vocabulary), lexicon)
        for name, gold, text in documents_of(DOCUMENTS)
        if not gold.get("held")
        for each, part in parts_of(gold, text, vocabulary)
    ]


def parts_of(gold: dict, text: str, vocabulary: Vocabulary) -> list[tuple[dict, str]]:
    """A document as the network reads it: whole where it fits, else its windows, each with the claims whose quotes stand in it."""
    words = split_words(text, vocabulary)
    windows = cut_windows(words, ROOMY)
    if len(windows) < 2:
        return [(gold, text)]
    parts = []
    for window in windows:
        starts, ends = window.words.starts, window.words.ends
        gap = next((n for n in range(1, len(starts)) if text[ends[n - 1] : starts[n]].strip()), 0)
        head = text[starts[0] : ends[gap - 1]] + "\n\n" if gap else ""
        part = head + text[starts[gap] : ends[-1]]
        parts.append(({**gold, "claims": [claim for claim in gold["claims"] if claim["quote"] in part]}, part))
    return parts


def align(name: str, gold: dict, words: Words, lexicon: Lexicon, anchors: list[int] | None = None) -> Sample:
    """Anchors and role spans of one document's claims; `anchors`, where given, are taken as they are."""
    sample = Sample(name, gold.get("date", ""), words, gold)
    sentences = words.sentences
    found = []
    for claim in gold["claims"]:
        quote = quote_span(words, claim["quote"])
        spans, author = {}, False
        for role in SPANS[claim["kind"]]:
            for filler in claim.get(role, ()):
                if filler == AUTHOR:
                    author = True
                    continue
                span = nearest(words, sentences, filler.split("|"), quote, text=role in TEXTS)
                if span is None:
                    sample.lost[claim["kind"], role] += 1
                elif span not in spans.setdefault(role, []):
                    spans[role].append(span)
        found.append(Aligned(claim["kind"], claim, -1, quote, spans, author, bool(claim.get("optional"))))
    if anchors:
        for claim, anchor in zip(found, anchors, strict=True):
            claim.anchor = anchor
    else:
        place_anchors(words, found, lexicon)
    dates = find_dates(words.text, Span.parse(sample.date) if sample.date else None)
    for claim in found:
        place_date(words, sentences, claim, dates, sample)
    sample.claims = found
    return sample


def place_date(words: Words, sentences: np.ndarray, claim: Aligned, dates: list, sample: Sample) -> None:
    """The date expression that gives the claim its `when`, nearest first; else whether it is the document's own date."""
    when = claim.gold.get("when", "").replace("~", "").replace("?", "")
    if not when:
        return
    own = Span.parse(sample.date) if sample.date else None
    options = []
    for date in dates:
        first, last = words.between(date.start, date.end)
        if when not in _readings(date, own):
            continue
        inside = first <= claim.quote[1] and last >= claim.quote[0]
        away = 0 if inside else min(abs(first - claim.quote[1]), abs(claim.quote[0] - last))
        same = sentences[first] in (sentences[claim.quote[0]], sentences[claim.quote[1]])
        options.append((away * (0.3 if same else 1.0), same, (first, last)))
    if options and (min(options)[1] or when != sample.date):
        claim.spans["when"] = [min(options)[2]]
        sample.lost["when found"] += 1
    elif when == sample.date:
        claim.document_date = True
        sample.lost["when of document"] += 1
    else:
        sample.lost["when lost"] += 1


def _readings(date: DateMention, own: Span | None) -> set[str]:
    """What a date expression may be read as: looking back or ahead, open at an end or not."""
    turned = [date, resolve(date, own, False), resolve(date, own, True)]
    return {span.edtf for each in turned for span in (each.span, each.core)}


def word_span(words: Words, start: int, end: int) -> tuple[int, int]:
    """The words that the characters `start:end` touch."""
    first, last = words.between(start, end)
    return first, max(first, last)


def quote_span(words: Words, quote: str) -> tuple[int, int]:
    """Where the quote stands, its first occurrence."""
    start = words.text.index(quote)
    return word_span(words, start, start + len(quote))


def mentions(words: Words, name: str) -> list[tuple[int, int]]:
    """Every place where the text has `name`, whole words only; in any case where the exact case is not found."""
    for flags in (0, re.IGNORECASE):
        spans = [
            word_span(words, m.start(), m.end())
            for m in re.finditer(re.escape(name), words.text, flags)
            if _whole(words.text, m.start(), m.end())
        ]
        if spans:
            return spans
    return [word_span(words, m.start(), m.end()) for m in re.finditer(re.escape(name), words.text, re.IGNORECASE)][:1]


def _whole(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() and text[start].isalnum()) and not (after.isalnum() and text[end - 1].isalnum())


def nearest(
    words: Words, sentences: np.ndarray, names: list[str], quote: tuple[int, int], *, text: bool
) -> tuple[int, int] | None:
    """The mention of any of `names` that stands nearest to the quote: inside it, else before it, else after it.

    A piece of text is the longest of those inside the quote's sentence; of names that overlap, the first listed.
    """
    options = []
    low, high = sentences[quote[0]], sentences[quote[1]]
    for rank, name in enumerate(names):
        for span in mentions(words, name):
            first, last = span
            if first >= quote[0] and last <= quote[1]:
                cost = 0.0
            elif last < quote[0]:
                cost = 2 + (quote[0] - last) * (0.3 if sentences[first] >= low else 1.0)
            elif first > quote[1]:
                cost = 4 + (first - quote[1]) * (0.4 if sentences[last] <= high else 2.0)
            else:
                cost = 0.5
            glued = _glued(words, first, last) and not text
            cost += 3 * glued
            cost += 0.3 * rank if not text else -1.0 * (last - first) + 0.2 * rank
            options.append((cost, rank, span))
    return min(options)[2] if options else None


def _glued(words: Words, first: int, last: int) -> bool:
    """Part of a compound: a dash touches it."""
    dashes = "-–‑"
    before = first > 0 and words.ends[first - 1] == words.starts[first] and words.form(first - 1) in dashes
    after = last + 1 < len(words) and words.starts[last + 1] == words.ends[last] and words.form(last + 1) in dashes
    return bool(before or after)


@dataclass(slots=True)
class Lexicon:
    """How strongly a word in a quote speaks for a kind and its closed label, as counted in the gold."""

    scores: dict[tuple[str, str, str], float]

    @classmethod
    def counted(cls, documents) -> Lexicon:
        inside: collections.Counter = collections.Counter()
        groups: collections.Counter = collections.Counter()
        everywhere: collections.Counter = collections.Counter()
        total = 0
        for words, claims in documents:
            stems = [stem(words.form(i)) for i in range(len(words))]
            everywhere.update(stems)
            total += len(stems)
            for claim in claims:
                first, last = quote_span(words, claim["quote"])
                groups[_group(claim)] += last - first + 1
                groups[claim["kind"], ""] += last - first + 1
                for s in set(stems[first : last + 1]):
                    inside[(*_group(claim), s)] += 1
                    inside[claim["kind"], "", s] += 1
        scores = {}
        for (kind, label, s), n in inside.items():
            expected = everywhere[s] / total * groups[kind, label]
            scores[kind, label, s] = math.log((n + 0.2) / (expected + 1.0)) * min(1.0, n / 3)
        return cls(scores)

    def score(self, claim: dict, form: str) -> float:
        kind, label = _group(claim)
        s = stem(form)
        return 1.0 * self.scores.get((kind, label, s), 0.0) + 0.7 * self.scores.get((kind, "", s), 0.0)


def _group(claim: dict) -> tuple[str, str]:
    kind = claim["kind"]
    return kind, claim[CLOSED[Kind(kind)]][0] if kind in CLOSED else ""


def stem(form: str) -> str:
    """A rough stem: enough to count "signs", "signed" and "signing" as one."""
    form = form.lower()
    for ending in ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ed", "es", "s", "e", "y"):
        if form.endswith(ending) and len(form) - len(ending) >= 3:
            form = form[: -len(ending)]
            break
    return form[:-1] if len(form) > 3 and form[-1] == form[-2] else form


FUNCTION = frozenset(
    "the a an of to and or in on for with by at as its their his her this that is are was were be been has have had it which who from not".split()
)


def place_anchors(words: Words, claims: list[Aligned], lexicon: Lexicon) -> None:
    """Give each claim an anchor word in its quote; claims of one kind get different ones where the quote allows."""
    choose_anchors(claims, [anchor_scores(words, claim, lexicon) for claim in claims])


def choose_anchors(claims: list[Aligned], scores: list[dict[int, float]]) -> None:
    """The best words first; a word anchors one claim of a kind, unless a quote has no other."""
    options = sorted((-score, n, i) for n, options in enumerate(scores) for i, score in options.items())
    taken: set[tuple[str, int]] = set()
    left = set(range(len(claims)))
    for _, n, i in options:
        if n in left and (claims[n].kind, i) not in taken:
            claims[n].anchor = i
            taken.add((claims[n].kind, i))
            left.discard(n)
    for n in left:
        claims[n].anchor = max(scores[n], key=lambda i: scores[n][i]) if scores[n] else claims[n].quote[0]


def anchor_scores(words: Words, claim: Aligned, lexicon: Lexicon) -> dict[int, float]:
    """How well each word of the quote would anchor the claim."""
    first, last = claim.quote
    scores: dict[int, float] = {}
    covered = set()
    for role, spans in claim.spans.items():
        for a, b in spans:
            covered.update(range(a, b + 1) if role not in TEXTS or role == "metric" else ())
    for i in range(first, last + 1):
        form = words.form(i)
        if not any(c.isalnum() for c in form):
            continue
        scores[i] = lexicon.score(claim.gold, form) - 1.5 * (i in covered) - 1.0 * (form.lower() in FUNCTION)
        scores[i] += _looks_like_predicate(form, first=i == first)
    head = {
        "measure": ("value", 0),
        "affiliation": ("member", 1),
        "commitment": ("undertaking", 0),
        "assessment": ("label", 0),
    }.get(claim.kind)
    if head:
        for a, b in claim.spans.get(head[0], ()):
            i = b if head[1] else a
            while i < b and words.form(i).lower() in FUNCTION:
                i += 1
            if first <= i <= last:
                scores[i] = scores.get(i, 0.0) + 20
        for _, b in claim.spans.get("as", ()) if claim.kind == "affiliation" else ():
            if first <= b <= last:
                scores[b] = scores.get(b, 0.0) + 8
    else:
        for spans in claim.spans.values():
            for _, b in spans:
                if first <= b <= last and b in scores:
                    scores[b] = max(scores[b], -1.0)
    return scores


_TIMES = frozenset(
    "january february march april june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday today year month week".split()
)


def _looks_like_predicate(form: str, *, first: bool) -> float:
    """Verbs before names, numbers and dates."""
    if form[0].isdigit() or form.lower() in _TIMES:
        return -1.5
    if form[0].isupper() and not first and not form.isupper():
        return -0.7
    return 0.4 if form.endswith(("ed", "ing")) else 0.0


def main() -> None:
    """Report how many claims and fillers of the training set align."""
    samples, _ = read_samples(PASSAGES, vocabulary_of(ROOT / "base/l6"))
    anchors = collections.Counter()
    for sample in samples:
        seen = collections.Counter((c.kind, c.anchor) for c in sample.claims)
        anchors["claims"] += len(sample.claims)
        anchors["shared anchor"] += sum(n - 1 for n in seen.values())
        anchors.update({str(k): n for k, n in sample.lost.items()})
        anchors["fillers"] += sum(len(s) for c in sample.claims for s in c.spans.values())
        anchors["pieces"] = max(anchors["pieces"], sum(map(len, sample.words.pieces)))
    print(dict(anchors))
    for sample in samples[3 :: max(1, len(samples) // 12)]:
        for c in sample.claims[:8]:
            spans = {
                r: [sample.words.text[sample.words.starts[i] : sample.words.ends[j]] for i, j in v]
                for r, v in c.spans.items()
            }
            print(c.kind, "|", sample.words.form(c.anchor), "|", c.gold["quote"], "|", spans)


if __name__ == "__main__":
    main()
