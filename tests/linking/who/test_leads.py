from __future__ import annotations

from onrecord.linking.who.known import Known, Nearness, know
from onrecord.linking.who.leads import Candidate, Fit, Lead, only_one
from onrecord.vocabulary import Article, Party, PartyKind


def known(article: str, name: str, *roles: str) -> Known:
    return know(Party(Article(article, "text").id, name, PartyKind.PERSON, roles=roles))


def chosen(each: Known, *others: Known, fit: Fit = Fit.ANYWHERE, near: tuple[str, ...] = ()) -> str | None:
    candidates = [
        Candidate(other, other.id, Nearness.AFFAIR if other.party.name in near else Nearness.NONE) for other in others
    ]
    found = only_one(each, Lead((), lambda other: fit, "a reason"), candidates)
    return next((other.party.name for other in others if other.id == found), None)


def test_the_only_one_is_chosen_and_of_several_the_one_that_shares_its_office() -> None:
    marsh = known("c", "Marsh", "clerk of the harbour")
    elena, peter = known("a", "Elena Marsh", "mayor"), known("b", "Peter Marsh", "harbour clerk")
    assert chosen(marsh, elena) == "Elena Marsh"
    assert chosen(marsh, elena, peter) == "Peter Marsh"
    assert chosen(known("c", "Marsh"), elena, peter) is None


def test_of_several_the_only_one_of_the_affair_is_chosen() -> None:
    elena, peter = known("a", "Elena Marsh"), known("b", "Peter Marsh")
    assert chosen(known("c", "Marsh"), elena, peter, near=("Elena Marsh",)) == "Elena Marsh"
    assert chosen(known("c", "Marsh"), elena, fit=Fit.WITHIN_AFFAIR) is None
