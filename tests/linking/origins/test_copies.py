from __future__ import annotations

import random

from onrecord.linking.memory import Memory
from onrecord.linking.origins.copies import TOO_COMMON, Copies, containment, sketch
from onrecord.vocabulary import Article

VOCABULARY = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in ("n", "r", "l", "ck")]


def invented_text(seed: int, sentences: int = 40) -> list[str]:
    chance = random.Random(seed)
    return [" ".join(chance.choices(VOCABULARY, k=14)).capitalize() + "." for _ in range(sentences)]


def copies_of(*articles: Article) -> dict[str, str]:
    copies = Copies(Memory())
    copies.change((), dict(enumerate(articles)))
    return {articles[copy].ref: articles[of].ref for copy, of in copies.originals(range(len(articles))).items()}


def test_a_copy_that_is_cut_and_has_a_lead_of_its_own_is_found_and_points_to_the_earliest() -> None:
    wire = invented_text(1)
    copies = copies_of(
        Article("paper", " ".join(["It rained in town as the news came in.", *wire[2:24]]), published="2031-03-05"),
        Article("wire", " ".join(wire), published="2031-03-04"),
        Article("other", " ".join(invented_text(2)), published="2031-03-01"),
    )
    assert copies == {"paper": "wire"}


def cut_and_filled(wire: list[str], town: int = 7) -> str:
    return " ".join([*wire[:9], *invented_text(town, 20)])


def test_a_copy_that_is_cut_to_a_third_and_filled_up_is_found_by_how_it_opens() -> None:
    wire = invented_text(1)
    dateline = "Tarn, March 4 (Meridian Wire) -"
    first = Article("wire", " ".join([dateline, *wire]), published="2031-03-04T09:00:00Z")
    assert copies_of(first, Article("paper", cut_and_filled(wire), published="2031-03-05")) == {"paper": "wire"}


def test_what_is_shared_by_a_third_is_no_copy_with_another_opening_or_another_time() -> None:
    wire = invented_text(1)
    first = Article("wire", " ".join(wire), published="2031-03-04")
    other_opening = " ".join(["It rained in town.", *invented_text(8, 20), *wire[:9]])
    assert copies_of(first, Article("paper", other_opening, published="2031-03-05")) == {}
    for day in ("2031-03-11", "2031-03", None):  # a weekly report of one office is worded alike each time
        assert copies_of(first, Article("paper", cut_and_filled(wire), published=day)) == {}


def test_the_same_opening_alone_makes_no_copy() -> None:
    wire = invented_text(1)
    paper = " ".join([*wire[:3], *invented_text(7)])
    first = Article("wire", " ".join(wire), published="2031-03-04")
    assert copies_of(first, Article("paper", paper, published="2031-03-04")) == {}


def test_a_shared_quotation_makes_no_copy() -> None:
    quotation = invented_text(3, 3)
    one, other = invented_text(4), invented_text(5)
    assert copies_of(Article("a", " ".join(one + quotation)), Article("b", " ".join(quotation + other))) == {}


def test_containment_is_of_the_shorter_text() -> None:
    whole = " ".join(invented_text(6))
    assert containment(sketch(whole), sketch(whole[: len(whole) // 3])) > 0.9
    assert containment(sketch("too short"), sketch(whole)) == 0


def test_an_earlier_copy_that_comes_later_is_the_original_until_it_goes() -> None:
    wire = " ".join(invented_text(1))
    articles = [Article(f"{n}", wire, published=f"2031-03-0{n + 1}") for n in range(3)]
    copies = Copies(Memory())
    copies.change((), {2: articles[2], 1: articles[1]})
    assert copies.originals(range(3)) == {2: 1}
    assert copies.change((), {0: articles[0]}) == {1, 2}
    assert copies.originals(range(3)) == {1: 0, 2: 0}
    assert copies.change([0], {}) == {0, 1, 2}
    assert copies.originals(range(3)) == {2: 1}


def test_what_too_many_articles_share_makes_no_copies() -> None:
    footer = invented_text(9, 9)
    articles = [Article(f"{n}", " ".join([*invented_text(n, 3), *footer])) for n in range(TOO_COMMON + 1)]
    copies = Copies(Memory())
    copies.change((), dict(enumerate(articles[:-1])))
    assert len(copies.originals(range(TOO_COMMON))) == TOO_COMMON - 1
    copies.change((), {TOO_COMMON: articles[-1]})
    assert copies.originals(range(TOO_COMMON + 1)) == {}
