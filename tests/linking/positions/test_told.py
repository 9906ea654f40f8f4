from __future__ import annotations

from dataclasses import replace

import pytest
from telling import Teller

from onrecord.linking import link
from onrecord.linking.positions.told import departure, wavers, with_departures
from onrecord.linking.what.propositions import read_propositions
from onrecord.vocabulary import ChangeKind, Span, Stance

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


def test_a_turn_ties_the_statements_on_either_side_of_it_alone() -> None:
    teller = Teller("1", published="2031-03-09").says("Elena Marsh", "said", "that the harbour was closed for days")
    teller.says("Elena Marsh", "said", LEAKED).adds("Elena Marsh later walked back her comments.")
    teller.says("Elena Marsh", "said", "that no valve leaked").says(
        "Elena Marsh", "said", "that the harbour was not hers"
    )
    assert departures(teller) == [(LEAKED, "that no valve leaked")]


def test_a_quotation_of_what_was_just_told_in_other_words_departs_from_nothing() -> None:
    def told(direct: bool) -> list[tuple[str, str]]:
        teller = Teller("1", published="2031-03-09")
        teller.says("Elena Marsh", "had joked", "that God wanted the valve to leak", on="2031-02-09")
        return departures(teller.says("Elena Marsh", "said", "“God does not want my valve to hold”", direct=direct))

    assert told(direct=False)
    assert told(direct=True) == []


def test_two_denials_depart_from_nothing_however_much_narrower_the_second_is() -> None:
    teller = Teller("1", published="2031-03-09").says("Elena Marsh", "initially said", "that no valve leaked")
    assert departures(teller.says("Elena Marsh", "said", "that she never saw a valve leak")) == []
    admits = Teller("1", published="2031-03-09").says("Elena Marsh", "initially said", "that no valve leaked")
    assert departures(admits.says("Elena Marsh", "said", "that she saw a valve leak"))


def test_what_was_revealed_by_nobody_is_nobodys_position() -> None:
    def told(cue: str) -> list[tuple[str, str]]:
        teller = now().adds("Rita Brand spoke.").says("Elena Marsh", cue, NEVER, on="2031-02-09")
        reading = teller.reading()
        nameless = replace(reading.statements[1], source=None)
        known = with_departures(
            reading, read_propositions(replace(reading, statements=(reading.statements[0], nameless)), {})
        )
        return [(before, each.id) for each in known for before in each.departs_from]

    assert told("had insisted")
    assert told("was revealed earlier in March") == []


def test_who_blames_a_thing_on_somebody_says_what_can_be_taken_back() -> None:
    teller = Teller("1", published="2031-03-09").says("Elena Marsh", "blamed", "the broken valve on hackers")
    teller.adds("But Elena Marsh later changed her story.").says("Elena Marsh", "said", "that she had broken it")
    assert departures(teller) == [("the broken valve on hackers", "that she had broken it")]


def test_words_that_stand_against_each_other_tell_a_departure_more_plainly() -> None:
    def plainness(later: str) -> float:
        teller = Teller("1", published="2031-03-09").says("Elena Marsh", "had told reporters", LEAKED, on="2031-03-02")
        reading = teller.says("Elena Marsh", "said", later, on="2031-03-09").reading()
        return departure(*with_departures(reading, read_propositions(reading, {}))) or 0.0

    assert plainness("that the dockside valve never leaked chlorine") > 1 > plainness("that no ferry sailed on time")


def test_now_in_what_was_said_before_is_not_now() -> None:
    teller = Teller("1", published="2031-03-09").says("Elena Marsh", "had said", "that she would no longer trade")
    assert departures(teller.says("Elena Marsh", "said", "that the valve leaked")) == []


def test_blaming_takes_nothing_back() -> None:
    teller = Teller("1", published="2031-03-09").says("Elena Marsh", "had said", NEVER, on="2031-03-02")
    assert departures(teller.says("Elena Marsh", "blamed", "the dockside valve on hackers", on="2031-03-09")) == []


def test_what_did_not_last_is_told_beside_what_holds_in_one_sentence() -> None:
    before = "that the valve was sound, said that the valve was rotten"
    one = Teller("2", published="2031-03-09").says("Elena Marsh", "initially said", before).reading()
    start = one.article.text.index("said that the valve was rotten")
    first = replace(one.statements[0], content=(Span(start - 26, start - 2),))
    later = replace(first, cue=Span(start, start + 4), content=(Span(start + 5, start + 30),))
    told = with_departures(one, read_propositions(replace(one, statements=(first, later)), {}))
    assert [each.text for each in told if each.departs_from] == ["that the valve was rotten"]


@pytest.mark.parametrize(
    ("cue", "content", "stance", "expected"),
    [
        ("said", "she could not rule out a leak", Stance.HEDGES, True),
        ("said", "she did not recall a leak", Stance.HEDGES, True),
        ("declined", "to comment on the leak", Stance.DECLINES, True),
        ("suggested", "the valve had leaked", Stance.HEDGES, False),
        ("said", "the valve may leak one day", Stance.HEDGES, False),
        ("declined", "to go on with the case", Stance.DECLINES, False),
        ("said", "the valve leaked", Stance.ASSERTS, False),
    ],
)
def test_who_wavers_leaves_open_what_happened_or_says_nothing(
    cue: str, content: str, stance: Stance, expected: bool
) -> None:
    (told,) = read_propositions(Teller("1").says("Elena Marsh", cue, content, stance).reading(), {})
    assert wavers(told) is expected


def test_a_departure_in_one_article_is_a_change_though_its_first_day_is_unknown() -> None:
    linked = link([now().says("Elena Marsh", "initially insisted", NEVER).reading()])
    assert [change.kind for change in linked.changes] == [ChangeKind.WALK_BACK]
    (change,) = linked.changes
    assert change.before.said is None
    stands = next(p.stands for p in linked.positions if p.party == change.party)
    assert [s.statement for s in stands] == [change.before.statement, change.after.statement]


def test_two_statements_of_one_article_are_no_change_where_nothing_tells_one() -> None:
    assert link([now().says("Elena Marsh", "said", NEVER, on="2031-03-09").reading()]).changes == ()
