"""The project's own invented affairs: whole, free of contradictions, and scored fully by the scorer that ships with them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from scripts import ROOT, load_script

from onrecord.quality import Part

STORIES = ROOT / "evaluation" / "stories"
FOLDERS = sorted(path.parent for path in STORIES.glob("*/*/key.json"))


def run(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(STORIES / script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_there_are_some_to_learn_from_and_some_for_final_figures() -> None:
    parts = [folder.parent.name for folder in FOLDERS]
    assert (parts.count("development"), parts.count("frozen")) == (30, 6)


def test_the_frozen_half_is_as_it_was_before_it_was_first_scored() -> None:
    pinned = dict(line.split("  ")[::-1] for line in (STORIES / "frozen.sha256").read_text().splitlines())
    found = {f"frozen/{f.name}": Part(f.name, tuple(f.iterdir())).digest for f in FOLDERS if f.parent.name == "frozen"}
    assert found == pinned


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_story_is_free_of_faults(folder: Path) -> None:
    checked = run("check.py", folder)
    assert checked.returncode == 0, checked.stdout
    assert " 0 faults" in checked.stdout


def test_a_perfect_export_scores_full_marks(tmp_path: Path) -> None:
    assert run("score.py", "perfect", FOLDERS[0], "--export", tmp_path).returncode == 0
    scorer = load_script("evaluation/stories/score.py")
    story, tally = scorer.Story(FOLDERS[0]), scorer.Tally()
    kinds = ("articles", "statements", "claims", "changes", "conflicts", "contacts", "origins")
    export = {kind: scorer.read_jsonl(tmp_path / f"{kind}.jsonl") for kind in kinds}
    scorer.score_story(story, export, tally, scorer.Counter())
    figures = {m: tally.f1(m) for m in scorer.MEASURES if m != "steady pairs called changes"}
    assert {m: f for m, f in figures.items() if f is not None and f < 100} == {}
