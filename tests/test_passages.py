"""Passages of many registers, invented without a look at the rules: each row's share stays above its floor."""

from __future__ import annotations

from pathlib import Path

import pytest
from scripts import ROOT, load_script

from onrecord.attribution import load_reader

passages = load_script("evaluation/passages.py")
FOLDER = ROOT / "evaluation" / "passages"
FLOORS = {
    "open": {"speaker": 95, "on behalf of": 97, "told to": 95, "via": 72, "anonymous": 95, "count": 94, "channel": 73},
    "aside": {"speaker": 90, "on behalf of": 85, "told to": 85, "via": 75, "anonymous": 90, "count": 90, "channel": 75},
}
"""In per cent, as read, a little below what was measured; a new rule may not cost more than it brings."""


@pytest.mark.parametrize("name", FLOORS)
def test_each_row_stays_above_its_floor(name: str) -> None:
    outcomes = passages.as_read(passages.read_passages(FOLDER / f"{name}.txt"), load_reader())
    found = {row: score.f1 for row, score in passages.scores(outcomes).items()}
    assert {row: f for row, f in found.items() if f is None or f < FLOORS[name][row]} == {}


def test_marks_become_spans_and_answers_belong_to_them(tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text(
        "[Ann Lee] {told} Bo Tan <it was [2:he] {2:who} {2:said} <2:no>>.\n=> speaker=Ann Lee\n=> speaker=Bo Tan\n"
    )
    (passage,) = passages.read_passages(file)
    text = passage.article.text
    assert text == "Ann Lee told Bo Tan it was he who said no."
    assert [m.expected["speaker"] for m in passage.marked] == ["Ann Lee", "Bo Tan"]
    assert [m.spans["content"][0].of(text) for m in passage.marked] == ["it was he who said no", "no"]
