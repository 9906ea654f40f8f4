from __future__ import annotations

from onrecord.linking import link
from onrecord.vocabulary import LinkedContact

from .invented import Teller


def contacts(*told: tuple[str, str, str | None]) -> tuple[LinkedContact, ...]:
    readings = [
        Teller(ref).adds(f"Elena Marsh {words} Peter Field.").reading(((words, ("Elena Marsh", "Peter Field"), on),))
        for ref, words, on in told
    ]
    return link(readings).contacts


def test_several_articles_tell_one_contact() -> None:
    (contact,) = contacts(("a", "met", "2031-03-01"), ("b", "had dinner with", "2031-03-01"))
    assert len(contact.evidence) == 2


def test_other_days_are_other_contacts() -> None:
    assert [c.on.start.day for c in contacts(("a", "met", "2031-03-02"), ("b", "met", "2031-03-01")) if c.on] == [1, 2]


def test_a_contact_without_a_day_does_not_join_a_dated_one() -> None:
    assert len(contacts(("a", "met", "2031-03-02"), ("b", "called", None))) == 2
