from __future__ import annotations

from onrecord.linking.who.verdicts import decide
from onrecord.vocabulary import Decisions, PartyId

ANN, BEA, CARA = (PartyId(name) for name in ("ann", "bea", "cara"))


def pairs(*told: tuple[PartyId, PartyId]) -> frozenset[frozenset[PartyId]]:
    return frozenset(map(frozenset, told))


def test_two_that_a_person_put_together_are_one_with_all_that_have_their_names() -> None:
    verdicts = decide(Decisions(same_parties=pairs((ANN, BEA))), {ANN: PartyId("q-a"), BEA: PartyId("q-b")})
    assert verdicts.linked(BEA, PartyId("q-b")) == verdicts.linked(CARA, PartyId("q-b")) == PartyId("q-a")
    assert verdicts.parts_of(PartyId("q-a")) == {"q-a", "q-b"}
    assert verdicts.by_word == {BEA}


def test_who_is_not_another_of_the_same_name_is_taken_out() -> None:
    verdicts = decide(Decisions(different_parties=pairs((ANN, BEA))), dict.fromkeys((ANN, BEA), PartyId("q-a")))
    assert verdicts.linked(ANN, PartyId("q-a")) == PartyId("q-a")
    assert verdicts.linked(BEA, PartyId("q-a")) not in ("q-a", "bea")


def test_what_is_kept_apart_is_not_put_together_by_a_third() -> None:
    decisions = Decisions(same_parties=pairs((ANN, BEA), (BEA, CARA)), different_parties=pairs((ANN, CARA)))
    verdicts = decide(decisions, {each: PartyId(f"q-{each}") for each in (ANN, BEA, CARA)})
    assert verdicts.linked(ANN, PartyId("q-ann")) != verdicts.linked(CARA, PartyId("q-cara"))
    assert decide(decisions, {}) == decide(Decisions(), {})
