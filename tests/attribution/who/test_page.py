from __future__ import annotations

from onrecord.attribution.who.page import read_page


def words(text: str) -> list[str]:
    return [w.text for w in read_page(text).words]


def test_a_possessive_ending_is_a_word_of_its_own_and_an_apostrophe_inside_a_name_is_not() -> None:
    assert words("Ann’s boat, O'Hara's hut") == ["Ann", "’s", "boat", ",", "O'Hara", "'s", "hut"]


def test_abbreviations_keep_their_dots_and_end_no_sentence() -> None:
    page = read_page("Sen. Ann Lee met Gov. Orr in the U.S. He left.")
    assert [w.text for w in page.words if w.text.endswith(".") and len(w.text) > 1] == ["Sen.", "Gov.", "U.S."]
    assert page.words[1].sentence == page.words[4].sentence


def test_a_new_paragraph_is_a_new_sentence_whatever_it_begins_with() -> None:
    page = read_page("no end here\n\nand on")
    assert [w.sentence for w in page.words] == [0, 0, 0, 1, 1]
    assert [w.paragraph for w in page.words] == [0, 0, 0, 1, 1]


def test_long_quotations_are_told_from_words_in_quotation_marks() -> None:
    page = read_page("“We left the hall in the dark,” said Ann, a “star” of sorts.")
    assert page.is_quoted(page.text.index("hall"))
    assert not page.is_quoted(page.text.index("star"))


def test_places_and_spans_lead_back_to_each_other() -> None:
    page = read_page("Ann Lee left.")
    assert page.span(0, 1).of(page.text) == "Ann Lee"
    assert list(page.places(page.span(0, 1))) == [0, 1]
    assert page.place(5) == 1
    assert page.lower(99) == ""


def test_a_word_after_a_mark_that_opens_has_its_capital_from_the_sentence() -> None:
    page = read_page("Yes. “Go,” she said - The end")
    assert {w.text for w in page.words if w.opens and w.is_word} == {"Yes", "Go", "The"}


def test_a_number_with_commas_is_one_word() -> None:
    assert words("all 9,400 staff, 12,3 and 1,2345") == [
        "all",
        "9,400",
        "staff",
        ",",
        "12",
        ",",
        "3",
        "and",
        "1",
        ",",
        "2345",
    ]
