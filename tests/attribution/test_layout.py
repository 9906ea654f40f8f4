from __future__ import annotations

import pytest

from onrecord.attribution.decode import Attribution
from onrecord.attribution.layout import add_missing, read_layout
from onrecord.attribution.quotes import find_quotations
from onrecord.vocabulary import Span


def read(text: str) -> list[tuple[str | None, str, list[str]]]:
    return [
        (a.source.of(text) if a.source else None, a.cue.of(text), [c.of(text) for c in a.content])
        for a in read_layout(text, find_quotations(text))
    ]


@pytest.mark.parametrize("dash", ["―", "—", "–", "--", "-"])
def test_a_name_after_a_dash_signs_the_quotation_before_it(dash: str) -> None:
    text = f"Readers wrote to us.\n“It was never about the ledger.” {dash} Ada Quill\n“Ask them.”{dash}Bo Tarn.\n"
    assert read(text) == [
        ("Ada Quill", dash, ["“It was never about the ledger.”"]),
        ("Bo Tarn", dash, ["“Ask them.”"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“It was late” — and nobody knew why.",  # what follows is no name
        "He called it “late” — Quill",  # the quotation does not begin the line
        "“It was late” — Quill said so, and left.",
        "“It was late.” Quill",
        "‘Late’ - Quill",
    ],
)
def test_other_dashes_sign_nothing(text: str) -> None:
    assert read(text) == []


def test_a_transcript_gives_each_speaker_what_follows_the_label() -> None:
    text = "They met on air.\n\nHOST: Were you there?\n\nADA QUILL: I was.\n\nHOST: And then?\n\nThey left."
    assert read(text) == [
        ("HOST", ":", ["Were you there?"]),
        ("ADA QUILL", ":", ["I was."]),
        ("HOST", ":", ["And then?"]),
    ]


def test_a_turn_goes_on_in_paragraphs_that_open_with_a_mark() -> None:
    text = '"HOST: Well?\n\n"QUILL: No.\n\n"Never.\n\n"HOST: I see."'
    assert read(text)[1] == ("QUILL", ":", ["No.", '"Never.'])


def test_a_single_label_makes_no_transcript() -> None:
    assert read("UPDATE: The bridge is open.\n\nIt had been shut for a week.") == []


def test_what_was_found_already_stays_as_it_is() -> None:
    text = "“Ask them.” ― Bo Tarn"
    known = [Attribution(None, Span(12, 13), (Span(1, 5),))]
    assert add_missing(known, read_layout(text, find_quotations(text))) == known
    assert add_missing([], read_layout(text, find_quotations(text)))[0].content == (Span(0, 11),)
