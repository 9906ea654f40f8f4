from __future__ import annotations

import pytest
from telling import Teller

from onrecord.linking.claims.wording import Called, plain_sentence, word_claim
from onrecord.linking.linker import SHIPPED, likeness_of
from onrecord.linking.what.propositions import Proposition, read_propositions
from onrecord.linking.what.units import Unit
from onrecord.vocabulary import PartyId, PartyKind, Side, Stance


def told(
    content: str, stance: Stance = Stance.ASSERTS, *, direct: bool = False
) -> tuple[Proposition, dict[PartyId, Called]]:
    reading = Teller("a").says("Elena Marsh", "said", content, stance, direct=direct).reading()
    return read_propositions(reading, {})[0], {p.id: Called(p.name, p.kind) for p in reading.parties}


@pytest.mark.parametrize(
    ("content", "direct", "sentence"),
    [
        ("that she had signed the contract", False, "Elena Marsh had signed the contract"),
        ("having signed the contract", False, "Elena Marsh had signed the contract"),
        ("“I signed the contract,”", True, "Elena Marsh signed the contract"),
        ("that the valve leaked", False, "The valve leaked"),
    ],
)
def test_a_content_becomes_a_plain_sentence(content: str, direct: bool, sentence: str) -> None:
    proposition, names = told(content, direct=direct)
    assert plain_sentence(proposition, names) == sentence


def worded(*sides: tuple[Proposition, Side, dict[PartyId, Called]]) -> str:
    units = [Unit((each,)) for each, _, _ in sides]
    names = {id_: name for _, _, some in sides for id_, name in some.items()}
    return word_claim([(each, side) for each, side, _ in sides], names, likeness_of(units, SHIPPED))


def test_a_claim_is_worded_by_who_affirms_it() -> None:
    affirms, names = told("that the dockside valve leaked chlorine")
    denies, more = told("that the valve never leaked")
    text = worded((denies, Side.DENIES, more), (affirms, Side.AFFIRMS, names))
    assert text == "The dockside valve leaked chlorine"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("that the valve had never leaked", "The valve had leaked"),
        ("there was no warning from the plant", "There was a warning from the plant"),
    ],
)
def test_a_claim_that_is_only_denied_is_worded_as_what_is_denied(content: str, text: str) -> None:
    denies, names = told(content)
    assert worded((denies, Side.DENIES, names)) == text


def test_a_claim_is_one_sentence_of_its_speaker() -> None:
    affirms, names = told("“I have seen the valve leak twice. And I am tired of it,”", direct=True)
    assert worded((affirms, Side.AFFIRMS, names)) == "Elena Marsh has seen the valve leak twice"


@pytest.mark.parametrize(
    ("kind", "content", "sentence"),
    [
        (PartyKind.PERSON, "that it was too late", "It was too late"),
        (PartyKind.ORGANIZATION, "that it was too fragile to be opened", "It was too fragile to be opened"),
        (PartyKind.ORGANIZATION, "that it would close the plant", "Marsh would close the plant"),
        (PartyKind.ORGANIZATION, "that she had no recollection of it", "She had no recollection of it"),
        (PartyKind.PERSON, "that she had no recollection of it", "Marsh had no recollection of it"),
        (PartyKind.PERSON, "they had met", "They had met"),
    ],
)
def test_a_pronoun_that_may_mean_another_stays(kind: PartyKind, content: str, sentence: str) -> None:
    proposition, names = told(content)
    assert plain_sentence(proposition, {id_: Called("Marsh", kind) for id_ in names}) == sentence


def test_who_is_urged_is_not_who_urges() -> None:
    proposition, names = told("to publish the minutes", Stance.URGES)
    assert plain_sentence(proposition, names) == "To publish the minutes"


def test_we_of_a_person_are_more_than_that_one() -> None:
    proposition, names = told("“We were not warned of the leak,”", direct=True)
    assert plain_sentence(proposition, names) == "We were not warned of the leak"
    of_a_body = {id_: Called("Marsh Ltd", PartyKind.ORGANIZATION) for id_ in names}
    assert plain_sentence(proposition, of_a_body) == "Marsh Ltd was not warned of the leak"


def test_a_claim_is_worded_by_a_statement_that_leaves_nobody_open() -> None:
    opens, names = told("that they had met at the dockside fair")
    says, more = told("that Bo Tan and Ann Lee had met at the dockside fair")
    assert worded((opens, Side.AFFIRMS, names), (says, Side.AFFIRMS, more)).startswith("Bo Tan")


@pytest.mark.parametrize(
    ("cue", "content", "sentence"),
    [
        ("opposed", "selling the old mill to the council", "Elena Marsh opposed selling the old mill to the council"),
        ("recalled", "meeting Bo Tan at the fair", "Elena Marsh recalled meeting Bo Tan at the fair"),
        ("has criticized", "the sale of the old mill", "Elena Marsh has criticized the sale of the old mill"),
        ("responded", "to questions about the mill", "Elena Marsh responded to questions about the mill"),
        ("promised", "to sell the old mill", "Elena Marsh promised to sell the old mill"),
        ("said", "the workers who own the mill often fail", "The workers who own the mill often fail"),
        ("said", "he's sure that the mill burns", "Elena Marsh is sure that the mill burns"),
        ("said", "and so the mill has burnt down", "So the mill has burnt down"),
    ],
)
def test_what_is_no_sentence_is_told_as_the_article_tells_it(cue: str, content: str, sentence: str) -> None:
    reading = Teller("a").says("Elena Marsh", cue, content).reading()
    proposition = read_propositions(reading, {})[0]
    names = {p.id: Called(p.name, p.kind) for p in reading.parties}
    assert plain_sentence(proposition, names) == sentence


def test_what_is_denied_is_not_told_as_denied() -> None:
    reading = Teller("a").says("Elena Marsh", "denied", "the sale of the old mill", Stance.DENIES).reading()
    names = {p.id: Called(p.name, p.kind) for p in reading.parties}
    assert plain_sentence(read_propositions(reading, {})[0], names) == "The sale of the old mill"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("“I hope the mill burns,”", "Elena Marsh hopes the mill burns"),
        ("“I don't know the miller,”", "Elena Marsh doesn’t know the miller"),
    ],
)
def test_what_i_do_is_what_the_speaker_does(words: str, sentence: str) -> None:
    proposition, names = told(words, direct=True)
    assert plain_sentence(proposition, names) == sentence


def test_a_claim_is_worded_by_what_is_like_the_rest_of_it() -> None:
    quoted = (
        "“I warned the mayor of the leak by letter,”",
        "“I sent the mayor a letter about the leak,”",
        "“I wrote to the mayor about the leak,”",
    )
    sides = [(each, Side.AFFIRMS, names) for each, names in (told(words, direct=True) for words in quoted)]
    other, names = told("that the mayor had drunk tea with Bo Tan at home")
    assert "home" not in worded(*sides, (other, Side.AFFIRMS, names))


def test_a_claim_is_worded_by_names_rather_than_by_you_and_me() -> None:
    speaks, names = told("that you will be told about the leak at the harbour")
    tells, more = told("“Bo Tan will be told by them about his leak at the Sarne harbour,”", direct=True)
    assert worded((speaks, Side.AFFIRMS, names), (tells, Side.AFFIRMS, more)).startswith("Bo Tan")
