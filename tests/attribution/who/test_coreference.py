from __future__ import annotations

import pytest

from onrecord.attribution.who.kinds import NameKind
from onrecord.vocabulary import Form

from .casting import cast, place, who
from .reading import Said, read


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Ann Lee met Bo Tan. She left.", "She", "Ann Lee"),
        ("Ann Lee met Bo Tan. He left.", "He", "Bo Tan"),
        ("Ann Lee met Eva Orr. She left.", "She", "Ann Lee"),
        ("Zorbo Quist met Ann Lee. He left.", "He", "Zorbo Quist"),
        ("The mayor, Ann Lee, met a clerk. The mayor left.", "mayor", "Ann Lee"),
        ("Energy Minister Ann Lee met Bo Tan. The minister left.", "minister", "Ann Lee"),
        ("Ann Lee works for Norvane Marine. The company left.", "company", "Norvane Marine"),
        ("The Clean Sport Agency met Norvane Marine. The agency left.", "agency", "Clean Sport Agency"),
        ("Norvane Marine makes ships. It left.", "It", "Norvane Marine"),
        ("On Bo Tan's desk lies a play about a keeper. He left.", "He", "Bo Tan"),
        ("Zorbo Quist sat down.\n\nShips came from Arvel. He left.", "He", "Zorbo Quist"),
        ("Zorbo Quist sat down.\n\nShips slept off Arvel Lodge. He left.", "He", "Zorbo Quist"),
        ("Zorbo Quist sat down.\n\nFeathers, mostly, in a bag. He left.", "He", "Zorbo Quist"),
        ("Bo Tan met Zorbo Quist. Quist thanked her. He left.", "He", "Zorbo Quist"),
        ("An agent, Zorbo Quist, has accused her of theft. He left.", "He", "Zorbo Quist"),
        ("Ann Lee was late. Quist, who had waited for an hour, thanked her. He left.", "He", "Quist"),
    ],
)
def test_pronouns_and_descriptions_go_to_whom_they_fit(text: str, word: str, name: str) -> None:
    casting = cast(text)
    assert who(casting, word, sum(w.text == word for w in casting.page.words) - 1) == name


def test_who_does_something_to_her_is_not_her() -> None:
    casting = cast("Ann Lee was late. Zorbo Quist followed her and sat down. He slept.")
    assert (who(casting, "her"), who(casting, "He")) == ("Ann Lee", "Zorbo Quist")


def test_company_that_people_part_is_no_firm() -> None:
    casting = cast("On the money the two of them part company with the university. Its rector wept.")
    assert who(casting, "Its") == "the university"


def test_a_trade_goes_to_whom_no_other_trade_is_said_of() -> None:
    casting = cast("Teo Varrin left the hotel. Lukas Brand, his agent, slept. The rider came back.")
    assert who(casting, "rider") == "Teo Varrin"


def test_an_office_that_nothing_ties_to_anybody_goes_to_whom_the_text_is_speaking_of() -> None:
    assert who(cast("Ann Lee stood up. The commandant of the academy wept."), "commandant") == "Ann Lee"
    assert who(cast("Mayor Ann Lee stood up. The commandant of the academy wept."), "commandant") != "Ann Lee"


def test_the_firm_of_which_a_clause_says_which_one_is_nobody_known() -> None:
    casting = cast("Norvane Marine is old. The firm that cleans the yard is new.")
    assert who(casting, "firm") == "The firm"


def test_a_source_without_a_name_is_taken_up_by_any_noun_for_sources() -> None:
    casting = cast("A senior official spoke. Ann Lee left. The insider wept.")
    assert who(casting, "insider") == "A senior official"


def test_several_people_are_taken_up_by_their_noun_and_number() -> None:
    casting = cast("Two officials spoke. Three clerks left. The two officials wept. One of the officials sang.")
    assert who(casting, "officials", 1) == "Two officials"
    assert who(casting, "officials", 2) == "Two officials"


def test_a_mention_in_passing_stands_behind_the_subject() -> None:
    casting = cast("Ann Lee thanked the sister of Eva Orr. She left.")
    assert who(casting, "She") == "Ann Lee"


