from __future__ import annotations

from .reading import Said, read


def test_the_outlet_that_cites_somebody_relays_what_they_say() -> None:
    text = "The Courier reported on Monday, quoting an official, that the safe was empty."
    found = read(text, Said("an official", "quoting", "that the safe was empty"))
    assert (found.speakers, found.via) == (["an official"], [["Courier"]])


def test_on_whose_word_an_outlet_reports_is_read_where_the_outlet_was_taken_for_the_source() -> None:
    text = "The Evening Courier had it, from two councillors, that the safe was empty."
    found = read(text, Said("The Evening Courier", "had it", "that the safe was empty"))
    assert (found.speakers, found.via) == (["two councillors"], [["Evening Courier"]])


def test_a_chain_grows_with_every_statement_inside_another() -> None:
    text = "The Courier reported, citing Ann Lee, that Bo Tan had told her that he left."
    found = read(
        text,
        Said("Ann Lee", "citing", "that Bo Tan had told her that he left"),
        Said("Bo Tan", "had told", "that he left", inside=0),
    )
    assert found.via == [["Courier"], ["Courier", "Ann Lee"]]


def test_a_report_that_rests_on_people_named_in_another_sentence_relays_them() -> None:
    text = (
        "A report published by the Evening Courier confirms it."
        " The claims are based on reports from nine officials, who viewed it as odd."
    )
    found = read(text, Said("nine officials", "viewed", "it as odd"))
    assert found.via == [["Evening Courier"]]


def test_an_outlet_named_beside_a_speaker_relays_what_is_said() -> None:
    text = "The safe was empty, Ann Lee said, according to the Evening Courier."
    found = read(text, Said("Ann Lee", "said", "The safe was empty"))
    assert (found.speakers, found.via) == (["Ann Lee"], [["Evening Courier"]])


def test_an_outlet_that_cites_nobody_speaks_for_itself() -> None:
    text = "The Evening Courier reported that the safe was empty."
    found = read(text, Said("The Evening Courier", "reported", "that the safe was empty"))
    assert (found.speakers, found.via) == (["Evening Courier"], [[]])


def test_who_is_cited_where_a_reader_let_the_content_run_on_over_them() -> None:
    text = "The Evening Courier reported that the safe was empty, citing two officials."
    found = read(text, Said("The Evening Courier", "reported", "that the safe was empty, citing two officials"))
    assert (found.speakers, found.via) == (["two officials"], [["Evening Courier"]])
