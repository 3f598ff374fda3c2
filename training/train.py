"""Train the extractor of claims: `python training/train.py --out runs/a`. Seeded; one or two CPU threads."""

from __future__ import annotations

import argparse
import json
import pathlib
import random
import sys
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812
from transformers import BertModel

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "training")]

from align import GOLD, PASSAGES, Sample, held_out, read_parts, read_samples, vocabulary_of  # noqa: E402
from evaluate import evaluate, read_with_torch  # noqa: E402
from targets import Targets, targets  # noqa: E402

from model import Encoder, Reader  # noqa: E402

MASK = 103
CLAIMS = 14


def collate(batch: list[Targets], rng: np.random.Generator, masking: float) -> dict[str, torch.Tensor]:
    """Pad texts to one length, and lay all their claims in one row each."""
    pieces = max(t.features["pieces"].shape[1] for t in batch)
    words = max(len(t.sample.words) for t in batch)
    out = {k: np.zeros((len(batch), pieces), np.int64) for k in ("pieces", "mask", "looks", "breaks")}
    pool = np.zeros((len(batch), words, pieces), np.float32)
    anchors = np.zeros((len(batch), words, 10), np.float32)
    weights = np.zeros((len(batch), words, 10), np.float32)
    for n, t in enumerate(batch):
        length = t.features["pieces"].shape[1]
        out["mask"][n, :length] = 1
        for key in ("pieces", "looks", "breaks"):
            out[key][n, :length] = t.features[key][0]
        count = len(t.sample.words)
        pool[n, :count, :length] = t.features["pool"][0]
        anchors[n, :count], weights[n, :count] = t.anchors, t.weights
        hide = rng.random(length) < masking
        hide[[0, length - 1]] = False
        out["pieces"][n, :length][hide] = MASK
    # at most CLAIMS of a document's claims at a time: reading them is half of the cost of a step
    rows = [(n, t, int(c)) for n, t in enumerate(batch) for c in np.sort(rng.permutation(len(t.claims))[:CLAIMS])]
    claims = {
        "document": [n for n, _, _ in rows],
        "anchor": [t.claims[c].anchor for _, t, c in rows],
        "kind": [t.claims[c].kind for _, t, c in rows],
        "weight": [t.claims[c].weight for _, t, c in rows],
    }
    result = {k: torch.from_numpy(v) for k, v in out.items()}
    result |= {
        "pool": torch.from_numpy(pool),
        "anchors": torch.from_numpy(anchors),
        "weights": torch.from_numpy(weights),
    }
    result |= {"claim_" + k: torch.tensor(v) for k, v in claims.items()}

    def rows_of(name: str, shape: tuple[int, ...], dtype, fill=0):
        array = np.full((len(rows), words, *shape), fill, dtype)
        for r, (_, t, c) in enumerate(rows):
            value = getattr(t.claims[c], name)
            array[r, : len(value)] = value
        return torch.from_numpy(array)

    result["claim_distance"] = rows_of("distance", (), np.int64)
    result["claim_sentence"] = rows_of("sentence", (), np.int64)
    result["claim_real"] = rows_of("real", (), np.bool_, False)
    result["claim_spans"] = rows_of(
        "spans", batch[0].claims[0].spans.shape[1:] if batch[0].claims else (29, 3), np.float32
    )
    for name in ("roles", "heads", "head_weights"):
        result["claim_" + name] = torch.from_numpy(np.stack([getattr(t.claims[c], name) for _, t, c in rows]))
    return result


