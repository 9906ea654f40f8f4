from __future__ import annotations

import pytest

from onrecord.attribution.clauses import (
    after_datelines,
    give_participles_their_subject,
    out_of_messages,
    with_subjects_before,
)
from onrecord.attribution.decode import Attribution
from onrecord.vocabulary import Span


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def attribution(text: str, source: str, cue: str, content: str) -> Attribution:
    return Attribution(span(text, source), span(text, cue), (span(text, content),))


@pytest.mark.parametrize(
    ("text", "read", "wanted"),
    [
        ("KARSHOLM — Ada Quill on Tuesday denied it all.", "KARSHOLM — Ada Quill", "Ada Quill"),
        ("KARSHOLM — Ada Quill on Tuesday denied it all.", "KARSHOLM", "Ada Quill"),
        (
            "PORT VEY, Nov. 4 (Northline) - The mayor denied it all.",
            "PORT VEY, Nov. 4 (Northline) - The mayor",
            "The mayor",
        ),
        ("NASA — the agency — denied it all.", "the agency", "the agency"),
    ],
)
def test_a_dateline_is_no_part_of_a_source(text: str, read: str, wanted: str) -> None:
    (found,) = after_datelines(text, [Attribution(span(text, read), span(text, "denied"), (span(text, "it all"),))])
    assert found.source is not None
    assert found.source.of(text) == wanted


def test_a_participle_that_opens_a_sentence_is_its_subjects() -> None:
    text = "It rained. While calling him “a thug,” Ada Quill has praised his luck."
    (found,) = give_participles_their_subject(
        text, [Attribution(None, span(text, "calling"), (span(text, "him “a thug,”"),))]
    )
    assert found.source is not None
    assert found.source.of(text) == "Ada Quill"


def test_a_participle_behind_a_dateline_opens_its_sentence_too() -> None:
    text = "VEY — Having told the town that it was safe, Mayor Ada Quill now has doubts."
    (found,) = give_participles_their_subject(
        text, [Attribution(None, span(text, "Having told"), (span(text, "that it was safe"),))]
    )
    assert found.source is not None
    assert found.source.of(text) == "Mayor Ada Quill"


def test_a_participle_in_the_midst_of_a_sentence_is_left_alone() -> None:
    text = "He left, saying “nothing,” Ada Quill had heard."
    read = [Attribution(None, span(text, "saying"), (span(text, "“nothing,”"),))]
    assert give_participles_their_subject(text, read) == read


def test_who_speaks_in_a_message_is_the_source_and_not_the_message() -> None:
    text = "It rained. Orr Bank in a statement expressed regret. In a notice to the exchange Orr said it leaked."
    found = out_of_messages(
        text,
        [
            attribution(text, "a statement", "expressed", "regret"),
            attribution(text, "a notice to the exchange Orr", "said", "it leaked"),
        ],
    )
    assert [a.source.of(text) for a in found if a.source] == ["Orr Bank", "Orr"]


def test_a_message_that_speaks_itself_stays_the_source() -> None:
    text = "It rained. A statement said it leaked."
    known = [attribution(text, "A statement", "said", "it leaked")]
    assert out_of_messages(text, known) == known


@pytest.mark.parametrize(
    ("text", "content", "pieces"),
    [
        (
            "She said Piet Orr, who spoke for her, had believed it. “He asked me.”",
            "“He asked me.”",
            ["Piet Orr, who spoke for her, had believed it", "“He asked me.”"],
        ),
        ("She then said Piet Orr had left.", "had left", ["Piet Orr had left"]),
    ],
)
def test_a_pronoun_before_a_verb_is_its_subject_and_the_name_behind_begins_what_is_said(
    text: str, content: str, pieces: list[str]
) -> None:
    (found,) = with_subjects_before(text, [attribution(text, "Piet Orr", "said", content)])
    assert found.source is not None
    assert found.source.of(text) == "She"
    assert [piece.of(text) for piece in found.content] == pieces


def test_a_name_behind_a_verb_is_its_subject_where_no_pronoun_stands_before() -> None:
    text = "“It leaks,” said Piet Orr."
    read = [attribution(text, "Piet Orr", "said", "“It leaks,”")]
    assert with_subjects_before(text, read) == read
