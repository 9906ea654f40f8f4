from __future__ import annotations

import pytest

from onrecord.attribution.what.triggers import PAIRS, TRIGGERS, Trigger

ANY = "(?:)"
"""The verb of a pattern that names its own."""


@pytest.mark.parametrize("trigger", [t for t in TRIGGERS if t.names_two], ids=lambda t: f"{t.shape} {t.written[-40:]}")
def test_what_is_not_tried_on_a_line_with_one_mention_needs_two(trigger: Trigger) -> None:
    assert {"a", "b"} <= trigger.pattern.groupindex.keys()


def test_what_is_tried_on_a_line_with_one_mention_names_nobody() -> None:
    assert PAIRS
    assert all("a" not in trigger.pattern.groupindex for trigger in PAIRS)


@pytest.mark.parametrize("trigger", TRIGGERS, ids=lambda t: f"{t.shape} {t.written[-40:]}")
def test_a_pattern_holds_its_verb_without_which_it_is_not_tried(trigger: Trigger) -> None:
    assert trigger.verb == ANY or trigger.verb in trigger.written
