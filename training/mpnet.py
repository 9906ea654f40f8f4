"""all-mpnet-base-v2 in torch: the encoder of claims, of which ten of the twelve layers ship.

MPNet (Song et al., NeurIPS 2020): BERT's layers, 768 wide, with a bias by distance that all of them share and no segments;
its vocabulary is BERT's behind four pieces of its own.

Token shapes: B sentences, T pieces, H = 768 wide, A = 12 heads.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from model import Dropout

WIDTH, HEADS = 768, 12
ALL = tuple(range(12))
VOCABULARY, POSITIONS, FIRST_POSITION = 30527, 514, 2
BUCKETS, FARTHEST = 32, 128


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self) -> None:
        super().__init__()
        self.dropout = Dropout(0.1)
        self.attend = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm_attention = nn.LayerNorm(WIDTH, eps=1e-5)
        self.widen = nn.Linear(WIDTH, 4 * WIDTH)
        self.narrow = nn.Linear(4 * WIDTH, WIDTH)
        self.norm_output = nn.LayerNorm(WIDTH, eps=1e-5)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """(B, T, H), and (B, A, T, T) that is added to what each piece hears of each other."""
        B, T, H = x.shape
        q, k, v = self.attend(x).view(B, T, 3, HEADS, H // HEADS).permute(2, 0, 3, 1, 4)
        mixed = attend(q, k, v, bias.to(q.dtype)).transpose(1, 2).reshape(B, T, H)
        x = self.norm_attention(x + self.dropout(self.out(mixed)))
        return self.norm_output(x + self.dropout(self.narrow(F.gelu(self.widen(x)))))


def attend(q: Tensor, k: Tensor, v: Tensor, bias: Tensor) -> Tensor:
    """Scaled dot-product attention, written out: on a CPU the fused one is slower for a sentence, back through it most of all."""
    return (q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1]) + bias).softmax(-1) @ v


class MPNet(nn.Module):
    """Pieces → states."""

    def __init__(self, layers: int = len(ALL)) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.distances = nn.Embedding(BUCKETS, HEADS)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))

    def forward(self, pieces: Tensor, real: Tensor) -> Tensor:
        """(B, T) twice → (B, T, H)."""
        unheard = torch.zeros(real.shape).masked_fill(~real, -1e4)[:, None, None, :]
        return self.states(pieces, torch.arange(pieces.shape[1]), unheard)

    def states(self, pieces: Tensor, places: Tensor, unheard: Tensor | None = None) -> Tensor:
        """(B, T), (T,), and (B, 1, 1, T) that is added to what is heard of each piece → (B, T, H)."""
        x = self.norm(self.words(pieces) + self.positions(places + FIRST_POSITION)[None])
        bias = self.distances(_buckets(places)).permute(2, 0, 1)[None]
        if unheard is not None:
            bias = bias + unheard
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def keep(self, layers: Sequence[int]) -> None:
        """Go on with these layers alone."""
        self.layers = nn.ModuleList(self.layers[n] for n in layers)

    def load(self, folder: Path) -> None:
        """Take over the weights as published (safetensors)."""
        raw = load_file(folder / "model.safetensors")
        take = {
            "words.weight": raw["embeddings.word_embeddings.weight"],
            "positions.weight": raw["embeddings.position_embeddings.weight"],
            "norm.weight": raw["embeddings.LayerNorm.weight"],
            "norm.bias": raw["embeddings.LayerNorm.bias"],
            "distances.weight": raw["encoder.relative_attention_bias.weight"],
        }
        names = {
            "out": "attention.attn.o",
            "norm_attention": "attention.LayerNorm",
            "widen": "intermediate.dense",
            "narrow": "output.dense",
            "norm_output": "output.LayerNorm",
        }
        for n in ALL:
            theirs = f"encoder.layer.{n}."
            for kind in ("weight", "bias"):
                take[f"layers.{n}.attend.{kind}"] = torch.cat(
                    [raw[f"{theirs}attention.attn.{part}.{kind}"] for part in "qkv"]
                )
                for mine, their in names.items():
                    take[f"layers.{n}.{mine}.{kind}"] = raw[f"{theirs}{their}.{kind}"]
        self.load_state_dict(take)


def _buckets(places: Tensor) -> Tensor:
    """(T,) → (T, T): the bucket of each distance; near ones have a bucket each, far ones share one by the logarithm."""
    back = places[:, None] - places[None]
    half, exact = BUCKETS // 2, BUCKETS // 4
    far = exact + (torch.log(back.abs().clamp(min=1) / exact) / math.log(FARTHEST / exact) * (half - exact)).long()
    return half * (back < 0) + torch.where(back.abs() < exact, back.abs(), far.clamp(max=half - 1))
