from __future__ import annotations

import pytest

from onrecord.vocabulary import Form

from .reading import Said, read


@pytest.mark.parametrize(
    ("source", "principal"),
    [
        ("Norvane Marine's spokesman, Bo Tan", "Norvane Marine"),
        ("Bo Tan, a spokesman for the harbour board", "harbour board"),
        ("Kremlin spokesman Bo Tan", "Kremlin"),
        ("A police spokesman", "police"),
        ("Ann Lee's lawyer, Bo Tan", "Ann Lee"),
        ("Ann Lee's special adviser, Bo Tan", "Ann Lee"),
        ("Ann Lee's campaign manager, Bo Tan", "Ann Lee"),
        ("White House press secretary Bo Tan", "White House"),
        ("Bo Tan, who speaks for Norvane Marine", "Norvane Marine"),
        ("Bo Tan, for Norvane Marine,", "Norvane Marine"),
        ("Bo Tan, for his part,", None),
        ("Norvane Marine's head of communications, Bo Tan", "Norvane Marine"),
        ("Bo Tan, general counsel of Norvane Marine", "Norvane Marine"),
        ("A press officer for the Norvane rescue service", "Norvane rescue service"),
        ("Lawyers for Ann Lee", "Ann Lee"),
        ("Ann Lee's private secretary, Bo Tan", "Ann Lee"),
        ("Bo Tan, counsel to the inquiry", None),
        ("The chief executive of Norvane Marine, Bo Tan", None),
        ("Bo Tan, chair of the harbour board", None),
        ("Former White House press secretary Bo Tan", None),
        ("Bo Tan, the opposition's energy spokesman", None),
        ("Ann Lee's economic adviser, Bo Tan", None),
        ("New York attorney Bo Tan", None),
        ("An opposition agent, Bo Tan,", None),
    ],
)
def test_whoever_speaks_for_another_has_a_principal_and_chiefs_have_none(source: str, principal: str | None) -> None:
    found = read(f"{source} said it was late.", Said(source, "said", "it was late"))
    assert found.principals == [principal]


def test_what_a_spokesperson_says_of_somebodys_memory_is_that_persons_word() -> None:
    text = "Bo Tan denied it. A White House spokesperson said that Tan had no recollection of it."
    found = read(
        text,
        Said("Bo Tan", "denied", "it"),
        Said("A White House spokesperson", "said", "that Tan had no recollection of it"),
    )
    assert found.principals == [None, "Bo Tan"]


def test_an_agent_who_speaks_of_himself_speaks_for_himself_and_a_lawyer_never_does() -> None:
    text = (
        "Teo Varrin's agent, Bo Tan, was calm. “I never rang him,” Tan said. “He was asleep,” Tan said.\n\n"
        "Teo Varrin's lawyer, Ann Lee, was calm. “I cannot rule it out,” Lee said."
    )
    found = read(
        text,
        Said("Tan", "said", "“I never rang him,”", Form.DIRECT),
        Said("Tan", "said", "“He was asleep,”", Form.DIRECT),
        Said("Lee", "said", "“I cannot rule it out,”", Form.DIRECT),
    )
    assert found.principals == [None, "Teo Varrin", "Teo Varrin"]


@pytest.mark.parametrize(
    ("before", "principal"),
    [
        ("Norvane Marine stopped its cranes. ", "Norvane Marine"),
        ("Senator Ann Lee stayed away. ", "Ann Lee"),
        ("Somebody was late. ", None),
    ],
)
def test_a_bare_spokesman_speaks_for_whom_the_text_was_just_about(before: str, principal: str | None) -> None:
    assert read(f"{before}A spokesman said it was late.", Said("A spokesman", "said", "it was late")).principals == [
        principal
    ]


def test_the_sentence_may_say_on_whose_behalf() -> None:
    text = "Speaking on behalf of the harbour board, Bo Tan said it was late."
    (found,) = read(text, Said("Bo Tan", "said", "it was late")).principals
    assert found is not None
    assert "harbour board" in found


def test_what_is_said_through_a_lawyer_is_the_lawyers_word_for_the_client() -> None:
    text = "Ann Lee, who is away, said through her attorney that it was late."
    found = read(text, Said("Ann Lee", "said", "that it was late"))
    assert found.speakers == ["her attorney"]
    assert found.principals == ["Ann Lee"]


def test_what_is_said_through_the_window_is_ones_own() -> None:
    found = read("Ann Lee said through the window that it was late.", Said("Ann Lee", "said", "that it was late"))
    assert found.speakers == ["Ann Lee"]
    assert found.principals == [None]


def test_a_mind_spoken_of_before_the_quotation_is_the_persons() -> None:
    text = "Ann Lee runs Norvane Marine. Lee “does not remember the note”, said a spokesman for Norvane Marine."
    found = read(text, Said("a spokesman for Norvane Marine", "said", "“does not remember the note”", Form.MIXED))
    assert found.principals == ["Ann Lee"]


