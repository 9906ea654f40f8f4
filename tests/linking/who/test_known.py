from __future__ import annotations

from onrecord.linking.who.known import are_of_one_affair, know, names_told
from onrecord.vocabulary import Article, Party, PartyKind


def test_articles_with_two_names_in_common_are_of_one_affair() -> None:
    here, there = (
        [
            know(Party(Article(article, "text").id, name, PartyKind.PERSON))
            for name in ("Elena Marsh", "Peter Field", f"Jane {article.upper()}xton")
        ]
        for article in "ab"
    )
    assert are_of_one_affair(here[2], names_told(here), there[2], names_told(there))
    # beside the party itself there is one name only
    assert not are_of_one_affair(here[0], names_told(here), there[0], names_told(there))
