from __future__ import annotations

from onrecord.vocabulary import PartyKind

from .reading import Said, read


def test_a_party_has_its_fullest_name_the_others_as_aliases_and_its_offices_as_roles() -> None:
    text = "Mayor Elena Marsh left. Marsh, the harbour master, slept. Then Elena came."
    party = read(text).party("Elena Marsh")
    assert party.kind == PartyKind.PERSON
    assert party.aliases == ("Marsh", "Elena")
    assert party.roles == ("Mayor", "harbour master")
    assert [m.of(text) for m in party.mentions][:2] == ["Elena Marsh", "Marsh"]


def test_an_honour_stays_with_the_name() -> None:
    party = read("Dame Ruth Abel left. Abel slept.").party("Dame Ruth Abel")
    assert party.aliases == ("Ruth Abel", "Abel")


def test_an_unnamed_source_has_the_words_of_the_text() -> None:
    text = "Two people briefed on the sale said it had failed."
    found = read(text, Said("Two people briefed on the sale", "said", "it had failed"))
    party = found.parties[found.statements[0].speaker]  # type: ignore[index]
    assert party.name.startswith("Two people")
    assert (party.anonymous, party.count, party.kind) == (True, 2, PartyKind.GROUP)


def test_joint_speakers_are_a_group_of_members() -> None:
    text = "Ann Lee and Bo Tan said it had failed."
    found = read(text, Said("Ann Lee and Bo Tan", "said", "it had failed"))
    party = found.parties[found.statements[0].speaker]  # type: ignore[index]
    assert party.kind == PartyKind.GROUP
    assert [found.name(m) for m in party.members] == ["Ann Lee", "Bo Tan"]


def test_places_and_things_are_no_parties_unless_they_speak() -> None:
    text = "Bo Tan went to Norway. Norway said it was late."
    silent = read("Bo Tan went to Norway.")
    assert {p.name for p in silent.parties.values()} == {"Bo Tan", "Harbour Gazette"} - {"Harbour Gazette"}
    assert read(text, Said("Norway", "said", "it was late")).speakers == ["Norway"]


def test_ids_are_the_same_on_every_reading_and_differ_between_articles() -> None:
    text = "Ann Lee met Bo Tan."
    assert set(read(text).parties) == set(read(text).parties)


def test_a_body_without_a_name_is_called_by_whose_it_is() -> None:
    text = "A tireless campaign was waged. The Lee campaign denied it."
    found = read(text, Said("The Lee campaign", "denied", "it"))
    assert found.speakers == ["Lee campaign"]


def test_several_joined_are_named_without_what_is_said_of_them() -> None:
    text = "Ann Lee and Bo Tan, two of the three survivors, said it was late."
    found = read(text, Said("Ann Lee and Bo Tan, two of the three survivors", "said", "it was late"))
    assert found.speakers == ["Ann Lee and Bo Tan"]
