"""CofeNet's counting, by hand."""

from __future__ import annotations

import pytest

from onrecord.quality import cofenet
from onrecord.quality.attributions import Attribution, Role
from onrecord.quality.score import Score, Tally
from onrecord.vocabulary import Span


def counted(text, gold, predicted):
    tally = Tally()
    cofenet.count(text, gold, predicted, tally)
    return tally.scores()


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("He said, “It’s over.”", "He|said|,|“|It|’s|over|.|”"),
        ("They don't know.", "They|do|n't|know|."),
        ("Mr. Rowe of the U.S. paid $1,000.50", "Mr.|Rowe|of|the|U.S.|paid|$|1,000.50"),
        ("A well-known man -- yes ... no", "A|well-known|man|--|yes|...|no"),
    ],
)
def test_tokens_are_words_and_marks(text, tokens):
    assert [span.of(text) for span in cofenet.tokenize(text, Span(0, len(text)))] == tokens.split("|")


def test_nothing_is_trimmed(marked):
    text, gold = marked("[c “It rained,”] [s Rowe] [q said].")
    _, predicted = marked("“[c It rained,”] [s Rowe] [q said].")
    scores = counted(text, [gold], [predicted])
    assert scores["cofenet exact content"] == Score(0, 1, 1)
    assert scores["cofenet begin content"] == Score(0, 1, 1)
    assert scores["cofenet jaccard content"].f1 == pytest.approx(80)  # 4 of the 5 tokens “ It rained , ”
    assert scores["cofenet exact source"] == Score(1, 1, 1)


def test_a_content_with_a_gap_is_several_spans(marked):
    text, gold = marked("[c It rained], [s Rowe] [q said], [c and it snowed].")
    _, predicted = marked("[c It rained], [s Rowe] [q said], and it snowed.")
    assert counted(text, [gold], [predicted])["cofenet exact content"] == Score(1, 1, 2)


def test_a_content_over_two_paragraphs_is_two_spans(marked):
    text, gold = marked("[s Rowe] [q said] [c it rained.\n\nIt snowed.]")
    assert counted(text, [gold], [gold])["cofenet exact content"] == Score(2, 2, 2)


def test_pieces_that_touch_are_still_two_spans():
    text = "it rained it snowed"
    two = Attribution((), (), (Span(0, 9), Span(10, 19)))
    one = Attribution((), (), (Span(0, 19),))
    assert counted(text, [two], [one])["cofenet exact content"] == Score(0, 1, 2)


def test_what_stands_after_the_300th_token_is_cut_off(marked):
    start = "well " * 298
    text, gold = marked(start + "[s Rowe] [q said] [c it rained]")
    scores = counted(text, [gold], [gold])
    assert scores["cofenet exact source"] == Score(1, 1, 1)
    assert scores["cofenet exact content"] == Score(0, 0, 0)


def test_a_token_has_one_label_and_a_cue_goes_before_a_content():
    text = "Rowe says so often"
    gold = [Attribution((), (), (Span(0, 18),)), Attribution((), (Span(5, 9),), ())]
    labels = cofenet.label_tokens(tuple(cofenet.tokenize(text, Span(0, 18))), gold)
    assert labels == ["B-content", "B-cue", "I-content", "I-content"]
    # the rest of the content has lost its beginning, and is none
    assert cofenet.label_runs(labels) == {Role.SOURCE: [], Role.CUE: [(1, 2)], Role.CONTENT: [(0, 1)]}


def test_jaccard_is_a_mean_over_gold_and_over_predictions_astray(marked):
    text, gold = marked("[s Rowe of the harbour] [q said] [c it rained].")
    _, short = marked("[s Rowe of] the harbour [q said] [c it rained].")
    _, astray = marked("Rowe of the harbour said [s it] rained.")
    scores = counted(text, [gold], [short, astray])
    # one gold source of 4 tokens, half of it found; one prediction that overlaps none
    assert scores["cofenet jaccard source"].f1 == pytest.approx(100 * (0.5 + 0) / 2)
    assert scores["cofenet begin source"] == Score(1, 2, 1)
