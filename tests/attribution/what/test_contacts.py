from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.attribution.what import find_contacts
from onrecord.vocabulary import Channel, Form

from .reading import told


def contacts(text: str, *attributions: tuple[str, str, str]) -> list[tuple[set[str], str | None, str | None]]:
    """Names, channel and first day of each contact."""
    read = told(text, *attributions)
    names = {party.id: party.name for party in read.roll.parties.values()}
    return [
        ({names[p] for p in c.parties}, c.channel and c.channel.value, c.on and c.on.start.isoformat())
        for c in find_contacts(read)
    ]


@pytest.mark.parametrize(
    ("text", "channel", "day"),
    [
        ("Mayor Ada Quill met Bert Orr on March 3.", "in person", "2031-03-03"),
        ("Ada Quill had dinner with the banker Bert Orr in February.", "in person", "2031-02-01"),
        ("Ada Quill telephoned Bert Orr on Tuesday.", "phone", "2031-03-11"),
        ("Ada Quill wrote to Bert Orr last week.", "document", "2031-03-03"),
        ("Ada Quill and Bert Orr spoke twice on Tuesday.", None, "2031-03-11"),
        ("Ada Quill and Bert Orr are said to have spoken on Tuesday.", None, "2031-03-11"),
        ("The log shows calls between Ada Quill and Bert Orr on March 3.", "phone", "2031-03-03"),
        ("Ada Quill sat across the table from Bert Orr on March 3.", "in person", "2031-03-03"),
        ("Ada Quill and Bert Orr had eaten there on March 3.", "in person", "2031-03-03"),
        ("Ada Quill was seen talking to Bert Orr on March 3.", "in person", "2031-03-03"),
        ("Ada Quill spent the day on a lake with Bert Orr on March 3.", "in person", "2031-03-03"),
        ("Of the evening that Ada Quill spent with Bert Orr on March 3 nobody spoke.", "in person", "2031-03-03"),
        ("Ada Quill paid a courtesy call on Bert Orr on March 3.", "in person", "2031-03-03"),
        ("Ada Quill took Bert Orr to lunch on March 3.", "in person", "2031-03-03"),
        ("Ada Quill saw Bert Orr in his office on March 3.", "in person", "2031-03-03"),
        ("Ada Quill recalled sitting down with Bert Orr on March 3.", "in person", "2031-03-03"),
        ("Ada Quill admitted a telephone call with Bert Orr on March 3.", "phone", "2031-03-03"),
        ("Ada Quill talked for an hour on March 3 with Bert Orr.", None, "2031-03-03"),
        ("Ada Quill had sent the figures to Bert Orr on March 3.", None, "2031-03-03"),
        ("Ada Quill posted a copy to Bert Orr on March 3.", "document", "2031-03-03"),
        ("Ada Quill got an e-mail on the eve of the fall from Bert Orr.", "e-mail", None),
        ("Ada Quill did get a letter about the list from Bert Orr on March 3.", "document", "2031-03-03"),
        ("Ada Quill confided to Bert Orr on March 3 that it was safe.", None, "2031-03-03"),
        ("Ada Quill apologised to Bert Orr by phone on March 3.", "phone", "2031-03-03"),
        ("During their phone call on March 3, Ada Quill and Bert Orr spoke of rain.", "phone", "2031-03-03"),
        ("Ada Quill has been asked by Bert Orr for a letter.", None, None),
        ("Ada Quill sent Bert Orr, who was out, an e-mail on March 3.", "e-mail", "2031-03-03"),
        ("Ada Quill had eaten ribs with Bert Orr on March 3.", "in person", "2031-03-03"),
        ("Ada Quill received Bert Orr in her office on March 3.", "in person", "2031-03-03"),
        ("Ada Quill had called Bert Orr out of a concert on March 3.", "phone", "2031-03-03"),
        ("Ada Quill has met previously with Bert Orr.", "in person", None),
        ("Ada Quill said nothing on March 3 after meeting with Bert Orr.", "in person", "2031-03-03"),
        ("After speaking with Bert Orr on March 3, Ada Quill left.", None, "2031-03-03"),
        ("Emerging from a long meeting with Bert Orr, Ada Quill said so.", "in person", None),
        ("Ada Quill asked for a list of the keys in a letter to Bert Orr.", "document", None),
        ("Rain fell on Carl Vey, and the crowd saw Ada Quill, who met Bert Orr on March 3.", "in person", "2031-03-03"),
    ],
)
def test_parties_who_met_called_or_wrote_were_in_contact(text: str, channel: str | None, day: str | None) -> None:
    assert contacts(text + " It rained on the town all day long.") == [({"Ada Quill", "Bert Orr"}, channel, day)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill never met Bert Orr.",
        "Ada Quill will meet Bert Orr on Monday.",
        "Ada Quill refused to call Bert Orr.",
        "Ada Quill and Bert Orr are said to meet on Monday.",
        "Ada Quill would like to have met Bert Orr.",
        "It is not known whether Ada Quill met Bert Orr.",
        "Ada Quill has had no contact with Bert Orr.",
        "Ada Quill will speak after meeting Bert Orr.",
        "Ada Quill had almost no talks with Bert Orr on March 3.",
    ],
)
def test_what_did_not_happen_is_no_contact(text: str) -> None:
    assert contacts(text) == []


