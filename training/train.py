"""Train the reader on PolNeAR: arguments → data → model → loop → evaluation. Resumes from its last checkpoint.

    python training/train.py --gold ../shared/data --minilm FOLDER --out training/out/reader --epochs 8

CPU or GPU. Every epoch is measured on dev by the decoder that ships; the best of the averaged weights is kept as best.pt.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import time
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from corpora import Example, digest, examples, read_polnear
from measure import F1, headline, measure_articles
from model import Reader, Shape, load, save
from onrecord.attribution.encode import WINDOW_PIECES, Encoder
from onrecord.attribution.labels import distance_bins

# ---------------------------------------------------------------- arguments
parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument(
    "--gold", type=Path, required=True, help="folder that holds polnear/train.jsonl.gz and dev.jsonl.gz"
)
parser.add_argument("--minilm", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
parser.add_argument("--out", type=Path, required=True)
parser.add_argument("--start-from", type=Path, help="weights of an earlier run instead of MiniLM's")
parser.add_argument("--epochs", type=int, default=8)
parser.add_argument("--batch", type=int, default=8, help="windows a step")
parser.add_argument("--rate", type=float, default=3e-4, help="of the top encoder layer; lower layers have less")
parser.add_argument("--head-rate", type=float, default=1e-3)
parser.add_argument("--layer-decay", type=float, default=0.85)
parser.add_argument("--warmup", type=int, default=250, help="steps")
parser.add_argument("--average", type=float, default=0.998, help="decay of the running average of the weights")
parser.add_argument("--mask", type=float, default=0.02, help="share of pieces replaced by [MASK]")
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--articles", type=int, help="only so many, to try the script out")
parser.add_argument("--held-out", type=int, default=24, help="articles of train that are kept for tuning the decoder")
args = parser.parse_args()
device = "cuda" if torch.cuda.is_available() else "cpu"
args.out.mkdir(parents=True, exist_ok=True)
torch.manual_seed(args.seed)

# ---------------------------------------------------------------- data
tokenizer = Tokenizer.from_file(str(args.minilm / "tokenizer.json"))
train_file, dev_file = args.gold / "polnear/train.jsonl.gz", args.gold / "polnear/dev.jsonl.gz"
articles = read_polnear(train_file)[: args.articles]
random.Random(0).shuffle(articles)
held_out, articles = articles[: args.held_out], articles[args.held_out :]
dev = read_polnear(dev_file)[: args.articles]
MASK = tokenizer.token_to_id("[MASK]")


def draw_epoch(epoch: int) -> list[list[Example]]:
    """The batches of an epoch: other annotators, other quotation marks and other window edges than in the last."""
    rng = random.Random(args.seed * 1000 + epoch)
    drawn: list[Example] = []
    for article in articles:
        encoder = Encoder(tokenizer, rng.randint(WINDOW_PIECES * 2 // 3, WINDOW_PIECES))
        drawn += examples(article, encoder, rng)
    rng.shuffle(drawn)
    drawn.sort(
        key=lambda e: len(e.roles)
    )  # windows of one length go together: most batches need neither padding nor a mask
    batches = [drawn[n : n + args.batch] for n in range(0, len(drawn), args.batch)]
    rng.shuffle(batches)
    return batches


def padded(arrays: list[np.ndarray], length: int) -> torch.Tensor:
    """(N, length) of arrays of other lengths, zeros after their ends."""
    out = np.zeros((len(arrays), length), np.int64)
    for row, array in zip(out, arrays, strict=True):
        row[: len(array)] = array
    return torch.from_numpy(out).to(device)


# ---------------------------------------------------------------- model
model = Reader(Shape())
model.encoder.load_minilm(args.minilm)
if args.start_from:
    model = load(args.start_from)
model.to(device).train()
model.encoder.words.weight.requires_grad_(False)  # 12 of 22 million weights: little to learn there, much to move about
averaged = {k: v.detach().clone() for k, v in model.state_dict().items() if k != "encoder.words.weight"}


def rate_of(name: str) -> float:
    """The learning rate of a parameter: heads fast, lower layers slower than upper ones."""
    if not name.startswith("encoder"):
        return args.head_rate
    if name.startswith(("encoder.shapes", "encoder.quotes")):
        return args.rate
    depth = int(name.split(".")[2]) + 1 if ".layers." in name else 0
    return args.rate * args.layer_decay ** (model.shape.layers - depth)


groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
for name, parameter in model.named_parameters():
    if parameter.requires_grad:
        decay = 0.01 if parameter.ndim > 1 and "norm" not in name and "chain" not in name else 0.0
        groups.setdefault((rate_of(name), decay), []).append(parameter)
optimizer = torch.optim.AdamW(
    [{"params": ps, "lr": lr, "weight_decay": wd, "peak": lr} for (lr, wd), ps in groups.items()],
    betas=(0.9, 0.98),
    fused=True,
)


# ---------------------------------------------------------------- loop
def step_loss(batch: list[Example], rng: np.random.Generator) -> torch.Tensor:
    """Negative log likelihood of the role tags of a batch and of the links of its gold cues, per window."""
    length = max(len(e.roles) for e in batch)
    pieces = padded([e.window.pieces for e in batch], length)
    real = padded([np.ones(len(e.roles), np.int64) for e in batch], length).bool()
    hide = torch.from_numpy(rng.random(pieces.shape) < args.mask).to(device) & (pieces > 999)
    emissions, piece, first, last = model(
        pieces.masked_fill(hide, MASK),
        padded([e.window.shapes for e in batch], length),
        padded([e.window.quotes for e in batch], length),
        torch.arange(length, device=device).expand(len(batch), length),
        None if real.all() else real[:, None, None, :],
    )
    loss = model.role_chain.loss(emissions, padded([e.roles for e in batch], length), real).sum()
    row = torch.tensor([n for n, e in enumerate(batch) for _ in e.cues], device=device, dtype=torch.long)
    if len(row):
        cues = np.concatenate([e.cues for e in batch])
        bins = torch.from_numpy(distance_bins(length, cues[:, 0], cues[:, 1])).to(device)
        at = torch.from_numpy(cues).to(device)
        links = model.link(emissions[row], piece[row], first[row, at[:, 0]], last[row, at[:, 1]], bins)
        gold = padded([link for e in batch for link in e.links], length)
        loss = loss + model.link_chain.loss(links, gold, real[row]).sum()
    return loss / len(batch)


checkpoint = args.out / "checkpoint.pt"
epoch, step, best = 0, 0, -1.0
if checkpoint.exists():
    kept = torch.load(checkpoint, map_location=device, weights_only=False)
    model.load_state_dict(kept["model"])
    optimizer.load_state_dict(kept["optimizer"])
    averaged, epoch, step, best = kept["averaged"], kept["epoch"], kept["step"], kept["best"]
    print(f"resumed after epoch {epoch}, step {step}", flush=True)
steps_an_epoch = len(draw_epoch(0))
total = steps_an_epoch * args.epochs
# names, not places: what ships with the weights says how they were made, not where
config = {k: v.name if isinstance(v, Path) else v for k, v in vars(args).items()}
data = {f.parent.name + "/" + f.name: digest(f) for f in (train_file, dev_file)}
commit = subprocess.run(
    ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
).stdout.strip()
print(json.dumps({"config": config, "data": data, "commit": commit, "steps": total, "device": device}), flush=True)

while epoch < args.epochs:
    rng = np.random.default_rng(args.seed * 1000 + epoch)
    started, seen, losses = time.time(), 0, []
    for batch in draw_epoch(epoch):
        warm = min(1.0, (step + 1) / args.warmup)
        cool = max(0.0, 1 - step / total)
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * warm * cool
        loss = step_loss(batch, rng)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 20.0)
        optimizer.step()
        step += 1
        decay = min(args.average, (1 + step) / (10 + step))
        with torch.no_grad():
            now = model.state_dict()
            for key, value in averaged.items():
                value.lerp_(now[key], 1 - decay)
        losses.append(loss.item())
        seen += sum(len(e.roles) for e in batch)
        if step % 50 == 0:
            print(
                f"step {step}/{total} loss {np.mean(losses[-50:]):.2f} {seen / (time.time() - started):.0f} pieces/s",
                flush=True,
            )
    epoch += 1
    minutes = (time.time() - started) / 60

    # ------------------------------------------------------------ evaluation, on the averaged weights
    raw = {k: v.detach().clone() for k, v in model.state_dict().items()}
    model.load_state_dict({**raw, **averaged})
    model.eval()
    rows: dict[str, F1] = measure_articles(model, Encoder(tokenizer), dev)
    save(model, args.out / "last.pt", config=config, data=data, commit=commit, epoch=epoch, scores=headline(rows))
    print(f"epoch {epoch} ({minutes:.1f} min, loss {np.mean(losses):.2f}): {headline(rows)}", flush=True)
    score = rows["triple"].f1 + sum(rows[f"exact {r}"].f1 for r in ("source", "cue", "content"))
    if score > best:
        best = score
        save(model, args.out / "best.pt", config=config, data=data, commit=commit, epoch=epoch, scores=headline(rows))
    model.load_state_dict(raw)
    model.train()
    torch.save(
        {
            "model": raw,
            "optimizer": optimizer.state_dict(),
            "averaged": averaged,
            "epoch": epoch,
            "step": step,
            "best": best,
        },
        checkpoint,
    )
