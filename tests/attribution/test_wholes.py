from __future__ import annotations

import pytest

from onrecord.attribution.decode import Attribution
from onrecord.attribution.quotes import find_quotations
from onrecord.attribution.wholes import complete_quotations, complete_turns
from onrecord.vocabulary import Span


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def said(text: str, source: str, cue: str, *content: str) -> Attribution:
    return Attribution(span_of(text, source), span_of(text, cue), tuple(span_of(text, c) for c in content))


def contents(text: str, *attributions: Attribution) -> list[list[str]]:
    return [[c.of(text) for c in a.content] for a in complete_quotations(attributions, find_quotations(text))]


@pytest.mark.parametrize("part", ["“The ledger is old.", "It burnt twice.", "It burnt twice. It is safe now.”"])
def test_a_content_that_covers_a_part_of_a_quotation_covers_all_of_it(part: str) -> None:
    text = "Ann said: “The ledger is old. It burnt twice. It is safe now.” Bob left."
    assert contents(text, said(text, "Ann", "said", part)) == [["“The ledger is old. It burnt twice. It is safe now.”"]]


def test_words_before_the_quotation_stay_part_of_the_content() -> None:
    text = "Ann said that Bob was “late, and not for the first time this year.”"
    assert contents(text, said(text, "Ann", "said", "that Bob was “late")) == [
        ["that Bob was “late, and not for the first time this year.”"]
    ]


def test_a_quotation_is_left_as_it_was_read_where_the_rest_is_somebody_elses() -> None:
    text = "“The ledger is old. Bob says it burnt,” Ann said."
    one, other = said(text, "Ann", "said", "The ledger is old."), said(text, "Bob", "says", "it burnt")
    assert contents(text, one, other) == [["The ledger is old."], ["it burnt"]]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ann said it is old, and “nobody ever asked her about any of it.”", "it is old, and “no"),
        ("Ann said it is ‘old and frail’.", "it is ‘old"),
        ("Ann said “it is old and frail.", "“it is old"),
        ("Ann said it is old. “It burnt.”", "it is old"),
    ],
    ids=["a slip at an edge", "single marks", "a mark that never closes", "beside a quotation"],
)
def test_other_contents_stay_as_they_are(text: str, content: str) -> None:
    assert contents(text, said(text, "Ann", "said", content)) == [[content]]


def test_attributions_keep_their_order_sources_and_cues() -> None:
    text = "“It is old, and frail,” Ann said. Bob denied it."
    one, other = said(text, "Ann", "said", "“It is old"), said(text, "Bob", "denied", "it.")
    first, second = complete_quotations([one, other], find_quotations(text))
    assert (first.source, first.cue, second) == (one.source, one.cue, other)
    assert [c.of(text) for c in first.content] == ["“It is old, and frail,”"]


def turns(text: str, *attributions: Attribution) -> list[list[str]]:
    return [[c.of(text) for c in a.content] for a in complete_turns(text, attributions)]


def test_the_words_behind_a_label_go_on_to_the_end_of_the_paragraph() -> None:
    text = "Tan: Was it late?\n\nLee: Yes. Twice. It rained.\n\nThe end."
    assert turns(text, said(text, "Lee", ": Yes"[:1], "Yes. Twice."), said(text, "Tan", ":", "Was it late?"))[1] == [
        "Was it late?"
    ]
    answer = Attribution(
        span_of(text, "Lee"), Span(text.index("Lee:") + 3, text.index("Lee:") + 4), (span_of(text, "Yes."),)
    )
    assert turns(text, answer) == [["Yes. Twice. It rained."]]


def test_the_words_behind_a_label_end_where_somebody_else_is_quoted() -> None:
    text = "Lee: Yes. It rained. Orr told me that it was late."
    label = said(text, "Lee", ":", "Yes.")
    assert turns(text, label, said(text, "Orr", "told", "that it was late"))[0] == ["Yes. It rained."]


def test_a_colon_behind_a_verb_makes_no_turn() -> None:
    text = "Then Lee said: Yes. It rained."
    assert turns(text, said(text, "Lee", ":", "Yes.")) == [["Yes."]]
