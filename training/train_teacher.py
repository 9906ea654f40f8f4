"""Train the teacher of the claim encoder: a large encoder, so that the small one that ships has something to imitate.

    python training/train_teacher.py --mpnet FOLDER --affairs FILE... --held-stories FOLDER... --out training/out/teacher

From all-mpnet-base-v2, on what claims.py has. The embeddings, the bias by distance and the lowest layers stay as published.
Writes the weights after every round.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn

from claims import MOST_TEXTS, ClaimEncoder, Pieces, affairs, loss_of, report, story
from mpnet import WIDTH, MPNet


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mpnet", type=Path, required=True)
    parser.add_argument("--affairs", type=Path, nargs="+", required=True)
    parser.add_argument("--held-stories", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--rate", type=float, default=3e-5)
    parser.add_argument("--frozen", type=int, default=3, help="how many of the lowest layers keep their weights")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    torch.set_num_threads(2)
    args.out.mkdir(parents=True, exist_ok=True)

    # ---------------------------------------------------------------- data
    course = [told for path in args.affairs for told in affairs(path)]
    held = {folder.name: story(folder) for folder in args.held_stories}
    print(len(course), "affairs", sum(map(len, course)), "texts", flush=True)

    # ---------------------------------------------------------------- model
    model, cut = ClaimEncoder(MPNet(), WIDTH), Pieces(args.mpnet)
    model.encoder.load(args.mpnet)
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
        torch.save({"weights": model.state_dict()}, args.out / "last.pt")
        print(
            round_ + 1, f"loss {np.mean(losses):.3f}, {time.time() - began:.0f} s", report(model, cut, held), flush=True
        )


if __name__ == "__main__":
    main()
