from __future__ import annotations

import random

import pytest

from invented import as_pdf, invent, write_pdf
from onrecord.articles.options import Limits
from onrecord.articles.pdf import read_pdf
from onrecord.errors import ArticleError

FILLER = [
    "She said on Tuesday that nothing had been promised to anybody in the town, and that",
    "the letters would show it.",
]


def test_paragraphs_come_back_as_they_were_before_they_were_wrapped() -> None:
    article = invent(random.Random(1))
    draft = read_pdf(as_pdf(article), Limits())
    assert draft.text.split("\n\n") == [article.title, *article.paragraphs]


def test_a_title_is_believed_only_where_the_text_begins_with_it() -> None:
    assert (
        read_pdf(write_pdf([["Mayor denies deal", "", *FILLER]], "Mayor denies deal"), Limits()).fields.title
        == "Mayor denies deal"
    )
    assert read_pdf(write_pdf([["Mayor denies deal", "", *FILLER]], "Template 7"), Limits()).fields.title is None
    assert read_pdf(write_pdf([["story.docx", "", *FILLER]], "story.docx"), Limits()).fields.title is None


def test_the_day_the_file_was_made_is_not_taken_for_the_day_of_publication() -> None:
    assert read_pdf(write_pdf([FILLER]), Limits()).fields.published is None


def test_a_word_broken_at_a_lines_end_is_joined_unless_it_is_written_with_a_hyphen_elsewhere() -> None:
    lines = [
        "The well-known mayor of Port Alder denied that her office had made any prom-",
        "ise about the contract to the well-",
    ]
    text = read_pdf(write_pdf([[*lines, "known company in the harbour, and she smiled."]]), Limits()).text
    assert "any promise about" in text
    assert "the well-known company" in text


def test_page_numbers_and_lines_on_every_page_are_dropped_and_a_paragraph_runs_over_the_page() -> None:
    pages = [
        ["Harbour papers", "The mayor of Port Alder said on Tuesday that nobody had been promised anything by", "1"],
        ["Harbour papers", "her office, and that the letters would show as much to everybody who asked for them,", "2"],
        ["Harbour papers", "as the law of the town has it.", "3"],
    ]
    text = read_pdf(write_pdf(pages), Limits()).text
    assert text.startswith(
        "The mayor of Port Alder said on Tuesday that nobody had been promised anything by her office"
    )
    assert text.endswith("as the law of the town has it.")
    assert "\n" not in text


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"hello", "does not begin"),
        (b"%PDF-1.4\nnothing more", "breaks off"),
        (b"%PDF-1.4\ngarbage\n%%EOF", "damaged"),
        (as_pdf(invent(random.Random(2)))[:-800], "breaks off"),
        (write_pdf([[]]), "no text layer"),
    ],
)
def test_what_is_no_sound_pdf_with_text_is_refused(data: bytes, found: str) -> None:
    with pytest.raises(ArticleError, match=found):
        read_pdf(data, Limits())


def test_an_encrypted_pdf_is_refused_as_locked() -> None:
    whole = write_pdf([FILLER])
    # A standard security handler whose key nobody has.
    locked = whole.replace(
        b"trailer\n<< ",
        b"trailer\n<< /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ("
        + b"o" * 32
        + b") /U ("
        + b"u" * 32
        + b") >> ",
    )
    with pytest.raises(ArticleError, match="locked by a password"):
        read_pdf(locked, Limits())


def test_a_pdf_of_too_many_pages_is_refused() -> None:
    with pytest.raises(ArticleError, match="3 pages"):
        read_pdf(write_pdf([FILLER] * 3), Limits(pdf_pages=2))
