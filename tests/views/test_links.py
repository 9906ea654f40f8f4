from __future__ import annotations

from datetime import date

from onrecord.views import links
from onrecord.views.present import fields
from onrecord.vocabulary import (
    Article,
    Change,
    ChangeKind,
    Claim,
    ClaimId,
    Conflict,
    Interval,
    LinkedContact,
    LinkedEvent,
    LinkedParty,
    Origin,
    PartyId,
    PartyKind,
    Passage,
    Position,
    Side,
    Span,
    Stand,
    StatementId,
)

MARSH = LinkedParty(
    PartyId("q-1"), "Elena Marsh", PartyKind.PERSON, ("Marsh",), ("mayor",), (), statements=2, articles=1
)
PARTIES = {MARSH.id: MARSH}
ARTICLE = Article("a.txt", "Marsh met\nField on Monday.")
DAY = Interval(date(2031, 3, 4), date(2031, 3, 4), "day")
BEFORE = Stand(StatementId("s-1"), Side.DENIES, MARSH.id, DAY)
AFTER = Stand(StatementId("s-2"), Side.UNSURE, MARSH.id, None)
CLAIM = Claim(ClaimId("c-1"), "It leaked", (BEFORE, AFTER))
PASSAGE = Passage(ARTICLE.id, Span(0, 15))


def test_every_row_has_the_fields_of_its_kind() -> None:
    articles = {ARTICLE.id: ARTICLE}
    rows = {
        "parties": links.linked_party_row(MARSH),
        "claims": links.claim_row(CLAIM, PARTIES),
        "positions": links.position_row(Position(MARSH.id, CLAIM.id, CLAIM.stands), PARTIES),
        "changes": links.change_row(Change(MARSH.id, CLAIM.id, ChangeKind.WALK_BACK, BEFORE, AFTER), PARTIES),
        "conflicts": links.conflict_row(Conflict(CLAIM.id, (), (MARSH.id,), (BEFORE.statement,)), PARTIES),
        "origins": links.origin_row(Origin(CLAIM.id, Side.DENIES, ((BEFORE.statement,),), "Rests on Elena Marsh.")),
        "contacts": links.contact_row(LinkedContact((MARSH.id,), None, DAY, (PASSAGE,)), PARTIES, articles),
        "timeline": links.event_row(LinkedEvent(DAY, (MARSH.id,), (PASSAGE,)), PARTIES, articles),
    }
    for kind, row in rows.items():
        assert tuple(row) == fields(kind)


def test_a_claim_shows_who_took_which_side() -> None:
    row = links.claim_row(CLAIM, PARTIES)
    assert (
        row["denies"] == row["unsure"] == [{"id": "q-1", "name": "Elena Marsh", "kind": "person", "aliases": ["Marsh"]}]
    )
    assert row["affirms"] == []
    assert row["first"] == row["last"] == {"start": "2031-03-04", "end": "2031-03-04", "granularity": "day"}


def test_a_change_names_both_statements_and_the_day_of_the_later_one() -> None:
    row = links.change_row(Change(MARSH.id, CLAIM.id, ChangeKind.WALK_BACK, BEFORE, AFTER), PARTIES)
    assert (row["from"], row["to"], row["on"], row["statements"]) == ("denies", "unsure", None, ["s-1", "s-2"])


def test_an_event_is_told_in_the_words_of_its_article() -> None:
    row = links.event_row(LinkedEvent(DAY, (MARSH.id,), (PASSAGE,)), PARTIES, {ARTICLE.id: ARTICLE})
    assert row["what"] == "Marsh met Field"
    assert row["evidence"] == [
        {"article": ARTICLE.id, "article_ref": "a.txt", "span": {"start": 0, "end": 15, "text": "Marsh met\nField"}}
    ]
