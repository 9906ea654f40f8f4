"""Train the aspects of sentences over the encoder of claims as it ships, and write them into its files.

    python training/aspects.py --affairs affairs/*.jsonl --held-stories STORY... --weights FOLDER --states out/states.pkl

FOLDER is ../src/onrecord/linking/weights as export_claims.py leaves it.

The encoder stays as it is: of every statement the states of its seventh layer are worked out once by the int8 graph that ships
(STATES, half an hour on two slow cores, kept in the file), and only what stands upon them is trained. Each affair is a
step: each two of its statements of which one at least speaks to a claim, and whether both speak to one; and of those that do
firmly, whether on one side. The held stories are only looked at. Each seed trains a set of aspects; weights of the last round
are written: the pooling into claims.onnx, the comparison into heads.npz.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import pickle
import random
import time
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
import torch.nn.functional as F
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer
from torch import Tensor, nn

from claims import LONGEST, Told, affairs, average_precision, sentence, story

HIDDEN, ASPECTS, ASPECT, INNER = 768, 16, 24, 64
STATES = "/layers.6/norm_output/LayerNormalization_output_0"
PIECES = 70
"""So many pieces of a sentence are pooled, after the one that begins it."""
SIDES = 0.15
"""What a pair's side counts beside whether it is one at all."""
FIRM = ("affirms", "denies")

# ---------------------------------------------------------------- echoes

SAYS, DENIES = (
    ("said", "insisted", "maintained", "told reporters"),
    ("denied", "rejected the claim", "said it was untrue"),
)
TURNED = {"affirms": "denies", "denies": "affirms"}


def echoes(path: Path, draw: random.Random) -> list[list[Told]]:
    """For each affair its claims, and a plain content of each, told anew by somebody who says so and by somebody who denies it:
    the affairs are so many-worded that they hardly show what a cue by itself does to a side."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        speakers = sorted({s["speaker"] for s in row["statements"] if s["speaker"]}) or ["somebody"]
        again = []
        for claim in row["claims"]:
            text = claim["text"].rstrip(".")
            small = text.split()[0] in ("The", "A", "An", "No", "Two", "Three", "Some", "There", "Money", "Nobody")
            plain = [(f"that {text[0].lower()}{text[1:]}" if small else f"that {text}", "affirms")]
            on_it = [s for s in row["statements"] if s["claim"] == claim["id"] and s["side"] in TURNED]
            plain += [
                (s["content"], s["side"] if s["cue"] == "said" else TURNED[s["side"]])
                for s in on_it
                if s["cue"] in ("said", "denied") and s["content"][:1].islower() and len(s["content"].split()) < 15
            ][:1]
            for content, side in plain:
                for cues, then in ((SAYS, side), (DENIES, TURNED[side])):
                    again.append(Told(sentence(draw.choice(speakers), draw.choice(cues), content), claim["id"], then))
        found.append(again)
    return found


# ---------------------------------------------------------------- states


def states_of(affair: Sequence[Told], session: onnxruntime.InferenceSession, tokenizer: Tokenizer) -> list[np.ndarray]:
    """Of each statement its pieces' states, (T, HIDDEN) in half precision, without the pieces that begin and end it."""
    found = []
    for told in affair:
        pieces = np.array(tokenizer.encode(told.text).ids[:LONGEST], np.int64)
        states = session.run([STATES], {"pieces": pieces, "positions": np.arange(len(pieces))})[0]
        found.append(states[0, 1:-1][:PIECES].astype(np.float16))
    return found


