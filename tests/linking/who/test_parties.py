from __future__ import annotations

import random

from onrecord.linking.memory import Memory
from onrecord.linking.who.directory import Directory, link_parties
from onrecord.linking.who.parties import Cast
from onrecord.vocabulary import Article, Decisions, LinkedParty, Party, PartyKind, Span

PERSON, BODY, OUTLET = PartyKind.PERSON, PartyKind.ORGANIZATION, PartyKind.OUTLET


def local(article: str, name: str, kind: PartyKind = PERSON, *roles: str, anonymous: bool = False) -> Party:
    return Party(Article(article, "text").id, name, kind, roles=roles, anonymous=anonymous)


def groups(*parties: Party, decisions: Decisions | None = None) -> list[LinkedParty]:
    return list(link_parties(parties, decisions or Decisions())[0])


def sizes(*parties: Party, decisions: Decisions | None = None) -> list[int]:
    return sorted(len(party.locals) for party in groups(*parties, decisions=decisions))


def test_a_full_name_and_a_surname_are_one_person() -> None:
    (marsh,) = groups(local("a", "Elena Marsh"), local("b", "Marsh"), local("c", "Elena Marsh"))
    assert marsh.name == "Elena Marsh"
    assert marsh.aliases == ("Marsh",)
    assert any("only one party" in reason for reason in marsh.because)
    assert any("full name" in reason for reason in marsh.because)


def test_a_surname_that_two_people_have_stays_alone() -> None:
    assert sizes(local("a", "Elena Marsh"), local("b", "Peter Marsh"), local("c", "Marsh")) == [1, 1, 1]


def test_an_office_tells_which_of_two_namesakes_a_surname_is() -> None:
    linked = groups(
        local("a", "Elena Marsh", PERSON, "harbour inspector"), local("b", "Peter Marsh", PERSON, "porter at the Belmont"),
        local("c", "Marsh", PERSON, "the inspector"),
    )  # fmt: skip
    assert sorted((p.name, len(p.locals)) for p in linked) == [("Elena Marsh", 2), ("Peter Marsh", 1)]


def test_namesakes_of_different_walks_of_life_stay_two() -> None:
    assert sizes(local("a", "John Reed", PERSON, "police sergeant"), local("b", "John Reed", PERSON, "striker")) == [
        1,
        1,
    ]


def test_two_people_whom_one_article_tells_apart_stay_two() -> None:
    article = Article("a", "John Reed and John Reed").id
    first, second = (Party(article, "John Reed", PERSON, mentions=(Span(at, at + 9),)) for at in (0, 14))
    assert sizes(first, second) == [1, 1]


def test_whoever_holds_the_office_is_meant_by_it() -> None:
    linked = groups(local("a", "Elena Marsh", PERSON, "mayor of Dunmere"), local("b", "the mayor of Dunmere"))
    assert [len(p.locals) for p in linked] == [2]


def test_an_office_may_be_that_of_somebody_whom_its_own_article_names_without_one() -> None:
    known = local("a", "Elena Marsh", PERSON, "director of the museum"), local("a", "Zwaan Museum", BODY)
    affair = local("a", "Tilda Orr"), local("b", "Tilda Orr"), local("a", "Jan Vey"), local("b", "Jan Vey")
    linked = groups(*known, *affair, local("b", "Elena Marsh"), local("b", "director"))
    assert {p.name: len(p.locals) for p in linked}["Elena Marsh"] == 3
    linked = groups(*known, *affair, local("b", "Elena Marsh", PERSON, "trustee"), local("b", "director"))
    assert {p.name: len(p.locals) for p in linked}["Elena Marsh"] == 2


def test_unnamed_sources_are_never_merged() -> None:
    assert sizes(*(local(a, "two officials", PartyKind.GROUP, anonymous=True) for a in "ab")) == [1, 1]


