from __future__ import annotations

import pytest

from .reading import Said, read


@pytest.mark.parametrize(
    ("text", "said", "told_to"),
    [
        ("Bo Tan told the Harbour Courier it was late.", Said("Bo Tan", "told", "it was late"), "Harbour Courier"),
        ("Bo Tan told reporters it was late.", Said("Bo Tan", "told", "it was late"), None),
        ("Bo Tan told a press conference it was late.", Said("Bo Tan", "told", "it was late"), None),
        ("Bo Tan urged the council to wait.", Said("Bo Tan", "urged", "to wait"), "council"),
        ("Bo Tan called on Ann Lee to resign.", Said("Bo Tan", "called on", "to resign"), "Ann Lee"),
        ("Bo Tan urged cadets not to delete it.", Said("Bo Tan", "urged", "not to delete it"), "cadets"),
        ("Bo Tan wrote in a letter to the council that it was late.", Said("Bo Tan", "wrote", "that it was late"), "council"),
        ("Bo Tan said in an interview with the Courier that it was late.", Said("Bo Tan", "said", "that it was late"), "Courier"),
        ("In a speech to parliament, Bo Tan said it was late.", Said("Bo Tan", "said", "it was late"), "parliament"),
        ("Speaking to NBC's Morning Show, Bo Tan said it was late.", Said("Bo Tan", "said", "it was late"), "Morning Show"),
        ("Bo Tan warned that three pages may be loose.", Said("Bo Tan", "warned", "that three pages may be loose"), None),
        ("Bo Tan was told it was late.", Said("Bo Tan", "was told", "it was late"), None),
        ("Bo Tan said it was late.", Said("Bo Tan", "said", "it was late"), None),
        ("Bo Tan admitted on Monday to the council that it was late.", Said("Bo Tan", "admitted", "that it was late"), "council"),
        ("Bo Tan wrote to subscribers on Friday that it was late.", Said("Bo Tan", "wrote", "that it was late"), "subscribers"),
        ("Bo Tan told a packed gym that it was late.", Said("Bo Tan", "told", "that it was late"), None),
        ("Bo Tan said on its website that it was late.", Said("Bo Tan", "said", "that it was late"), None),
        ("Bo Tan told White House reporters it was late.", Said("Bo Tan", "told", "it was late"), None),
        ("In a letter to the mayor, Bo Tan wrote that it was late.", Said("Bo Tan", "wrote", "that it was late"), "mayor"),
        ("Bo Tan, reached on the island by phone, said it was late.", Said("Bo Tan", "said", "it was late"), "Harbour Gazette"),
        ("Bo Tan said by phone it was late.", Said("Bo Tan", "said", "it was late"), None),
    ],
)  # fmt: skip
def test_the_sentence_says_to_whom(text: str, said: Said, told_to: str | None) -> None:
    found = read(text, said).told_to[0]
    assert found == told_to or (told_to is not None and found is not None and told_to in found)


def test_an_addressee_that_was_read_into_the_cue_is_one() -> None:
    text = "Ann Lee called on the minister to wait."
    assert read(text, Said("Ann Lee", "called on the minister", "to wait")).told_to == ["minister"]


def test_to_whom_is_read_where_the_content_begins_with_it() -> None:
    text = "Bo Tan denied to the committee having slept."
    found = read(text, Said("Bo Tan", "denied", "to the committee having slept"))
    assert found.told_to == ["committee"]


def test_a_committee_of_a_house_is_not_the_house() -> None:
    text = "Bo Tan testified before the House commerce committee that it was late. The panel slept."
    found = read(text, Said("Bo Tan", "testified", "that it was late"))
    assert found.told_to == ["House commerce committee"]


@pytest.mark.parametrize(
    ("text", "told_to"),
    [
        ("Bo Tan said in an interview on Monday that it was late.", "Harbour Gazette"),
        ("Bo Tan said in an interview that it was late.", "Harbour Gazette"),
        ("Bo Tan said in an interview on Marl's “Morning Show” that it was late.", None),
        ("Bo Tan said in an interview for a film that it was late.", None),
    ],
)
def test_an_interview_that_others_hold_is_not_the_papers_own(text: str, told_to: str | None) -> None:
    assert read(text, Said("Bo Tan", "said", "that it was late")).told_to == [told_to]
