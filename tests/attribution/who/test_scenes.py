from __future__ import annotations

from onrecord.vocabulary import Form

from .reading import Said, read

D = Form.DIRECT


def test_a_conversation_with_the_outlet_goes_on() -> None:
    text = "“It was late,” Bo Tan told the Gazette.\n\nIt rained.\n\n“And dark,” he said."
    found = read(text, Said("Bo Tan", "told", "“It was late,”", D), Said("he", "said", "“And dark,”", D))
    assert found.told_to == ["Harbour Gazette"] * 2


def test_what_is_posted_or_was_said_earlier_is_no_part_of_it() -> None:
    text = "“It was late,” Bo Tan told the Gazette.\n\n“And dark,” he posted. He had said it was cold."
    found = read(
        text,
        Said("Bo Tan", "told", "“It was late,”", D),
        Said("he", "posted", "“And dark,”", D),
        Said("He", "had said", "it was cold"),
    )
    assert found.told_to == ["Harbour Gazette", None, None]


def test_whom_the_outlet_reached_spoke_to_it() -> None:
    text = "“It was late,” Bo Tan said when the Gazette reached him at home."
    assert read(text, Said("Bo Tan", "said", "“It was late,”", D)).told_to == ["Harbour Gazette"]


def test_an_answer_is_given_to_whoever_asked_and_the_question_was_put_to_whoever_answers() -> None:
    text = "Bo Tan asked whether anybody knew. “Nobody,” Ann Lee replied."
    found = read(text, Said("Bo Tan", "asked", "whether anybody knew"), Said("Ann Lee", "replied", "“Nobody,”", D))
    assert found.told_to == ["Ann Lee", "Bo Tan"]


def test_a_witness_speaks_to_the_body_that_hears_her() -> None:
    text = "Ann Lee came before the energy committee on Monday. “It was late,” Lee testified. “And dark,” she said."
    found = read(text, Said("Lee", "testified", "“It was late,”", D), Said("she", "said", "“And dark,”", D))
    assert found.told_to == ["energy committee"] * 2


def test_of_two_of_one_surname_the_one_who_was_asked_replies() -> None:
    text = "Karin Strand wept. Mikael Strand asked her whether it was late. “Yes,” Strand replied."
    found = read(text, Said("Mikael Strand", "asked", "whether it was late"), Said("Strand", "replied", "“Yes,”", D))
    assert found.speakers == ["Mikael Strand", "Karin Strand"]


def test_an_interview_told_of_in_the_paragraph_before_holds_for_what_it_opens_with() -> None:
    text = "Bo Tan gave the Gazette an interview in his ward.\n\n“It was late,” he said."
    found = read(text, Said("he", "said", "“It was late,”", D))
    assert found.told_to == ["Harbour Gazette"]
