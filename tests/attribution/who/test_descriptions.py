from __future__ import annotations

import pytest

from onrecord.attribution.who.descriptions import Description, find_descriptions, find_pronouns
from onrecord.attribution.who.gender import Gender
from onrecord.attribution.who.names import find_names
from onrecord.attribution.who.page import Page, read_page


def described(text: str) -> tuple[Page, list[Description]]:
    page = read_page(text)
    return page, list(find_descriptions(page, find_names(page)))


@pytest.mark.parametrize(
    ("text", "words", "owner"),
    [
        ("She met the city engineer there.", "the city engineer", "city"),
        ("She met her lawyer there.", "her lawyer", "her"),
        ("She met a spokesman for the union there.", "a spokesman for the union", "union"),
        ("She met the head of the harbour board there.", "the head of the harbour board", "board"),
        ("She met Marsh's press officer there.", "Marsh's press officer", "Marsh"),
        ("She met Kremlin spokesman Bo Tan there.", "Kremlin spokesman", "Kremlin"),
        ("She met a police spokesman there.", "a police spokesman", "police"),
        ("She met an aide to Ann Lee there.", "an aide to Ann Lee", "Lee"),
        ("She urged women to vote for Ann Lee.", "women", None),
        ("She told a man from Sarne so.", "a man from Sarne", "Sarne"),
        ("' people from Sarne met there.", "people from Sarne", "Sarne"),
        ("She met 'people from Sarne' there.", "people from Sarne", "Sarne"),
        ("She asked the board in a letter to go.", "the board", None),
        ("She met the author of the letter there.", "the author of the letter", "letter"),
        ("She wrote to all 9,400 officials there.", "all 9,400 officials", None),
    ],
)
def test_a_description_goes_from_its_determiner_to_whom_it_belongs_to(text: str, words: str, owner: str | None) -> None:
    page, found = described(text)
    by_words = {page.span(d.first, d.last).of(text): d for d in found}
    assert words in by_words
    at = by_words[words].owner
    assert (page.words[at].text if at is not None else None) == owner


@pytest.mark.parametrize(
    ("text", "count", "plural"),
    [
        ("Nine current and former officials left.", 9, True),
        ("Two state employees left.", 2, True),
        ("A teammate left.", 1, False),
        ("Officials left.", None, True),
        ("12 witnesses left.", 12, True),
    ],
)
def test_a_description_says_how_many_they_are(text: str, count: int | None, plural: bool) -> None:
    _, (found,) = described(text)
    assert (found.count, found.plural) == (count, plural)


def test_one_of_several_is_a_part_of_them() -> None:
    page, (found,) = described("One of the two people left.")
    assert found.partitive
    assert found.count == 1
    assert page.span(found.first, found.last).of(page.text) == "One of the two people"


def test_a_conjunction_before_a_plural_is_no_determiner() -> None:
    page, (found,) = described("She said that officials knew.")
    assert page.span(found.first, found.last).of(page.text) == "officials"


def test_nouns_that_say_a_gender_give_it() -> None:
    assert [d.gender for d in described("The spokeswoman met the clerk.")[1]] == [Gender.WOMAN, None]


def test_pronouns_of_the_third_person_are_found_with_gender_number_and_whether_they_own() -> None:
    found = find_pronouns(read_page("She told her lawyer that they saw him and her."))
    assert [(p.lower, p.gender, p.plural, p.owns) for p in found] == [
        ("she", Gender.WOMAN, False, False),
        ("her", Gender.WOMAN, False, True),
        ("they", None, True, False),
        ("him", Gender.MAN, False, False),
        ("her", Gender.WOMAN, False, False),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She met the beadle there.", "the beadle"),
        ("She met two gatekeepers there.", "two gatekeepers"),
        ("She met the library there.", "the library"),
        ("She met the battalion there.", "the battalion"),
        ("She met no cadet there.", None),
        ("She met the hand there.", None),
    ],
)
def test_nouns_that_no_list_of_ours_has_are_known_from_wordnet(text: str, found: str | None) -> None:
    page, described_ = described(text)
    assert [page.span(d.first, d.last).of(text) for d in described_] == ([found] if found else [])


@pytest.mark.parametrize(
    ("text", "source", "found"),
    [
        ("A former bindery hand swore it.", 3, "A former bindery hand"),
        ("A bindery hand in the cellar swore it.", 5, "A bindery hand"),
        ("The hands swore it.", 1, None),
        ("A bindery hand swore it.", None, None),
    ],
)
def test_the_head_of_a_source_describes_somebody_whatever_noun_it_is(
    text: str, source: int | None, found: str | None
) -> None:
    page = read_page(text)
    sources = [] if source is None else [range(source + 1)]
    descriptions_ = find_descriptions(page, find_names(page), sources)
    assert [page.span(d.first, d.head).of(text) for d in descriptions_] == ([found] if found else [])


def test_a_noun_of_no_list_that_was_a_source_is_taken_up_by_the_same_noun() -> None:
    text = "A bindery hand swore it. The hand wept. The foot wept."
    page = read_page(text)
    sources = [range(3), range(6, 8), range(10, 12)]
    found = find_descriptions(page, find_names(page), sources)
    assert [page.span(d.first, d.head).of(text) for d in found] == ["A bindery hand", "The hand"]


def test_how_many_they_are_is_read_from_numbers_with_commas() -> None:
    _, found = described("She wrote to 9,400 officials.")
    assert [d.count for d in found] == [9400]
