"""Measures how far what ships tells that one claim strengthens or weakens another, on ClaimDiff, beside plain inference.

    python training/claimdiff.py --claimdiff FOLDER --lingnli FOLDER --minilm FOLDER

Topics are cut into five parts by their digest, and each part is answered with weights fitted on the other four. Fitted on
each side alike: a logistic regression, and the threshold that was best on the parts that it was fitted on.

- "as it ships": the features and weights of linking alone; one claim and one side strengthens, one claim and opposite
  sides weakens.
- "features fitted": everything that linking sees of two statements (pairs.py, sides.py, the encoder's heads), weighed anew.
- "vectors too": beside these |a - b| and a * b of the encoder's vectors.
- "inference": MiniLM as published, with |a - b| and a * b weighed on LingNLI; entailment strengthens, contradiction weakens.
- "inference fitted": the scores of the same, both ways round, weighed on ClaimDiff.

ClaimDiff's texts belong to their publishers: nothing here writes any of them.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from onrecord.linking.claims import pairs, sides
from onrecord.linking.linker import SHIPPED
from onrecord.linking.what.propositions import Proposition, read_propositions
from onrecord.linking.what.sentences import Likeness
from onrecord.vocabulary import Article, Form, Kind, Reading, Run, Span, Stance, Statement

sys.path.insert(0, str(Path(__file__).parent))
from pairs import fit

PARTS = 5
CLASSES = ("strengthen", "weaken")
SEEN = 6_000
"""Pairs of LingNLI to learn from, of 45,000: each costs two sentences."""


# --- the data ---


@dataclass(frozen=True)
class Pair:
    """Two claims of different outlets on one topic, and what the second does to the first."""

    topic: str
    one: str
    other: str
    strengthen: bool
    weaken: bool

    @property
    def part(self) -> int:
        """Of the five, by the topic's digest."""
        return int(hashlib.sha256(self.topic.encode()).hexdigest(), 16) % PARTS


def claimdiff(folder: Path) -> list[Pair]:
    """The pairs that are open, each with both answers."""
    told = {}
    for name in ("strength", "weak"):
        with gzip.open(folder / f"ClaimDiff-{name}-train.json.gz", "rt", encoding="utf-8") as file:
            told[name] = {row["pair_id"]: row for row in json.load(file)["data"]}
    return [
        Pair(row["topic"], row["claim_a"], row["claim_b"], bool(row["relation"]), bool(told["weak"][id_]["relation"]))
        for id_, row in told["strength"].items()
    ]


