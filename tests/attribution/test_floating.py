from __future__ import annotations

from onrecord.attribution.floating import part_floating
from onrecord.vocabulary import Article, Form, Span, Statement


def parts(text: str, source: str, cue: str, *content: str) -> list[tuple[str | None, list[str]]]:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    whole = Statement(Article("r", text).id, span(source), span(cue), tuple(map(span, content)), Form.MIXED)
    return [(s.cue.of(text) if s.cue else None, [p.of(text) for p in s.content]) for s in part_floating(text, whole)]


def test_a_quotation_in_a_sentence_of_its_own_is_a_statement_of_its_own() -> None:
    text = "Orr said the sale was off. “We were never asked.” Then he left."
    found = parts(text, "Orr", "said", "the sale was off", "“We were never asked.”")
    assert found == [("said", ["the sale was off"]), (None, ["“We were never asked.”"])]


def test_a_quotation_that_is_interrupted_stays_one() -> None:
    text = "“The sale is off,” Orr said. “We were never asked.”"
    assert len(parts(text, "Orr", "said", "“The sale is off,”", "“We were never asked.”")) == 1


def test_a_quotation_within_the_sentence_stays_with_the_paraphrase() -> None:
    text = "Orr said the sale was off and that he was “never asked.”"
    assert len(parts(text, "Orr", "said", "the sale was off", "“never asked.”")) == 1
