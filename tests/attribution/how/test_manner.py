from __future__ import annotations

import pytest

from onrecord.vocabulary import Channel, Kind, Stance

from .worded import Words, read


@pytest.mark.parametrize(
    ("text", "words", "stance"),
    [
        ("Ann denied that she left.", Words("Ann", "denied", "that she left"), Stance.DENIES),
        ("“It's wrong,” Ann said.", Words("Ann", "said", "“It's wrong,”"), Stance.ASSERTS),
        ("Ann would not say whether she left.", Words("Ann", "would not say", "whether she left"), Stance.DECLINES),
        ("Ann would say only that she left.", Words("Ann", "would say", "that she left"), Stance.ASSERTS),
        ("Ann said she did not recall leaving.", Words("Ann", "said", "she did not recall leaving"), Stance.HEDGES),
        ("Ann could not rule out that she left.", Words("Ann", "could not rule out", "that she left"), Stance.HEDGES),
        ("Ann asked whether he left.", Words("Ann", "asked", "whether he left"), Stance.ASKS),
        ("Ann urged him to leave.", Words("Ann", "urged", "to leave"), Stance.URGES),
        ("Ann told him to leave.", Words("Ann", "told", "to leave"), Stance.URGES),
        ("Ann vowed to leave.", Words("Ann", "vowed", "to leave"), Stance.VOWS),
        ("Ann neither confirmed nor denied that she left.", Words("Ann", "neither confirmed nor denied", "that she left"), Stance.DECLINES),
    ],
)  # fmt: skip
def test_the_stance_is_read_at_the_cue_and_in_the_content(text: str, words: Words, stance: Stance) -> None:
    assert read(text, words)[0].stance is stance


@pytest.mark.parametrize(
    ("cue", "kind"),
    [
        ("said", Kind.SAID),
        ("believes", Kind.SAID),
        ("nodded", Kind.SAID),
        ("hopes", Kind.THOUGHT),
        ("has long feared", Kind.THOUGHT),
        ("is worried", Kind.THOUGHT),
        ("has long said she feared", Kind.SAID),
    ],
)
def test_what_puts_nothing_forward_is_thought(cue: str, kind: Kind) -> None:
    assert read(f"Ann {cue} that it rained.", Words("Ann", cue, "that it rained"))[0].kind is kind


@pytest.mark.parametrize(
    ("words", "channel"),
    [
        ("said in an interview", Channel.INTERVIEW),
        ("told a press conference", Channel.PRESS_CONFERENCE),
        ("said in a statement", Channel.STATEMENT),
        ("said by telephone", Channel.PHONE),
        ("wrote in an e-mail", Channel.EMAIL),
        ("tweeted", Channel.SOCIAL_MEDIA),
        ("testified", Channel.TESTIMONY),
        ("told the court", Channel.COURT),
        ("wrote in a letter", Channel.DOCUMENT),
        ("said in a text message", Channel.TEXT_MESSAGE),
        ("told a rally", Channel.SPEECH),
        ("said over coffee", Channel.IN_PERSON),
        ("said", None),
    ],
)
def test_the_channel_is_read_beside_the_cue(words: str, channel: Channel | None) -> None:
    text = f"“It rained,” Ann {words}."
    (found,) = read(text, Words("Ann", words.split()[0], "“It rained,”"))
    assert found.channel is channel
    assert (found.channel_span is None) == (channel is None)


def test_every_statement_keeps_its_spans_and_its_place() -> None:
    text = "Ann said it rained. Bob denied the rain."
    found = read(text, Words("Ann", "said", "it rained"), Words("Bob", "denied", "the rain"))
    assert [s.cue and s.cue.of(text) for s in found] == ["said", "denied"]
