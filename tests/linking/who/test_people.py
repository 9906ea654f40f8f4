"""More of what makes two local parties one person is in test_parties."""

from __future__ import annotations

from onrecord.linking.who.known import know
from onrecord.linking.who.people import cannot_be_one_person
from onrecord.vocabulary import Article, Party, PartyKind

ARTICLE = Article("a", "text").id


def test_full_names_that_differ_and_walks_of_life_that_differ_keep_people_apart() -> None:
    def person(name: str, *roles: str) -> Party:
        return Party(ARTICLE, name, PartyKind.PERSON, roles=roles)

    jane = know(person("Jane Reed"))
    assert cannot_be_one_person(jane, know(person("Peter Reed")))
    assert not cannot_be_one_person(jane, know(person("Reed")))
    assert cannot_be_one_person(know(person("Jane Reed", "mayor")), know(person("Jane Reed", "striker")))
    assert not cannot_be_one_person(
        know(person("Jane Reed", "mayor of Dunmere")), know(person("Jane Reed", "lawyer in Dunmere"))
    )
