from __future__ import annotations

import pytest

from onrecord.attribution.who import interview_turns, read_parties
from onrecord.vocabulary import Article, Channel, Form, Span, Statement

from .reading import Said, read

D = Form.DIRECT


def test_each_turn_is_said_to_whoever_had_the_one_before() -> None:
    text = (
        "Ann Lee spoke with Bo Tan.\n\nTan: Did it sound?\n\nLee: It was silent.\n\nTan: All night?\n\nLee: Until four."
    )
    found = read(text, Said("Lee", ":", "It was silent.", D), Said("Tan", ":", "All night?", D))
    assert found.told_to == ["Bo Tan", "Ann Lee"]


def test_who_answers_questions_without_a_label_is_interviewed_by_the_outlet() -> None:
    text = "Did it sound?\n\nAnn Lee: It was silent.\n\nAll night?\n\nAL: Until four.\n\nWho knew?\n\nAL: Nobody."
    found = read(text, Said("Ann Lee", ":", "It was silent.", D), Said("AL", ":", "Nobody.", D))
    assert found.told_to == ["Harbour Gazette"] * 2


def test_a_list_with_colons_is_no_conversation() -> None:
    text = "Ann Lee: “It was late.”\n\nBo Tan: “It was dark.”\n\nKlara Moss: “It was cold.”"
    said = [Said("Ann Lee", ":", "“It was late.”", D), Said("Bo Tan", ":", "“It was dark.”", D)]
    assert read(text, *said).told_to == [None, None]


def test_i_you_and_me_are_those_who_speak_by_turns() -> None:
    text = (
        "Tan: You told the council that it was late. Was it?\n\nLee: I told him that it was early.\n\nTan: Why?\n\n"
        "Lee: Eva Orr told me that he slept."
    )
    found = read(
        text,
        Said("You", "told", "that it was late"),
        Said("I", "told", "that it was early"),
        Said("Eva Orr", "told", "that he slept"),
    )
    assert found.speakers == ["Lee", "Lee", "Eva Orr"]
    assert found.told_to[2] == "Lee"
    assert found.via == [[], [], ["Lee"]]


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("The conversation was cut.\n\nTan: Did it?\n\nLee: It did.\n\nTan: When?\n\nLee: Late.", Channel.INTERVIEW),
        ("The house sat.\n\nTan: Did it?\n\nLee: It did.\n\nTan: When?\n\nLee: Late.", None),
        ("A witness sat.\n\nTan: Did it?\n\nLee: It did.\n\nTan: When?\n\nLee: Late.", None),
    ],
)
def test_turns_are_an_interview_unless_a_house_or_a_hearing_sits(text: str, channel: Channel | None) -> None:
    article = Article(ref="an-article", text=text)
    at = text.index("Lee: It")
    turn = Statement(
        article=article.id, source=Span(at, at + 3), cue=None, content=(Span(at + 5, at + 12),), form=D, nested_in=None
    )
    roll, statements = read_parties(article, (turn,))
    (filled,) = interview_turns(roll, statements)
    assert filled.channel == channel


def test_the_letters_of_questions_and_answers_are_the_paper_and_whom_it_has_asked() -> None:
    text = (
        "Ann Lee tells of the mill. Ann Lee is ill.\n\nQ: Was it late?\n\nA: It was late.\n\nQ: Why?\n\nA: It rained."
    )
    got = read(text, Said("Q", ":", "Was it late?"), Said("A", ":", "It was late."), Said("A", ":", "It rained."))
    assert got.speakers == ["Harbour Gazette", "Ann Lee", "Ann Lee"]
    assert not {p.name for p in got.parties.values()} & {"Q", "A"}


def test_me_in_a_turn_is_whose_turn_it_is() -> None:
    text = "Ann Lee tells of the mill.\n\nQ: Was it late?\n\nA: Some miller told me it was late.\n\nQ: Why?\n\nA: It rained."
    got = read(
        text,
        Said("A", ":", "Some miller told me it was late."),
        Said("Some miller", "told", "it was late", inside=0),
    )
    assert got.told_to[1] == "Ann Lee"
