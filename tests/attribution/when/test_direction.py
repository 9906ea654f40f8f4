from __future__ import annotations

import pytest

from onrecord.attribution.when.direction import AHEAD, BEHIND, UNTOLD, direction
from onrecord.attribution.when.fold import fold


def told_of(text: str) -> int:
    """The direction of the day that stands in [brackets]."""
    start, end = text.index("["), text.index("]") - 1
    return direction(fold(text.replace("[", "").replace("]", "")), start, end)


@pytest.mark.parametrize(
    "text",
    [
        "The council will meet [Wednesday].",
        "The council is expected to vote [Wednesday].",
        "They'll sail [Wednesday].",
        "The ferry was scheduled to leave [Wednesday].",
        "The harbour plans to reopen [Wednesday].",
        "The exhibition opens [Wednesday].",
        "The toll takes effect [Wednesday].",
        "On [Wednesday], the court will hear the clerk.",
        "The strike could begin as early as [Wednesday].",
        "The deadline was extended until [Wednesday].",
        "On [Wednesday] the fishermen were planning to row to the island.",
        "The captain will meet Mr. Vance of Harbour Inc. in Dover, Del., [Wednesday].",
        "The storm should cross the coast between 7 a.m. and 9 a.m. on [Wednesday].",
        "The mayor said she would travel to the United States [Wednesday].",
        "The minutes are to be released [Wednesday].",
        "The audit is expected by [Wednesday].",
        "The envoy leaves for the island on [Wednesday].",
        "The permit expires, and nets must be counted and landed by [Wednesday].",
        "The wheat is for shipment on [Wednesday].",
        "Figures are expected [Wednesday].",
        "The harbour will tender for three thousand tonnes of coal [Wednesday], the board said in a statement.",
        "The first round is on [Wednesday].",
    ],
)
def test_plans_and_schedules_look_ahead(text):
    assert told_of(text) == AHEAD


@pytest.mark.parametrize(
    "text",
    [
        "The council met [Wednesday].",
        "The clerk resigned [Wednesday].",
        "On [Wednesday], the court heard the clerk.",
        "The clerk could not be reached [Wednesday].",
        "The offer had been due to expire [Wednesday].",
        "The council, which met [Wednesday], will vote in spring.",
        "The gale would have sunk her [Wednesday].",
        "The gale might otherwise have sunk her [Wednesday].",
        "Neither the mayor nor the clerk could be reached [Wednesday].",
        "Until [Wednesday], nobody had named the captain.",
        "The mayor condemned the sinking of the old ferry in the outer harbour [Wednesday] and pledged to find the cause.",
        "The crew took the last boat out to the wreck on [Wednesday] hoping to raise her.",
        "The record was set on [Wednesday].",
        "The council sat until ten on [Wednesday].",
        "Let the strike begin as previously planned [Wednesday], the guild had said.",
    ],
)
def test_what_happened_lies_behind(text):
    assert told_of(text) == BEHIND


@pytest.mark.parametrize("text", ["Gale on [Wednesday]", "He will go. [Wednesday]. She went."])
def test_no_verb_in_the_sentence_tells_nothing(text):
    assert told_of(text) == UNTOLD


def test_the_verb_before_a_possessive_belongs_to_something_else():
    assert told_of("They will look for ways around [Wednesday]'s ruling.") == UNTOLD
    assert told_of("Prices rose after [Wednesday]'s report that growers intend to plant less.") == UNTOLD


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All nets must be counted and the count completed by [May 3].", AHEAD),
        ("The count was completed by [May 3].", BEHIND),
        ("The mill forecast a loss for the year ending [May 3].", AHEAD),
        ("The mill lost money in the year ending [May 3].", BEHIND),
        ("The law can be passed in [May].", AHEAD),
        ("Prime Minister Theresa May on [Wednesday] ruled it out.", BEHIND),
        ("She will stay, announcing on [Wednesday] that they agreed.", BEHIND),
        ("He is set to visit two hard-hit islands on [Wednesday].", AHEAD),
        ("And until [Wednesday], the mayor had kept silent.", BEHIND),
        ("File photo: the mill is seen on [May 3].", BEHIND),
        ("Growth was below the forecast in [May].", BEHIND),
    ],
)
def test_deadlines_look_ahead_and_reports_behind(text, expected):
    assert told_of(text) == expected
