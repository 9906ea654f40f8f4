from __future__ import annotations

import pytest

from onrecord.linking import link
from onrecord.linking.propositions import read_propositions
from onrecord.linking.told import departure, with_departures
from onrecord.vocabulary import ChangeKind, Stance

from .invented import Teller

UNSURE = "she could not rule out that the dockside valve had leaked"
NEVER = "that the dockside valve never leaked chlorine"
LEAKED = "that the dockside valve leaked chlorine"


def departures(teller: Teller) -> list[tuple[str, str]]:
    """What departs from what, by content."""
    reading = teller.reading()
    told = with_departures(reading, read_propositions(reading, {}))
    text = {each.id: each.text for each in told}
    return [(text[before], each.text) for each in told for before in each.departs_from]


def now(content: str = UNSURE, stance: Stance = Stance.HEDGES) -> Teller:
    return Teller("1", published="2031-03-09").says("Elena Marsh", "said", content, stance, on="2031-03-09")


@pytest.mark.parametrize("cue", ["had insisted", "initially said", "once said", "had earlier maintained"])
def test_what_is_told_as_said_before_is_departed_from(cue: str) -> None:
    assert departures(now().says("Elena Marsh", cue, NEVER)) == [(NEVER, UNSURE)]


def test_an_earlier_day_that_opens_the_sentence_tells_it_too() -> None:
    teller = Teller("1", published="2031-03-09").says("Elena Marsh", "said", UNSURE, Stance.HEDGES, on="2031-03-09")
    teller.sentences.append(f"On March 2 Elena Marsh told reporters {NEVER}.")
    reading = teller.says("Elena Marsh", "had told reporters", NEVER, on="2031-03-02").reading()
    told = with_departures(reading, read_propositions(reading, {}))
    assert departure(told[0], told[1]) is not None


def test_a_turn_between_two_statements_tells_it() -> None:
    teller = Teller("1", published="2031-03-09").says("Elena Marsh", "said", LEAKED)
    teller.adds("Elena Marsh later walked back her comments.").says("Elena Marsh", "said", "that no valve leaked")
    assert departures(teller) == [(LEAKED, "that no valve leaked")]


def test_the_turn_of_somebody_else_tells_nothing() -> None:
    teller = Teller("1", published="2031-03-09").party("Rita Brand").says("Elena Marsh", "said", LEAKED)
    teller.adds("Rita Brand later walked back her comments.").says("Elena Marsh", "said", "that no valve leaked")
    assert departures(teller) == []


@pytest.mark.parametrize(
    "teller",
    [
        now(NEVER, Stance.ASSERTS).says("Elena Marsh", "had already said", "that the dockside valve never leaked"),
        now().says("Rita Brand", "had insisted", NEVER),
        now().says("Elena Marsh", "said", NEVER),
        now().says("Elena Marsh", "had praised", "the fire brigade"),
        now(NEVER, Stance.ASSERTS).says("Elena Marsh", "had repeated", "that nothing leaked"),
        now().adds("The harbour lies quiet. " * 30).says("Elena Marsh", "had insisted", NEVER),
    ],
)
def test_recalling_alone_is_no_departure(teller: Teller) -> None:
    assert departures(teller) == []


def test_a_departure_in_one_article_is_a_change_though_its_first_day_is_unknown() -> None:
    linked = link([now().says("Elena Marsh", "initially insisted", NEVER).reading()])
    assert [change.kind for change in linked.changes] == [ChangeKind.WALK_BACK]
    (change,) = linked.changes
    assert change.before.said is None
    stands = next(p.stands for p in linked.positions if p.party == change.party)
    assert [s.statement for s in stands] == [change.before.statement, change.after.statement]


def test_two_statements_of_one_article_are_no_change_where_nothing_tells_one() -> None:
    assert link([now().says("Elena Marsh", "said", NEVER, on="2031-03-09").reading()]).changes == ()
