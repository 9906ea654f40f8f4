from __future__ import annotations

import pytest

from onrecord.linking.who.names import body_name, is_acronym_of, is_proper, parts, person_name, spelt, without_titles


def test_titles_and_articles_are_no_part_of_a_name() -> None:
    assert parts("Sen. Elena Marsh") == ("elena", "marsh")
    assert parts("Tan Sri Elena Marsh") == parts("Elena Marsh")
    assert parts("Amie Tan") == ("amie", "tan")
    assert body_name("The Harbour Board Ltd") == body_name("Harbour Board")
    assert body_name("the Lamp newspaper") == body_name("The Lamp")


def test_a_name_is_shown_without_titles() -> None:
    assert without_titles("Rear Admiral Elena Marsh") == "Elena Marsh"
    assert without_titles("Tan Sri Elena Marsh") == "Elena Marsh"
    assert without_titles("Minister") == "Minister"
    assert without_titles("director of the Harbour Board") == "director of the Harbour Board"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Michael Flint", "Mike Flint", True),
        ("J. Marsh", "Jane Marsh", True),
        ("Marsh", "Jane Marsh", True),
        ("Jane Marsh", "Peter Marsh", False),
        ("Jane Marsh", "Jane Field", False),
    ],
)
def test_two_names_can_be_one_persons(one: str, other: str, same: bool) -> None:
    first, second = person_name(one), person_name(other)
    assert first is not None
    assert second is not None
    assert first.agrees(second) is same


def test_descriptions_are_no_names() -> None:
    assert is_proper("Office of the Mayor")
    assert not is_proper("two Halden managers")
    assert not is_proper("the head of maintenance")


def test_an_acronym_is_made_of_first_letters() -> None:
    assert is_acronym_of("FPB", "Fjord Press Bureau")
    assert is_acronym_of("NCA", "the National Crime Agency")
    assert is_acronym_of("SDI", "SportsDesk International")
    assert not is_acronym_of("FPB", "Fjord Press")


def test_a_name_is_one_however_papers_spell_it() -> None:
    for one, other in (
        ("Hélène Castan", "Helene Castan"),
        ("Kasper Vong", "Casper Vong"),
        ("Verna Olivierre", "Verna Ollivierre"),
        ("Levon Tsatur-Yan", "Levon Tsatur-Ian"),
        ("Søren Strøm", "Soren Strom"),
        ("Eimear Lough TD", "Eimear Lough"),
    ):
        assert parts(one) == parts(other), one


def test_other_names_stay_others() -> None:
    for one, other in (("Lucy Marsh", "Luke Marsh"), ("Chris Roe", "Kris Row"), ("Jon Stuart", "Jon Stewart")):
        assert parts(one) != parts(other), one


def test_short_forms_are_known_in_every_spelling() -> None:
    mike, nick = person_name("Mikey Roe"), person_name("Nicky Roe")
    assert mike is not None
    assert nick is not None
    assert mike.plain_given == spelt("michael")
    assert nick.plain_given == spelt("nicholas")


def test_a_department_goes_by_its_field_either_way() -> None:
    assert body_name("the Department of Justice") == body_name("Justice Department")
    assert body_name("Ministry for Energy") == body_name("the Energy Ministry")
    assert body_name("University of Halden") != body_name("Halden University")
