"""Trained weights → int8 ONNX for the runtime: `python training/export.py runs/final model`."""

from __future__ import annotations

import json
import pathlib
import shutil
import sys

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from transformers import BertConfig, BertModel

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "training")]

from runtime.labels import ROLES  # noqa: E402

from model import SIGNS, Encoder, Reader  # noqa: E402


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
    """Write encoder.onnx, reader.onnx, tokenizer.json; settings.json is written by tune.py."""
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
    )  # 3 MB, and what decides is not rounded
    shutil.copy(base / "tokenizer.json", out / "tokenizer.json")


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
    quantize_dynamic(
        str(full),
        str(stem.with_suffix(".onnx")),
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather", "Gemm"] if "--int8" in sys.argv else ["Gather"],
    )
    if "--int8" not in sys.argv:
        _halve(stem.with_suffix(".onnx"))
    full.unlink()


def _halve(path: pathlib.Path) -> None:
    """Keep large float weights as 16 bits, widened when the model is loaded: int8 products cost 0.017 of claims F1."""
    model = onnx.load(str(path))
    casts = []
    for n, weight in enumerate(model.graph.initializer):
        if weight.data_type == onnx.TensorProto.FLOAT and np.prod(weight.dims) >= 10000:
            name = weight.name
            half = numpy_helper.from_array(numpy_helper.to_array(weight).astype(np.float16), name + "_half")
            model.graph.initializer[n].CopyFrom(half)
            casts.append(onnx.helper.make_node("Cast", [name + "_half"], [name], to=onnx.TensorProto.FLOAT))
    for cast in reversed(casts):
        model.graph.node.insert(0, cast)
    onnx.save(model, str(path))


if __name__ == "__main__":
    export(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), ROOT / "base/l6")
    print(json.dumps({p.name: p.stat().st_size for p in sorted(pathlib.Path(sys.argv[2]).iterdir())}))