def test_a_meeting_that_somebody_denies_is_no_contact() -> None:
    text = "Ada Quill denied that Carl Vey met Bert Orr."
    assert contacts(text, ("Ada Quill", "denied", "that Carl Vey met Bert Orr")) == []


def test_what_one_had_told_another_is_a_contact_and_what_one_told_the_press_is_none() -> None:
    had = "Ada Quill had told Bert Orr that it was safe."
    press = "Ada Quill told The Lamp that it was safe."
    assert contacts(had, ("Ada Quill", "had told", "that it was safe")) == [({"Ada Quill", "Bert Orr"}, None, None)]
    assert contacts(press, ("Ada Quill", "told", "that it was safe")) == []


def test_a_contact_that_is_told_twice_is_one_with_all_that_is_known() -> None:
    text = "Ada Quill met Bert Orr. On March 3 Ada Quill met Bert Orr at the inn."
    assert contacts(text) == [({"Ada Quill", "Bert Orr"}, "in person", "2031-03-03")]


def test_what_somebody_says_they_told_another_is_a_contact() -> None:
    text = "“I told Bert Orr at my own table, and it rained all day,” Ada Quill said."
    found = contacts(text, ("Ada Quill", "said", "“I told Bert Orr at my own table, and it rained all day,”"))
    assert found == [({"Ada Quill", "Bert Orr"}, "in person", None)]


def test_the_same_words_read_as_statement_and_as_clause_are_one_contact() -> None:
    inner = "on March 3 Ada Quill had told Bert Orr on March 6 that it was safe"
    read = ("Carl Vey", "said", inner), ("Ada Quill", "had told", "that it was safe")
    assert len(contacts(f"Carl Vey said that {inner}.", *read)) == 1


def test_nobody_calls_himself_so_him_is_whoever_was_named_before() -> None:
    text = "Bert Orr was out. “I telephoned him on March 3 and the line was dead,” Carl Vey said."
    found = contacts(text, ("Carl Vey", "said", "“I telephoned him on March 3 and the line was dead,”"))
    assert found == [({"Carl Vey", "Bert Orr"}, "phone", "2031-03-03")]


def test_my_client_is_the_one_for_whom_a_lawyer_speaks() -> None:
    text = "“My client met Bert Orr on March 3 at the inn,” Carl Vey, a lawyer for Ada Quill, said."
    found = contacts(
        text, ("Carl Vey, a lawyer for Ada Quill,", "said", "“My client met Bert Orr on March 3 at the inn,”")
    )
    assert found == [({"Ada Quill", "Bert Orr"}, "in person", "2031-03-03")]


def test_called_is_no_call_where_it_gives_a_name() -> None:
    assert contacts("Ada Quill called Bert Orr a liar on March 3.") == []
    assert contacts("Ada Quill called Bert Orr on March 3.") == [({"Ada Quill", "Bert Orr"}, "phone", "2031-03-03")]


