from __future__ import annotations

from onrecord.views.summary import Summary
from onrecord.vocabulary import NO_DATE, Outcome, Refusal, Result


def lines_after(*outcomes: Outcome) -> str:
    summary = Summary("r.db")
    for outcome in outcomes:
        summary.add(outcome)
    return "\n".join(summary.lines())


def test_every_refusal_stands_with_its_reason():
    refusal = Refusal("x.bin", "a picture", "an article", "leave it out")
    told = lines_after(Outcome("x.bin", Result.REFUSED, detail=str(refusal)))
    assert "1 input not read:\n  x.bin: found a picture; expected an article; leave it out" in told


def test_a_few_undated_articles_are_named_and_the_rest_counted():
    told = lines_after(*(Outcome(f"r{n}", Result.READ, detail=NO_DATE) for n in range(5)))
    assert "5 articles without a publication date" in told
    assert "r0, r1, r2 and 2 more" in told


def test_a_remark_beside_a_missing_date_is_shown_and_both_are_counted():
    outcome = Outcome("r", Result.UNCHANGED, detail=f"kept title 'A', not 'B'; {NO_DATE}")
    told = lines_after(outcome)
    assert "r: kept title 'A', not 'B'" in told
    assert "1 article without a publication date" in told


def test_refused_input_is_no_article():
    summary = Summary("r.db")
    summary.add(Outcome("x", Result.NOT_ENGLISH, detail="x: found French; expected English; none"))
    assert summary.articles == 0
    assert summary.row()["results"] == {result.value: int(result is Result.NOT_ENGLISH) for result in Result}


def test_nothing_read_is_said_too():
    assert lines_after().startswith("0 articles, 0 statements, 0 words in r.db")
