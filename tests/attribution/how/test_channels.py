from __future__ import annotations

import pytest

from onrecord.vocabulary import Channel

from .worded import Words, read


@pytest.mark.parametrize(
    ("words", "channel"),
    [
        ("said in an interview", Channel.INTERVIEW),
        ("said on the breakfast programme", Channel.INTERVIEW),
        ("told a press conference", Channel.PRESS_CONFERENCE),
        ("said in a statement", Channel.STATEMENT),
        ("said by telephone", Channel.PHONE),
        ("said in a call", Channel.PHONE),
        ("wrote in an e-mail", Channel.EMAIL),
        ("tweeted", Channel.SOCIAL_MEDIA),
        ("testified", Channel.TESTIMONY),
        ("told the court", Channel.COURT),
        ("wrote in a letter", Channel.DOCUMENT),
        ("said in a text message", Channel.TEXT_MESSAGE),
        ("told a rally", Channel.SPEECH),
        ("said over coffee", Channel.IN_PERSON),
        ("said on her doorstep", Channel.IN_PERSON),
        ("said in the lobby of the hall", Channel.IN_PERSON),
        ("told the Gazette at Sarne airport", Channel.IN_PERSON),
        ("told the Gazette as she left the church", Channel.IN_PERSON),
        ("said as a guest", None),
        ("told our morning programme", Channel.INTERVIEW),
        ("told reporters", None),
        ("said", None),
    ],
)
def test_the_channel_is_read_beside_the_cue(words: str, channel: Channel | None) -> None:
    text = f"“It rained,” Ann {words}."
    (found,) = read(text, Words("Ann", words.split()[0], "“It rained,”"))
    assert found.channel is channel
    assert (found.channel_span is None) == (channel is None)


def test_what_stands_in_the_content_is_no_channel_of_the_saying() -> None:
    text = "Ann said that the mayor had tweeted it in a statement."
    (found,) = read(text, Words("Ann", "said", "that the mayor had tweeted it in a statement"))
    assert found.channel is None


@pytest.mark.parametrize(
    ("source", "channel"),
    [
        ("The company's statement", Channel.STATEMENT),
        ("The lawsuit", Channel.DOCUMENT),
        ("The ruling", Channel.COURT),
        ("A member of the race jury", None),
        ("The Harbour Post", None),
    ],
)
def test_a_message_that_speaks_itself_is_its_channel(source: str, channel: Channel | None) -> None:
    text = f"{source} said that it rained."
    assert read(text, Words(source, "said", "that it rained"))[0].channel is channel


def test_what_the_same_voice_goes_on_to_say_keeps_the_channel_and_others_do_not() -> None:
    text = "“It is old,” Ann said by phone. “We burnt it,” she added. Bob said it was new."
    first, second, third = read(
        text,
        Words("Ann", "said", "“It is old,”", speaker="ann"),
        Words("she", "added", "“We burnt it,”", speaker="ann", after="phone."),
        Words("Bob", "said", "it was new", speaker="bob", after="added."),
    )
    assert (first.channel, second.channel, third.channel) == (Channel.PHONE, Channel.PHONE, None)
    assert second.channel_span == first.channel_span


def test_a_contact_told_of_in_the_sentence_before_is_the_channel() -> None:
    text = "Ann Rees answered our e-mail within the hour. “It is old,” she wrote."
    (found,) = read(text, Words("she", "wrote", "“It is old,”"))
    assert found.channel is Channel.EMAIL
    assert found.channel_span is not None
    assert "e-mail" in found.channel_span.of(text)


def test_a_pronoun_stands_for_the_message_told_of_before() -> None:
    text = "The board has seen a letter to the mayor. “It is old,” it says."
    assert read(text, Words("it", "says", "“It is old,”"))[0].channel is Channel.DOCUMENT


def test_counsel_at_a_hearing_does_not_testify() -> None:
    text = "Ann Rees testified that it was old. Her lawyer, Bo Lind, told the committee that she was ill."
    witness, counsel = read(
        text,
        Words("Ann Rees", "testified", "that it was old", speaker="ann"),
        Words("Her lawyer, Bo Lind,", "told", "that she was ill", speaker="bo"),
    )
    assert (witness.channel, counsel.channel) == (Channel.TESTIMONY, None)


def test_a_witness_testifies_from_when_she_sits_down_before_the_body() -> None:
    text = (
        "Ann Rees sat down before the inquiry on Thursday.\n\n“I read it,” Rees said.\n\nIt rained.\n\nA storm came.\n\n"
        "The hall was full.\n\nBo Lind testified that it was old."
    )
    found = read(
        text,
        Words("Rees", "said", "“I read it,”", speaker="Ann Rees"),
        Words("Bo Lind", "testified", "that it was old", speaker="Bo Lind"),
    )
    assert found[0].channel is Channel.TESTIMONY


def test_what_a_witness_tells_the_court_is_testimony_and_what_counsel_tells_it_is_not() -> None:
    text = "Ann Rees testified that it was old. Bo Lind told the court that it rained. Her lawyer told the court that she was ill."
    found = read(
        text,
        Words("Ann Rees", "testified", "that it was old", speaker="ann"),
        Words("Bo Lind", "told", "that it rained", speaker="bo"),
        Words("Her lawyer", "told", "that she was ill", speaker="eva", after="rained."),
    )
    assert [each.channel for each in found] == [Channel.TESTIMONY, Channel.TESTIMONY, Channel.COURT]


def test_a_refusal_in_the_past_belongs_to_the_scene() -> None:
    text = "“It is old,” Ann said by phone. She would not say whose it was. She has said that it burnt."
    found = read(
        text,
        Words("Ann", "said", "“It is old,”", speaker="ann"),
        Words("She", "would not say", "whose it was", speaker="ann"),
        Words("She", "has said", "that it burnt", speaker="ann", after="was."),
    )
    assert [each.channel for each in found] == [Channel.PHONE, Channel.PHONE, None]


def test_where_somebody_is_asked_is_where_the_answer_is_given() -> None:
    text = "Ann Rees was asked on the stairs whether it was late. “No,” she said."
    _, answer = read(
        text,
        Words("", "was asked", "whether it was late"),
        Words("she", "said", "“No,”", speaker="ann"),
    )
    assert answer.channel is Channel.IN_PERSON
