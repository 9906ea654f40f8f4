from __future__ import annotations

import pytest

from onrecord.attribution.who.gender import Gender
from onrecord.attribution.who.kinds import NameKind
from onrecord.attribution.who.names import Name, TaggedName, find_names
from onrecord.attribution.who.page import read_page

from .casting import span


def names(text: str) -> list[Name]:
    return list(find_names(read_page(text)))


def in_words(text: str) -> list[tuple[str, str]]:
    return [(n.title, " ".join(n.words)) for n in names(text)]


@pytest.mark.parametrize(
    ("text", "title", "name"),
    [
        ("He met Energy Minister Tobias Renfeld there.", "Energy Minister", "Tobias Renfeld"),
        ("He met Sen. Ann Lee (D-Calif.) there.", "Sen.", "Ann Lee"),
        ("He met Secretary of State Ann Lee there.", "Secretary of State", "Ann Lee"),
        ("He met Lt Cdr Mirela Costin there.", "Lt Cdr", "Mirela Costin"),
        ("He met Dr. Ludwig van der Berg there.", "Dr.", "Ludwig van der Berg"),
        ("He met White House Chief of Staff Bo Tan there.", "White House Chief of Staff", "Bo Tan"),
        ("He met Republican Ann Lee there.", "Republican", "Ann Lee"),
        ("He met Justice (rtd) Ann Lee there.", "Justice", "Ann Lee"),
        ("He met Mary King there.", "", "Mary King"),
        ("He met Bo Tan Jr. there.", "", "Bo Tan"),
    ],
)
def test_a_title_is_told_from_the_name_after_it(text: str, title: str, name: str) -> None:
    assert (title, name) in in_words(text)


@pytest.mark.parametrize(
    "text", ["The Prime Minister left.", "On Tuesday it rained.", "I saw it in May.", "Teachers left."]
)
def test_offices_days_and_words_that_open_a_sentence_are_no_names(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("He works at the Ministry of Defence now.", "Ministry of Defence", NameKind.ORGANIZATION),
        ("He told the Harbour Courier so.", "Harbour Courier", NameKind.OUTLET),
        ("He told Reuters so.", "Reuters", NameKind.OUTLET),
        ("He reads the Whistle newspaper daily.", "Whistle", NameKind.OUTLET),
        ("He stayed at the Hotel Bellevue there.", "Hotel Bellevue", NameKind.PLACE),
        ("He went to Norway once.", "Norway", NameKind.PLACE),
        ("He won the Tour of the Valleys once.", "Tour of the Valleys", NameKind.THING),
        ("A play, “Lights Out”, was on.", "Lights Out", NameKind.THING),
        ("It was Zorbo, 27, who won.", "Zorbo", NameKind.PERSON),
        ("It was Zorbo, which makes glue.", "Zorbo", NameKind.ORGANIZATION),
        ("He rang Kestrel Resins again.", "Kestrel Resins", NameKind.ORGANIZATION),
    ],
)
def test_what_a_name_is_of_shows_in_its_words_and_beside_it(text: str, name: str, kind: NameKind) -> None:
    assert {" ".join(n.words): n.kind for n in names(text)}[name] == kind


def test_the_gender_of_a_person_shows_in_title_and_given_name() -> None:
    found = {n.words[-1]: n.gender for n in names("Mr. Orr met Ann Lee and Zorbo Quist and Mrs. Dane.")}
    assert found == {"Orr": Gender.MAN, "Lee": Gender.WOMAN, "Quist": None, "Dane": Gender.WOMAN}


def test_a_dateline_names_nobody() -> None:
    assert in_words("SARNE, June 14 (SDI) — Ann Lee left Sarne.")[1:] == [("", "Ann Lee"), ("", "Sarne")]


def test_a_headline_in_capitals_has_the_names_of_the_running_text_only() -> None:
    found = in_words("Ann Lee Refuses To Leave City Hall.\n\nAnn Lee will stay, said Bo Tan.")
    assert found == [("", "Ann Lee"), ("", "Ann Lee"), ("", "Bo Tan")]


def test_a_tagger_says_what_names_are_and_adds_those_that_no_pattern_finds() -> None:
    text = "Zorbo met the people of the red house in Quill."
    tags = [
        TaggedName(span(text, "Zorbo"), NameKind.PERSON),
        TaggedName(span(text, "red house"), NameKind.ORGANIZATION),
    ]
    found = {" ".join(n.words): n.kind for n in find_names(read_page(text), tags)}
    assert found["Zorbo"] == NameKind.PERSON
    assert found["red house"] == NameKind.ORGANIZATION


def test_a_place_before_a_report_is_no_name_with_or_without_capitals() -> None:
    assert [n.words for n in names("Port Marrow — Ann Lee denied it.")] == [("Ann", "Lee")]
    assert [n.words for n in names("PORT MARROW — Ann Lee denied it.")] == [("Ann", "Lee")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Viewers of Channel One complained.", "Channel One"),
        ("10.40am: Now Marsh. He sat down.", "Marsh"),
        ("He met Auberon Pell SC there.", "Auberon Pell"),
        ("Nora Yelland left. Beaming Yelland waved.", "Yelland"),
    ],
)
def test_a_name_has_all_its_words_and_no_others(text: str, name: str) -> None:
    assert ("", name) in in_words(text)


def test_an_office_in_capitals_is_no_name() -> None:
    assert in_words("He met Bram Ogle, its SVP of communications.") == [("", "Bram Ogle")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The answer of Don Quist was no.", ("", "Don Quist")),
        ("The answer of Don Pedro was no.", ("Don", "Pedro")),
        ("They read the Sunday Lantern at sea.", ("", "Sunday Lantern")),
        ("So says a Harbour News Poll of Monday.", ("", "Harbour News")),
    ],
)
def test_a_given_name_a_sunday_paper_and_a_poll_are_cut_where_they_end(text: str, name: tuple[str, str]) -> None:
    assert in_words(text) == [name]


def test_a_county_is_a_place_whatever_given_name_it_has() -> None:
    assert [n.kind for n in names("They went to Jefferson County.")] == [NameKind.PLACE]


def test_a_label_in_capitals_is_no_dateline() -> None:
    assert in_words("ANN LEE (by phone): It was late.")[0] == ("", "ANN LEE")


@pytest.mark.parametrize("text", ["He counted FOURTEEN gaps there.", "He met Mr X. there."])
def test_a_number_and_a_letter_are_no_names(text: str) -> None:
    assert not any(name in {"FOURTEEN", "X."} for _, name in in_words(text))


def test_a_minister_for_something_is_an_office_and_no_name() -> None:
    assert in_words("He met the Minister for Energy there.") == []


def test_a_paper_of_a_sunday_is_an_outlet() -> None:
    found = names("She called on The Sunday Trumpet to apologise.")
    assert [(name.words[-2:], name.kind) for name in found] == [(("Sunday", "Trumpet"), NameKind.OUTLET)]
