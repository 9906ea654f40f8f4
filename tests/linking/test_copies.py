from __future__ import annotations

import random

from onrecord.linking.copies import containment, find_copies, sketch
from onrecord.vocabulary import Article

VOCABULARY = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in ("n", "r", "l", "ck")]


def invented_text(seed: int, sentences: int = 40) -> list[str]:
    chance = random.Random(seed)
    return [" ".join(chance.choices(VOCABULARY, k=14)).capitalize() + "." for _ in range(sentences)]


def copies_of(*articles: Article) -> dict[str, str]:
    refs = {article.id: article.ref for article in articles}
    found = find_copies(articles, {article.id: sketch(article.text) for article in articles})
    return {refs[copy]: refs[of] for copy, of in found.items()}


def test_a_copy_that_is_cut_and_has_a_lead_of_its_own_is_found_and_points_to_the_earliest() -> None:
    wire = invented_text(1)
    copies = copies_of(
        Article("paper", " ".join(["It rained in town as the news came in.", *wire[2:24]]), published="2031-03-05"),
        Article("wire", " ".join(wire), published="2031-03-04"),
        Article("other", " ".join(invented_text(2)), published="2031-03-01"),
    )
    assert copies == {"paper": "wire"}


def test_a_shared_quotation_makes_no_copy() -> None:
    quotation = invented_text(3, 3)
    one, other = invented_text(4), invented_text(5)
    assert copies_of(Article("a", " ".join(one + quotation)), Article("b", " ".join(quotation + other))) == {}


def test_containment_is_of_the_shorter_text() -> None:
    whole = " ".join(invented_text(6))
    assert containment(sketch(whole), sketch(whole[: len(whole) // 3])) > 0.9
    assert containment(sketch("too short"), sketch(whole)) == 0
