from __future__ import annotations

import pytest

from onrecord.attribution.what import find_events

from .reading import told


def events(text: str, *attributions: tuple[str, str, str]) -> list[tuple[str, str, set[str]]]:
    read = told(text, *attributions)
    names = {party.id: party.name for party in read.roll.parties.values()}
    return [(e.on.start.isoformat(), e.span.of(text), {names[p] for p in e.parties}) for e in find_events(read)]


def test_a_sentence_with_a_day_is_an_event_with_the_parties_in_it() -> None:
    text = "It rained. Ada Quill sold the old mill on March 3. She left."
    assert events(text) == [("2031-03-03", "Ada Quill sold the old mill on March 3.", {"Ada Quill"})]


def test_the_day_of_a_saying_is_no_event_but_what_was_said_to_have_happened_is() -> None:
    text = "Ada Quill said on Tuesday that the old mill had burnt down on March 3."
    found = events(text, ("Ada Quill", "said", "that the old mill had burnt down on March 3"))
    assert [day for day, _, _ in found] == ["2031-03-03"]


def test_plans_questions_and_whole_years_are_no_events() -> None:
    assert (
        events(
            "The old mill will be sold next month by the town. Was the mill sold on March 3? It was built in 1920 by monks."
        )
        == []
    )


def test_how_things_stand_now_is_no_event() -> None:
    assert events("The old mill is now run by Ada Quill and her men. These days it rains a lot in the town.") == []
    assert [day for day, *_ in events("The old mill, sold on March 3, is now run by Ada Quill.")] == ["2031-03-03"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill has mounted three campaigns since March 3.",
        "The old mill sold 30 carts of flour, up 3 percent from a week earlier.",
        "The crown rose to $1.30 from $1.25 on March 3, and Ada Quill smiled.",
        "Ada Quill condemned Monday's attack on the old mill.",
        "Ada Quill prepared the town council for the February vote.",
        "Ada Quill is scheduled to open the old mill on Friday.",
        "“The old mill today is a mere ruin,” it says on the gate.",
        "KARSHOLM, Norland, March 3 (NPA) — Ada Quill likes the old mill.",
        "The old mill was a fine place. — Ada Quill (@adaquill) March 3, 2031",
    ],
)
def test_a_time_that_dates_something_else_than_its_sentence_makes_no_event(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ada Quill spoke at Monday's vigil for the miller.", "2031-03-10"),
        ("Monday's attack killed the miller of Karsholm.", "2031-03-10"),
        ("Ada Quill announced plans today to burn down the old mill.", "2031-03-14"),
        ("The crown has risen, and Ada Quill sold the old mill today.", "2031-03-14"),
    ],
)
def test_it_does_where_what_is_told_happened_then(text: str, day: str) -> None:
    assert [found for found, *_ in events(text)] == [day]


def test_each_clause_of_several_days_has_its_own() -> None:
    text = "Ada Quill sold the old mill on March 3, and Bert Orr burnt it down on March 5."
    assert events(text) == [
        ("2031-03-03", "Ada Quill sold the old mill on March 3", {"Ada Quill"}),
        ("2031-03-05", "Bert Orr burnt it down on March 5.", {"Bert Orr"}),
    ]


def test_a_stretch_of_days_is_one_event_and_a_week_that_is_told_to_the_day_none() -> None:
    assert [day for day, *_ in events("Ada Quill sold 40 mills between February and March 3.")] == ["2031-02-01"]
    assert [day for day, *_ in events("Ada Quill sold the old mill last week, on March 3, to Bert Orr.")] == [
        "2031-03-03"
    ]
