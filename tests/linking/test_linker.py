"""From readings to everything that follows, on an invented affair: who changed, who is against whom, on what it rests."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from telling import Teller

from onrecord.linking import link
from onrecord.vocabulary import (
    ChangeKind,
    Decisions,
    Linked,
    PartyKind,
    Reading,
    Side,
    Stance,
    Statement,
)

VALVE = "that the dockside valve leaked chlorine in March"


@pytest.fixture
def affair() -> list[Reading]:
    first = (
        Teller("1", published="2031-03-04")
        .says("Elena Marsh", "denied", VALVE, Stance.DENIES, on="2031-03-04")
        .says("Peter Field", "said", VALVE, on="2031-03-04")
    )
    second = Teller("2", "The Quay", "2031-03-09").says(
        "Marsh",
        "said",
        "she could not rule out that the dockside valve leaked chlorine",
        Stance.HEDGES,
        on="2031-03-08",
    )
    third = (
        Teller("3", "The Quay", "2031-03-12")
        .party("two engineers", PartyKind.GROUP, anonymous=True)
        .says("two engineers", "said", "the dockside valve had leaked chlorine since March", on="2031-03-12")
        .says("Elena Marsh", "vowed", "to repaint every boat", Stance.VOWS, on="2031-03-12")
    )
    return [t.reading() for t in (first, second, third)]


def statements(readings: Sequence[Reading]) -> dict[str, Statement]:
    return {f"{r.article.ref}.{n}": s for r in readings for n, s in enumerate(r.statements)}


def names(linked: Linked) -> dict[str, str]:
    return {party.id: party.name for party in linked.parties}


def test_one_claim_comes_out_of_what_is_said_of_one_thing(affair: list[Reading]) -> None:
    linked = link(affair)
    told = statements(affair)
    (claim,) = [c for c in linked.claims if len(c.stands) > 1]
    assert {s.statement: s.side for s in claim.stands} == {
        told["1.0"].id: Side.DENIES,
        told["1.1"].id: Side.AFFIRMS,
        told["2.0"].id: Side.UNSURE,
        told["3.0"].id: Side.AFFIRMS,
    }
    assert claim.text in (
        "The dockside valve leaked chlorine in March",
        "The dockside valve had leaked chlorine since March",
    )


def test_a_walk_back_is_a_change_of_position(affair: list[Reading]) -> None:
    linked = link(affair)
    (change,) = linked.changes
    assert names(linked)[change.party] == "Elena Marsh"
    assert (change.kind, change.before.side, change.after.side) == (ChangeKind.WALK_BACK, Side.DENIES, Side.UNSURE)


def test_a_conflict_has_both_sides(affair: list[Reading]) -> None:
    linked = link(affair)
    (conflict,) = linked.conflicts
    assert [names(linked)[p] for p in conflict.denies] == ["Elena Marsh"]
    assert sorted(names(linked)[p] for p in conflict.affirms) == ["Peter Field", "two engineers"]


def test_origins_are_counted(affair: list[Reading]) -> None:
    origins = {o.side: o for o in link(affair).origins}
    assert len(origins[Side.AFFIRMS].groups) == 2
    assert "Peter Field" in origins[Side.AFFIRMS].why


def test_the_order_of_reading_does_not_matter(affair: list[Reading]) -> None:
    expected = link(affair)
    for seed in range(4):
        random.Random(seed).shuffle(affair)
        assert link(affair) == expected


def test_a_person_takes_a_statement_off_a_claim(affair: list[Reading]) -> None:
    told = statements(affair)
    apart = frozenset(frozenset({told["1.0"].id, other.id}) for key, other in told.items() if key != "1.0")
    linked = link(affair, Decisions(different_claims=apart))
    assert all(len(c.stands) == 1 for c in linked.claims if told["1.0"].id in {s.statement for s in c.stands})


def test_nothing_comes_of_nothing() -> None:
    assert link([]) == Linked()