def test_institutions_go_by_name_short_name_and_acronym() -> None:
    assert sizes(local("a", "Halden Grid", BODY), local("b", "Halden", BODY)) == [2]
    assert sizes(local("a", "Fjord Press Bureau", OUTLET), local("b", "FPB", OUTLET)) == [2]
    assert sizes(local("a", "The Ardenne Courier", OUTLET), local("b", "the Courier", OUTLET)) == [2]


def test_a_person_and_an_institution_are_never_one() -> None:
    assert sizes(local("a", "Halden", BODY), local("b", "Halden")) == [1, 1]


def test_a_body_whose_name_one_article_took_for_a_persons_is_one_still() -> None:
    assert sizes(local("a", "Halden Grid", BODY), local("b", "Halden Grid")) == [2]


def test_what_a_person_decided_holds() -> None:
    one, other, third = local("a", "Elena Marsh"), local("b", "Elena Marsh"), local("c", "Lena M.")
    apart = Decisions(different_parties=frozenset({frozenset({one.id, other.id})}))
    assert sizes(one, other, decisions=apart) == [1, 1]
    together = Decisions(same_parties=frozenset({frozenset({one.id, third.id})}))
    (linked,) = groups(one, third, decisions=together)
    assert linked.because == ("a person said that they are the same",)


def test_the_order_of_the_parties_does_not_matter() -> None:
    told = {"a": "Elena Marsh", "b": "Marsh", "c": "Peter Marsh", "d": "Marsh", "e": "E. Marsh"}
    parties = [local(article, name, PERSON, *(("clerk",) if article in "cd" else ())) for article, name in told.items()]
    expected = groups(*parties)
    for seed in range(5):
        random.Random(seed).shuffle(parties)
        assert groups(*parties) == expected


def test_a_joint_speaker_has_linked_members() -> None:
    one, other = local("a", "The Quay", OUTLET), local("a", "The Lamp", OUTLET)
    joint = Party(Article("a", "text").id, "The Quay and The Lamp", OUTLET, members=(one.id, other.id))
    linked, party_of = link_parties([one, other, joint], Decisions())
    found = next(p for p in linked if joint.id in p.locals)
    assert found.members == (party_of[one.id], party_of[other.id])


def test_a_title_that_no_list_knows_does_not_part_a_person() -> None:
    (vance,) = groups(local("a", "Showrunner Olu Vance"), local("b", "Olu Vance"), local("c", "Vance"))
    assert vance.name == "Olu Vance"
    assert vance.aliases == ("Showrunner Olu Vance", "Vance")


def test_a_given_name_is_no_title() -> None:
    assert sizes(local("a", "Anna Marsh"), local("b", "Bert Marsh")) == [1, 1]


def test_what_one_article_takes_for_a_person_and_others_do_not_is_none() -> None:
    about = [local(article, name) for article in "ab" for name in ("Elena Marsh", "Bert Orr")]
    linked = groups(local("a", "Radio Norlen"), local("b", "Radio Norlen", OUTLET), *about)
    assert [(p.kind, len(p.locals)) for p in linked if p.name == "Radio Norlen"] == [(OUTLET, 2)]


def test_a_description_that_ends_with_a_name_is_of_who_has_it() -> None:
    assert sizes(local("a", "Rob Attwater"), local("b", "Green campaigner Rob Attwater")) == [2]
    assert sizes(local("a", "Chiara Dossena"), local("b", "its regional manager, Chiara Dossena")) == [2]
    assert sizes(local("a", "Port Marrow"), local("b", "mayor of Port Marrow")) == [1, 1]


def test_the_minister_is_whom_an_article_calls_just_so() -> None:
    vahl, renfeldt = "Astrid Vahl", "Tobias Renfeldt"
    linked = groups(
        local("a", vahl, PERSON, "prime minister"), local("a", renfeldt, PERSON, "energy minister", "minister"),
        local("b", vahl, PERSON, "prime minister"), local("b", renfeldt, PERSON, "energy minister"),
        local("b", "Norlen Post", BODY), local("c", vahl), local("c", "Norlen Post", BODY), local("c", "minister"),
        local("a", "Norlen Post", BODY),
    )  # fmt: skip
    assert {p.name: len(p.locals) for p in linked} == {vahl: 3, renfeldt: 3, "Norlen Post": 3}


