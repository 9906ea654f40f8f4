from __future__ import annotations

import pytest

from onrecord.attribution.who import interview_turns, read_parties, without_questions
from onrecord.vocabulary import Article, Channel, Form, PartyKind, Span, Statement

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


def kept(text: str, *said: Said) -> list[str]:
    article = Article(ref="an-article", text=text, publisher="Harbour Gazette")
    roll, statements = read_parties(article, read(text, *said).statements)
    return [s.content[0].of(text) for s in without_questions(roll, statements)]


def test_what_an_interviewer_asks_is_no_statement_but_what_others_are_said_to_have_said_in_it_is() -> None:
    text = (
        "The Gazette had a conversation with Ann Lee.\n\nGazette: Did it sound?\n\nLee: No.\n\nGazette: Bo Tan says that it"
        " did.\n\nLee: He slept."
    )
    said = [
        Said("Gazette", ":", "Did it sound?", D),
        Said("Lee", ":", "No.", D),
        Said("Gazette", ":", "Bo Tan says that it did.", D),
        Said("Bo Tan", "says", "that it did", inside=2),
        Said("Lee", ":", "He slept.", D),
    ]
    assert kept(text, *said) == ["No.", "that it did", "He slept."]


def test_members_of_a_house_who_ask_each_other_are_kept() -> None:
    text = "The house sat.\n\nTan: Did it sound?\n\nLee: No.\n\nTan: All night?\n\nLee: Until four."
    assert kept(text, Said("Tan", ":", "Did it sound?", D), Said("Lee", ":", "No.", D)) == ["Did it sound?", "No."]


def test_a_paper_of_one_word_that_asks_is_the_paper() -> None:
    text = "We met Ann Lee.\n\nPatchwork: Did it sound?\n\nLee: No.\n\nPatchwork: Why?\n\nLee: It rained."
    found = read(text, Said("Patchwork", ":", "Did it sound?", D), publisher="Patchwork")
    assert found.party("Patchwork").kind == PartyKind.OUTLET


def test_a_paper_of_one_word_is_the_paper_wherever_it_is_named() -> None:
    text = "Bo Tan told Patchwork that it was late. Patchwork: a paper of the harbour."
    assert read(text, Said("Bo Tan", "told", "that it was late"), publisher="Patchwork").party("Patchwork").kind == (
        PartyKind.OUTLET
    )
