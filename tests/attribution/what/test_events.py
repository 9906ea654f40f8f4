from __future__ import annotations

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
