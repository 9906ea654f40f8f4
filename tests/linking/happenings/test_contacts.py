from __future__ import annotations

from dataclasses import replace

from telling import Teller

from onrecord.linking import link
from onrecord.vocabulary import Channel, LinkedContact, PartyKind


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


def test_a_contact_with_whoever_published_an_article_is_none_even_where_nothing_else_says_that_they_are_the_press() -> (
    None
):
    words = ("telephoned", ("Elena Marsh", "Field Notes"), "2031-03-01")
    first = Teller("a").adds("Elena Marsh telephoned Field Notes.").reading((words,))
    assert len(link([first]).contacts) == 1
    other = Teller("b", publisher="Field Notes").adds("It rained all day.").reading()
    assert link([first, other]).contacts == ()


def test_an_outlet_is_known_by_the_beginning_of_its_name() -> None:
    words = ("telephoned", ("Elena Marsh", "the Lindvik agency"), "2031-03-01")
    first = Teller("a").adds("Elena Marsh telephoned the Lindvik agency.").reading((words,))
    other = Teller("b", publisher="Lindvik Press").adds("It rained all day.").reading()
    assert len(link([first]).contacts) == 1
    assert link([first, other]).contacts == ()


def test_what_copies_tell_in_the_same_words_is_one_contact_though_they_call_an_unnamed_party_differently() -> None:
    rain = "The rain fell on the harbour for nine days and nobody in the town had seen the like of it since the old wall fell."
    told = ("two clerks had told", ("two clerks", "Peter Field"), None)
    readings = [
        Teller(ref, published=f"2031-03-0{day}")
        .adds("In January two clerks had told Peter Field.")
        .adds(rain)
        .party("two clerks", PartyKind.GROUP, anonymous=True)
        .reading((told,))
        for day, ref in enumerate("ab", start=1)
    ]
    (contact,) = link(readings).contacts
    assert len(contact.evidence) == 2


def test_who_wrote_and_who_sent_an_email_on_the_same_day_is_one_contact_by_email() -> None:
    readings = []
    for ref, words, channel in (("a", "wrote to", Channel.DOCUMENT), ("b", "e-mailed", Channel.EMAIL)):
        teller = Teller(ref).adds(f"Elena Marsh {words} Peter Field.")
        reading = teller.reading(((words, ("Elena Marsh", "Peter Field"), "2031-03-01"),))
        readings.append(replace(reading, contacts=tuple(replace(c, channel=channel) for c in reading.contacts)))
    (contact,) = link(readings).contacts
    assert contact.channel is Channel.EMAIL
