from __future__ import annotations

from onrecord.linking import link
from onrecord.linking.origins import Surroundings, find_origins
from onrecord.linking.propositions import read_propositions
from onrecord.vocabulary import Claim, ClaimId, LinkedParty, Origin, PartyId, PartyKind, Side, Stand

from .invented import Teller

VALVE = "that the dockside valve leaked chlorine"


def affirmed(*tellers: Teller) -> Origin:
    (origin,) = [o for o in link(t.reading() for t in tellers).origins if o.side is Side.AFFIRMS]
    return origin


def test_the_same_source_each_time_is_one_origin() -> None:
    origin = affirmed(
        Teller("a").says("Field", "said", VALVE), Teller("b", "The Quay").says("Field", "said", "that the dockside valve had leaked")
    )  # fmt: skip
    assert len(origin.groups) == 1
    assert "the same source each time is counted once" in origin.why


def test_two_people_are_two_origins() -> None:
    assert (
        len(
            affirmed(
                Teller("a").says("Field", "said", VALVE), Teller("b").says("Rowe", "said", VALVE + " twice")
            ).groups
        )
        == 2
    )


def test_unnamed_sources_of_one_report_are_one_origin_whoever_repeats_it() -> None:
    first = (
        Teller("a", "The Lamp")
        .party("two engineers", PartyKind.GROUP, anonymous=True)
        .says("two engineers", "said", VALVE)
    )
    second = (
        Teller("b", "The Quay")
        .party("The Lamp", PartyKind.OUTLET)
        .party("three people", PartyKind.GROUP, anonymous=True)
        .says("three people", "said", "that the dockside valve had leaked", via=("The Lamp",))
    )
    assert len(affirmed(first, second).groups) == 1


def test_unnamed_sources_of_a_copy_are_those_of_the_first_to_print_it() -> None:
    rain = (
        "The rain fell on the harbour for nine days and nobody in the town had seen the like of it since the old wall fell. "
        "Boats lay three deep along the quay while their crews mended nets under canvas, played cards for matches and waited. "
        "Every evening a bell rang from the chapel on the hill, and every evening fewer people climbed the steps to hear it."
    )
    tellers = [
        Teller(ref, publisher, published=f"2031-03-0{day}")
        .party("an engineer", anonymous=True)
        .adds(rain)
        .says("an engineer", "said", content)
        for day, (ref, publisher, content) in enumerate(
            (("a", "The Lamp", VALVE), ("b", "The Quay", "that the dockside valve leaked green chlorine")), start=1
        )
    ]
    assert len(affirmed(*tellers).groups) == 1


def test_no_more_origins_are_counted_than_can_be_expected() -> None:
    tellers = (
        Teller(ref).says(speaker, "said", VALVE) for ref, speaker in (("a", "Field"), ("b", "Rowe"), ("c", "Quill"))
    )
    told = {each.id: each for teller in tellers for each in read_propositions(teller.reading(), {})}
    one, two, three = told
    stands = tuple(Stand(id_, Side.AFFIRMS, each.principal, None) for id_, each in told.items())
    claim = Claim(ClaimId("c"), "It leaked", stands)
    parties = {each.principal: person(each.principal) for each in told.values() if each.principal}
    around = Surroundings(parties, copies={}, publishers={}, via={}, told_to={})
    (origin,) = find_origins(claim, told, around, lambda: {one: 0.6, two: 0.2, three: 0.9})
    assert origin.groups == ((one,), (three,))
    assert origin.why.endswith("; 1 more may speak of something else.")
    (thin,) = find_origins(claim, told, around, lambda: dict.fromkeys(told, 0.1))
    assert thin.groups == ((one,),)


def person(id_: PartyId) -> LinkedParty:
    return LinkedParty(id_, id_, PartyKind.PERSON, (), (), (id_,))
