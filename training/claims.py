"""What the encoder of claims learns from and is measured by: statements with their claims and sides, as text.

A step is one affair: its statements and the texts of its claims are drawn together claim by claim (supervised contrastive
loss, Khosla et al. 2020), and a cosine says by itself how likely two are on one claim (a logistic with one slope and one
bias). A small head on two vectors says how the sides stand to each other, another on one vector where a statement stands
on the claim that it speaks to, whatever that is.

Shapes: B sentences, T pieces, H wide.
"""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer
from torch import Tensor, nn

LONGEST = 72
MOST_TEXTS = 44
RELATIONS = ("same", "opposite", "unsure")
STANDS = ("affirms", "denies", "unsure", "declines")
TEMPERATURE = 0.07
TOGETHER = 36  # sentences of like length in one product: less padding, and few shapes


# --- what is said ---


@dataclass(frozen=True)
class Told:
    """A statement as the encoder sees it, with the claim and the side that it takes, if any."""

    text: str
    claim: str | None
    side: str | None


def sentence(speaker: str | None, cue: str | None, content: str) -> str:
    """The same words as linking makes of a statement: who, how, what."""
    return f"{speaker or 'somebody'} {cue or 'said'}: {' '.join(content.split())}"


def affairs(path: Path) -> list[list[Told]]:
    """Invented affairs in small, one a line."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        told = [
            Told(sentence(s.get("for") or s["speaker"], s["cue"], s["content"]), s["claim"], s["side"])
            for s in row["statements"]
        ]
        told += [Told(claim["text"], claim["id"], "affirms") for claim in row["claims"]]
        found.append(told)
    return found


def story(folder: Path) -> list[Told]:
    """The statements of a story's key, and its claims."""
    key = json.loads((folder / "key.json").read_text(encoding="utf-8"))
    names = {party["id"]: party["name"] for party in key["parties"]}
    told = {}
    for s in key["statements"]:
        content = s["content"] if isinstance(s["content"], str) else " ".join(s["content"])
        text = sentence(names.get(s["on_behalf_of"] or s["speaker"]), s["cue"], content)
        told[text] = Told(text, s["claim"], s["side"])  # a wire copy's twin is one
    claims = [Told(claim["text"], claim["id"], "affirms") for claim in key["claims"]]
    return [*told.values(), *claims]


class Pieces:
    """Cuts texts into pieces."""

    def __init__(self, folder: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()

    def __call__(self, texts: Sequence[str]) -> tuple[Tensor, Tensor]:
        ids = [self.tokenizer.encode(text).ids[:LONGEST] for text in texts]
        pieces = torch.zeros(len(ids), max(map(len, ids)), dtype=torch.long)
        real = torch.zeros_like(pieces, dtype=torch.bool)
        for row, each in enumerate(ids):
            pieces[row, : len(each)], real[row, : len(each)] = torch.tensor(each), True
        return pieces, real


# --- the model ---


class ClaimEncoder(nn.Module):
    """Pieces → vector; a logistic on cosines; and what the sides of vectors are."""

    def __init__(self, encoder: nn.Module, width: int) -> None:
        """encoder: (B, T) pieces and which of them are real → (B, T, H)."""
        super().__init__()
        self.encoder = encoder
        self.hidden = nn.Linear(3 * width, 128)
        self.relation = nn.Linear(128, len(RELATIONS))
        self.stand_hidden = nn.Linear(width, 64)
        self.stand = nn.Linear(64, len(STANDS))
        self.slope = nn.Parameter(torch.tensor(10.0))
        self.bias = nn.Parameter(torch.tensor(-5.0))

    def forward(self, pieces: Tensor, real: Tensor) -> Tensor:
        """(B, T) twice → (B, H), means over the real pieces; those of like length go together."""
        order = torch.argsort(real.sum(1))
        vectors = []
        for some in torch.split(order, TOGETHER):
            longest = int(real[some].sum(1).max())
            vectors.append(self._means(pieces[some, :longest], real[some, :longest]))
        return torch.cat(vectors)[torch.argsort(order)]

    def _means(self, pieces: Tensor, real: Tensor) -> Tensor:
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training):  # half the time, and the same learnt
            states = self.encoder(pieces, real)
        return (states.float() * real[..., None]).sum(1) / real.sum(1, keepdim=True)

    def relate(self, one: Tensor, other: Tensor) -> Tensor:
        """(N, H) twice → (N, 3); the order of the two does not matter."""
        both = torch.cat([(one - other).abs(), one * other, one + other], -1)
        return self.relation(F.gelu(self.hidden(both)))

    def stands(self, vectors: Tensor) -> Tensor:
        """(N, H) → (N, 4): where each stands on its claim."""
        return self.stand(F.gelu(self.stand_hidden(vectors)))


