from __future__ import annotations

from dataclasses import replace

from telling import Teller

from onrecord.linking import link
from onrecord.linking.linker import propositions_of
from onrecord.linking.origins.origins import Surroundings, find_origins
from onrecord.vocabulary import Claim, ClaimId, LinkedParty, Origin, PartyKind, Side, Stand, StatementId

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


def test_whoever_speaks_for_two_and_for_herself_is_one_origin() -> None:
    teller = (
        Teller("a").says("Tarn", "said", VALVE, behalf="Field").says("Tarn", "said", "that nobody had looked at it")
    )
    teller.says("Tarn", "said", "that the valve was old", behalf="Port Authority")
    (origin,) = counted([teller.says("Rowe", "said", "that the gas smelt")], Side.AFFIRMS, 0.9)
    assert [len(group) for group in origin.groups] == [3, 1]


def test_as_many_origins_are_counted_as_can_be_expected_and_they_are_the_surest() -> None:
    tellers = [Teller(name).says(name, "said", VALVE) for name in ("Field", "Rowe", "Quill", "Marr", "Brill")]
    (origin,) = counted(tellers, Side.DENIES, 0.6, 0.1, 0.9, 0.1)
    assert [group for (group,) in origin.groups] == [told_by(tellers[0]), told_by(tellers[2])]
    assert origin.why.endswith("; 3 more may speak of something else.")
    (origin,) = counted(tellers, Side.DENIES, 0.7)
    assert len(origin.groups) == 3


def test_whoever_surely_says_it_counts() -> None:
    tellers = [Teller(name).says(name, "said", VALVE) for name in ("Field", "Rowe", "Quill", "Marr", "Brill")]
    (origin,) = counted(tellers, Side.DENIES, 0.9)
    assert len(origin.groups) == 5


def test_a_claim_of_few_accounts_is_likelier_to_lack_some_than_to_have_foreign_ones() -> None:
    tellers = [Teller(name).says(name, "said", VALVE) for name in ("Field", "Rowe")]
    (origin,) = counted(tellers, Side.AFFIRMS, 0.5)
    assert len(origin.groups) == 2
    (origin,) = counted(tellers, Side.AFFIRMS, 0.3)
    assert len(origin.groups) == 1


def test_who_is_unsure_and_who_declines_is_counted_once_each() -> None:
    tellers = [Teller(ref).says(name, "said", VALVE) for ref, name in (("a", "Field"), ("b", "Field"), ("c", "Rowe"))]
    for side in (Side.UNSURE, Side.DECLINES):
        (origin,) = counted(tellers, side)
        assert origin.side is side
        assert len(origin.groups) == 2


def counted(tellers: list[Teller], side: Side, *chances: float) -> tuple[Origin, ...]:
    """The origins of a claim on which all stand on one side. chances: for each statement; the last for those that are left."""
    linked = propositions_of(teller.reading() for teller in tellers)
    told = {
        each.id: each for teller in tellers for each in linked if each.statement.article == teller.reading().article.id
    }
    claim = Claim(
        ClaimId("c"), "It leaked", tuple(Stand(id_, side, each.principal, None) for id_, each in told.items())
    )
    people = {each.principal for each in told.values() if each.principal}
    parties = {id_: LinkedParty(id_, id_, PartyKind.PERSON, (), (), (id_,)) for id_ in people}
    surely = dict(zip(told, (*chances, *chances[-1:] * len(told)), strict=False))
    return find_origins(claim, told, Surroundings(parties, {}, {}, {}, {}), lambda: surely)


def test_who_is_not_known_may_be_one_that_is_counted() -> None:
    """A pronoun that stands for nobody who can be made out is no second source beside Field."""
    known, unknown = Teller("a").says("Field", "said", VALVE), Teller("b").says("Rowe", "said", VALVE)
    one, other = (propositions_of([teller.reading()])[0] for teller in (known, unknown))
    told = {one.id: one, other.id: replace(other, principal=None)}
    stands = tuple(Stand(id_, Side.UNSURE, each.principal, None) for id_, each in told.items())
    field = LinkedParty(one.principal, "Field", PartyKind.PERSON, (), (), (one.principal,))
    around = Surroundings({one.principal: field}, {}, {}, {}, {})
    (origin,) = find_origins(Claim(ClaimId("c"), "", stands), told, around, dict)
    assert origin.groups == ((one.id,),)
    assert origin.why.endswith("; 1 more is of nobody known.")
    (alone,) = find_origins(Claim(ClaimId("c"), "", stands[1:]), told, around, dict)
    assert alone.groups == ((other.id,),)


def told_by(teller: Teller) -> StatementId:
    """Its only statement."""
    (statement,) = teller.reading().statements
    return statement.id
