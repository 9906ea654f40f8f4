"""The reader in torch: encoder, role tags, links. Exported by export.py; the package never imports this.

Token shapes: B windows, T pieces, H = 384 wide, C cues, R = 7 role tags, K = 5 link tags.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from onrecord.attribution.encode import QUOTE_STATES, SHAPES
from onrecord.attribution.labels import DISTANCES, LINK_TAGS, ROLE_TAGS, forbidden_transitions


@dataclass(frozen=True)
class Shape:
    """Sizes of the encoder and the heads."""

    layers: int = 6
    width: int = 384
    heads: int = 12
    vocabulary: int = 30522
    positions: int = 512
    link_width: int = 160
    dropout: float = 0.1


class Dropout(nn.Module):
    """Drops whole channels of a window (Gal & Ghahramani 2016): on a CPU, drawing a number for each piece costs a sixth of a step."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.share:
            return x
        keep = torch.rand(x.shape[0], 1, x.shape[2], device=x.device) >= self.share
        return x * (keep / (1 - self.share))


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.width
        self.heads = shape.heads
        self.dropout = Dropout(shape.dropout)
        self.attend = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm_attention = nn.LayerNorm(width, eps=1e-12)
        self.widen = nn.Linear(width, 4 * width)
        self.narrow = nn.Linear(4 * width, width)
        self.norm_output = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        B, T, H = x.shape
        q, k, v = self.attend(x).view(B, T, 3, self.heads, H // self.heads).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(B, T, H)
        x = self.norm_attention(x + self.dropout(self.out(mixed)))
        return self.norm_output(x + self.dropout(self.narrow(F.gelu(self.widen(x)))))


class Encoder(nn.Module):
    """MiniLM with embeddings for shape and place in a quotation, which start at zero: the first step sees plain MiniLM."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.types = nn.Parameter(torch.zeros(shape.width))
        self.shapes = nn.Embedding(SHAPES, shape.width)
        self.quotes = nn.Embedding(QUOTE_STATES, shape.width)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.quotes.weight)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = Dropout(shape.dropout)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))

    def forward(
        self, pieces: Tensor, shapes: Tensor, quotes: Tensor, positions: Tensor, mask: Tensor | None = None
    ) -> Tensor:
        x = self.words(pieces) + self.positions(positions) + self.types + self.shapes(shapes) + self.quotes(quotes)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_minilm(self, folder: Path) -> None:
        """Take over the weights of a BERT-shaped encoder as published (safetensors)."""
        raw = {k.removeprefix("bert."): v for k, v in load_file(folder / "model.safetensors").items()}
        own = self.state_dict()
        take = {
            "words.weight": raw["embeddings.word_embeddings.weight"],
            "positions.weight": raw["embeddings.position_embeddings.weight"],
            "types": raw["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": raw["embeddings.LayerNorm.weight"],
            "norm.bias": raw["embeddings.LayerNorm.bias"],
        }
        names = {
            "out": "attention.output.dense",
            "norm_attention": "attention.output.LayerNorm",
            "widen": "intermediate.dense",
            "narrow": "output.dense",
            "norm_output": "output.LayerNorm",
        }
        for n in range(len(self.layers)):
            theirs = f"encoder.layer.{n}."
            for kind in ("weight", "bias"):
                take[f"layers.{n}.attend.{kind}"] = torch.cat(
                    [raw[f"{theirs}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                )
                for mine, their in names.items():
                    take[f"layers.{n}.{mine}.{kind}"] = raw[f"{theirs}{their}.{kind}"]
        for name, value in take.items():
            assert own[name].shape == value.shape, (name, own[name].shape, value.shape)
            own[name] = value
        self.load_state_dict(own)


class Chain(nn.Module):
    """Linear-chain CRF over a tag set with forbidden steps (Lafferty et al. 2001)."""

    def __init__(self, tags: tuple[str, ...]) -> None:
        super().__init__()
        steps, starts = forbidden_transitions(tags)
        self.register_buffer("forbidden", torch.from_numpy(steps))
        self.register_buffer("forbidden_starts", torch.from_numpy(starts))
        self.steps = nn.Parameter(torch.zeros(len(tags), len(tags)))
        self.starts = nn.Parameter(torch.zeros(len(tags)))

    def loss(self, emissions: Tensor, gold: Tensor, real: Tensor) -> Tensor:
        """Negative log likelihood of gold tags, one a sequence.

        emissions: (N, T, L). gold, real: (N, T); real is True from the first piece on without gaps.
        """
        steps, starts = self.steps + self.forbidden, self.starts + self.forbidden_starts
        gold_emissions = emissions.gather(2, gold[..., None]).squeeze(2) * real
        gold_steps = steps[gold[:, :-1], gold[:, 1:]] * real[:, 1:]
        path = starts[gold[:, 0]] + gold_emissions.sum(1) + gold_steps.sum(1)
        return self._partition(emissions, real, steps, starts) - path

    @staticmethod
    def _partition(emissions: Tensor, real: Tensor, steps: Tensor, starts: Tensor) -> Tensor:
        """log Z by halving the chain: log2(T) wide steps run far faster than T narrow ones."""
        N, _, L = emissions.shape
        identity = torch.full((L, L), -1e4, device=emissions.device).fill_diagonal_(0.0)
        chain = steps + emissions[:, 1:, None, :]
        chain = torch.where(real[:, 1:, None, None], chain, identity)
        while chain.shape[1] > 1:
            if chain.shape[1] % 2:
                chain = torch.cat([chain, identity.expand(N, 1, L, L)], 1)
            left, right = chain[:, 0::2], chain[:, 1::2]
            chain = torch.logsumexp(left[..., :, :, None] + right[..., None, :, :], dim=-2)
        first = starts + emissions[:, 0]
        return torch.logsumexp(first[:, :, None] + chain[:, 0], dim=(1, 2))


class Reader(nn.Module):
    """Windows → role emissions, and per cue link emissions.

    A piece meets a cue twice: added (what is near such a cue?) and multiplied (does this piece point at that cue?).
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape)
        self.dropout = Dropout(shape.dropout)
        self.roles = nn.Linear(shape.width, len(ROLE_TAGS))
        width = shape.link_width
        self.link_piece = nn.Linear(shape.width, 2 * width)
        self.link_first = nn.Linear(shape.width, 2 * width)
        self.link_last = nn.Linear(shape.width, 2 * width, bias=False)
        self.distance = nn.Embedding(DISTANCES, width)
        self.links = nn.Linear(2 * width, len(LINK_TAGS))
        self.from_roles = nn.Linear(len(ROLE_TAGS), len(LINK_TAGS), bias=False)
        self.role_chain = Chain(ROLE_TAGS)
        self.link_chain = Chain(LINK_TAGS)

    def forward(
        self, pieces: Tensor, shapes: Tensor, quotes: Tensor, positions: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, ...]:
        """(B, T) each → emissions (B, T, R) and the three views (B, T, 2W) that links are scored from."""
        hidden = self.dropout(self.encoder(pieces, shapes, quotes, positions, mask))
        return self.roles(hidden), self.link_piece(hidden), self.link_first(hidden), self.link_last(hidden)

    def look(self, pieces: Tensor, shapes: Tensor, quotes: Tensor, positions: Tensor) -> tuple[Tensor, ...]:
        """(B, T) each → emissions (B, T, R), the view of pieces (B, T, 2W), and vectors (B, T, H), of which cues alone make theirs."""
        vectors = self.encoder(pieces, shapes, quotes, positions)
        return self.roles(vectors), self.link_piece(vectors), vectors

    def link(self, emissions: Tensor, piece: Tensor, first: Tensor, last: Tensor, bins: Tensor) -> Tensor:
        """Link emissions (C, T, K). emissions: (C, T, R), piece: (C, T, 2W), first, last: (C, 2W) at the cue's ends, bins: (C, T)."""
        width = self.shape.link_width
        cue = (first + last)[:, None]
        added = F.relu(piece[..., :width] + cue[..., :width] + self.distance(bins))
        multiplied = piece[..., width:] * cue[..., width:]
        return self.links(torch.cat([added, multiplied], -1)) + self.from_roles(emissions)


def save(model: Reader, path: Path, **about: object) -> None:
    """Weights and sizes, with whatever should be known of the run."""
    torch.save({"weights": model.state_dict(), "shape": model.shape.__dict__, "about": json.dumps(about)}, path)


def load(path: Path) -> Reader:
    """The model as saved, in evaluation mode."""
    kept = torch.load(path, map_location="cpu", weights_only=True)
    model = Reader(Shape(**kept["shape"]))
    model.load_state_dict(kept["weights"])
    return model.eval()
