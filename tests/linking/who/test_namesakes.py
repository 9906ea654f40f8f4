from __future__ import annotations

from onrecord.linking.who.known import know
from onrecord.linking.who.namesakes import ONE_OF_ALL, apart, profile, which
from onrecord.vocabulary import Article, Party, PartyKind


def test_people_of_one_name_are_as_many_as_their_walks_of_life_and_offices_say() -> None:
    def reed(*roles: str) -> str | None:
        return profile(know(Party(Article("a", "text").id, "John Reed", PartyKind.PERSON, roles=roles)))

    profiles = {
        reed("police sergeant"): 3,
        reed("striker"): 1,
        reed("striker", "captain of the team"): 1,
        reed("mayor"): 1,
    }
    told = apart({each: count for each, count in profiles.items() if each})
    assert told["a sport"] == told["captain"] == told["team"] == "a sport"
    assert told["a politics"] == "a politics"
    assert "a police" not in told  # of him most is told
    assert reed("neighbour") is None


def test_whose_office_says_nothing_is_the_one_of_whom_most_is_told() -> None:
    others = {"a sport": "a sport", "striker": "a sport"}
    for roles, who in ((("striker",), "a sport"), (("neighbour",), ONE_OF_ALL), ((), ONE_OF_ALL)):
        party = Party(Article("a", "text").id, "John Reed", PartyKind.PERSON, roles=roles)
        assert which(know(party), others) == who
