from __future__ import annotations

import pytest

from onrecord.attribution.how.frames import frames, lay_out
from onrecord.attribution.how.stances import AT_CUE, IN_CONTENT, rule_of
from onrecord.vocabulary import Article, Stance

from .worded import Words, read, statements


def stance(cue: str, content: str) -> Stance | None:
    return read(f"Ann {cue} {content}.", Words("Ann", cue, content))[0].stance


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("said", "that she left", Stance.ASSERTS),
        ("said", "that she did not leave", Stance.ASSERTS),
        ("denied", "that she left", Stance.DENIES),
        ("has repeatedly denied", "that she left", Stance.DENIES),
        ("brushed aside", "talk that she left", Stance.DENIES),
        ("said no", "to the question whether she left", Stance.DENIES),
        ("did not deny", "that she left", Stance.HEDGES),
        ("could not rule out", "that she left", Stance.HEDGES),
        ("could not say", "whether she left", Stance.HEDGES),
        ("suggested", "that she left", Stance.HEDGES),
        ("declined", "to comment on it", Stance.DECLINES),
        ("would not say", "whether she left", Stance.DECLINES),
        ("would not be drawn on", "whether she left", Stance.DECLINES),
        ("neither confirmed nor denied", "that she left", Stance.DECLINES),
        ("dodged questions", "about the map", Stance.DECLINES),
        ("asked", "whether he left", Stance.ASKS),
        ("questioned", "whether he left", Stance.ASKS),
        ("urged him", "to leave", Stance.URGES),
        ("called for", "an inquiry", Stance.URGES),
        ("told him", "to leave", Stance.URGES),
        ("warned him", "not to leave", Stance.URGES),
        ("warned the press", "against guessing", Stance.URGES),
        ("told him", "that she left", Stance.ASSERTS),
        ("vowed", "to leave", Stance.VOWS),
        ("gave her word", "that she would leave", Stance.VOWS),
        ("agreed", "to leave", Stance.VOWS),
        ("agreed", "that it was late", Stance.ASSERTS),
        ("swore", "that she never left", Stance.ASSERTS),
        ("would say nothing about", "the map", Stance.DECLINES),
        ("declined through an aide to say", "whether she left", Stance.DECLINES),
        ("announced", "plans to leave", Stance.VOWS),
        ("announced", "the number of rooms", Stance.ASSERTS),
        ("considers", "him a friend", Stance.ASSERTS),
        ("is considering", "an appeal", Stance.HEDGES),
    ],
)
def test_a_cue_that_says_what_was_done_decides(cue: str, content: str, expected: Stance) -> None:
    assert stance(cue, content) is expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("she did not recall leaving", Stance.HEDGES),
        ("“I can't be certain that I left”", Stance.HEDGES),
        ("she may have left", Stance.HEDGES),
        ("“no comment”", Stance.DECLINES),
        ("she would not comment on it", Stance.DECLINES),
        ("she did not discuss the offer", Stance.DECLINES),
        ("“We do not discuss offers”", Stance.DECLINES),
        ("“They did not discuss the offer”", Stance.ASSERTS),
        ("she would leave", Stance.VOWS),
        ("“I will not resign”", Stance.VOWS),
        ("he would have left", Stance.ASSERTS),
        ("“Where did it go?”", Stance.ASKS),
        ("“Where did it go? I burnt it.”", Stance.ASSERTS),
        ("“Don't leave”", Stance.URGES),
        ("the board should leave", Stance.URGES),
        ("the map was old", Stance.ASSERTS),
        ("she had “no memory” of leaving", Stance.HEDGES),
        ("‘I can't be certain that I left’", Stance.HEDGES),
        ("‘You will get nothing out of me’", Stance.DECLINES),
        ("she could not at this stage tell whether he left", Stance.HEDGES),
        ("she did not have any recollection of it", Stance.HEDGES),
        ("“I'm not saying that he left”", Stance.HEDGES),
        ("she doubted that he left", Stance.HEDGES),
        ("it was possible that she left", Stance.HEDGES),
        ("it had made leaving possible for others", Stance.ASSERTS),
        ("it was possible for her to leave", Stance.ASSERTS),
        ("“I wouldn't know a map from a menu”", Stance.ASSERTS),
        ("“I wouldn't know”", Stance.HEDGES),
        ("she'd met him once", Stance.ASSERTS),
        ("she'd never left", Stance.ASSERTS),
        ("she'd fight it", Stance.VOWS),
        ("she was willing to leave", Stance.VOWS),
        ("“I would say it was old”", Stance.ASSERTS),
        ("“We're gonna fight it”", Stance.VOWS),
        ("“If it burns, I'll have a cold house”", Stance.ASSERTS),
        ("“You want a map? The rats ate it,”", Stance.ASSERTS),
        ("she would remain silent until the trial", Stance.DECLINES),
        ("the firm would give no figure", Stance.DECLINES),
        ("“See my lawyer”", Stance.DECLINES),
        ("“Time to go, Bo”", Stance.URGES),
        ("“It was theft. I will not comment on it.”", Stance.DECLINES),
        ("“It was theft. It hurts. I will not comment on him.”", Stance.ASSERTS),
    ],
)
def test_under_a_neutral_cue_the_content_decides(content: str, expected: Stance) -> None:
    assert stance("said", content) is expected


def test_what_is_said_after_all_is_no_refusal() -> None:
    text = "Ann would say only that she left."
    assert read(text, Words("Ann", "would say", "that she left"))[0].stance is Stance.ASSERTS


def test_the_infinitive_of_a_refusal_may_be_the_whole_cue() -> None:
    text = "Ann declined through an aide, Bo Lind, to say whether she left."
    assert read(text, Words("Ann", "to say", "whether she left"))[0].stance is Stance.DECLINES
    text = "Ann was happy, Bo Lind said, to say that she left."
    assert read(text, Words("Ann", "to say", "that she left"))[0].stance is Stance.ASSERTS


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule.name for rule in (*AT_CUE, *IN_CONTENT)]
    assert len(set(names)) == len(names)


def test_the_rule_that_decides_can_be_asked_for() -> None:
    text = "Ann denied that she left."
    (made,) = statements(Article(ref="an-article", text=text), Words("Ann", "denied", "that she left"))
    rule = rule_of(frames([made], lay_out(text))[0])
    assert rule is not None
    assert rule.name == "denies"