def lingnli(folder: Path, most: int) -> list[tuple[str, str, str]]:
    """Premise, hypothesis, label; every so-manieth pair of all three ways of writing."""
    rows = []
    for path in sorted(folder.glob("*.train.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows += [(row["premise"], row["hypothesis"], row["label"]) for row in map(json.loads, lines)]
    return rows[:: max(1, -(-len(rows) // most))]


# --- what is seen of a pair ---


def proposition(text: str) -> Proposition:
    """A claim as linking sees a statement of which it knows nothing but the words."""
    article = Article(ref=text, text=text)
    statement = Statement(
        article.id, None, None, (Span(0, len(text)),), Form.INDIRECT, kind=Kind.SAID, stance=Stance.ASSERTS
    )
    (found,) = read_propositions(Reading(article, (statement,), Run("claimdiff", "claimdiff")), {})
    return found


def vectors_of(texts: Iterable[str], encode: Callable[[list[str]], np.ndarray]) -> dict[str, np.ndarray]:
    """Each text's vector; the long ones last, so that batches are of one length."""
    known = sorted(set(texts), key=lambda text: (len(text), text))
    rows = [vector for at in range(0, len(known), 64) for vector in encode(known[at : at + 64])]
    return dict(zip(known, rows, strict=True))


def beside(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """|a - b| and a * b of rows of length one."""
    one, other = (each / np.linalg.norm(each, axis=-1, keepdims=True) for each in (one, other))
    return np.hstack([np.abs(one - other), one * other])


def features(data: Sequence[Pair]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Of each pair: all that linking sees of it; |a - b| and a * b of the encoder; log odds of one claim and of one side."""
    told = {text: proposition(text) for pair in data for text in (pair.one, pair.other)}
    vectors = vectors_of((p.sentence for p in told.values()), SHIPPED)
    rows = {p.id: n for n, p in enumerate(told.values())}
    alike = Likeness(rows, np.stack([vectors[p.sentence] for p in told.values()]), SHIPPED.heads)
    seen, shipped = [], []
    for pair in data:
        a, b = told[pair.one], told[pair.other]
        leans = [np.array(list(sides.leanings(each, alike).values())) for each in (a, b)]
        together = [*pairs.features(a, b, alike).values(), *sides.pulls(a, b, alike).values()]
        seen.append([*together, *leans[0], *leans[1], *(leans[0] * leans[1])])
        shipped.append([pairs.log_odds(a, b, alike), sides.agreement(a, b, alike)])
    one, other = (
        np.stack([vectors[told[t].sentence] for t in ts]) for ts in zip(*((p.one, p.other) for p in data), strict=True)
    )
    return np.array(seen), beside(one, other), np.array(shipped)


def as_published(minilm: Path) -> Callable[[list[str]], np.ndarray]:
    """MiniLM's vectors, means over the pieces."""
    import torch  # only this baseline needs it

    from claims import Pieces
    from model import Encoder, Shape

    encoder, cut = Encoder(Shape()).eval(), Pieces(minilm)
    encoder.load_minilm(minilm)

    @torch.inference_mode()
    def encode(texts: list[str]) -> np.ndarray:
        pieces, real = cut(texts)
        zeros = torch.zeros_like(pieces)
        positions = torch.arange(pieces.shape[1])[None].expand_as(pieces)
        states = encoder(pieces, zeros, zeros, positions, real[:, None, None, :])
        return ((states * real[..., None]).sum(1) / real.sum(1, keepdim=True)).numpy()

    return encode


def inference(data: Sequence[Pair], nli: Sequence[tuple[str, str, str]], minilm: Path) -> np.ndarray:
    """(N, 4) log odds of entailment and contradiction, from the first claim to the second and back."""
    texts = (text for row in (*((p.one, p.other) for p in data), *((a, b) for a, b, _ in nli)) for text in row)
    vectors = vectors_of(texts, as_published(minilm))
    seen = beside(np.stack([vectors[a] for a, _, _ in nli]), np.stack([vectors[b] for _, b, _ in nli]))
    x = beside(np.stack([vectors[p.one] for p in data]), np.stack([vectors[p.other] for p in data]))
    columns = []
    for label in ("entailment", "contradiction"):
        weights, bias = fit(seen, np.array([float(each == label) for _, _, each in nli]))
        columns.append(x @ weights + bias)
    return np.stack(columns, 1)


# --- answers and their scores ---


def f1(gold: np.ndarray, answer: np.ndarray) -> float:
    """In per cent."""
    both, either = np.sum(gold & answer), np.sum(gold) + np.sum(answer)
    return float(200 * both / either) if either else 0.0


def best_threshold(gold: np.ndarray, scores: np.ndarray) -> float:
    """The score from which on saying yes has the best F1."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(gold[order])
    f = 2 * hits / (np.arange(1, len(gold) + 1) + gold.sum())
    return float(scores[order[int(np.argmax(f))]])


def fitted(x: np.ndarray, gold: np.ndarray, parts: np.ndarray, ridge: float = 30.0) -> np.ndarray:
    """Yes or no for each row, by weights and a threshold from the other parts; the threshold from scores of rows left out."""
    answer = np.zeros(len(gold), bool)
    for part in range(PARTS):
        own, rest = parts == part, parts != part
        scores = np.zeros(len(gold))
        for inner in set(range(PARTS)) - {part}:
            some = rest & (parts != inner)
            weights, bias = fit(x[some], gold[some].astype(float), ridge)
            scores[parts == inner] = x[parts == inner] @ weights + bias
        weights, bias = fit(x[rest], gold[rest].astype(float), ridge)
        answer[own] = x[own] @ weights + bias >= best_threshold(gold[rest], scores[rest])
    return answer


def answers(
    data: Sequence[Pair], seen: np.ndarray, vectors: np.ndarray, shipped: np.ndarray, nli: np.ndarray | None
) -> Mapping[str, tuple[np.ndarray, np.ndarray]]:
    """For each way of answering: who strengthens, who weakens."""
    gold = [np.array([getattr(pair, name) for pair in data]) for name in CLASSES]
    parts = np.array([pair.part for pair in data])
    one_claim, one_side = shipped[:, 0] >= 0, shipped[:, 1] >= 0
    found = {
        "always": (np.ones(len(data), bool), np.ones(len(data), bool)),
        "as it ships": (one_claim & one_side, one_claim & ~one_side),
        "features fitted": tuple(fitted(seen, g, parts) for g in gold),
        "vectors too": tuple(fitted(np.hstack([seen, vectors]), g, parts, 300.0) for g in gold),
    }
    if nli is not None:
        entails, contradicts = nli.T
        found["inference"] = ((entails > 0) & (entails >= contradicts), (contradicts > 0) & (contradicts > entails))
        found["inference fitted"] = tuple(fitted(nli, g, parts) for g in gold)
        found["features and inference"] = tuple(fitted(np.hstack([seen, nli]), g, parts) for g in gold)
    return found


def main(arguments: Sequence[str]) -> int:
    """Print F1 by class for each way of answering."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claimdiff", type=Path, required=True)
    parser.add_argument("--lingnli", type=Path)
    parser.add_argument("--minilm", type=Path)
    parser.add_argument("--nli-pairs", type=int, default=SEEN)
    args = parser.parse_args(arguments)
    data = claimdiff(args.claimdiff)
    nli = inference(data, lingnli(args.lingnli, args.nli_pairs), args.minilm) if args.lingnli and args.minilm else None
    gold = [np.array([getattr(pair, name) for pair in data]) for name in CLASSES]
    print(
        f"{len(data)} pairs of {len({p.topic for p in data})} topics: {gold[0].sum()} strengthen, {gold[1].sum()} weaken"
    )
    print(f"{'F1':24}" + "".join(f"{name:>12}" for name in CLASSES))
    for name, answer in answers(data, *features(data), nli).items():
        print(f"{name:24}" + "".join(f"{f1(g, a):12.1f}" for g, a in zip(gold, answer, strict=True)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
