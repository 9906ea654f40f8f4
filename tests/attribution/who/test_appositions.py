from __future__ import annotations

import pytest

from .casting import cast, who


@pytest.mark.parametrize(
    ("text", "noun", "name"),
    [
        ("Jonas Reyk, managing director of Norvane Marine, left.", "director", "Jonas Reyk"),
        ("The city engineer, Ruth Abel, left.", "engineer", "Ruth Abel"),
        ("Her lawyer, Ana Ruiz, left.", "lawyer", "Ana Ruiz"),
        ("Opposition leader Bo Tan left.", "leader", "Bo Tan"),
        ("Bo Tan, 44, a carpenter, left.", "carpenter", "Bo Tan"),
        ("A nurse named Bo Tan left.", "nurse", "Bo Tan"),
        ("Bo Tan is the mayor.", "mayor", "Bo Tan"),
        ("The grid operator, Halmark, left.", "operator", "Halmark"),
        ("He told the Whistle newspaper so.", "newspaper", "Whistle"),
    ],
)
def test_a_description_beside_a_name_is_of_its_bearer(text: str, noun: str, name: str) -> None:
    assert who(cast(text), noun) == name


def test_whoever_is_said_to_speak_after_a_comma_is_no_description_of_the_name_before() -> None:
    casting = cast("He thanked Bo Tan, the mayor said.")
    assert who(casting, "mayor") == "the mayor"


def test_of_a_possessive_after_a_name_the_owner_is_another() -> None:
    casting = cast("Bo Tan, the union's lawyer, left.")
    assert who(casting, "union") == "the union"
    assert who(casting, "lawyer") == "Bo Tan"


@pytest.mark.parametrize(
    ("text", "noun", "name"),
    [
        ("Ann Lee, the president and publisher of Quay House, left.", "publisher", "Ann Lee"),
        ("One prominent conservative, radio host Bo Tan, left.", "conservative", "Bo Tan"),
        ("Another liberal — Ann Lee of the Senate — left.", "liberal", "Ann Lee"),
        ("Ann Lee, a friend of Mrs. Quist's who was her chief of staff, left.", "chief", "Ann Lee"),
        ("Twitter user @HarbourCat left.", "user", "HarbourCat"),
        ("Somebody who goes by Vellum left.", "Somebody", "Vellum"),
    ],
)
def test_an_office_beside_another_or_behind_a_clause_is_of_the_same_bearer(text: str, noun: str, name: str) -> None:
    assert who(cast(text), noun) == name


@pytest.mark.parametrize("text", ["Across town Ann Lee waited.", "In court Ann Lee said no."])
def test_a_bare_noun_for_where_is_said_of_nobody(text: str) -> None:
    casting = cast(text)
    assert not casting.apposed
