from __future__ import annotations

from onrecord.linking.known import Affairs, know
from onrecord.vocabulary import Article, Party, PartyKind


def test_articles_with_two_names_in_common_are_of_one_affair() -> None:
    known = [
        know(Party(Article(article, "text").id, name, PartyKind.PERSON))
        for article in "ab"
        for name in ("Elena Marsh", "Peter Field", f"Jane {article.upper()}xton")
    ]
    affairs = Affairs(known)
    assert affairs.are_one(known[2], known[5])
    assert not affairs.are_one(known[0], known[3])  # beside the party itself there is one name only