def test_each_client_has_a_lawyer_of_their_own() -> None:
    shared = [local(article, name, BODY) for article in "ab" for name in ("Norlen Post", "Marl Quarry")]
    known = [local("a", "Beatrice Omolo", PERSON, "his lawyer"), local("a", "Ann Lee", PERSON, "tax lawyer")]
    assert sizes(*shared, *known, local("b", "her lawyer")) == [1, 1, 1, 2, 2]


def test_a_description_without_an_article_is_the_only_body_that_it_fits() -> None:
    shared = [local(article, name) for article in "ab" for name in ("Elena Marsh", "Bo Ray")]
    academy = local("a", "Aldmouth Naval Academy", BODY, "academy")
    assert sizes(*shared, academy, local("b", "naval academy", BODY)) == [2, 2, 2]
    assert sizes(*shared, academy, local("b", "dance academy", BODY)) == [1, 1, 2, 2]


def test_bodies_called_by_one_place_stay_two() -> None:
    assert sizes(
        Party(Article("a", "text").id, "Adun Sentinel", BODY, aliases=("Adun",)),
        Party(Article("b", "text").id, "Adun National Museum", BODY, aliases=("Adun",)),
    ) == [1, 1]


def test_the_beginning_of_a_body_taken_for_a_person_is_that_body() -> None:
    shared = [local(article, name) for article in "ab" for name in ("Elena Marsh", "Bo Ray")]
    assert sizes(*shared, local("a", "Golden Meridian Travel", BODY), local("b", "Golden Meridian")) == [2, 2, 2]


def test_a_name_means_who_is_called_so_elsewhere_beside_a_fuller_one() -> None:
    both = Party(Article("a", "text").id, "Maurice Cheeks", PERSON, aliases=("Mo Cheeks",))
    assert sizes(both, local("b", "Mo Cheeks")) == [2]
    assert sizes(both, *(local(article, "Mo Cheeks") for article in "bcd"), local("e", "Maurice Cheeks")) == [2, 3]
    both = Party(Article("a", "text").id, "New Orleans Saints", BODY, aliases=("the Saints",))
    assert sizes(both, local("b", "The Saints", BODY)) == [2]


def test_a_description_is_not_a_body_that_is_named_beside_one_called_so() -> None:
    shared = [local(article, name) for article in "abc" for name in ("Elena Marsh", "Bo Ray")]
    insurer = local("a", "Keystone Mutual", BODY, "district insurer")
    assert sizes(*shared, insurer, local("b", "the district", BODY)) == [2, 3, 3]
    assert sizes(*shared, insurer, local("a", "the district", BODY), local("b", "the district", BODY)) == [1, 2, 3, 3]


def test_a_surname_means_who_was_lately_called_so() -> None:
    """Of fifty Anns and one Bea the nearest count, and no affair says who else is meant."""
    dated = {
        f"{n:03}": Cast(f"2031-{1 + n // 28:02}-{1 + n % 28:02}", [local(f"{n:03}", "Ann Marsh")]) for n in range(60)
    }
    dated |= {"bea": Cast("2031-01-01", [local("bea", "Bea Marsh")])}
    dated |= {day: Cast(day, [local(day, "Marsh")]) for day in ("2031-01-02", "2031-03-01")}
    come = {Article(ref, "text").id: cast for ref, cast in dated.items()}
    party_of = Directory(Memory()).change((), come, Decisions()).now
    early, late = (local(day, "Marsh").id for day in ("2031-01-02", "2031-03-01"))
    assert party_of[late] == party_of[local("000", "Ann Marsh").id]
    assert party_of[early] not in {
        party_of[local(ref, name).id] for ref, name in (("000", "Ann Marsh"), ("bea", "Bea Marsh"))
    }
