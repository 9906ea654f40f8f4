"""A slice of the thousand mutations of evaluation/mutate.py."""

from __future__ import annotations

import random

from mutate import BAD, clean_inputs, judge, mutations, sound_inputs


def test_damaged_inputs_neither_crash_nor_hang_nor_go_unmentioned() -> None:
    rng = random.Random(11)
    verdicts = judge(mutations(rng, sound_inputs(rng), 60), timeout_seconds=60)
    assert len(verdicts) == 60
    assert [(verdict.case.name, verdict.detail) for verdict in verdicts if verdict.result in BAD] == []


def test_clean_inputs_are_read() -> None:
    verdicts = judge(clean_inputs(random.Random(11), 20), timeout_seconds=60)
    assert {verdict.result for verdict in verdicts} == {"read"}