@pytest.mark.parametrize(
    ("text", "source", "principal"),
    [
        ("Ann Lee, chair of Norvane Marine, wept. Her company’s spokesman said it was late.", "Her company’s spokesman", "Norvane Marine"),
        ("“No,” said Ann Lee. Her office said it was late.", "Her office", None),
        ("The prime minister’s office said it was late.", "The prime minister’s office", None),
        ("Norvane Marine lost. Opposition energy spokesman Bo Tan said it was late.", "Opposition energy spokesman Bo Tan", None),
        ("A hearing began. Bo Tan, counsel to the Harbour Council, said it was late.", "Bo Tan, counsel to the Harbour Council,", None),
        ("The lawyer for the dismissed manager Ann Lee said it was late.", "The lawyer for the dismissed manager Ann Lee", "Ann Lee"),
        ("A spokesman for Channel One, Bo Tan, said it was late.", "A spokesman for Channel One, Bo Tan,", "Channel One"),
        ("Bram Ogle, Norvane’s SVP of communications, said it was late.", "Bram Ogle, Norvane’s SVP of communications,", "Norvane"),
    ],
)  # fmt: skip
def test_whose_word_it_is_is_told_by_more_than_the_source(text: str, source: str, principal: str | None) -> None:
    assert read(text, Said(source, "said", "it was late")).principals == [principal]


def test_a_programme_that_says_something_has_spokespeople() -> None:
    text = "The Southern Ice Programme denied it. Spokesman Bo Tan said it was late."
    said = [Said("The Southern Ice Programme", "denied", "it"), Said("Spokesman Bo Tan", "said", "it was late")]
    assert read(text, *said).principals == [None, "Southern Ice Programme"]


def test_a_mark_that_ends_a_quotation_owns_nothing() -> None:
    text = "Norvane Marine denied it.\n\n'It was late,' spokeswoman Ann Lee said."
    found = read(text, Said("spokeswoman Ann Lee", "said", "'It was late,'", Form.DIRECT))
    assert found.principals == ["Norvane Marine"]


def test_what_somebody_does_not_remember_may_be_told_after_something_else() -> None:
    text = "Ann Garn “signed some forty papers that week and does not have a recollection of this one,” said Norvane’s spokesman, Bo Tan."
    content = "“signed some forty papers that week and does not have a recollection of this one,”"
    found = read(text, Said("Norvane’s spokesman, Bo Tan", "said", content, Form.MIXED))
    assert found.principals == ["Ann Garn"]


def test_who_has_other_offices_speaks_for_nobody_whom_the_text_was_just_speaking_of() -> None:
    said = Said("Tan, a spokesman", "said", "that it leaked")
    assert read("The harbour board met. Tan, a spokesman, said that it leaked.", said).principals == ["harbour board"]
    offices = "The harbour board met.\n\nBo Tan, the mayor, was late. Tan, a surgeon, wept. Tan, a spokesman, said that it leaked."
    assert read(offices, said).principals == [None]


@pytest.mark.parametrize(
    ("source", "principal"),
    [
        ("The district attorney, Bo Tan,", None),
        ("Bo Tan, the Quarry independent counsel,", None),
        ("Bo Tan, the council's most zealous advocate for trams,", None),
        ("Bo Tan, the army spokesman who answers for Ann Lee,", "Ann Lee"),
        ("Bo Tan, Norvane Marine's lawyer until last Friday,", None),
    ],
)
def test_prosecutors_champions_and_former_lawyers_speak_for_nobody(source: str, principal: str | None) -> None:
    found = read(f"{source} said it was late.", Said(source.rstrip(","), "said", "it was late"))
    assert found.principals == [principal]


def test_for_whom_the_sentence_says_comes_before_the_office() -> None:
    text = "Ann Lee was away. Norvane Marine's spokesman, Bo Tan, said on her behalf that it was late."
    found = read(text, Said("Norvane Marine's spokesman, Bo Tan", "said", "that it was late"))
    assert found.principals == ["Ann Lee"]


def test_who_declines_through_a_spokeswoman_is_whom_she_speaks_for() -> None:
    text = "Ann Lee, the founder of Norvane Marine, declined through a spokeswoman, Eva Orr, to say why."
    found = read(text, Said("a spokeswoman, Eva Orr", "declined", "to say why"))
    assert (found.speakers, found.principals) == (["Eva Orr"], ["Ann Lee"])
    text = "Ann Lee, head of Norvane Marine, which keeps a yard in Marl, declined through a spokeswoman, Eva Orr, to say why."
    found = read(text, Said("declined through a spokeswoman, Eva Orr", "to say", "why"))
    assert (found.speakers, found.principals) == (["Eva Orr"], ["Ann Lee"])


def test_a_sentence_may_open_with_through_whom_it_is_said() -> None:
    text = "Through his lawyer, Ann Lee, Bo Tan said that he was ill."
    got = read(text, Said("Bo Tan", "said", "that he was ill"))
    assert (got.speakers, got.principals) == (["Ann Lee"], ["Bo Tan"])
