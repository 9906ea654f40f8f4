"""What the teacher of the claim encoder says of many sentences: its vectors, for the small encoder to imitate.

    python training/teach.py training/out/teacher/last.pt --mpnet FOLDER --affairs FILE... --gold FOLDER --out training/out/taught.npz

Invented affairs alone are too few to imitate by. The others are sentences of gold data, read where `--gold` points and only
looked at: attributions of PolNeAR (train), statements of LIAR, claims of ClaimDiff, headlines of FNC-1, sentences of
Reuters-21578 with a verb of speech, quotations of senators' press releases, premises and hypotheses of LingNLI.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from claims import ClaimEncoder, Pieces, affairs, sentence
from mpnet import WIDTH, MPNet

BATCH, CHUNK = 48, 4096
MOST = {"reuters": 12_000, "senators": 5_000, "inference": 12_000}
SHORTEST, LONGEST = 13, 499
SPEECH = re.compile(r"\b(?:said|denied|declined|told|added|announced|expects?)\b")


def sentences(affair_files: list[Path], gold: Path) -> list[str]:
    """Every sentence once, in one order."""
    rng = random.Random(3)
    sources = [
        [told.text for path in affair_files for affair in affairs(path) for told in affair],
        list(_polnear(gold)),
        list(_liar(gold)),
        list(_claimdiff(gold)),
        list(_headlines(gold)),
        _some(rng, _reuters(gold), MOST["reuters"]),
        _some(rng, _senators(gold), MOST["senators"]),
        _some(rng, _inference(gold), MOST["inference"]),
    ]
    tidy = (" ".join(text.split()) for source in sources for text in source)
    return list(dict.fromkeys(text for text in tidy if SHORTEST <= len(text) <= LONGEST))


def _some(rng: random.Random, texts: Iterator[str], most: int) -> list[str]:
    every = list(texts)
    rng.shuffle(every)
    return every[:most]


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8", errors="replace") as lines:
        yield from lines


def _polnear(gold: Path) -> Iterator[str]:
    for line in _lines(gold / "polnear/train.jsonl.gz"):
        row = json.loads(line)
        for each in row["annotations"][0]["attributions"]:
            said = [" ".join(row["text"][a:b] for a, b in each[role]) for role in ("source", "cue", "content")]
            if said[2]:
                yield sentence(*said)


def _liar(gold: Path) -> Iterator[str]:
    for line in _lines(gold / "liar/train.tsv.gz"):
        fields = line.rstrip("\n").split("\t")
        yield sentence(fields[4].replace("-", " ").title(), "said", fields[2])


def _claimdiff(gold: Path) -> Iterator[str]:
    for row in json.loads("".join(_lines(gold / "claimdiff/ClaimDiff-strength-train.json.gz")))["data"]:
        yield from (row["claim_a"], row["claim_b"])


def _headlines(gold: Path) -> Iterator[str]:
    for line in _lines(gold / "fnc1/train_stances_40k.csv.gz"):
        yield line.rsplit(",", 2)[0].strip('"')


def _reuters(gold: Path) -> Iterator[str]:
    for line in _lines(gold / "reuters21578/reuters21578.jsonl.gz"):
        body = " ".join(json.loads(line)["body"].split())
        yield from (s for s in re.split(r'(?<=[a-z][.])\s+(?=[A-Z"])', body) if SPEECH.search(s) and 40 < len(s) < 300)


def _senators(gold: Path) -> Iterator[str]:
    for line in _lines(gold / "senate_press_2007q1/press_releases_2007-01_03.jsonl.gz"):
        row = json.loads(line)
        for quoted in re.findall(r"[“\"]([^”\"]{40,300})[”\"]", row["text"]):
            yield sentence(row.get("speaker"), "said", quoted)


def _inference(gold: Path) -> Iterator[str]:
    for name in ("LitL", "LotS", "baseline"):
        for line in _lines(gold / f"lingnli/{name}.train.jsonl.gz"):
            row = json.loads(line)
            yield from (row["premise"], row["hypothesis"])


@torch.no_grad()
def vectors(model: ClaimEncoder, cut: Pieces, texts: list[str]) -> np.ndarray:
    """(N, H) float16 of length 1; those of like length go together."""
    kept = np.zeros((len(texts), WIDTH), np.float16)
    began = time.time()
    for start in range(0, len(texts), CHUNK):
        chunk = sorted(range(start, min(start + CHUNK, len(texts))), key=lambda n: len(texts[n]))
        for a in range(0, len(chunk), BATCH):
            some = chunk[a : a + BATCH]
            with torch.autocast("cpu", torch.bfloat16):
                found = model(*cut([texts[n] for n in some]))
            kept[some] = F.normalize(found.float(), dim=-1).numpy()
        print(start + len(chunk), f"{time.time() - began:.0f} s", flush=True)
    return kept


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("teacher", type=Path)
    parser.add_argument("--mpnet", type=Path, required=True)
    parser.add_argument("--affairs", type=Path, nargs="+", required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(2)
    model, cut = ClaimEncoder(MPNet(), WIDTH).eval(), Pieces(args.mpnet)
    model.load_state_dict(torch.load(args.teacher, map_location="cpu", weights_only=True)["weights"])
    texts = sentences(args.affairs, args.gold)
    print(len(texts), "sentences", flush=True)
    np.savez(args.out, sentences=np.array(texts), vectors=vectors(model, cut, texts))


if __name__ == "__main__":
    main()
