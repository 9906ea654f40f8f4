"""What a name is of, where nothing but the company that it keeps says it."""

from __future__ import annotations

import pytest

from onrecord.attribution.who.company import KINDS, kind_by_company, says_itself
from onrecord.attribution.who.kinds import NameKind
from onrecord.attribution.who.names import find_names
from onrecord.attribution.who.page import read_page

from .casting import cast


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Lanholm reported on Monday, citing two clerks, that it was late. A clerk told The Lanholm so.", NameKind.OUTLET),
        ("It was dark in Vrosk. A man from Vrosk saw it, and the mayor of Vrosk did not.", NameKind.PLACE),
        ("Olm Vrosk, which has 40 plants, said its shares fell. Olm's spokesman and Olm's chairman were away.", NameKind.ORGANIZATION),
        ("Olm Vrosk, who has a boat, was late. Vrosk did not come. Vrosk's brother did.", NameKind.PERSON),
    ],
)  # fmt: skip
def test_a_name_that_no_list_knows_is_known_by_its_company(text: str, kind: NameKind) -> None:
    page = read_page(text)
    found, odds = kind_by_company(page, find_names(page), ())
    assert found is kind
    assert odds > 0


def test_nothing_known_of_a_name_leaves_the_kinds_close() -> None:
    page = read_page("They saw Vrosk.")
    _, odds = kind_by_company(page, find_names(page), ())
    assert odds < 2
    assert len(KINDS) == len(NameKind)


def test_the_lunch_is_told_and_not_the_street() -> None:
    casting = cast("Bo Tan told the Elm Street lunch that it was late. Elm Street was wet.")
    (street,) = (f for f in casting.cast.figures if f.names and f.names[0].words == ("Elm", "Street"))
    assert street.kind is not NameKind.OUTLET


@pytest.mark.parametrize(("name", "says"), [("the Hexley Chronicle", True), ("the Vrosk Lim", False), ("Vrosk", False)])
def test_a_body_may_say_itself_what_it_is(name: str, says: bool) -> None:
    page = read_page(f"It was in {name}.")
    assert says_itself(find_names(page)[0]) is says
