from __future__ import annotations

from onrecord.vocabulary import Channel, Kind, Stance

from .worded import Words, read


def test_kind_stance_channel_and_day_of_a_statement_are_filled_in() -> None:
    text = "“I never left,” Ann said in an interview on Monday."
    (found,) = read(text, Words("Ann", "said", "“I never left,”"))
    assert (found.kind, found.stance, found.channel) == (Kind.SAID, Stance.ASSERTS, Channel.INTERVIEW)
    assert found.channel_span is not None
    assert found.said is not None
    assert found.said.days.start.isoformat() == "2024-03-11"


def test_every_statement_keeps_its_spans_and_its_place() -> None:
    text = "Ann said it rained. Bob denied the rain."
    found = read(text, Words("Ann", "said", "it rained"), Words("Bob", "denied", "the rain"))
    assert [s.cue and s.cue.of(text) for s in found] == ["said", "denied"]
