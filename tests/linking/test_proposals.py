from __future__ import annotations

from onrecord.linking.known import Affairs, Known, know
from onrecord.linking.proposals import only_one
from onrecord.vocabulary import Article, Party, PartyKind


def known(article: str, name: str, *roles: str) -> Known:
    return know(Party(Article(article, "text").id, name, PartyKind.PERSON, roles=roles))


def chosen(each: Known, *others: Known) -> list[str]:
    proposals = only_one(each, others, Affairs([each, *others]), lambda id_: id_, "a reason")
    names = {o.id: o.party.name for o in others}
    return [names[proposal.one] for proposal in proposals]


def test_the_only_one_is_chosen_and_of_several_the_one_that_shares_its_office() -> None:
    marsh = known("c", "Marsh", "clerk of the harbour")
    elena, peter = known("a", "Elena Marsh", "mayor"), known("b", "Peter Marsh", "harbour clerk")
    assert chosen(marsh, elena) == ["Elena Marsh"]
    assert chosen(marsh, elena, peter) == ["Peter Marsh"]
    assert chosen(known("c", "Marsh"), elena, peter) == []
