from __future__ import annotations

import pytest

from .worded import Words, read


@pytest.mark.parametrize(
    ("text", "words", "phrase"),
    [
        ("Ann said Tuesday that it shut in May.", Words("Ann", "said", "that it shut in May"), "Tuesday"),
        ("On Tuesday, Ann said it shut in May.", Words("Ann", "said", "it shut in May"), "Tuesday"),
        ("“It shut,” Ann said in a letter dated March 3.", Words("Ann", "said", "“It shut,”"), "March 3"),
        ("Ann, who retired in 2011, said it shut.", Words("Ann", "said", "it shut"), None),
        ("Ann, elected since May 2019, said it shut.", Words("Ann", "said", "it shut"), None),
        ("Ann said after Tuesday's meeting that it shut.", Words("Ann", "said", "that it shut"), "Tuesday"),
        ("Ann said of Tuesday's storm that it was bad.", Words("Ann", "said", "that it was bad"), None),
        ("A report published on March 3 says it shut.", Words("A report published on March 3", "says", "it shut"), "March 3"),
        ("The mayor of 2019 said it shut.", Words("The mayor of 2019", "said", "it shut"), None),
        ("Ann now says it shut.", Words("Ann", "says", "it shut"), None),
    ],
)  # fmt: skip
def test_the_time_that_leans_on_the_cue_is_taken(text: str, words: Words, phrase: str | None) -> None:
    said = read(text, words)[0].said
    found = said.phrase.of(text) if said and said.phrase else None
    assert found == phrase


def test_each_of_two_cues_in_a_sentence_has_its_own_time() -> None:
    text = "Ann said on Monday that it shut, and Bo told the board on Tuesday that it was open."
    ann, bo = read(
        text,
        Words("Ann", "said", "that it shut", speaker="ann"),
        Words("Bo", "told", "that it was open", speaker="bo", after="and"),
    )
    assert ann.said is not None
    assert bo.said is not None
    assert (ann.said.days.start.isoformat(), bo.said.days.start.isoformat()) == ("2024-03-11", "2024-03-12")


def test_nothing_is_reported_that_is_yet_to_be_said() -> None:
    text = "In an e-mail of Nov. 17, Ann wrote that it shut."
    (found,) = read(text, Words("Ann", "wrote", "that it shut"))
    assert found.said is not None
    assert found.said.days.start.isoformat() == "2023-11-17"