def test_an_empty_text_has_nobody_in_it() -> None:
    assert cast("").cast.figures == []


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        (
            "Radio Norr asked. The broadcaster Radio Norr lost. His agent said no. It said it was late.",
            "It",
            "Radio Norr",
        ),
        ("Viewers left Channel One. The channel said it was late.", "The channel", "Channel One"),
        ("Dame Ruth Abel lost. Dame Ruth said it was late.", "Dame Ruth", "Dame Ruth Abel"),
    ],
)
def test_bodies_are_taken_up_by_what_they_are(text: str, source: str, speaker: str) -> None:
    found = read(text, Said(source, "said", "it was late"))
    assert found.speakers[-1] == speaker


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        (
            "Ann Lee wrote to Eva Orr. Ann Lee left.\n\nZuvi Quist, in Sarne, did not wait. She left.",
            "She",
            "Zuvi Quist",
        ),
        ("Bo Tan left.\n\nA boy works for Zuvi Quist. He slept.", "He", "A boy"),
        ("Ann Lee, a spokeswoman for the port, left. Eva Orr's case is old. Her spokesman slept.", "Her", "Eva Orr"),
    ],
)
def test_a_pronoun_means_whom_its_paragraph_opened_with_and_no_spokeswoman_has_a_spokesman(
    text: str, word: str, name: str
) -> None:
    assert who(cast(text), word) == name


def test_campaigns_of_two_are_two() -> None:
    text = "The Lee campaign left. The Tan campaign slept."
    casting = cast(text)
    assert casting.cast.at[place(casting, "campaign", 0)] is not casting.cast.at[place(casting, "campaign", 1)]


def test_a_school_is_no_country() -> None:
    casting = cast("Ann Lee teaches in Texas. The school left.")
    assert who(casting, "school") == "The school"


def test_a_pollster_of_two_names_is_a_person() -> None:
    casting = cast("Democratic pollster Zuvi Quist left.")
    assert casting.cast.at[place(casting, "Quist")].kind == NameKind.PERSON


def test_as_what_somebody_did_something_is_nobody_new() -> None:
    text = "Ann Lee wrote the columns while a student at Marl College. She said it was late."
    assert read(text, Said("She", "said", "it was late")).speakers == ["Ann Lee"]
    casting = cast(text)
    assert not any(d.noun == "student" for f in casting.cast.figures if not f.names for d in f.descriptions)


def test_who_is_named_in_a_paraphrase_is_not_the_pronoun_behind_it() -> None:
    text = "Mary Orr, a spokeswoman for Ann Lee, was late. Lee wants a new mill, she said."
    assert read(text, Said("she", "said", "Lee wants a new mill")).speakers == ["Mary Orr"]


def test_what_is_put_in_front_as_what_somebody_speaks_of_is_not_who_speaks() -> None:
    text = "Bo Tan waited. Of Ivo Lasko he said less."
    assert read(text, Said("he", "said", "less")).speakers == ["Bo Tan"]


def test_any_candidate_is_nobody() -> None:
    text = "Festus Orr, an agent, took nothing from any candidate. He said that he slept."
    assert read(text, Said("He", "said", "that he slept")).speakers == ["Festus Orr"]


def test_a_place_in_front_is_not_whom_a_paragraph_opens_with() -> None:
    text = (
        "“It was mine,” said Ada Quill. Quill is a potter, and Quill was there.\n\nIn Sarne, Eva Orr waited at the gate. "
        "“It was hers,” she said."
    )
    said = [
        Said("Ada Quill", "said", "“It was mine,”", Form.DIRECT),
        Said("she", "said", "“It was hers,”", Form.DIRECT),
    ]
    assert read(text, *said).speakers == ["Ada Quill", "Eva Orr"]


def test_the_newspaper_is_another_than_the_one_that_tells_of_it() -> None:
    text = "The Gazette has seen it. The Sarne Times reported that it leaked. Orr called on The Sarne Times to stop. The newspaper said no."
    said = [Said("The Sarne Times", "reported", "that it leaked"), Said("The newspaper", "said", "no")]
    assert read(text, *said).speakers == ["The Sarne Times"] * 2