def all_states(paths: Sequence[Path], stories: Sequence[Path], weights: Path, kept: Path) -> tuple[list, dict]:
    """Affairs and held stories, statements with their states; kept in a file under the digest of the encoder."""
    digest = hashlib.sha256((weights / "claims.onnx").read_bytes()).hexdigest()
    if kept.exists():
        known, course, held = pickle.loads(kept.read_bytes())
        if known == digest:
            return course, held
    graph = onnx.load(weights / "claims.onnx")
    graph.graph.output.append(helper.make_tensor_value_info(STATES, TensorProto.FLOAT, None))
    session = onnxruntime.InferenceSession(graph.SerializeToString(), providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()

    def both(told: Sequence[Told]) -> tuple[list[Told], list[np.ndarray]]:
        said = [each for each in told if ":" in each.text]  # the others are texts of claims, which nobody says
        return said, states_of(said, session, tokenizer)

    draw = random.Random(0)
    course = [
        (*both(affair), *both(again))
        for path in paths
        for affair, again in zip(affairs(path), echoes(path, draw), strict=True)
    ]
    held = {folder.name: both(story(folder)) for folder in stories}
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(pickle.dumps((digest, course, held)))
    return course, held


# ---------------------------------------------------------------- model


class Aspects(nn.Module):
    """Aspects pooled from states by questions, and what comes of comparing those of two."""

    def __init__(self) -> None:
        super().__init__()
        self.norm, self.drop = nn.LayerNorm(HIDDEN), nn.Dropout(0.2)
        self.questions, self.values = nn.Linear(HIDDEN, ASPECTS), nn.Linear(HIDDEN, ASPECTS * ASPECT)
        self.drop_pairs = nn.Dropout(0.3)
        self.hidden, self.same = nn.Linear(2 * ASPECTS * ASPECT + ASPECTS, INNER), nn.Linear(INNER, 1)
        self.alike = nn.Parameter(torch.full((ASPECTS,), 4.0 / ASPECTS))

        nn.init.constant_(self.same.bias, -3.0)
        self.hidden_sides, self.one_side = nn.Linear(self.hidden.in_features, INNER), nn.Linear(INNER, 1)
        self.alike_sides = nn.Parameter(torch.zeros(ASPECTS))

    def pool(self, states: Sequence[np.ndarray]) -> Tensor:
        """(N, ASPECTS, ASPECT)."""
        longest = max(map(len, states))
        padded, real = torch.zeros(len(states), longest, HIDDEN), torch.zeros(len(states), longest, dtype=torch.bool)
        for row, each in enumerate(states):
            padded[row, : len(each)], real[row, : len(each)] = torch.from_numpy(each).float(), True
        x = self.drop(self.norm(padded))
        weights = self.questions(x).masked_fill(~real[..., None], -1e4).softmax(1)
        return torch.einsum("nta,ntak->nak", weights, self.values(x).unflatten(-1, (ASPECTS, ASPECT)))

    def forward(self, one: Tensor, other: Tensor) -> tuple[Tensor, Tensor]:
        """(P, ASPECTS, ASPECT) twice → (P,) log odds of one claim, and of one side on it."""
        cosines = (F.normalize(one, dim=-1) * F.normalize(other, dim=-1)).sum(-1)
        both = self.drop_pairs(torch.cat([(one - other).abs().flatten(1), (one * other).flatten(1), cosines], -1))
        claim = cosines @ self.alike + self.same(F.relu(self.hidden(both)))[:, 0]
        return claim, cosines @ self.alike_sides + self.one_side(F.relu(self.hidden_sides(both)))[:, 0]


def pairs_of(told: Sequence[Told]) -> tuple[Tensor, Tensor, Tensor]:
    """(P, 2) places, (P,) whether both speak to one claim, and (P,) whether on one side; nan where they take none."""
    pairs = [(i, j) for i, j in combinations(range(len(told)), 2) if told[i].claim or told[j].claim]
    same = [float(told[i].claim is not None and told[i].claim == told[j].claim) for i, j in pairs]
    sides = [
        float(told[i].side == told[j].side) if one and told[i].side in FIRM and told[j].side in FIRM else math.nan
        for (i, j), one in zip(pairs, same, strict=True)
    ]
    return torch.tensor(pairs), torch.tensor(same), torch.tensor(sides)


def loss_of(claim: Tensor, side: Tensor, same: Tensor, sides: Tensor) -> Tensor:
    """Of the log odds of pairs, one claim and one side."""
    loss, firm = F.binary_cross_entropy_with_logits(claim, same), ~sides.isnan()
    return loss + SIDES * F.binary_cross_entropy_with_logits(side[firm], sides[firm]) if firm.any() else loss


@torch.no_grad()
def report(models: Sequence[Aspects], held: dict[str, tuple[list[Told], list[np.ndarray]]]) -> dict[str, list[float]]:
    """Of each held story, and of all together, by the mean of these models: average precision and best F1 of one claim, and the
    share of pairs whose sides are told apart."""
    rows = {}
    for name, (told, states) in held.items():
        pairs, same, sides = pairs_of(told)
        each = [compared(model, states, pairs) for model in models]
        claim, side = (torch.stack(one).mean(0) for one in zip(*each, strict=True))
        rows[name] = [claim, same, side, sides]
    rows["all"] = [torch.cat(each) for each in zip(*rows.values(), strict=True)]
    return {name: [*precision(*each[:2]), told_apart(*each[2:])] for name, each in rows.items()}


def compared(model: Aspects, states: Sequence[np.ndarray], pairs: Tensor) -> tuple[Tensor, Tensor]:
    """(P,) log odds of one claim and of one side."""
    model.eval()
    pooled = model.pool(states)
    found = [model(pooled[some[:, 0]], pooled[some[:, 1]]) for some in pairs.split(512)]
    model.train()
    claim, side = zip(*found, strict=True)
    return torch.cat(claim), torch.cat(side)


def precision(claim: Tensor, same: Tensor) -> list[float]:
    """Average precision and best F1."""
    return list(average_precision(claim.numpy(), same.numpy())[:2])


def told_apart(side: Tensor, sides: Tensor) -> float:
    """Per cent."""
    firm = ~sides.isnan()
    return round(100 * ((side[firm] > 0) == (sides[firm] > 0)).float().mean().item(), 1)


# ---------------------------------------------------------------- into the files that ship


def write_pooling(models: Sequence[Aspects], path: Path) -> None:
    """Add the pooling to the graph of the encoder, as its output "aspects", (len(models) * ASPECTS * ASPECT,)."""
    whole = onnx.load(path)
    graph = whole.graph
    if any(output.name == "aspects" for output in graph.output):
        raise SystemExit(f"{path}: has aspects already; start from the export of train_claims.py")

    def constant(name: str, value: object, kind: type = np.float32) -> str:
        graph.initializer.append(numpy_helper.from_array(np.asarray(value, kind), f"aspects.{name}"))
        return f"aspects.{name}"

    def add(kind: str, inputs: Sequence[str], **attributes: object) -> str:
        name = f"/aspects/{kind}_{len(graph.node)}"
        graph.node.append(helper.make_node(kind, inputs, [name], name=name, **attributes))
        return name

    ends = constant("begin", [1], np.int64), constant("end", [-1], np.int64)
    axis, first, most = (constant(n, [v], np.int64) for n, v in (("axis", 1), ("first", 0), ("most", PIECES)))
    column, table = constant("column", [-1, ASPECTS, 1], np.int64), constant("table", [-1, ASPECTS, ASPECT], np.int64)
    row = constant("row", [-1], np.int64)
    middle = add("Slice", [add("Slice", [STATES, *ends, axis]), first, most, axis])
    sets = []
    for number, model in enumerate(models):
        learnt = {
            name: constant(f"{number}.{name}", weight.detach().numpy().T)
            for name, weight in model.named_parameters()
            if name.split(".")[0] in ("norm", "questions", "values")
        }
        x = add("LayerNormalization", [middle, learnt["norm.weight"], learnt["norm.bias"]], axis=-1, epsilon=1e-5)
        asked = add("Add", [add("MatMul", [x, learnt["questions.weight"]]), learnt["questions.bias"]])
        values = add("Add", [add("MatMul", [x, learnt["values.weight"]]), learnt["values.bias"]])
        weighed = add(
            "Mul", [add("Reshape", [add("Softmax", [asked], axis=1), column]), add("Reshape", [values, table])]
        )
        sets.append(add("Reshape", [add("ReduceSum", [weighed, first], keepdims=0), row]))
    graph.node.append(helper.make_node("Concat", sets, ["aspects"], name="/aspects", axis=0))
    graph.output.append(helper.make_tensor_value_info("aspects", TensorProto.FLOAT, [len(models) * ASPECTS * ASPECT]))
    onnx.checker.check_model(whole)
    onnx.save(whole, path)


def write_comparison(models: Sequence[Aspects], path: Path) -> None:
    """Add the comparisons to the small weights, a row a model; there differences and products of an aspect stand side by side.
    Those go that compared whole vectors for sides, since aspects tell these apart better."""
    known = {name: a for name, a in np.load(path).items() if not name.startswith(("aspects", "relation", "hidden"))}
    for what, hidden, alike, out in (
        ("claim", "hidden", "alike", "same"),
        ("side", "hidden_sides", "alike_sides", "one_side"),
    ):
        rows = []
        for model in models:
            numbers = {name: weight.detach().numpy() for name, weight in model.named_parameters()}
            weight = numbers[f"{hidden}.weight"].T
            wide = weight[: 2 * ASPECTS * ASPECT].reshape(2, ASPECTS, ASPECT, INNER).transpose(1, 0, 2, 3)
            rows.append({
                "hidden": wide.reshape(-1, INNER),
                "hidden_cosines": weight[2 * ASPECTS * ASPECT :],
                "hidden_bias": numbers[f"{hidden}.bias"],
                "cosines": numbers[alike],
                "out": numbers[f"{out}.weight"][0],
                "bias": numbers[f"{out}.bias"][0],
            })  # fmt: skip
        known |= {f"aspects_{what}_{name}": np.stack([row[name] for row in rows]) for name in rows[0]}
    np.savez(path, **known)


# ---------------------------------------------------------------- the run

Affair = tuple[list[Told], list[np.ndarray], list[Told], list[np.ndarray]]


def train(
    seed: int, course: Sequence[Affair], args: argparse.Namespace, look: Callable[[Aspects, str], None]
) -> Aspects:
    """One set of aspects."""
    torch.manual_seed(seed)
    draw = random.Random(seed)
    model = Aspects().train()
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.rate, weight_decay=0.02)
    step, steps, begun = 0, args.rounds * len(course), time.time()
    for number in range(args.rounds):
        losses = []
        for told, states, again, echoed in draw.sample(course, len(course)):
            step += 1
            for group in optimizer.param_groups:
                group["lr"] = args.rate * min(1.0, step / 50) * (1 - step / (steps + 1))
            some = draw.sample(range(len(told)), min(args.statements, len(told)))
            more = draw.sample(range(len(again)), min(args.echoes, len(again)))
            pairs, same, sides = pairs_of([*(told[at] for at in some), *(again[at] for at in more)])
            if not len(pairs):
                continue
            pooled = model.pool([*(states[at] for at in some), *(echoed[at] for at in more)])
            loss = loss_of(*model(pooled[pairs[:, 0]], pooled[pairs[:, 1]]), same, sides)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            losses.append(loss.item())
        look(model, f"seed {seed}, round {number}: loss {np.mean(losses):.4f}, {time.time() - begun:.0f} s")
    return model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--affairs", type=Path, nargs="+", required=True)
    parser.add_argument("--held-stories", type=Path, nargs="+", required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--states", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--statements", type=int, default=44, help="drawn of an affair in a round")
    parser.add_argument("--echoes", type=int, default=6, help="drawn of its echoes")
    parser.add_argument("--seeds", type=int, nargs="+", default=[2, 3], help="a set of aspects each")
    args = parser.parse_args()
    course, held = all_states(args.affairs, args.held_stories, args.weights, args.states)

    def look(model: Aspects, where: str) -> None:
        print(f"{where}, held {report([model], held)['all']}", flush=True)

    models = [train(seed, course, args, look) for seed in args.seeds]
    scores = report(models, held)
    print(f"together: {scores}")
    write_pooling(models, args.weights / "claims.onnx")
    write_comparison(models, args.weights / "heads.npz")
    about = json.loads((args.weights / "about.json").read_text())
    about["files"] = {name: hashlib.sha256((args.weights / name).read_bytes()).hexdigest() for name in about["files"]}
    told = {name: getattr(args, name) for name in ("rounds", "rate", "statements", "echoes", "seeds")}
    about["aspects"] = {**told, "scores": scores}
    (args.weights / "about.json").write_text(json.dumps(about, indent=1) + "\n")


if __name__ == "__main__":
    main()
