from __future__ import annotations

from telling import Teller

from onrecord.linking import link
from onrecord.vocabulary import Stance


def texts(*tellers: Teller) -> list[str]:
    return [claim.text for claim in link(t.reading() for t in tellers).claims]


def test_what_one_statement_says_alone_is_no_claim() -> None:
    assert texts(Teller("a").says("Marsh", "said", "that the choir sang at the fair")) == []


def test_what_somebody_denies_is_a_claim() -> None:
    assert texts(Teller("a").says("Marsh", "denied", "that the choir sang at the fair", Stance.DENIES)) == [
        "The choir sang at the fair"
    ]


def test_a_claim_keeps_its_id_when_a_later_article_joins_it() -> None:
    first = Teller("a", published="2031-03-01").says("Marsh", "denied", "that the dockside valve leaked", Stance.DENIES)
    later = Teller("b", published="2031-03-05").says("Field", "said", "that the dockside valve leaked")
    (before,) = link([first.reading()]).claims
    (after,) = link([first.reading(), later.reading()]).claims
    assert before.id == after.id
    assert len(after.stands) == 2


def test_he_said_so_joins_nothing() -> None:
    claims = link([
        Teller("a").says("Marsh", "said", "that the dockside valve leaked").reading(),
        Teller("b").says("Marsh", "said", "that the dockside valve had leaked").says("Marsh", "said", "so").reading(),
    ]).claims  # fmt: skip
    assert [len(claim.stands) for claim in claims] == [2]
