from __future__ import annotations

from onrecord.linking.who.directory import link_parties
from onrecord.vocabulary import Article, Decisions, Party, PartyKind

PEOPLE = ("Elena Marsh", "Peter Field")


def sizes(*named: tuple[str, str], affair: bool = True) -> list[int]:
    """How many articles each institution is in; the articles share two people if they are of one affair."""
    bodies = [Party(Article(article, "text").id, name, PartyKind.ORGANIZATION) for article, name in named]
    people = [Party(b.article, name, PartyKind.PERSON) for b in bodies for name in PEOPLE if affair]
    linked, _ = link_parties([*bodies, *people], Decisions())
    return sorted(len(p.locals) for p in linked if p.kind is PartyKind.ORGANIZATION)


def test_a_general_name_means_one_body_within_one_affair_only() -> None:
    assert sizes(("a", "the police"), ("b", "the police")) == [2]
    assert sizes(("a", "the police"), ("b", "the police"), affair=False) == [1, 1]


def test_a_description_means_the_only_body_of_the_affair_that_it_fits() -> None:
    assert sizes(("a", "Ministry of Defence"), ("b", "the ministry")) == [2]
    assert sizes(("a", "Ministry of Defence"), ("c", "Energy Ministry"), ("b", "the ministry")) == [1, 1, 1]


def test_the_end_of_a_long_name_will_do() -> None:
    assert sizes(("a", "State Water Office"), ("b", "the Water Office")) == [2]


def test_whose_it_is_tells_which_body_is_meant() -> None:
    assert sizes(("a", "Quill campaign"), ("b", "Ada Quill's campaign"), ("c", "Orr campaign"), affair=False) == [1, 2]


def test_more_words_say_which_of_many() -> None:
    assert sizes(("a", "Liberals"), ("b", "Young Liberals"), ("c", "Liberals for Quill")) == [1, 1, 1]
    assert sizes(("a", "Priests for Life"), ("b", "Life")) == [1, 1]


def test_what_is_of_two_outlets_is_neither_of_them() -> None:
    outlets = [
        Party(Article(ref, "text").id, name, PartyKind.OUTLET)
        for ref, name in (("a", "Lamp News"), ("b", "The Evening Beacon"), ("c", "Lamp News/Evening Beacon"))
    ]
    linked, _ = link_parties(outlets, Decisions())
    assert len(linked) == 3


def test_a_place_is_no_outlet_that_is_called_after_it() -> None:
    place = Party(Article("a", "text").id, "Halden", PartyKind.ORGANIZATION)
    paper = Party(Article("b", "text").id, "Halden Observer", PartyKind.OUTLET)
    linked, _ = link_parties([place, paper], Decisions())
    assert len(linked) == 2
