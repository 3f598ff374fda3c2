"""Trained weights → the files of the package: `python training/export.py runs/final src/foedera/data/model`.

The encoder's products are of 8 bits, each channel with its own scale: measured beside the rules this costs nothing
(RESULTS.md), and it is twice as fast. The reader, 3 MB, which decides what fills the roles, is not rounded.
"""

from __future__ import annotations

import hashlib
import json
import pathlib
import sys
import warnings

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from transformers import BertConfig, BertModel

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "training")]

from foedera.claims.trained.labels import ROLES, SIGNS  # noqa: E402
from model import Encoder, Reader  # noqa: E402

FILES = ("encoder.onnx", "reader.onnx", "vocabulary.txt", "settings.json")


class EncoderForOne(nn.Module):
    """The encoder for one unpadded text."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces, looks, breaks, pool):
        e = self.encoder
        x = e.bert.embeddings.word_embeddings(pieces) + e.looks(looks) + e.breaks(breaks)
        x = e.bert.embeddings(inputs_embeds=x)
        for layer in e.bert.encoder.layer:
            x = self._layer(layer, x)
        words = torch.matmul(pool, x)
        return words, e.anchor(words)

    @staticmethod
    def _layer(layer, x):
        own = layer.attention.self
        heads, size = own.num_attention_heads, own.attention_head_size
        q, k, v = (f(x).view(1, -1, heads, size).transpose(1, 2) for f in (own.query, own.key, own.value))
        seen = torch.softmax(q @ k.transpose(-1, -2) / size**0.5, -1) @ v
        seen = layer.attention.output(seen.transpose(1, 2).reshape(1, -1, heads * size), x)
        return layer.output(layer.intermediate(seen), seen)


class ReaderForOne(nn.Module):
    """The reader for claims of one unpadded text."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, words, anchors, kinds, distance, sentence):
        r = self.reader
        at = words[0][anchors]
        kind = r.kind(kinds)
        x = r.tell(words) + (r.ask(at) + kind).unsqueeze(1) + r.gate_tell(words) * r.gate_ask(at).unsqueeze(1)
        x = r.norm(x + r.distance(distance) + r.sentence(sentence))
        for mixer in r.mix:
            x = self._mix(mixer, x)
        spans = r.spans(x)
        spans = spans.view(spans.shape[0], spans.shape[1], len(ROLES), len(SIGNS))
        here = torch.gather(x, 1, anchors.view(-1, 1, 1).expand(-1, 1, x.shape[2])).squeeze(1)
        return spans, r.labels(r.state(torch.cat([at, here, kind], -1)))

    @staticmethod
    def _mix(mixer, x):
        heads, size = mixer.heads, x.shape[2] // mixer.heads
        parts = mixer.look(mixer.before(x)).chunk(3, -1)
        q, k, v = (p.view(p.shape[0], p.shape[1], heads, size).transpose(1, 2) for p in parts)
        seen = torch.softmax(q @ k.transpose(-1, -2) / size**0.5, -1) @ v
        x = x + mixer.join(seen.transpose(1, 2).reshape(x.shape))
        return x + mixer.think(mixer.between(x))


def load(run: pathlib.Path, base: pathlib.Path) -> tuple[Encoder, Reader]:
    """The trained network, ready to read."""
    saved = torch.load(run / "weights.pt", weights_only=False, map_location="cpu")
    a = saved["arguments"]
    encoder = Encoder(BertModel(BertConfig.from_pretrained(str(base)))).eval()
    reader = Reader(encoder.bert.config.hidden_size, a["inner"], layers=a["layers"]).eval()
    encoder.load_state_dict(saved["encoder"])
    reader.load_state_dict(saved["reader"])
    return encoder, reader


def export(run: pathlib.Path, out: pathlib.Path, base: pathlib.Path) -> None:
    """Write encoder.onnx, reader.onnx and vocabulary.txt; settings.json is written by tune.py."""
    encoder, reader = load(run, base)
    out.mkdir(parents=True, exist_ok=True)
    words, pieces, claims = 21, 32, 3
    inputs = (torch.ones(1, pieces, dtype=torch.long), torch.zeros(1, pieces, dtype=torch.long),
              torch.zeros(1, pieces, dtype=torch.long), torch.zeros(1, words, pieces))  # fmt: skip
    _write(
        EncoderForOne(encoder),
        inputs,
        out / "encoder",
        ["pieces", "looks", "breaks", "pool"],
        ["words", "anchor"],
        {
            "pieces": {1: "p"},
            "looks": {1: "p"},
            "breaks": {1: "p"},
            "pool": {1: "w", 2: "p"},
            "words": {1: "w"},
            "anchor": {1: "w"},
        },
    )
    number = torch.zeros(claims, dtype=torch.long)
    place = torch.zeros(claims, words, dtype=torch.long)
    inputs = (torch.randn(1, words, 384), number, number, place, place)
    _write(
        ReaderForOne(reader),
        inputs,
        out / "reader",
        ["words", "anchors", "kinds", "distance", "sentence"],
        ["spans", "heads"],
        {
            "words": {1: "w"},
            "anchors": {0: "n"},
            "kinds": {0: "n"},
            "distance": {0: "n", 1: "w"},
            "sentence": {0: "n", 1: "w"},
            "spans": {0: "n", 1: "w"},
            "heads": {0: "n"},
        },
        quantised=False,
    )
    vocabulary = json.loads((base / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]
    pieces_in_order = sorted(vocabulary, key=lambda piece: vocabulary[piece])
    (out / "vocabulary.txt").write_text("".join(f"{piece}\n" for piece in pieces_in_order), "utf-8")


def _write(module, inputs, stem: pathlib.Path, names, outputs, axes, *, quantised: bool = True) -> None:
    full = stem.with_suffix(".full.onnx")
    torch.onnx.export(
        module.eval(),
        inputs,
        str(full),
        input_names=names,
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    onnx.checker.check_model(str(full))
    if not quantised:
        full.replace(stem.with_suffix(".onnx"))
        return
    weights = {weight.name for weight in onnx.load(str(full)).graph.initializer}
    products = [
        node.name
        for node in onnx.load(str(full)).graph.node
        if node.op_type == "Gather"
        or (node.op_type == "MatMul" and node.input[1] in weights and "anchor" not in node.name)
    ]
    quantize_dynamic(
        str(full),
        str(stem.with_suffix(".onnx")),
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather"],
        nodes_to_quantize=products,
        per_channel=True,
    )
    full.unlink()


def digests(folder: pathlib.Path) -> dict[str, str]:
    """The sha256 of each file of the model."""
    return {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES if (folder / name).exists()
    }


if __name__ == "__main__":
    warnings.filterwarnings("ignore")
    export(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), ROOT / "base/l6")
    print(json.dumps(digests(pathlib.Path(sys.argv[2])), indent=1))