def losses(encoder: Encoder, reader: Reader, b: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """The anchor, span and label losses of a batch."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        words, anchor = encoder(b["pieces"], b["mask"], b["looks"], b["breaks"], b["pool"])
        spans, heads = reader(
            words, b["claim_document"], b["claim_anchor"], b["claim_kind"], b["claim_distance"],
            b["claim_sentence"], b["claim_real"],
        )  # fmt: skip
    anchor, spans, heads = anchor.float(), spans.float(), heads.float()
    count = max(1.0, float(b["anchors"].sum()))
    found = (F.binary_cross_entropy_with_logits(anchor, b["anchors"], reduction="none") * b["weights"]).sum() / count
    each = F.binary_cross_entropy_with_logits(spans, b["claim_spans"], reduction="none")
    each = each * b["claim_real"][:, :, None, None] * b["claim_roles"][:, None, :, None]
    each = each.sum((1, 2, 3)) * b["claim_weight"]
    filled = each.sum() / b["claim_weight"].sum()
    head = F.binary_cross_entropy_with_logits(heads, b["claim_heads"], reduction="none") * b["claim_head_weights"]
    labelled = (head.sum(1) * b["claim_weight"]).sum() / b["claim_weight"].sum()
    return {"anchor": found, "spans": filled, "heads": labelled}


def parameter_groups(encoder: Encoder, reader: Reader, rate: float, head_rate: float, decay: float) -> list[dict]:
    """Layer-wise learning rates: lower layers learn slower; embeddings slowest."""
    layers = encoder.bert.config.num_hidden_layers
    groups: dict[float, list] = {}
    for module, prefix in ((encoder, "encoder."), (reader, "reader.")):
        for name, parameter in module.named_parameters():
            if prefix == "encoder." and name.startswith("bert.encoder.layer."):
                depth = int(name.split(".")[3])
                r = rate * decay ** (layers - 1 - depth)
            elif prefix == "encoder." and name.startswith("bert."):
                r = rate * decay**layers
            else:
                r = head_rate
            if not parameter.requires_grad:
                continue
            groups.setdefault(r, []).append(parameter)
    return [{"params": p, "lr": r, "peak": r} for r, p in groups.items()]


def main() -> None:
    """Train, validate after each epoch, and keep the last weights."""
    a = arguments()
    torch.set_num_threads(a.threads)
    random.seed(a.seed), np.random.seed(a.seed), torch.manual_seed(a.seed)
    rng = np.random.default_rng(a.seed)
    vocabulary = vocabulary_of(a.base)
    samples, lexicon = read_samples(PASSAGES, vocabulary)
    if a.anchors:
        place(samples, json.loads(a.anchors.read_text("utf-8")))
    held = set() if a.all else set(held_out(a.held))
    training = [s for n, s in enumerate(samples) if n not in held]
    training += read_parts(vocabulary, lexicon) * a.documents
    validation = [samples[n] for n in held_out(a.held)]
    reporting = [s for s in read_samples(a.gold / "dev", vocabulary, lexicon)[0] if s.name <= "dev-12"]
    ready = [targets(s) for s in training[: a.limit]]
    if a.augment:
        from augment import Substitutes

        substitutes = Substitutes(training, vocabulary, lexicon)
    encoder = Encoder(
        BertModel.from_pretrained(str(a.base), attn_implementation="sdpa", attention_probs_dropout_prob=0.0), a.dropout
    )
    reader = Reader(encoder.bert.config.hidden_size, a.inner, a.dropout, a.layers)
    if a.start:
        saved = torch.load(a.start / "weights.pt", weights_only=False)
        encoder.load_state_dict(saved["encoder"])
        reader.load_state_dict(saved["reader"])
    for part in (
        (encoder.bert.embeddings, encoder.looks, encoder.breaks, *encoder.bert.encoder.layer[: a.frozen])
        if a.frozen
        else ()
    ):
        part.requires_grad_(requires_grad=False)
    optimizer = torch.optim.AdamW(parameter_groups(encoder, reader, a.rate, a.head_rate, a.decay), weight_decay=0.01)
    steps, step = a.epochs * ((len(ready) + a.batch - 1) // a.batch), 0
    a.out.mkdir(parents=True, exist_ok=True)
    start = time.time()
    for epoch in range(a.epochs):
        if a.minutes and time.time() - start >= a.minutes * 60:
            break
        encoder.train(), reader.train()
        began, totals = time.time(), {}
        shuffled = rng.permutation(len(ready))
        for at in range(0, len(shuffled), a.batch):
            batch = [ready[int(i)] for i in shuffled[at : at + a.batch]]
            if a.augment:
                batch = [targets(substitutes.vary(t.sample, rng)) if rng.random() < a.augment else t for t in batch]
            if not any(t.claims for t in batch):
                continue
            progress = max(step / steps, (time.time() - start) / (a.minutes * 60) if a.minutes else 0.0)
            if progress >= 1.0:
                break
            scale = min(1.0, progress / 0.08) * max(0.02, (1 - progress) / 0.92 if progress > 0.08 else 1.0)
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * scale
            loss = losses(encoder, reader, collate(batch, rng, a.masking))
            sum(loss.values()).backward()
            nn.utils.clip_grad_norm_([*encoder.parameters(), *reader.parameters()], 5.0)
            optimizer.step(), optimizer.zero_grad(set_to_none=True)
            step += 1
            for key, value in loss.items():
                totals[key] = totals.get(key, 0.0) + float(value.detach()) / (len(ready) / a.batch)
        line = {"epoch": epoch, "seconds": round(time.time() - began)} | {k: round(v, 3) for k, v in totals.items()}
        out_of_time = a.minutes and time.time() - start >= a.minutes * 60
        line["step"] = step
        if out_of_time or epoch % a.every == a.every - 1 or epoch == a.epochs - 1:
            encoder.eval(), reader.eval()
            for name, part in (("val", validation), ("dev", reporting)):
                line[name] = evaluate(read_with_torch(encoder, reader, part), a.gold)
            torch.save(
                {"encoder": encoder.state_dict(), "reader": reader.state_dict(), "arguments": vars(a)},
                a.out / "weights.pt",
            )
        print(json.dumps(line), flush=True)


def place(samples: list[Sample], anchors: dict[str, list[int]]) -> None:
    """Put the anchors of reanchor.py in the place of the lexicon's."""
    for sample in samples:
        for claim, anchor in zip(sample.claims, anchors[sample.name], strict=True):
            claim.anchor = anchor


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=pathlib.Path, default=GOLD)
    parser.add_argument("--base", type=pathlib.Path, default=ROOT / "base/l6")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--start", type=pathlib.Path, help="a run whose weights are taken as the beginning")
    parser.add_argument("--anchors", type=pathlib.Path)
    for name, value in (
        ("epochs", 16),
        ("batch", 4),
        ("held", 60),
        ("inner", 192),
        ("layers", 1),
        ("seed", 1),
        ("threads", 1),
        ("every", 4),
        ("limit", 10000),
        ("frozen", 0),
        ("documents", 2),  # how often each document is met in a round; a passage once
    ):
        parser.add_argument(f"--{name}", type=int, default=value)
    for name, value in (
        ("rate", 2e-4),
        ("head-rate", 1e-3),
        ("decay", 0.85),
        ("dropout", 0.1),
        ("masking", 0.05),
        ("augment", 0.0),
        ("minutes", 0.0),
    ):
        parser.add_argument(f"--{name}", type=float, default=value)
    parser.add_argument("--all", action="store_true", help="train on the held-out documents too")
    return parser.parse_args()


if __name__ == "__main__":
    main()
