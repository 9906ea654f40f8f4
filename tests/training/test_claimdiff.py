"""The measuring of claim against claim: what it takes from the files, and answers by weights of other topics. Needs no torch."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np

import claimdiff


def test_a_pair_has_both_answers(tmp_path: Path) -> None:
    row = {"pair_id": "1", "topic": "quay", "claim_a": "The quay is shut.", "claim_b": "It is open."}
    for name, relation in (("strength", 0), ("weak", 1)):
        with gzip.open(tmp_path / f"ClaimDiff-{name}-train.json.gz", "wt", encoding="utf-8") as file:
            json.dump({"data": [{**row, "relation": relation}]}, file)
    assert claimdiff.claimdiff(tmp_path) == [claimdiff.Pair("quay", row["claim_a"], row["claim_b"], False, True)]


def test_the_threshold_is_where_f1_is_best() -> None:
    gold, scores = np.array([True, False, True, False]), np.array([4.0, 3.0, 2.0, 1.0])
    assert claimdiff.best_threshold(gold, scores) == 2
    assert claimdiff.f1(gold, scores >= 2) == 80


def test_a_part_is_answered_by_what_the_others_show() -> None:
    rng = np.random.default_rng(1)
    x, parts = rng.normal(size=(400, 2)), np.arange(400) % claimdiff.PARTS
    gold = x[:, 0] > 0
    assert claimdiff.f1(gold, claimdiff.fitted(x, gold, parts)) > 95
    turned = gold ^ (parts == 0)  # one part contradicts the others, and is answered as they would
    own = parts == 0
    assert claimdiff.f1(turned[own], claimdiff.fitted(x, turned, parts)[own]) < 20


def test_a_claim_is_seen_with_its_words_as_they_stand() -> None:
    told = claimdiff.proposition("The minister never closed the quay.")
    assert told.words
    assert not any(told.words.values())
    assert told.sentence == "somebody said: The minister never closed the quay."
