from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise, product

import numpy as np
import pytest

from onrecord.attribution.decode import (
    Attribution,
    Scores,
    WindowReading,
    join_windows,
    link_emissions,
    read_windows,
    tagged_runs,
    viterbi,
)
from onrecord.attribution.encode import Encoder
from onrecord.attribution.labels import LINK_TAGS, ROLE_TAGS, forbidden_transitions
from onrecord.vocabulary import Span

from .written import WIDTH, Wanted, covered, hand_heads, scores_for

MakeEncoder = Callable[..., Encoder]
Plain = tuple[str | None, str, list[str]]


def in_words(text: str, attributions: Iterable[Attribution]) -> list[Plain]:
    return [
        (a.source.of(text) if a.source else None, a.cue.of(text), [c.of(text) for c in a.content]) for a in attributions
    ]


def read(encoder: Encoder, text: str, *wanted: Wanted) -> WindowReading:
    (window,) = encoder.windows(text)
    (reading,) = read_windows([window], [scores_for(window, text, wanted)], hand_heads())
    return reading


@pytest.mark.parametrize("seed", range(5))
def test_viterbi_finds_the_sequence_that_trying_all_of_them_finds(seed: int) -> None:
    rng = np.random.default_rng(seed)
    chains, length, tags = 3, 5, 3
    emissions = rng.normal(size=(chains, length, tags)).astype(np.float32)
    steps, starts = rng.normal(size=(tags, tags)).astype(np.float32), rng.normal(size=tags).astype(np.float32)

    def score(chain: int, path: tuple[int, ...]) -> float:
        along = sum(steps[a, b] for a, b in pairwise(path))
        return float(starts[path[0]] + along + emissions[chain, range(length), path].sum())

    for chain, found in enumerate(viterbi(list(emissions), steps, starts)):
        best = max(product(range(tags), repeat=length), key=lambda path: score(chain, path))
        assert tuple(found) == best


def test_of_equal_tag_sequences_the_lower_tags_win() -> None:
    (path,) = viterbi([np.zeros((4, 3), np.float32)], np.zeros((3, 3), np.float32), np.zeros(3, np.float32))
    assert path.tolist() == [0, 0, 0, 0]


def test_a_chain_is_decoded_alike_alone_and_beside_longer_and_shorter_ones() -> None:
    rng = np.random.default_rng(7)
    chains = [rng.normal(size=(length, 4)).astype(np.float32) for length in (1, 9, 3, 9, 6)]
    steps, starts = rng.normal(size=(4, 4)).astype(np.float32), rng.normal(size=4).astype(np.float32)
    together = [path.tolist() for path in viterbi(chains, steps, starts)]
    assert together == [viterbi([chain], steps, starts)[0].tolist() for chain in chains]
    assert viterbi([], steps, starts) == []


@pytest.mark.parametrize("seed", range(5))
def test_no_sequence_starts_or_goes_on_with_an_inside_tag_of_another_role(seed: int) -> None:
    emissions = np.random.default_rng(seed).normal(scale=20, size=(4, 30, len(ROLE_TAGS))).astype(np.float32)
    for path in viterbi(list(emissions), *forbidden_transitions(ROLE_TAGS)):
        names = ["O", *(ROLE_TAGS[t] for t in path)]
        for before, tag in pairwise(names):
            assert not tag.startswith("I-") or before[2:] == tag[2:]


@pytest.mark.parametrize(
    ("tags", "runs"),
    [
        ([0, 0, 0], []),
        ([3, 4, 4], [(0, 2)]),
        ([3, 3, 4], [(0, 0), (1, 2)]),
        ([0, 4, 4, 0, 4], [(1, 2), (4, 4)]),
        ([1, 2, 3, 4, 5], [(2, 3)]),
    ],
)
def test_a_run_is_a_begin_tag_and_the_inside_tags_after_it(tags: list[int], runs: list[tuple[int, int]]) -> None:
    assert tagged_runs(np.array(tags), 3) == runs


def test_links_are_scored_for_every_cue_and_piece() -> None:
    rng = np.random.default_rng(0)
    length, width = 11, WIDTH
    views = [rng.normal(size=(length, 2 * width)).astype(np.float32) for _ in range(2)]
    scores = Scores(rng.normal(size=(length, len(ROLE_TAGS))).astype(np.float32), *views)
    emissions = link_emissions(scores, np.array([[2, 3], [7, 7]]), hand_heads())
    assert emissions.shape == (2, length, len(LINK_TAGS))
    alone = link_emissions(scores, np.array([[7, 7]]), hand_heads())
    np.testing.assert_allclose(emissions[1:], alone, rtol=1e-5)


def test_a_window_without_a_cue_has_no_attribution(encoder: MakeEncoder) -> None:
    assert read(encoder(), "The road is closed.") == WindowReading((), ())


def test_a_cue_takes_its_source_and_its_content(encoder: MakeEncoder) -> None:
    text = "Ann said the map is old."
    found = read(encoder(), text, Wanted("Ann", "said", ("the map is old",)))
    assert in_words(text, found.attributions) == [("Ann", "said", ["the map is old"])]


def test_an_interrupted_content_has_its_pieces_in_text_order(encoder: MakeEncoder) -> None:
    text = "“It is old,” said Ann, “and dusty.”"
    found = read(encoder(), text, Wanted("Ann", "said", ("“and dusty.”", "“It is old,”")))
    assert in_words(text, found.attributions) == [("Ann", "said", ["“It is old,”", "“and dusty.”"])]


def test_two_cues_may_share_a_source(encoder: MakeEncoder) -> None:
    text = "Ann said it was old and denied having burnt it."
    found = read(encoder(), text, Wanted("Ann", "said", ("it was old",)), Wanted("Ann", "denied", ("having burnt it",)))
    assert in_words(text, found.attributions) == [
        ("Ann", "said", ["it was old"]),
        ("Ann", "denied", ["having burnt it"]),
    ]


