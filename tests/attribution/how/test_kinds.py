from __future__ import annotations

import pytest

from onrecord.vocabulary import Kind

from .worded import Words, read


@pytest.mark.parametrize(
    ("cue", "kind"),
    [
        ("said", Kind.SAID),
        ("according to", Kind.SAID),
        ("believes", Kind.SAID),
        ("is convinced", Kind.SAID),
        ("voiced fears", Kind.SAID),
        ("voted against", Kind.SAID),
        ("nodded", Kind.SAID),
        (":", Kind.SAID),
        ("hopes", Kind.THOUGHT),
        ("FEARED", Kind.THOUGHT),
        ("has long wanted", Kind.THOUGHT),
        ("was surprised", Kind.THOUGHT),
        ("remembers", Kind.THOUGHT),
        ("is planning", Kind.THOUGHT),
        ("has long said she feared", Kind.SAID),
        ("wanted to know", Kind.SAID),
        ("would not say", Kind.SAID),
        ("did not deny", Kind.SAID),
        ("did not gloat", Kind.THOUGHT),
        ("no longer disputes", Kind.THOUGHT),
        ("is expected", Kind.THOUGHT),
    ],
)
def test_what_puts_nothing_forward_is_thought(cue: str, kind: Kind) -> None:
    assert read(f"Ann {cue} that it rained.", Words("Ann", cue, "that it rained"))[0].kind is kind


def test_a_statement_without_a_cue_is_said() -> None:
    assert read("“It rained.”", Words("", "", "“It rained.”"))[0].kind is Kind.SAID
