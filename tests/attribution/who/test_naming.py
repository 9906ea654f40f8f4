from __future__ import annotations

import pytest

from onrecord.attribution.who.kinds import NameKind

from .casting import cast, place, who


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("Elena Marsh spoke. Then Marsh left.", "Marsh", "Elena Marsh"),
        ("Teo Varrin spoke. Then Teo left.", "Teo", "Teo Varrin"),
        ("He left Norvane Marine. At Norvane they cheered.", "Norvane", "Norvane Marine"),
        ("He left the Harbour Courier. He told the Courier why.", "Courier", "Harbour Courier"),
        ("He left the Fjord Press Bureau. He told the FPB why.", "FPB", "Fjord Press Bureau"),
        ("He left the Department for Transport. He told the DFT why.", "DFT", "Department for Transport"),
    ],
)
def test_a_short_name_is_the_one_of_which_it_is_a_part(text: str, short: str, full: str) -> None:
    casting = cast(text)
    last = sum(w.text == short for w in casting.page.words) - 1
    assert who(casting, short, last) == full


def test_a_surname_of_two_is_whose_full_name_came_last_close_by() -> None:
    casting = cast("Lydia Sable spoke. Sable wept.\n\nLater Owen Sable came. Sable sang.")
    assert who(casting, "Sable", 1) == "Lydia Sable"
    assert who(casting, "Sable", 3) == "Owen Sable"


def test_mr_and_mrs_of_one_surname_are_told_by_their_titles() -> None:
    casting = cast("Lydia Sable and Owen Sable came. Mr. Sable sang and Mrs. Sable wept.")
    assert who(casting, "Sable", 2) == "Owen Sable"
    assert who(casting, "Sable", 3) == "Lydia Sable"


def test_a_middle_initial_makes_no_other_person() -> None:
    casting = cast("Ann B. Lee spoke. Then Ann Lee left.")
    assert casting.cast.at[2] is casting.cast.at[7]


def test_a_book_about_somebody_is_not_their_fullest_name() -> None:
    casting = cast("A publisher sells The First Book of Quist. Bo Quist left. Then Quist slept.")
    assert who(casting, "Quist", 2) == "Bo Quist"


def test_a_museum_of_a_town_is_a_body() -> None:
    casting = cast("The Municipal Museum of Dunmere left.")
    figure = casting.cast.at[place(casting, "Dunmere")]
    assert figure.kind == NameKind.ORGANIZATION


def test_a_surname_is_whose_initial_an_article_has_too() -> None:
    casting = cast("The note was for “D. Littell”. The auditors saw Dawn Littell. Littell was glad.")
    assert who(casting, "Littell", 2) == "Dawn Littell"


def test_a_headline_that_begins_with_a_name_is_no_fuller_one() -> None:
    casting = cast("Ann Lee Calls Out Bo Tan Over Harbour Fees\n\nIt rained, Ann Lee said. Lee left.")
    assert who(casting, "Lee", 2) == "Ann Lee"
