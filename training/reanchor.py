"""Better anchors: let a half-trained network vote. `python training/reanchor.py runs/a training/anchors.json`

The first anchors are chosen by a lexicon. A network trained on them for a few epochs has learnt which of a quote's words
usually carry such a claim; its vote, added to the lexicon's, makes the anchors of rare words more regular.
"""

from __future__ import annotations

import json
import pathlib
import sys

import numpy as np
import torch

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "training")]

from align import PASSAGES, anchor_scores, choose_anchors, read_samples, vocabulary_of  # noqa: E402
from export import load  # noqa: E402

from foedera.claims.trained.features import piece_features  # noqa: E402
from foedera.claims.trained.labels import ORDER  # noqa: E402

run, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
torch.set_num_threads(1)
base = ROOT / "base/l6"
samples, lexicon = read_samples(PASSAGES, vocabulary_of(base))
encoder, _ = load(run, base)
changed, anchors = 0, {}
with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
    for sample in samples:
        f = {k: torch.from_numpy(v) for k, v in piece_features(sample.words).items()}
        _, logits = encoder(f["pieces"], torch.ones_like(f["pieces"]), f["looks"], f["breaks"], f["pool"])
        logits = np.clip(logits[0].float().numpy(), -7, 4)
        scores = [
            {
                i: 0.5 * s + float(logits[i, ORDER.index(c.kind)])
                for i, s in anchor_scores(sample.words, c, lexicon).items()
            }
            for c in sample.claims
        ]
        before = [c.anchor for c in sample.claims]
        choose_anchors(sample.claims, scores)
        anchors[sample.name] = [c.anchor for c in sample.claims]
        changed += sum(a != b for a, b in zip(before, anchors[sample.name], strict=True))
out.write_text(json.dumps(anchors) + "\n", "utf-8")
print(f"{changed} anchors changed")
