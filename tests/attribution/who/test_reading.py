from __future__ import annotations

import pytest

from onrecord.attribution.who import read_parties
from onrecord.vocabulary import Article, Form, PartyKind

from .reading import Said, read


def test_a_name_a_surname_a_role_and_a_pronoun_are_one_party() -> None:
    text = (
        "Harbour Minister Elena Marsh said that the quay is safe. Marsh added that it was old.\n\n"
        "The minister denied that it leaks. She promised a report."
    )
    found = read(
        text,
        Said("Harbour Minister Elena Marsh", "said", "that the quay is safe"),
        Said("Marsh", "added", "that it was old"),
        Said("The minister", "denied", "that it leaks"),
        Said("She", "promised", "a report"),
    )
    assert found.speakers == ["Elena Marsh"] * 4
    party = found.party("Elena Marsh")
    assert party.kind == PartyKind.PERSON
    assert party.aliases == ("Marsh",)
    assert "Harbour Minister" in party.roles


def test_two_people_of_one_surname_stay_two() -> None:
    text = "Lydia Sable said it was late. Her brother, Owen Sable, said he was tired."
    found = read(
        text,
        Said("Lydia Sable", "said", "it was late"),
        Said("Her brother, Owen Sable", "said", "he was tired"),
    )
    assert found.speakers == ["Lydia Sable", "Owen Sable"]


def test_a_spokesman_speaks_for_his_principal_also_later_by_surname() -> None:
    text = "Norvane Marine's spokesman, Piet Frayne, said the ship is sound. Frayne said it will sail."
    found = read(
        text,
        Said("Norvane Marine's spokesman, Piet Frayne", "said", "the ship is sound"),
        Said("Frayne", "said", "it will sail"),
    )
    assert found.speakers == ["Piet Frayne"] * 2
    assert found.principals == ["Norvane Marine"] * 2


def test_unnamed_people_are_anonymous_with_their_count_and_stay_one_party() -> None:
    text = "Two people briefed on the sale said it had failed. The two people said the price was high."
    found = read(
        text,
        Said("Two people briefed on the sale", "said", "it had failed"),
        Said("The two people", "said", "the price was high"),
    )
    first, second = found.statements
    assert (first.anonymous, first.count, second.anonymous, second.count) == (True, 2, True, 2)
    assert first.speaker == second.speaker


def test_what_an_outlet_relays_is_said_by_whom_it_cites() -> None:
    text = "The Courier reported on Monday, citing two porters, that the safe was empty."
    found = read(text, Said("two porters", "citing", "that the safe was empty"))
    assert found.speakers == ["two porters"]
    assert found.via == [["Courier"]]


def test_a_nested_statement_comes_through_the_speaker_of_the_outer_one() -> None:
    text = "Bo Tan said that Ann Lee had told him that the lock was new."
    found = read(
        text,
        Said("Bo Tan", "said", "that Ann Lee had told him that the lock was new"),
        Said("Ann Lee", "had told", "that the lock was new", inside=0),
    )
    assert found.via == [[], ["Bo Tan"]]
    assert found.told_to == [None, "Bo Tan"]


def test_this_newspaper_is_the_outlet_that_prints_the_article() -> None:
    text = "“I left early,” Ann Lee told this newspaper. “It rained,” Bo Tan told us. “Yes,” Cy Orr told reporters."
    found = read(
        text,
        Said("Ann Lee", "told", "“I left early,”", Form.DIRECT),
        Said("Bo Tan", "told", "“It rained,”", Form.DIRECT),
        Said("Cy Orr", "told", "“Yes,”", Form.DIRECT),
    )
    assert found.told_to == ["Harbour Gazette", "Harbour Gazette", None]


def test_a_quotation_that_runs_on_is_its_speakers_and_marked_as_supplied() -> None:
    text = "“I left early,” Ann Lee said.\n\n“It was raining.”"
    found = read(
        text,
        Said("Ann Lee", "said", "“I left early,”", Form.DIRECT),
        Said(None, None, "“It was raining.”", Form.DIRECT),
    )
    assert found.speakers == ["Ann Lee", "Ann Lee"]
    assert [s.supplied for s in found.statements] == [False, True]


def test_every_named_person_and_body_is_a_party_though_it_says_nothing() -> None:
    text = "Ann Lee met Bo Tan at the Harbour Board."
    found = read(text)
    assert {p.name for p in found.parties.values()} >= {"Ann Lee", "Bo Tan", "Harbour Board"}


def test_every_mention_is_a_slice_of_the_text_and_every_id_is_of_a_party() -> None:
    text = "Mayor Ann Lee told the council that two clerks had left. Her lawyer, Bo Tan, denied it."
    found = read(
        text,
        Said("Mayor Ann Lee", "told", "that two clerks had left"),
        Said("Her lawyer, Bo Tan", "denied", "it"),
    )
    for party in found.parties.values():
        assert all(0 <= m.start < m.end <= len(text) for m in party.mentions)
        assert list(party.mentions) == sorted(set(party.mentions))
    for statement in found.statements:
        ids = {statement.speaker, statement.on_behalf_of, statement.told_to, *statement.via} - {None}
        assert ids <= set(found.parties)


@pytest.mark.parametrize("text", ["", " \n ", "\u200b", "“", "’s", "..."])
def test_a_text_without_words_has_no_parties(text: str) -> None:
    roll, statements = read_parties(Article(ref="r", text=text), ())
    assert (roll.parties, statements) == ({}, ())