# --- what an affair costs ---


def loss_of(model: ClaimEncoder, cut: Pieces, told: Sequence[Told]) -> Tensor:
    """Claims drawn together, cosines that mean what they say, sides told apart."""
    vectors = model(*cut([t.text for t in told]))
    near = F.normalize(vectors, dim=-1)
    cosines = near @ near.T
    itself = torch.eye(len(told), dtype=torch.bool)
    same = torch.tensor([[bool(a.claim and a.claim == b.claim) for b in told] for a in told]) & ~itself
    scaled = (cosines / TEMPERATURE).masked_fill(itself, -1e9)
    logs = scaled - torch.logsumexp(scaled, 1, keepdim=True)
    has = same.any(1)
    contrast = -(logs.masked_fill(~same, 0).sum(1)[has] / same.sum(1)[has]).mean()
    claims = torch.tensor([bool(t.claim) for t in told])
    upper = torch.triu(torch.ones_like(same), 1) & (claims[:, None] | claims[None])
    likely = F.binary_cross_entropy_with_logits((model.slope * cosines + model.bias)[upper], same[upper].float())
    pairs = [(i, j) for i, j in itertools.combinations(range(len(told)), 2) if same[i, j]]
    some = random.sample(pairs, min(len(pairs), 60))
    wanted = torch.tensor([relation_of(told[i], told[j]) for i, j in some])
    sides = F.cross_entropy(model.relate(vectors[[i for i, _ in some]], vectors[[j for _, j in some]]), wanted)
    stood = torch.tensor([STANDS.index(t.side) for t in told if t.claim and t.side])
    stands = F.cross_entropy(model.stands(vectors[claims]), stood)
    return contrast + 2 * likely + 0.7 * sides + 0.5 * stands


def relation_of(one: Told, other: Told) -> int:
    """How the sides of two statements on one claim stand to each other."""
    if {one.side, other.side} & {"unsure", "declines"}:
        return RELATIONS.index("unsure")
    return RELATIONS.index("same" if one.side == other.side else "opposite")


# --- how good it is ---


@torch.no_grad()
def report(model: ClaimEncoder, cut: Pieces, held: Mapping[str, Sequence[Told]]) -> dict[str, object]:
    """Average precision and best F1 of pairs on one claim, of all pairs of which one is on a claim; accuracy of the sides."""
    model.eval()
    scores, labels, right, of = [], [], 0, 0
    result: dict[str, object] = {}
    for name, all_told in held.items():
        told = [t for t in all_told if ":" in t.text]
        vectors = model(*cut([t.text for t in told]))
        near = F.normalize(vectors, dim=-1)
        pairs = [(i, j) for i, j in itertools.combinations(range(len(told)), 2) if told[i].claim or told[j].claim]
        got = np.array([float(model.slope * (near[i] @ near[j]) + model.bias) for i, j in pairs])
        gold = np.array([bool(told[i].claim and told[i].claim == told[j].claim) for i, j in pairs])
        same = [(i, j) for (i, j), one in zip(pairs, gold, strict=True) if one]
        sides = model.relate(vectors[[i for i, _ in same]], vectors[[j for _, j in same]]).argmax(1)
        right += sum(int(s) == relation_of(told[i], told[j]) for s, (i, j) in zip(sides, same, strict=True))
        of += len(same)
        result[name] = average_precision(got, gold)
        scores.append(got)
        labels.append(gold)
    result["all"] = average_precision(np.concatenate(scores), np.concatenate(labels))
    result["sides"] = round(100 * right / max(1, of), 1)
    return result


def average_precision(scores: np.ndarray, labels: np.ndarray) -> tuple[float, float, float]:
    """Average precision, best F1, and the log odds at which it is reached."""
    order = np.argsort(-scores)
    ordered = labels[order]
    hits = np.cumsum(ordered)
    precision, recall = hits / np.arange(1, len(ordered) + 1), hits / max(1, ordered.sum())
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
    best = int(f1.argmax())
    average = float((precision * ordered).sum() / max(1, ordered.sum()))
    return round(100 * average, 1), round(100 * float(f1[best]), 1), round(float(scores[order][best]), 2)
