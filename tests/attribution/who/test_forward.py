from __future__ import annotations

import pytest

from onrecord.vocabulary import Form

from .reading import Said, read


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        (
            "A resin maker denied the charge.\n\nKestrel Resins said the lake was clean.",
            [Said("A resin maker", "denied", "the charge"), Said("Kestrel Resins", "said", "the lake was clean")],
            "Kestrel Resins",
        ),
        (
            "The chairman of the village club resigned after telling a meeting that it was paid.\n\nAlun Pask said he was sorry.",
            [Said("The chairman of the village club", "telling", "that it was paid"), Said("Alun Pask", "said", "he was sorry")],
            "Alun Pask",
        ),
        (
            "It rained.\n\nHis adjutant denied that it leaked.\n\nBo Tan said no. Mirela Costin, the adjutant, said it might.",
            [Said("His adjutant", "denied", "that it leaked"), Said("Mirela Costin, the adjutant", "said", "it might")],
            "Mirela Costin",
        ),
        (
            "The city will pay, after a curator called the mask a copy.\n\nBo Tan, the mayor, left. Mirela Costin, the curator, said no.",
            [Said("a curator", "called", "the mask a copy"), Said("Mirela Costin, the curator", "said", "no")],
            "Mirela Costin",
        ),
        (
            "The list was closed, a day after a newspaper reported that it was false.\n\nThe Sarne Ledger reported that it leaked.",
            [Said("a newspaper", "reported", "that it was false"), Said("The Sarne Ledger", "reported", "that it leaked")],
            "Sarne Ledger",
        ),
    ],
)  # fmt: skip
def test_who_is_described_first_and_named_later_is_one(text: str, said: list[Said], speaker: str) -> None:
    assert read(text, *said).speakers == [speaker, speaker]


def test_whoever_opens_a_report_as_a_pronoun_is_the_only_one_it_can_be() -> None:
    text = "She said no.\n\nWho was with Bo Tan at the fair? Library boss Ann Lee, it seems."
    assert read(text, Said("She", "said", "no")).speakers == ["Ann Lee"]
    two = "She said no.\n\nWho was with Bo Tan at the fair? Ann Lee or Eva Orr, it seems."
    assert read(two, Said("She", "said", "no")).speakers == [None]


def test_a_source_without_a_name_stays_one() -> None:
    text = "A senior official denied the charge.\n\nAnn Lee said the lake was clean."
    found = read(text, Said("A senior official", "denied", "the charge"), Said("Ann Lee", "said", "the lake was clean"))
    assert found.speakers == ["A senior official", "Ann Lee"]


def test_whoever_speaks_for_somebody_is_named_at_once() -> None:
    text = "Mayor Bo Tan is away. His press officer put it another way. “He is ill,” Lewis Orr said."
    found = read(text, Said("Lewis Orr", "said", "“He is ill,”", Form.DIRECT))
    assert found.principals == ["Bo Tan"]


@pytest.mark.parametrize(
    "text",
    [
        "It rained. A police spokeswoman says no. Peter Lee says he counted.",
        "It rained. A police spokesman says no. Peter Lee, who weighs the flour, says he counted.",
        "It rained. A police spokesman says no. A union says so too. Peter Lee says he counted.",
    ],
)
def test_whose_name_comes_next_is_not_always_who_spoke_before(text: str) -> None:
    source = "A police spokeswoman" if "spokeswoman" in text else "A police spokesman"
    text = "It snowed.\n\nIt froze.\n\n" + text
    further = [Said("A union", "says", "so too")] if "union" in text else []
    got = read(text, Said(source, "says", "no"), *further, Said("Peter Lee", "says", "he counted"))
    assert got.speakers[0] == source
    assert got.principals[-1] is None


def test_a_trade_that_two_have_tells_nobody() -> None:
    text = (
        "The city will pay, after a curator called the mask a copy.\n\nIt rained.\n\nIt leaked.\n\n"
        "Bo Tan, the curator, left. Mirela Costin, the other curator, said no."
    )
    said = [Said("a curator", "called", "the mask a copy"), Said("Mirela Costin", "said", "no")]
    assert read(text, *said).speakers[0] not in {"Bo Tan", "Mirela Costin"}
