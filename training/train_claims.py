"""Train the claim encoder: a statement → a vector that lies near those of statements on the same claim, whichever side they take.

    python training/train_claims.py --minilm FOLDER --affairs FILE... --stories FOLDER... --held-stories FOLDER... --out training/out/claims

From all-MiniLM-L6-v2. A step is one affair: its statements and the texts of its claims are drawn together claim by claim (supervised
contrastive loss, Khosla et al. 2020), and a cosine says by itself how likely two are on one claim (a logistic with one
slope and one bias). A small head on two vectors says how the sides stand to each other, another on one vector where a
statement stands on the claim that it speaks to, whatever that is. Writes a checkpoint after every round; the best on the
held stories is kept.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer
from torch import Tensor, nn

from model import Encoder, Shape

LONGEST = 72
MOST_TEXTS = 44
RELATIONS = ("same", "opposite", "unsure")
STANDS = ("affirms", "denies", "unsure", "declines")
TEMPERATURE = 0.07


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


class ClaimEncoder(nn.Module):
    """Pieces → vector; a logistic on cosines; and how the sides of two vectors stand to each other."""

    def __init__(self) -> None:
        super().__init__()
        shape = Shape()
        self.encoder = Encoder(shape)
        self.hidden = nn.Linear(3 * shape.width, 128)
        self.relation = nn.Linear(128, len(RELATIONS))
        self.stand_hidden = nn.Linear(shape.width, 64)
        self.stand = nn.Linear(64, len(STANDS))
        self.slope = nn.Parameter(torch.tensor(10.0))
        self.bias = nn.Parameter(torch.tensor(-5.0))

    def forward(self, pieces: Tensor, real: Tensor | None = None) -> Tensor:
        """(B, T) → (B, H), means over the real pieces."""
        zeros = torch.zeros_like(pieces)
        positions = torch.arange(pieces.shape[1])[None].expand_as(pieces)
        mask = None if real is None else real[:, None, None, :]
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training):  # half the time, and the same learnt
            states = self.encoder(pieces, zeros, zeros, positions, mask)
        states = states.float()
        if real is None:
            return states.mean(1)
        return (states * real[..., None]).sum(1) / real.sum(1, keepdim=True)

    def relate(self, one: Tensor, other: Tensor) -> Tensor:
        """(N, H) twice → (N, 3); the order of the two does not matter."""
        both = torch.cat([(one - other).abs(), one * other, one + other], -1)
        return self.relation(F.gelu(self.hidden(both)))

    def stands(self, vectors: Tensor) -> Tensor:
        """(N, H) → (N, 4): where each stands on its claim."""
        return self.stand(F.gelu(self.stand_hidden(vectors)))


class Pieces:
    """Cuts texts into pieces."""

    def __init__(self, minilm: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(minilm / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()

    def __call__(self, texts: list[str]) -> tuple[Tensor, Tensor]:
        ids = [self.tokenizer.encode(text).ids[:LONGEST] for text in texts]
        pieces = torch.zeros(len(ids), max(map(len, ids)), dtype=torch.long)
        real = torch.zeros_like(pieces, dtype=torch.bool)
        for row, each in enumerate(ids):
            pieces[row, : len(each)], real[row, : len(each)] = torch.tensor(each), True
        return pieces, real


def relation_of(one: Told, other: Told) -> int:
    """How the sides of two statements on one claim stand to each other."""
    if {one.side, other.side} & {"unsure", "declines"}:
        return RELATIONS.index("unsure")
    return RELATIONS.index("same" if one.side == other.side else "opposite")


def loss_of(model: ClaimEncoder, cut: Pieces, told: list[Told]) -> Tensor:
    """What an affair costs: claims drawn together, cosines that mean what they say, sides told apart."""
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


@torch.no_grad()
def report(model: ClaimEncoder, cut: Pieces, held: dict[str, list[Told]]) -> dict[str, object]:
    """Average precision and best F1 of pairs on one claim, of all pairs of which one is on a claim; accuracy of the sides."""
    model.eval()
    scores, labels, right, of = [], [], 0, 0
    result: dict[str, object] = {}
    for name, told in held.items():
        told = [t for t in told if ":" in t.text]
        vectors = torch.cat([model(*cut([t.text for t in told[a : a + 16]])) for a in range(0, len(told), 16)])
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--affairs", type=Path, nargs="*", default=[])
    parser.add_argument("--stories", type=Path, nargs="*", default=[])
    parser.add_argument("--held-stories", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--rate", type=float, default=4e-5)
    parser.add_argument("--frozen", type=int, default=2, help="how many of the lowest layers keep their weights")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    torch.set_num_threads(2)
    args.out.mkdir(parents=True, exist_ok=True)

    # ---------------------------------------------------------------- data
    course = [told for path in args.affairs for told in affairs(path)] + [story(folder) for folder in args.stories]
    held = {folder.name: story(folder) for folder in args.held_stories}
    data = hashlib.sha256(
        json.dumps([[t.text, t.claim, t.side] for told in course for t in told]).encode()
    ).hexdigest()[:16]
    print(len(course), "affairs", sum(map(len, course)), "texts", data, flush=True)

    # ---------------------------------------------------------------- model
    model, cut = ClaimEncoder(), Pieces(args.minilm)
    model.encoder.load_minilm(args.minilm)
    still = ("words", "positions", "shapes", "quotes", "norm", *(f"layers.{n}" for n in range(args.frozen)))
    for name, weight in model.encoder.named_parameters():
        if name == "types" or name.startswith(tuple(f"{part}." for part in still)):
            weight.requires_grad_(False)
    own = [w for name, w in model.named_parameters() if not name.startswith("encoder.")]
    rates = [
        {"params": own, "lr": 20 * args.rate},
        {"params": [w for w in model.encoder.parameters() if w.requires_grad], "lr": args.rate},
    ]
    optimiser = torch.optim.AdamW(rates, weight_decay=0.01)
    steps = args.rounds * len(course)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, [r["lr"] for r in rates], total_steps=steps + 1, pct_start=0.1
    )
    print("before", report(model, cut, held), flush=True)

    # ---------------------------------------------------------------- loop
    best = -1.0
    for round_ in range(args.rounds):
        model.train()
        began, losses = time.time(), []
        for told in random.sample(course, len(course)):
            loss = loss_of(model, cut, random.sample(told, min(len(told), MOST_TEXTS)))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        scores = report(model, cut, held)
        print(round_ + 1, f"loss {np.mean(losses):.3f}, {time.time() - began:.0f} s", scores, flush=True)
        about = {"config": {k: str(v) for k, v in vars(args).items()}, "data": data, "scores": scores}
        torch.save({"weights": model.state_dict(), "about": json.dumps(about)}, args.out / "last.pt")
        if scores["all"][0] > best:
            best = scores["all"][0]
            torch.save({"weights": model.state_dict(), "about": json.dumps(about)}, args.out / "best.pt")


if __name__ == "__main__":
    main()
