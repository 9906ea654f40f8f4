from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from invented_affair import CLAIM, LINKED, QUILL, ROWE

from onrecord.errors import SettingsError
from onrecord.record import Judgement, Subject, open_record
from onrecord.views.affair import Affair, Wanted, covering, distinct, find_parties
from onrecord.vocabulary import ArticleId, Interval, PartyId, Review, Side


@pytest.fixture
def reader(affair_record):
    with open_record(affair_record) as record:
        yield record.reader


def test_a_claim_stands_with_its_tracks_changes_conflict_and_origins(reader):
    (shown,) = Affair(reader).claims().things
    assert shown.claim.id == CLAIM
    assert {track.party.id: [step.side for step in track.steps] for track in shown.tracks} == {
        ROWE: [Side.AFFIRMS],
        QUILL: [Side.DENIES, Side.UNSURE],
    }
    assert (len(shown.changes), shown.conflict.claim, shown.independent(Side.AFFIRMS)) == (1, CLAIM, 1)
    assert shown.independent(Side.UNSURE) is None
    assert shown.days == Interval(date(2031, 3, 4), date(2031, 3, 8), "span")


def test_what_a_spokesperson_said_stands_with_both_names(reader):
    (shown,) = Affair(reader).changes().things
    assert (shown.before.who, shown.after.who) == ("Ada Quill", "Brand, for Ada Quill")
    assert shown.before.words == "“I signed nothing,”"


def test_a_limit_shows_a_part_and_counts_the_rest(reader):
    part = Affair(reader).origins(limit=1)
    assert (len(part.things), part.total, part.left_out) == (1, 2, 1)


def test_what_copies_of_one_text_say_of_somebody_called_the_same_is_told_once(reader):
    rowe, quill = Affair(reader).claims().things[0].tracks
    twin = replace(rowe, party=replace(rowe.party, id=PartyId("q-other")))
    assert distinct([rowe, twin, quill]) == (rowe, quill)
    elsewhere = tuple(replace(quoted, text_of=ArticleId("a-other")) for quoted in twin.quoted)
    assert len(distinct([rowe, replace(twin, quoted=elsewhere), quill])) == 3


@pytest.mark.parametrize(("name", "found"), [("Quill", [QUILL]), ("ada quill", [QUILL]), ("Inspector", [ROWE])])
def test_parties_are_found_by_words_of_their_names_and_offices(reader, name, found):
    assert [party.id for party in find_parties(reader, name)] == found


def test_a_part_of_a_name_finds_names_first_then_offices_and_among_these_who_says_more(reader):
    assert [party.name for party in find_parties(reader, "R")] == ["Rowe", "Brand", "Ada Quill"]


def test_a_name_that_nobody_has_is_refused(reader):
    with pytest.raises(SettingsError, match="found nobody called 'Nemo'"):
        find_parties(reader, "Nemo")


@pytest.mark.parametrize(
    ("wanted", "is_taken"),
    [
        (Wanted(), True),
        (Wanted(since=date(2031, 3, 4)), True),
        (Wanted(since=date(2031, 3, 5)), False),
        (Wanted(until=date(2031, 3, 1)), True),
        (Wanted(until=date(2031, 2, 28)), False),
    ],
)
def test_days_are_wanted_if_any_of_them_is(wanted, is_taken):
    assert wanted.takes(Interval(date(2031, 3, 1), date(2031, 3, 4), "span")) is is_taken


def test_what_has_no_day_is_wanted_only_where_no_day_is_asked_for():
    assert Wanted().takes(None)
    assert not Wanted(since=date(1999, 1, 1)).takes(None)


def test_days_that_are_the_same_stay_as_exact_as_they_are():
    march = Interval(date(2031, 3, 1), date(2031, 3, 31), "month")
    assert covering([march, None, march]) == march
    assert covering([march, Interval(date(2031, 4, 2), date(2031, 4, 2), "day")]).granularity == "span"
    assert covering([None]) is None


@pytest.mark.parametrize(("said", "kept"), [("accepted", [Review.ACCEPTED]), ("rejected", [])])
def test_a_person_decides_what_is_a_change(affair_record, said, kept):
    (change,) = LINKED.changes
    with open_record(affair_record) as record:
        record.judgements.append(Judgement("2031-03-10", "Ines", Subject.CHANGE, change.id, "review", None, said))
        affair = Affair(record.reader)
        assert [shown.review for shown in affair.changes().things] == kept
        assert len(affair.claims().things[0].changes) == len(kept)
