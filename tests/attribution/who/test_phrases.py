from __future__ import annotations

import pytest

from onrecord.attribution.who.phrases import figure_of, noun_phrase_at

from .casting import called, cast, place, span


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Jonas Reyk, director of Norvane Marine, left.", "Jonas Reyk, director of Norvane Marine", "Jonas Reyk"),
        ("A spokesman for Ann Lee left.", "A spokesman for Ann Lee", "A spokesman for Ann Lee"),
        ("Members of the board left.", "Members of the board", "Members of the board"),
        ("Ann Lee, who once worked for Bo Tan, left.", "who", "Ann Lee"),
        ("Norvane Marine, which builds ships, left.", "which", "Norvane Marine"),
        ("Critics in the valley left.", "Critics in the valley", "Critics"),
        ("Dunmere remembers.", "Dunmere", "Dunmere"),
        ("Four clerks came. One of the four left.", "One of the four", "Four clerks"),
    ],
)
def test_a_phrase_means_its_head(text: str, phrase: str, name: str) -> None:
    casting = cast(text)
    figure = figure_of(casting, span(text, phrase))
    assert called(casting, figure) == name


def test_several_joined_by_and_are_one_figure_with_members() -> None:
    text = "Both Ann Lee and the mayor, Bo Tan, left. Ann Lee and Bo Tan wept."
    casting = cast(text)
    first = figure_of(casting, span(text, "Both Ann Lee and the mayor, Bo Tan"))
    again = figure_of(casting, span(text, "Ann Lee and Bo Tan"))
    assert first is not None
    assert [called(casting, m) for m in first.members] == ["Ann Lee", "Bo Tan"]
    assert again is first


def test_words_that_no_list_knows_are_somebody_and_the_same_words_the_same() -> None:
    text = "The burghers left. The burghers came back."
    casting = cast(text)
    first = figure_of(casting, span(text, "The burghers"))
    assert first is not None
    assert figure_of(casting, span(text, "The burghers")) is first


@pytest.mark.parametrize(
    ("text", "word", "phrase"),
    [
        ("He told the harbour board so.", "the", "the harbour board"),
        ("He told the union's lawyer so.", "the", "the union's lawyer"),
        ("He told her so.", "her", "her"),
        ("He told her guests so.", "her", "her guests"),
        ("He told NBC's Morning Show so.", "NBC", "NBC's Morning Show"),
        ("He told nobody so.", "nobody", None),
    ],
)
def test_a_noun_phrase_is_read_from_where_it_begins(text: str, word: str, phrase: str | None) -> None:
    casting = cast(text)
    found = noun_phrase_at(casting, place(casting, word))
    assert (found.of(text) if found else None) == phrase


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Two captains came, both of whom left.", "both of whom", "Two captains"),
        ("Sen. Ann Lee of Texas, who left, slept.", "who", "Ann Lee"),
    ],
)
def test_who_and_of_whom_take_up_people_and_no_places(text: str, phrase: str, name: str) -> None:
    casting = cast(text)
    assert called(casting, figure_of(casting, span(text, phrase))) == name


def test_neither_of_two_are_both() -> None:
    text = "Neither Ann Lee nor Bo Tan left."
    casting = cast(text)
    figure = figure_of(casting, span(text, "Neither Ann Lee nor Bo Tan"))
    assert figure is not None
    assert [called(casting, member) for member in figure.members] == ["Ann Lee", "Bo Tan"]


def test_a_couple_is_those_whose_names_follow() -> None:
    text = "The couple, Ann Lee and Bo Lee, left. The couple slept."
    casting = cast(text)
    figure = figure_of(casting, span(text, "The couple, Ann Lee and Bo Lee"))
    assert figure is casting.cast.at[place(casting, "couple", 1)]
    assert [called(casting, member) for member in figure.members] == ["Ann Lee", "Bo Lee"]
