"""/changes and /conflicts: on an affair whose links are known."""

from __future__ import annotations

import json

import pytest
from invented_affair import CLAIM, LINKED, NOTHING, ROWE, UNSURE


def test_a_change_has_both_statements_with_their_places(affair):
    page = affair.get("/changes").text
    assert "walk-back" in page
    for statement in (NOTHING, UNSURE):
        assert f"#s-{statement.id}" in page


@pytest.mark.parametrize(
    ("asked", "total"),
    [
        ("party=Quill", 1),
        (f"party={ROWE}", 0),
        (f"claim={CLAIM}", 1),
        ("claim=c-none", 0),
        ("since=2031-03-08&until=2031-03-08", 1),
        ("since=2031-03-09", 0),
        ("publisher=The+Quay", 1),
        ("publisher=The+Lamp", 0),
    ],
)
def test_changes_are_narrowed_down(affair, asked, total):
    assert affair.get(f"/api/changes?{asked}").json()["total"] == total
    assert affair.get(f"/changes?{asked}").status_code == 200


@pytest.mark.parametrize(
    ("asked", "total"),
    [("", 1), ("party=Quill", 1), ("party=Brand", 0), ("until=2031-03-01", 0), ("publisher=The+Lamp", 1)],
)
def test_conflicts_are_narrowed_down(affair, asked, total):
    assert affair.get(f"/api/conflicts?{asked}").json()["total"] == total
    assert affair.get(f"/conflicts?{asked}").status_code == 200


def test_a_conflict_has_both_sides(affair):
    page = affair.get("/conflicts").text
    assert "I signed nothing" in page
    assert "The contract was signed in May" in page


def test_a_change_that_a_person_says_is_none_is_rejected_everywhere(reviewer):
    (change,) = LINKED.changes
    assert "It is none" in reviewer.get("/changes").text
    reviewer.post(f"/review/change/{change.id}", data={"action": "reject"})
    judged = reviewer.get("/api/judgements").json()["judgements"][0]
    assert (judged["subject_kind"], json.loads(judged["new"])["review"]) == ("change", "rejected")
