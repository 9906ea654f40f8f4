from __future__ import annotations

from onrecord.linking import link
from onrecord.vocabulary import Origin, PartyKind, Side

from .invented import Teller

VALVE = "that the dockside valve leaked chlorine"


def affirmed(*tellers: Teller) -> Origin:
    (origin,) = [o for o in link(t.reading() for t in tellers).origins if o.side is Side.AFFIRMS]
    return origin


def test_the_same_source_each_time_is_one_origin() -> None:
    origin = affirmed(
        Teller("a").says("Field", "said", VALVE), Teller("b", "The Quay").says("Field", "said", "that the dockside valve had leaked")
    )  # fmt: skip
    assert len(origin.groups) == 1
    assert "the same source each time is counted once" in origin.why


def test_two_people_are_two_origins() -> None:
    assert (
        len(
            affirmed(
                Teller("a").says("Field", "said", VALVE), Teller("b").says("Rowe", "said", VALVE + " twice")
            ).groups
        )
        == 2
    )


def test_unnamed_sources_of_one_report_are_one_origin_whoever_repeats_it() -> None:
    first = (
        Teller("a", "The Lamp")
        .party("two engineers", PartyKind.GROUP, anonymous=True)
        .says("two engineers", "said", VALVE)
    )
    second = (
        Teller("b", "The Quay")
        .party("The Lamp", PartyKind.OUTLET)
        .party("three people", PartyKind.GROUP, anonymous=True)
        .says("three people", "said", "that the dockside valve had leaked", via=("The Lamp",))
    )
    assert len(affirmed(first, second).groups) == 1


def test_unnamed_sources_of_a_copy_are_those_of_the_first_to_print_it() -> None:
    rain = (
        "The rain fell on the harbour for nine days and nobody in the town had seen the like of it since the old wall fell. "
        "Boats lay three deep along the quay while their crews mended nets under canvas, played cards for matches and waited. "
        "Every evening a bell rang from the chapel on the hill, and every evening fewer people climbed the steps to hear it."
    )
    tellers = [
        Teller(ref, publisher, published=f"2031-03-0{day}")
        .party("an engineer", anonymous=True)
        .adds(rain)
        .says("an engineer", "said", content)
        for day, (ref, publisher, content) in enumerate(
            (("a", "The Lamp", VALVE), ("b", "The Quay", "that the dockside valve leaked green chlorine")), start=1
        )
    ]
    assert len(affirmed(*tellers).groups) == 1
