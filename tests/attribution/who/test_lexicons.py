"""The lists of words: that their entries mean one thing where they must, and what is asked of them."""

from __future__ import annotations

import pytest

from onrecord.attribution.who.gender import BY_NOUN, BY_PRONOUN, Gender
from onrecord.attribution.who.given_names import GIVEN, gender_of
from onrecord.attribution.who.kinds import NameKind, kind_of_words
from onrecord.attribution.who.lexicon import listed
from onrecord.attribution.who.nouns import PERSON, SPEAKS_FOR_ANOTHER, Sort, is_plural, singular, sorts_of
from onrecord.attribution.who.titles import bare, gender_of_title, is_title
from onrecord.attribution.who.words import BOTH_NOUN_AND_VERB, NUMBERS, STOPS, VERBS


def test_a_list_is_its_words() -> None:
    assert listed(" a b\na ") == {"a", "b"}


@pytest.mark.parametrize(
    ("noun", "one"),
    [
        ("officials", "official"),
        ("people", "person"),
        ("parties", "party"),
        ("witnesses", "witness"),
        ("press", "press"),
        ("chief", "chief"),
    ],
)
def test_nouns_have_a_singular(noun: str, one: str) -> None:
    assert singular(noun) == one
    assert is_plural(noun) == (noun != one)


def test_a_noun_stands_for_what_the_lists_say() -> None:
    assert sorts_of("spokeswomen") == {Sort.PERSON}
    assert Sort.BODY in sorts_of("ministries")
    assert Sort.DOCUMENT in sorts_of("letters")
    assert sorts_of("23-year-old") == {Sort.PERSON}
    assert sorts_of("weather") == frozenset()


def test_whoever_speaks_for_another_is_a_person() -> None:
    assert {singular(noun) for noun in SPEAKS_FOR_ANOTHER} <= PERSON


def test_given_names_say_a_gender_or_none() -> None:
    assert (gender_of("Ingrid"), gender_of("Jean-Luc"), gender_of("Gethin"), gender_of("Zorbo")) == (
        Gender.WOMAN, None, Gender.MAN, None,
    )  # fmt: skip
    assert "jean" in GIVEN


def test_pronouns_titles_and_nouns_say_a_gender() -> None:
    assert BY_PRONOUN["her"] == BY_NOUN["spokeswoman"] == gender_of_title("Mrs.") == Gender.WOMAN
    assert BY_NOUN.get("chairman") is None
    assert gender_of_title("Energy Minister") is None


def test_titles_are_known_with_and_without_their_dots() -> None:
    assert bare("Sen.") == "sen"
    assert is_title("Sen.")
    assert is_title("Commodore")
    assert not is_title("Ann")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (("ann", "lee"), NameKind.PERSON),
        (("fjord", "press", "bureau"), NameKind.OUTLET),
        (("bank", "of", "sarne"), NameKind.ORGANIZATION),
        (("radio", "marl"), NameKind.OUTLET),
        (("new", "york"), NameKind.PLACE),
        (("harbours", "act"), NameKind.THING),
        (("zorbo",), None),
    ],
)
def test_the_words_of_a_name_say_what_it_is_of(words: tuple[str, ...], kind: NameKind | None) -> None:
    assert kind_of_words(words, frozenset({"ann"})) == kind


def test_words_that_end_a_phrase_are_no_nouns_of_it() -> None:
    assert NUMBERS["nine"] == 9
    assert {"the", "of", "and", "is"} <= STOPS
    assert "said" in VERBS
    assert "state" in BOTH_NOUN_AND_VERB
