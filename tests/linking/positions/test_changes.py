from __future__ import annotations

import pytest
from telling import Teller

from onrecord.linking import link
from onrecord.linking.positions.changes import kind_of_change
from onrecord.vocabulary import ChangeKind, Side, Stance

VALVE = "that the dockside valve leaked chlorine"


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (Side.AFFIRMS, Side.DENIES, ChangeKind.REVERSAL),
        (Side.DENIES, Side.UNSURE, ChangeKind.WALK_BACK),
        (Side.AFFIRMS, Side.DECLINES, ChangeKind.WALK_BACK),
        (Side.DECLINES, Side.DENIES, ChangeKind.HARDENING),
        (Side.UNSURE, Side.DECLINES, None),
        (Side.DENIES, Side.DENIES, None),
    ],
)
def test_a_step_from_side_to_side_has_its_kind(before: Side, after: Side, kind: ChangeKind | None) -> None:
    assert kind_of_change(before, after) is kind


def kinds(*tellers: Teller) -> list[ChangeKind]:
    return [change.kind for change in link(t.reading() for t in tellers).changes]


def denial(on: str | None = "2031-03-01") -> Teller:
    return Teller("1", published="2031-03-01").says("Elena Marsh", "denied", VALVE, Stance.DENIES, on=on)


def later(
    content: str,
    stance: Stance = Stance.ASSERTS,
    behalf: str | None = None,
    on: str | None = "2031-03-09",
    direct: bool = False,
) -> Teller:
    speaker = "Rita Brand" if behalf else "Elena Marsh"
    return Teller("2", published="2031-03-09").says(
        speaker, "said", content, stance, on=on, behalf=behalf, direct=direct
    )


ADMITS = "“The dockside valve leaked chlorine, and I knew that it leaked chlorine”"
ADMISSION = later(ADMITS, direct=True)


def test_who_denied_and_then_admits_has_reversed() -> None:
    assert kinds(denial(), ADMISSION) == [ChangeKind.REVERSAL]


def test_a_spokesman_walks_a_denial_back_for_his_principal() -> None:
    assert kinds(
        denial(), later("she could not recall whether the dockside valve leaked", Stance.HEDGES, "Elena Marsh")
    ) == [ChangeKind.WALK_BACK]


@pytest.mark.parametrize(
    "teller",
    [
        later("“The dockside valve never leaked chlorine, and I know that it never leaked”", direct=True),
        later("“If the dockside valve leaked chlorine, I knew that it leaked chlorine”", direct=True),
        later("“Oh, sure, the dockside valve leaked chlorine, and I knew that it leaked chlorine”", direct=True),
        later("“My view is what it was: the dockside valve leaked chlorine, and I knew that it leaked”", direct=True),
        later(ADMITS, on=None, direct=True),
    ],
    ids=["a restatement", "a hypothetical", "sarcasm", "a position that stands", "told without a day"],
)
def test_what_looks_like_a_change_and_is_none(teller: Teller) -> None:
    assert kinds(denial(), teller) == []


@pytest.mark.parametrize("content", ["the dockside valve may leak again", "the dockside valve leaked"])
def test_who_speculates_has_walked_nothing_back(content: str) -> None:
    said = Teller("1", published="2031-03-01").says("Elena Marsh", "said", VALVE, on="2031-03-01")
    later = Teller("2", published="2031-03-09").says(
        "Elena Marsh", "suggested", content, Stance.HEDGES, on="2031-03-09"
    )
    assert kinds(said, later) == []


def test_two_sides_in_one_article_are_no_change_unless_it_tells_one() -> None:
    teller = Teller("1", published="2031-03-09").says("Elena Marsh", "denied", VALVE, Stance.DENIES, on="2031-03-01")
    assert kinds(teller.says("Elena Marsh", "admitted", VALVE, on="2031-03-09")) == []


def test_a_told_step_is_one_whatever_else_was_said_between() -> None:
    between = Teller("0", published="2031-03-05").says("Elena Marsh", "admitted", VALVE, on="2031-03-05")
    told = Teller("2", published="2031-03-09").says(
        "Elena Marsh", "admitted", "that the dockside valve leaked chlorine gas", on="2031-03-09"
    )
    told.says("Elena Marsh", "had insisted", "that the dockside valve never leaked chlorine", on="2031-03-01")
    linked = link(t.reading() for t in (between, told))
    (statement,) = (
        s.id for s in told.reading().statements if s.cue and s.cue.of(told.reading().article.text) == "admitted"
    )
    assert statement in {change.after.statement for change in linked.changes}


def test_who_says_no_more_after_a_firm_word_has_seldom_changed_position() -> None:
    def confidence(first: Teller, second: Teller) -> float:
        return max(
            (change.confidence or 0.0 for change in link([first.reading(), second.reading()]).changes), default=0.0
        )

    silent = later("to say whether the dockside valve leaked chlorine", Stance.DECLINES)
    open_ = later("that she could not say whether the dockside valve leaked chlorine", Stance.HEDGES)
    assert confidence(denial(), silent) < confidence(denial(), open_)


def test_a_wire_copy_a_day_later_is_no_new_statement() -> None:
    copy = Teller("3", published="2031-03-10").says("Elena Marsh", "said", ADMITS, on="2031-03-10", direct=True)
    assert len(kinds(denial(), ADMISSION, copy)) == 1


def test_of_a_party_that_said_much_two_statements_have_to_show_more() -> None:
    much = Teller("0", published="2031-03-01")
    for number in range(70):
        much.says("Elena Marsh", "said", f"that tram {number} would run to pier {number} on market days")
    two = [denial().reading(), ADMISSION.reading()]
    (change,) = link(two).changes
    confidence = [each.confidence or 0.0 for each in link([much.reading(), *two]).changes if each.claim == change.claim]
    assert all(each < (change.confidence or 0.0) for each in confidence)
