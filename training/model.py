"""The network: a small encoder read once per text, an anchor detector, and heads that read a claim off its anchor."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional
from transformers import BertModel

from foedera.claims.trained.features import DISTANCES, SENTENCES
from foedera.claims.trained.labels import FLAGS, LABELS, MODALITIES, ORDER, ROLES, SIGNS


class Encoder(nn.Module):
    """Word pieces → one vector a word, and for each word and kind whether a claim is anchored there."""

    def __init__(self, bert: BertModel, dropout: float = 0.1) -> None:
        super().__init__()
        width = bert.config.hidden_size
        self.bert = bert
        self.looks = nn.Embedding(8, width)
        self.breaks = nn.Embedding(4, width)
        nn.init.normal_(self.looks.weight, std=0.01)
        nn.init.normal_(self.breaks.weight, std=0.01)
        self.anchor = nn.Sequential(
            nn.Dropout(dropout), nn.Linear(width, width), nn.GELU(), nn.Dropout(dropout), nn.Linear(width, len(ORDER))
        )
        nn.init.constant_(self.anchor[-1].bias, -4.0)

    def forward(self, pieces, mask, looks, breaks, pool):
        """`pool` [batch, words, pieces] averages the pieces of a word."""
        embedded = self.bert.embeddings.word_embeddings(pieces) + self.looks(looks) + self.breaks(breaks)
        hidden = self.bert(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        words = torch.bmm(pool.to(hidden.dtype), hidden)
        return words, self.anchor(words)


class Mixer(nn.Module):
    """One layer of attention among the words as one claim sees them."""

    def __init__(self, width: int, dropout: float, heads: int = 2) -> None:
        super().__init__()
        self.heads = heads
        self.before, self.between = nn.LayerNorm(width), nn.LayerNorm(width)
        self.look, self.join = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.think = nn.Sequential(nn.Linear(width, 2 * width), nn.GELU(), nn.Linear(2 * width, width))
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, bias):
        n, count, width = x.shape
        asked = self.look(self.before(x)).view(n, count, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        q, k, v = asked[0], asked[1], asked[2]
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = x + self.join(seen.transpose(1, 2).reshape(n, count, width))
        return x + self.dropout(self.think(self.between(x)))


class Reader(nn.Module):
    """At an anchor: the closed label, modality, flags, and for each role where its fillers start, end and go on."""

    def __init__(self, width: int = 384, inner: int = 192, dropout: float = 0.1, layers: int = 1) -> None:
        super().__init__()
        self.kind = nn.Embedding(len(ORDER), inner)
        self.ask = nn.Linear(width, inner)
        self.tell = nn.Linear(width, inner)
        self.gate_ask = nn.Linear(width, inner)
        self.gate_tell = nn.Linear(width, inner)
        self.distance = nn.Embedding(DISTANCES, inner)
        self.sentence = nn.Embedding(SENTENCES, inner)
        self.norm = nn.LayerNorm(inner)
        self.mix = nn.ModuleList(Mixer(inner, dropout) for _ in range(layers))
        self.spans = nn.Linear(inner, len(SIGNS) * len(ROLES))
        nn.init.constant_(self.spans.bias, -4.0)
        self.state = nn.Sequential(nn.Linear(width + inner * 2, inner), nn.GELU(), nn.Dropout(dropout))
        self.labels = nn.Linear(inner, len(LABELS) + len(MODALITIES) + len(FLAGS))

    def forward(self, words, documents, anchors, kinds, distance, sentence, real):
        """One row a claim, read at word `anchors` of text `documents`; `real` marks the words that are not padding."""
        n = anchors.shape[0]
        at = words[documents, anchors]
        kind = self.kind(kinds)
        x = self.tell(words)[documents] + (self.ask(at) + kind).unsqueeze(1)
        x = x + self.gate_tell(words)[documents] * self.gate_ask(at).unsqueeze(1)
        x = x + self.distance(distance) + self.sentence(sentence)
        x = self.norm(x)
        bias = torch.where(real, 0.0, -1e4)[:, None, None, :]
        for layer in self.mix:
            x = layer(x, bias)
        spans = self.spans(x).view(n, x.shape[1], len(ROLES), len(SIGNS))
        here = x[torch.arange(n, device=words.device), anchors]
        state = self.state(torch.cat([at, here, kind], -1))
        return spans, self.labels(state)