def test_a_content_that_two_cues_want_goes_to_the_one_that_scores_it_higher(encoder: MakeEncoder) -> None:
    text = "“It is old,” Ann said. “It burnt,” Bob said."
    wanted = (Wanted("Ann", "said", ("“It is old,”", "“It burnt,”")), Wanted("Bob", "Bob said", ("“It burnt,”",)))
    (window,) = encoder().windows(text)
    scores = scores_for(window, text, list(wanted))
    # The first cue is less sure of what both want: its view of those pieces counts a little less.
    scores.piece[covered(window, span_of(text, "“It burnt,”")), WIDTH : WIDTH + 4] *= 0.9
    assert in_words(text, read_windows([window], [scores], hand_heads())[0].attributions) == [
        ("Ann", "said", ["“It is old,”"]),
        ("Bob", "Bob said", ["“It burnt,”"]),
    ]


def test_a_cue_that_would_be_left_with_nothing_keeps_what_it_wanted(encoder: MakeEncoder) -> None:
    text = "Ann wrote and Bob said it burnt."
    found = read(encoder(), text, Wanted("Ann", "wrote", ("it burnt",)), Wanted("Bob", "said", ("it burnt",)))
    assert in_words(text, found.attributions) == [("Ann", "wrote", ["it burnt"]), ("Bob", "said", ["it burnt"])]


def test_a_content_over_two_paragraphs_covers_what_lies_between(encoder: MakeEncoder) -> None:
    text = "Ann said: “It is old.\n\n“It burnt.”"
    found = read(encoder(), text, Wanted("Ann", "said", ("“It is old.\n\n“It burnt.”",)))
    assert in_words(text, found.attributions) == [("Ann", "said", ["“It is old.\n\n“It burnt.”"])]


def test_of_two_sources_the_one_nearer_to_the_cue_is_taken(encoder: MakeEncoder) -> None:
    text = "Bob was there, and Ann said it was old."
    (window,) = encoder().windows(text)
    one, other = (scores_for(window, text, [Wanted(s, "said", ("it was old",))]) for s in ("Bob", "Ann"))
    both = Scores(one.roles, np.maximum(one.piece, other.piece), one.vectors)
    assert in_words(text, read_windows([window], [both], hand_heads())[0].attributions) == [
        ("Ann", "said", ["it was old"])
    ]


@pytest.mark.parametrize(
    ("linked", "tagged", "found"),
    [
        ("the old map is", "the old map is lost", "the old map is lost"),
        ("the old map is lost", "old map is lost", "old map is lost"),
        ("the old map", "the old map is lost, and that nobody cares", "the old map"),
    ],
)
def test_where_links_and_tags_see_much_the_same_content_the_tags_say_where_it_ends(
    encoder: MakeEncoder, linked: str, tagged: str, found: str
) -> None:
    text = "Ann said the old map is lost, and that nobody cares."
    (window,) = encoder().windows(text)
    links, tags = (scores_for(window, text, [Wanted("Ann", "said", (words,))]) for words in (linked, tagged))
    both = Scores(tags.roles, links.piece, links.vectors)
    (reading,) = read_windows([window], [both], hand_heads())
    assert in_words(text, reading.attributions) == [("Ann", "said", [found])]


def test_a_content_that_no_cue_took_is_an_orphan(encoder: MakeEncoder) -> None:
    text = "Ann left. “And it is old.”"
    found = read(encoder(), text, Wanted("", "", ("“And it is old.”",)))
    assert found.attributions == ()
    assert [o.of(text) for o in found.orphans] == ["“And it is old.”"]


def attribution(text: str, source: str, cue: str, *content: str) -> Attribution:
    spans = dict(Wanted(source, cue, ()).spans(text))
    return Attribution(spans.get("source"), spans["cue"], tuple(span_of(text, c) for c in content))


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_a_cue_without_content_says_nothing() -> None:
    text = "Ann said."
    assert join_windows(text, [WindowReading((attribution(text, "Ann", "said"),), ())]) == []


def test_a_quotation_that_runs_on_into_the_next_window_stays_one_statement() -> None:
    text = "Ann said: “It is old.\n\n“It burnt.” Bob left."
    before = WindowReading((attribution(text, "Ann", "said", "“It is old"),), ())
    after = WindowReading((), (span_of(text, "“It burnt.”"),))
    assert in_words(text, join_windows(text, [before, after])) == [("Ann", "said", ["“It is old", "“It burnt.”"])]


def test_it_does_so_however_many_statements_follow_in_that_window() -> None:
    text = "Ann said: “It is old.\n\n“It burnt.” Bob swore it did. Cat knew why. Dan asked who. Eve told all."
    before = WindowReading((attribution(text, "Ann", "said", "“It is old"),), ())
    others = [("Bob", "swore", "it did"), ("Cat", "knew", "why"), ("Dan", "asked", "who"), ("Eve", "told", "all")]
    after = WindowReading(tuple(attribution(text, *o) for o in others), (span_of(text, "“It burnt.”"),))
    assert in_words(text, join_windows(text, [before, after]))[0] == ("Ann", "said", ["“It is old", "“It burnt.”"])


def test_a_content_with_other_words_before_it_is_nobodys() -> None:
    text = "Ann said: “It is old.” Bob left. “It burnt.”"
    reading = WindowReading((attribution(text, "Ann", "said", "“It is old.”"),), (span_of(text, "“It burnt.”"),))
    assert in_words(text, join_windows(text, [reading])) == [("Ann", "said", ["“It is old.”"])]
