"""Train the claim encoder that ships: a statement → a vector near those of statements on its claim, whichever side they take.

    python training/train_claims.py TEACHER.pt --mpnet FOLDER --taught FILE --held-stories FOLDER... --out training/out/claims

Eight of the teacher's twelve layers, drawn to its vectors of many sentences (teach.py): to the order in which each sentence has
the others (Hinton et al. 2015), to the cosines and to the vectors themselves. With `--affairs` and `--stories` each step has
an affair beside that, as claims.py has it. Writes the weights whenever it measures.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from claims import MOST_TEXTS, TEMPERATURE, ClaimEncoder, Pieces, affairs, loss_of, report, story
from mpnet import WIDTH, MPNet

KEPT = (
    0,
    1,
    3,
    5,
    7,
    9,
    10,
    11,
)  # of the teacher's layers; without any of the upper ones it is lost (LOG.md, 2026-11-30)
TAUGHT = 72  # sentences of the teacher's a step
NEIGHBOURS = 44  # of these drawn from twice as many that the teacher puts nearest to one of them; the rest from all


class Taught:
    """Sentences with the teacher's vectors."""

    def __init__(self, path: Path) -> None:
        kept = np.load(path)
        self.sentences: list[str] = kept["sentences"].tolist()
        self.vectors = torch.from_numpy(kept["vectors"].astype(np.float32))

    def some(self) -> tuple[list[str], Tensor]:
        """A sentence, some that lie near it, some that need not; and their vectors."""
        cosines = self.vectors @ self.vectors[random.randrange(len(self.sentences))]
        near = cosines.topk(2 * NEIGHBOURS).indices.tolist()
        rows = random.sample(near, NEIGHBOURS) + random.sample(range(len(self.sentences)), TAUGHT - NEIGHBOURS)
        rows = list(dict.fromkeys(rows))
        return [self.sentences[n] for n in rows], self.vectors[rows]


def imitation(vectors: Tensor, taught: Tensor) -> Tensor:
    """How far vectors are from lying as the teacher's do; (B, H) both."""
    near = F.normalize(vectors, dim=-1)
    ours, theirs = near @ near.T, taught @ taught.T
    itself = torch.eye(len(ours), dtype=torch.bool)
    order = F.kl_div(
        F.log_softmax((ours / TEMPERATURE).masked_fill(itself, -1e4), 1),
        F.softmax((theirs / TEMPERATURE).masked_fill(itself, -1e4), 1),
        reduction="batchmean",
    )
    cosines = (ours - theirs)[~itself].square().mean()
    return 2 * order + 20 * cosines + 4 * (1 - (near * taught).sum(-1).mean())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("teacher", type=Path, help="weights that train_teacher.py wrote")
    parser.add_argument("--mpnet", type=Path, required=True)
    parser.add_argument("--taught", type=Path, required=True)
    parser.add_argument("--affairs", type=Path, nargs="*", default=[])
    parser.add_argument("--stories", type=Path, nargs="*", default=[])
    parser.add_argument("--held-stories", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--begin", type=Path, help="weights of an earlier run to go on from")
    parser.add_argument("--steps", type=int, default=600)
    parser.add_argument("--every", type=int, default=150, help="how often to measure and write")
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    torch.set_num_threads(2)
    args.out.mkdir(parents=True, exist_ok=True)

    # ---------------------------------------------------------------- data
    course = [told for path in args.affairs for told in affairs(path)] + [story(folder) for folder in args.stories]
    taught = Taught(args.taught)
    held = {folder.name: story(folder) for folder in args.held_stories}
    data = hashlib.sha256(
        json.dumps([[t.text, t.claim, t.side] for told in course for t in told] + taught.sentences).encode()
    ).hexdigest()[:16]
    print(len(course), "affairs", sum(map(len, course)), "texts,", len(taught.sentences), "taught", data, flush=True)

    # ---------------------------------------------------------------- model
    model, cut = ClaimEncoder(MPNet(), WIDTH), Pieces(args.mpnet)
    model.load_state_dict(torch.load(args.teacher, map_location="cpu", weights_only=True)["weights"])
    model.encoder.keep(KEPT)
    if args.begin:
        model.load_state_dict(torch.load(args.begin, map_location="cpu", weights_only=True)["weights"])
    for name, weight in model.encoder.named_parameters():
        weight.requires_grad_(name.startswith("layers."))
    heads = [weight for name, weight in model.named_parameters() if not name.startswith("encoder.")]
    rates = [
        {"params": heads, "lr": 5 * args.rate},
        {"params": list(model.encoder.layers.parameters()), "lr": args.rate},
    ]
    optimiser = torch.optim.AdamW(rates, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, [r["lr"] for r in rates], total_steps=args.steps + 1, pct_start=0.1
    )

    # ---------------------------------------------------------------- loop
    to_come: list = []
    losses, began = [], time.time()
    model.train()
    for step in range(1, args.steps + 1):
        sentences, wanted = taught.some()
        loss = imitated = imitation(model(*cut(sentences)), wanted)
        if course:
            to_come = to_come or random.sample(course, len(course))
            told = to_come.pop()
            loss = imitated + loss_of(model, cut, random.sample(told, min(len(told), MOST_TEXTS)))
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        losses.append((imitated.item(), loss.item() - imitated.item()))
        if step % 25 == 0:
            print(step, np.mean(losses[-25:], 0).round(3), f"{time.time() - began:.0f} s", flush=True)
        if step % args.every == 0 or step == args.steps:
            scores = report(model, cut, held)
            model.train()
            print(step, scores, flush=True)
            about = {"config": {k: str(v) for k, v in vars(args).items()}, "data": data, "scores": scores}
            torch.save({"weights": model.state_dict(), "about": json.dumps(about)}, args.out / "last.pt")


if __name__ == "__main__":
    main()
