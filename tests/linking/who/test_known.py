from __future__ import annotations

from onrecord.linking.who.known import Known, Nearness, know, names_told, nearness
from onrecord.vocabulary import Article, Party, PartyKind


def people_of(article: str, *others: str) -> list[Known]:
    names = ("Elena Marsh", "Peter Field", f"Jane {article.upper()}xton", *others)
    return [know(Party(Article(article, "text").id, name, PartyKind.PERSON)) for name in names]


def test_articles_with_two_names_in_common_are_of_one_affair() -> None:
    here, there = people_of("a"), people_of("b")
    assert nearness(here[2], names_told(here), there[2], names_told(there)) is Nearness.AFFAIR
    # beside the party itself there is one name only
    assert nearness(here[0], names_told(here), there[0], names_told(there)) is Nearness.NONE


def test_two_names_among_many_make_one_world_and_no_affair() -> None:
    here, there = (
        people_of(article, *(f"Bert {first}{article}tone" for first in "BCDFGHKLMNPRST")) for article in "ab"
    )
    assert nearness(here[2], names_told(here), there[2], names_told(there)) is Nearness.WORLD
