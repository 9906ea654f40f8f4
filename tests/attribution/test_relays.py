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


def test_the_cited_source_and_its_words_may_have_been_read_as_one_content() -> None:
    text = "The Gazette reported last week, citing two porters, that the safe was empty."
    whole = "two porters, that the safe was empty"
    wanted = [("two porters", "citing", ["that the safe was empty"])]
    once = [attribution(text, "The Gazette", "reported last week, citing", whole)]
    between = [attribution(text, "The Gazette", "reported last week, citing", "that the safe was empty")]
    assert in_words(text, join_relays(text, between)) == wanted
    twice = [attribution(text, "The Gazette", "reported", whole), attribution(text, "The Gazette", "citing", whole)]
    assert in_words(text, join_relays(text, once)) == wanted
    assert in_words(text, join_relays(text, twice)) == wanted


def test_a_citing_phrase_that_was_read_into_nothing_still_names_the_source() -> None:
    text = "The Gazette, quoting a porter, said the safe was empty. It had a dent, the Echo reported, citing Sen. Orr, a friend of his."
    found = join_relays(
        text,
        [
            attribution(text, "The Gazette", "said", "the safe was empty"),
            attribution(text, "the Echo", "reported", "It had a dent"),
        ],
    )
    assert in_words(text, found) == [
        ("a porter", "quoting", ["the safe was empty"]),
        ("Sen. Orr, a friend of his", "citing", ["It had a dent"]),
    ]


def test_a_report_that_cites_a_paper_keeps_its_source() -> None:
    text = "The Gazette reported on Friday, citing the Harbours Act, that the sale was void."
    found = [attribution(text, "The Gazette", "reported", "that the sale was void")]
    assert join_relays(text, found) == found


def test_whoever_declines_to_say_relays_nobody_by_the_reason_they_cite() -> None:
    text = "Norvane, which built it, declined to say whether it failed, citing advice from its bankers."
    both = [
        attribution(text, "Norvane", "declined to say", "whether it failed"),
        attribution(text, "Norvane", "citing", "advice from its bankers"),
    ]
    assert join_relays(text, both)[0] == both[0]