def test_the_two_are_whoever_was_named_last() -> None:
    text = "Ada Quill knew Bert Orr from school. On March 3 the two men met at the inn."
    assert contacts(text) == [({"Ada Quill", "Bert Orr"}, "in person", "2031-03-03")]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill visited Mexico on March 3.",
        "On March 3 Ada Quill visited the hospital.",
        "Ada Quill handed over the keys of Bert Orr to the state on March 3.",
        "Ada Quill was told Bert Orr had left.",
        "Ada Quill has told customers that it was safe.",
        "Ada Quill has asked Judge Bert Orr to order it.",
        "Ada Quill, who has been called a second Bert Orr, left on March 3.",
        "After calling Bert Orr a liar, Ada Quill left.",
        "Ada Quill and Bert Orr spoke at the rally on March 3.",
        "Ada Quill has repeatedly warned Bert Orr that she would speak.",
    ],
)
def test_places_names_and_what_is_said_to_all_are_no_contacts(text: str) -> None:
    assert contacts(text) == []


def test_they_are_two_that_stand_together() -> None:
    apart = "Ada Quill had the keys to a house by the old lake that Bert Orr wanted. They met on March 3."
    assert contacts(apart) == []


def test_what_happened_time_and_again_is_another_contact_than_that_of_a_day() -> None:
    text = "Ada Quill met Bert Orr on numerous occasions. Ada Quill met Bert Orr on March 3."
    both = {"Ada Quill", "Bert Orr"}
    assert contacts(text) == [(both, "in person", None), (both, "in person", "2031-03-03")]


@pytest.mark.parametrize("cue", ["has called on", "has urged", "has challenged", "had not told"])
def test_what_is_demanded_in_public_or_was_not_told_is_no_contact(cue: str) -> None:
    assert contacts(f"Ada Quill {cue} Bert Orr to go.", ("Ada Quill", cue, "to go")) == []


def read_as_told_to(text: str, read: tuple[str, str, str], hearer: str, channel: Channel | None) -> list[set[str]]:
    """The parties of the contacts where a statement was taken to be said to somebody."""
    known = told(text, read)
    ids = {party.name: party.id for party in known.roll.parties.values()}
    (statement,) = known.statements
    found = find_contacts(replace(known, statements=[replace(statement, told_to=ids[hearer], channel=channel)]))
    return [{name for name, id_ in ids.items() if id_ in contact.parties} for contact in found]


def test_a_statement_whose_words_do_not_say_who_heard_it_is_no_contact() -> None:
    text = "Bert Orr was there. Ada Quill had said by phone that it was safe."
    read = "Ada Quill", "had said", "that it was safe"
    assert read_as_told_to(text, read, "Bert Orr", Channel.PHONE) == []
    named = text.replace("by phone", "to Bert Orr by phone")
    assert read_as_told_to(named, read, "Bert Orr", Channel.PHONE) == [{"Ada Quill", "Bert Orr"}]


def test_the_words_of_a_contact_name_its_parties_better_than_a_statement_in_them() -> None:
    text = "Ada Quill wrote on March 3 to Bert Orr, urging Carl Vey to go."
    found = read_as_told_to(text, ("Ada Quill", "wrote", "urging Carl Vey to go"), "Carl Vey", Channel.DOCUMENT)
    assert found == [{"Ada Quill", "Bert Orr"}]


def test_you_is_whoever_the_words_are_said_to() -> None:
    text = "“You dined with Bert Orr on March 3, and it rained all day,” Carl Vey told Ada Quill."
    content = "“You dined with Bert Orr on March 3, and it rained all day,”"
    made = told(text, ("Carl Vey", "told", content))
    names = {party.name: party.id for party in made.roll.parties.values()}
    (statement,) = made.statements
    spoken = replace(made, statements=[replace(statement, form=Form.DIRECT, told_to=names["Ada Quill"])])
    (contact,) = find_contacts(spoken)
    assert set(contact.parties) == {names["Ada Quill"], names["Bert Orr"]}
