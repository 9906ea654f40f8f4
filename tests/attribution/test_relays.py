from __future__ import annotations

from onrecord.attribution.decode import Attribution
from onrecord.attribution.relays import join_relays
from onrecord.vocabulary import Span


def attribution(text: str, source: str | None, cue: str, *content: str) -> Attribution:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return Attribution(span(source) if source else None, span(cue), tuple(span(c) for c in content))


def in_words(text: str, attributions: list[Attribution]) -> list[tuple[str | None, str, list[str]]]:
    return [
        (a.source.of(text) if a.source else None, a.cue.of(text), [c.of(text) for c in a.content]) for a in attributions
    ]


def test_an_outlet_that_cites_people_is_not_the_source() -> None:
    text = "The Gazette reported, citing two porters, that the safe was empty."
    found = join_relays(
        text,
        [
            attribution(text, "The Gazette", "reported", "that the safe was empty"),
            attribution(text, "The Gazette", "citing", "two porters"),
        ],
    )
    assert in_words(text, found) == [("two porters", "citing", ["that the safe was empty"])]


def test_the_cited_source_is_cut_out_of_the_content_it_was_read_into() -> None:
    text = "The Gazette reported, citing two porters, that the safe was empty."
    found = join_relays(
        text, [attribution(text, "The Gazette", "reported", "citing two porters, that the safe was empty")]
    )
    assert in_words(text, found) == [("two porters", "citing", ["that the safe was empty"])]


def test_people_who_cite_a_law_keep_their_words() -> None:
    text = "Prosecutors, citing the Harbours Act, argued that the sale was void."
    both = [
        attribution(text, "Prosecutors", "citing", "the Harbours Act"),
        attribution(text, "Prosecutors", "argued", "that the sale was void"),
    ]
    assert join_relays(text, both) == both


def test_an_outlet_that_cites_nobody_is_the_source() -> None:
    text = "The Gazette reported that the safe was empty. The mayor, citing two porters, wept."
    both = [
        attribution(text, "The Gazette", "reported", "that the safe was empty"),
        attribution(text, "The mayor", "citing", "two porters"),
    ]
    assert join_relays(text, both) == both


def test_of_two_reports_the_nearer_one_rests_on_the_cited_source() -> None:
    text = "The Gazette wrote that he left. It reported, citing an aide, that he fled."
    found = join_relays(
        text,
        [
            attribution(text, "It", "wrote", "that he left"),
            attribution(text, "It", "reported", "that he fled"),
            attribution(text, "It", "citing", "an aide"),
        ],
    )
    assert in_words(text, found) == [("It", "wrote", ["that he left"]), ("an aide", "citing", ["that he fled"])]
