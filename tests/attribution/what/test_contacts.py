from __future__ import annotations

import pytest

from onrecord.attribution.what import find_contacts

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
    ],
)
def test_parties_who_met_called_or_wrote_were_in_contact(text: str, channel: str | None, day: str) -> None:
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