def test_she_whom_somebody_quotes_is_another_than_who_speaks() -> None:
    text = "Eve Kwok met Shan Moss on Thursday. “She looked at me and said it was late,” Moss reported."
    found = read(
        text,
        Said("Moss", "reported", "“She looked at me and said it was late,”", Form.DIRECT),
        Said("She", "said", "it was late", inside=0),
    )
    assert found.speakers == ["Shan Moss", "Eve Kwok"]


def test_his_client_is_whoever_he_speaks_for() -> None:
    text = "Ann Lee’s agent, Bo Tan, wept. His client said it was late."
    assert read(text, Said("His client", "said", "it was late")).speakers == ["Ann Lee"]


def test_a_clause_on_the_source_joins_nobody_to_it() -> None:
    source = "Ann Lee, the native who chairs the Harbour Committee and is no relation of the mayor,"
    assert read(f"{source} said it was late.", Said(source, "said", "it was late")).speakers == ["Ann Lee"]


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        (
            "Ann Lee left.\n\nAsked whether Ann Lee would pay, Eva Orr said that she might. “Ask me in May,” she said.",
            [Said("Eva Orr", "said", "that she might"), Said("she", "said", "“Ask me in May,”", Form.DIRECT)],
            "Eva Orr",
        ),
        (
            "Bo Tan, a miller, denied it. His lawyer, Peter Lind, said no more. “My client is ill,” he said.",
            [Said("Peter Lind", "said", "no more"), Said("he", "said", "“My client is ill,”", Form.DIRECT)],
            "Peter Lind",
        ),
        (
            "Bo Tan of the Courier asked Peter Lind whether he was tired. “Sure I am,” he said.",
            [
                Said("Bo Tan of the Courier", "asked", "whether he was tired"),
                Said("he", "said", "“Sure I am,”", Form.DIRECT),
            ],
            "Peter Lind",
        ),
        (
            "Ann Lee stood up. The note, signed by Bo Tan, asks for more.",
            [Said("signed by Bo Tan", "asks for", "more")],
            "Bo Tan",
        ),
        (
            "Ann Lee left. According to an account she gave to the Courier, the mill leaked.",
            [Said("an account she gave to the Courier", "According to", "the mill leaked")],
            "Ann Lee",
        ),
    ],
)
def test_who_is_meant_by_what_is_said_around(text: str, said: list[Said], speaker: str) -> None:
    assert read(text, *said).speakers[-1] == speaker


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It rained. “It leaks,” they said.", [Said("they", "said", "“It leaks,”", Form.DIRECT)]),
        (
            "Ann Lee met Mary Orr, which shows no leak.",
            [Said("which", "shows", "no leak")],
        ),
    ],
)
def test_a_pronoun_that_means_nobody_known_makes_no_party(text: str, said: list[Said]) -> None:
    got = read(text, *said)
    assert got.speakers == [None]
    assert not {p.name.lower() for p in got.parties.values()} & {"they", "which"}


def test_a_client_is_whom_the_lawyer_speaks_for_who_says_it() -> None:
    text = "Peter Lind, a lawyer for Bo Tan, said his client denied stealing the flour."
    got = read(
        text,
        Said("Peter Lind, a lawyer for Bo Tan", "said", "his client denied stealing the flour"),
        Said("his client", "denied", "stealing the flour", inside=0),
    )
    assert got.speakers == ["Peter Lind", "Bo Tan"]


def test_me_in_a_quotation_is_who_is_quoted() -> None:
    text = "“Bo Tan told me that it leaked,” Ann Lee said in an interview."
    got = read(
        text,
        Said("Ann Lee", "said", "“Bo Tan told me that it leaked,”", Form.DIRECT),
        Said("Bo Tan", "told", "that it leaked", inside=0),
        publisher="The Courier",
    )
    assert got.told_to == ["The Courier", "Ann Lee"]


def test_who_relays_it_is_known_where_who_said_it_is_not() -> None:
    text = "Two millers said she told them to leave."
    got = read(
        text,
        Said("Two millers", "said", "she told them to leave"),
        Said("she", "told", "to leave", inside=0),
    )
    assert got.speakers[1] is None
    assert got.via[1] == ["Two millers"]


def test_what_is_counted_is_nobodys_who_speaks_of_it() -> None:
    text = "Ann Lee said on Monday that the results were late. The results showed a tie."
    got = read(text, Said("Ann Lee", "said", "that the results were late"), Said("The results", "showed", "a tie"))
    assert got.speakers[1] != "Ann Lee"


def test_some_of_those_who_are_told_by_a_clause_are_no_group_from_before() -> None:
    text = "Two trustees met. Some of those who work at the mill would like a rise."
    got = read(text, Said("Some of those who work at the mill", "would like", "a rise"))
    assert got.speakers != ["Two trustees"]


def test_an_office_is_nobodys_whom_the_next_pronoun_cannot_mean() -> None:
    text = "Mrs Lee stood up. The hall's caretaker reckoned it was late. He hoped for more."
    got = read(text, Said("The hall's caretaker", "reckoned", "it was late"))
    assert got.speakers != ["Lee"]
    same = text.replace("He hoped", "She hoped")
    assert read(same, Said("The hall's caretaker", "reckoned", "it was late")).speakers == ["Lee"]


def test_a_group_is_not_called_none_of_itself() -> None:
    got = read("None of the major networks covered it. They said so.", Said("They", "said", "so"))
    assert not any(p.name.lower().startswith("none") for p in got.parties.values())
