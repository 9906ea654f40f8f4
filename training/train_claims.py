"""Train the encoder of claims that ships: a statement → a vector near those of statements on its claim, whichever side they take.

    python training/train_claims.py --mpnet FOLDER --affairs FILE... --stories FOLDER... --held-stories FOLDER... --out training/out/claims

Ten of the twelve layers of all-mpnet-base-v2, on what claims.py has: an affair or a story a step. The embeddings, the bias
by distance and the lowest layers stay as published. Writes the weights after every round, with what it measured.
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
from torch import nn

from claims import MOST_TEXTS, ClaimEncoder, Pieces, affairs, loss_of, report, story
from mpnet import WIDTH, MPNet

KEPT = (0, 2, 3, 4, 5, 7, 8, 9, 10, 11)
"""Of the published layers: without one of the lower ones next to nothing is lost, without an upper one much (LOG.md, 2026-11-30)."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mpnet", type=Path, required=True)
    parser.add_argument("--affairs", type=Path, nargs="+", required=True)
    parser.add_argument("--stories", type=Path, nargs="*", default=[])
    parser.add_argument("--held-stories", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--begin", type=Path, help="weights of an earlier run to go on from")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--rate", type=float, default=3e-5)
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
    model, cut = ClaimEncoder(MPNet(), WIDTH), Pieces(args.mpnet)
    model.encoder.load(args.mpnet)
    model.encoder.keep(KEPT)
    if args.begin:
        model.load_state_dict(torch.load(args.begin, map_location="cpu", weights_only=True)["weights"])
    still = ("words.", "positions.", "norm.", "distances.", *(f"layers.{n}." for n in range(args.frozen)))
    for name, weight in model.encoder.named_parameters():
        weight.requires_grad_(not name.startswith(still))
    heads = [weight for name, weight in model.named_parameters() if not name.startswith("encoder.")]
    rates = [
        {"params": heads, "lr": 20 * args.rate},
        {"params": [weight for weight in model.encoder.parameters() if weight.requires_grad], "lr": args.rate},
    ]
    optimiser = torch.optim.AdamW(rates, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, [r["lr"] for r in rates], total_steps=args.rounds * len(course) + 1, pct_start=0.1
    )

    # ---------------------------------------------------------------- loop
    for round_ in range(1, args.rounds + 1):
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
            if len(losses) % 25 == 0:
                print(round_, len(losses), np.mean(losses[-25:]).round(3), f"{time.time() - began:.0f} s", flush=True)
        scores = report(model, cut, held)
        print(round_, f"loss {np.mean(losses):.3f}, {time.time() - began:.0f} s", scores, flush=True)
        about = {"config": {k: str(v) for k, v in vars(args).items()}, "data": data, "scores": scores}
        torch.save({"weights": model.state_dict(), "about": json.dumps(about)}, args.out / "last.pt")


if __name__ == "__main__":
    main()
