"""Average the weights of several runs into one model, which reads as fast as any of them (Wortsman et al. 2022, "Model soups").

    python training/soup.py OUT.pt RUN/best.pt RUN/best.pt ... --gold FOLDER --minilm FOLDER

The runs must come from one start (train.py --start-from), or their average means nothing. Greedy: the best on dev is where it begins, and
each next one is stirred in if that does not make it worse.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
from tokenizers import Tokenizer

from corpora import read_polnear
from measure import F1, headline, measure_articles
from model import Reader, load, save
from onrecord.attribution.encode import Encoder

# ---------------------------------------------------------------- arguments
parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("out", type=Path)
parser.add_argument("ingredients", type=Path, nargs="+")
parser.add_argument("--gold", type=Path, required=True)
parser.add_argument("--minilm", type=Path, required=True)
args = parser.parse_args()

# ---------------------------------------------------------------- data
dev = read_polnear(args.gold / "polnear/dev.jsonl.gz")
encoder = Encoder(Tokenizer.from_file(str(args.minilm / "tokenizer.json")))
Weights = dict[str, torch.Tensor]


def average(models: list[Weights]) -> Weights:
    """The mean of each weight."""
    return {key: torch.stack([weights[key].float() for weights in models]).mean(0) for key in models[0]}


def measured(model: Reader, weights: Weights) -> dict[str, F1]:
    """What the model scores on dev with these weights."""
    model.load_state_dict(weights)
    return measure_articles(model.eval(), encoder, dev)


def total(rows: dict[str, F1]) -> float:
    """What runs are chosen by, as in train.py."""
    return rows["triple"].f1 + sum(rows[f"exact {role}"].f1 for role in ("source", "cue", "content"))


# ---------------------------------------------------------------- taste each, then stir them together
model = load(args.ingredients[0])
tasted = []
for path in args.ingredients:
    weights = load(path).state_dict()
    rows = measured(model, weights)
    about = json.loads(torch.load(path, map_location="cpu", weights_only=True)["about"])
    tasted.append((total(rows), path, weights, about))
    print(f"{path}: {headline(rows)}", flush=True)
tasted.sort(key=lambda each: each[0], reverse=True)

best, _, first, about = tasted[0]
stirred, abouts = [first], [about]
for _, path, weights, about in tasted[1:]:
    rows = measured(model, average([*stirred, weights]))
    kept = total(rows) >= best
    print(f"{'with' if kept else 'not'} {path}: {headline(rows)}", flush=True)
    if kept:
        best, stirred, abouts = total(rows), [*stirred, weights], [*abouts, about]

rows = measured(model, average(stirred))
save(model, args.out, soup=abouts, scores=headline(rows))
print(f"{len(stirred)} of {len(tasted)} in {args.out}: {headline(rows)}")
