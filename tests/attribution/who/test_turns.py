from __future__ import annotations

from onrecord.vocabulary import Form

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
