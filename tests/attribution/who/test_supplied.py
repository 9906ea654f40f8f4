from __future__ import annotations

import pytest

from onrecord.vocabulary import Form

from .reading import Said, read


def test_a_second_quotation_without_a_source_is_the_last_speakers() -> None:
    text = "“It was late,” Bo Tan said. “And dark.”"
    found = read(
        text, Said("Bo Tan", "said", "“It was late,”", Form.DIRECT), Said(None, None, "“And dark.”", Form.DIRECT)
    )
    assert found.speakers == ["Bo Tan", "Bo Tan"]
    assert [s.supplied for s in found.statements] == [False, True]


def test_a_participle_has_the_subject_of_its_sentence() -> None:
    text = "Bo Tan left the hall, adding that it was late."
    found = read(text, Said(None, "adding", "that it was late"))
    assert found.speakers == ["Bo Tan"]
    assert found.statements[0].supplied


def test_nobody_is_made_up_where_the_text_names_nobody() -> None:
    text = "It was late, it was said."
    assert read(text, Said(None, "was said", "It was late")).speakers == [None]


def test_inside_anothers_words_i_is_that_speaker() -> None:
    text = "Bo Tan said that I told them it was late."
    found = read(
        text,
        Said("Bo Tan", "said", "that I told them it was late"),
        Said("I", "told", "it was late", inside=0),
    )
    assert found.speakers == ["Bo Tan", "Bo Tan"]


@pytest.mark.parametrize(
    "cue",
    ["is expected", "seemed", "asked", "it is not clear", "the stories about", "reportedly", "has been accused of"],
)
def test_what_is_expected_or_asked_or_only_seems_is_not_the_last_speakers(cue: str) -> None:
    text = f"Bo Tan said it was late. The harbour {cue} to close."
    found = read(text, Said("Bo Tan", "said", "it was late"), Said(None, cue, "to close"))
    assert found.speakers == ["Bo Tan", None]


def test_i_outside_of_quotations_is_whoever_wrote_the_article_and_nobody_is_nobody() -> None:
    text = "Bo Tan said it was late. I think it was early. Nobody said why."
    found = read(
        text, Said("Bo Tan", "said", "it was late"), Said("I", "think", "it was early"), Said("Nobody", "said", "why")
    )
    assert found.speakers == ["Bo Tan", None, None]


def test_a_quotation_goes_on_for_who_tells_and_not_for_who_is_told_of() -> None:
    text = "Ann Lee said that Bo Tan, who told us so, had left. “I let him go.”"
    got = read(
        text,
        Said("Ann Lee", "said", "that Bo Tan, who told us so, had left"),
        Said("who", "told", "so"),
        Said(None, None, "“I let him go.”", Form.DIRECT),
    )
    assert got.speakers == ["Ann Lee", "Bo Tan", "Ann Lee"]
