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
