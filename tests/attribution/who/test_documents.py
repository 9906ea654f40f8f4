from __future__ import annotations

import pytest

from onrecord.vocabulary import Form

from .reading import Said, read


@pytest.mark.parametrize(
    ("text", "source", "author"),
    [
        ("A report by the harbour board said it was late.", "A report by the harbour board", "harbour board"),
        ("A report published by the Evening Courier said it was late.", "A report published by the Evening Courier", "Evening Courier"),
        ("Norvane Marine's report is out. The report said it was late.", "The report", "Norvane Marine"),
        ("A new study said it was late.", "A new study", "A new study"),
    ],
)  # fmt: skip
def test_what_a_document_says_its_author_says(text: str, source: str, author: str) -> None:
    assert read(text, Said(source, "said", "it was late")).speakers == [author]


def test_an_email_is_whose_words_it_was_just_quoted_for() -> None:
    text = "Bo Tan wrote in an e-mail that it was late. The e-mail said it was dark."
    found = read(text, Said("Bo Tan", "wrote", "that it was late"), Said("The e-mail", "said", "it was dark"))
    assert found.speakers == ["Bo Tan", "Bo Tan"]


def test_it_reads_as_the_message_before_does() -> None:
    text = "Ann Lee sent the board a text on Monday. “Not in my office,” it read."
    found = read(text, Said("it", "read", "“Not in my office,”", Form.DIRECT))
    assert found.speakers == ["Ann Lee"]


def test_it_says_is_no_message_where_none_was_told_of() -> None:
    text = "Norvane Marine rejects it. “Not in our office,” it says."
    found = read(text, Said("it", "says", "“Not in our office,”", Form.DIRECT))
    assert found.speakers == ["Norvane Marine"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee wrote to all staff on Sunday. We have the e-mail. “It was late,” it says.",
        "The board got an e-mail on the eve of the vote from Ann Lee. “It was late,” it says.",
        "The board got an e-mail on the eve of the fall from Ann Lee. “It was late,” it says.",
        "Ann Lee answered our questions with a text message. “It was late,” it says.",
        "The board had a text message that Ann Lee sent on Monday. “It was late,” it says.",
        "A statement has just arrived from Ann Lee. “It was late,” it says.",
    ],
)
def test_a_message_is_the_word_of_whoever_is_said_to_have_written_it(text: str) -> None:
    assert read(text, Said("it", "says", "“It was late,”", Form.DIRECT)).speakers == ["Ann Lee"]


def test_it_warns_what_the_report_just_spoken_of_does() -> None:
    text = "Bo Tan works for the mill. His report was read in May. “It leaks,” it warns."
    assert read(text, Said("it", "warns", "“It leaks,”", Form.DIRECT)).speakers == ["Bo Tan"]
