from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.attribution.who import address_testimony, read_parties
from onrecord.vocabulary import Article, Channel, Form, Span, Statement

from .reading import Said, read

D = Form.DIRECT
HEARING = "Ann Lee came before the energy committee on Monday. "


@pytest.mark.parametrize(
    ("opening", "whom", "body"),
    [
        (HEARING, "MPs", "energy committee"),
        (HEARING, "the members", "energy committee"),
        (HEARING, "senators from the north", "senators"),
        ("Ann Lee testified before a commission of inquiry in Port Marl. ", "commissioners", "a commission of inquiry"),
        ("Ann Lee came home on Monday. ", "MPs", "MPs"),
        ("Ann Lee is taking the firm to a tribunal. She spoke at a hearing. ", "members", "members"),
    ],
)
def test_members_are_told_for_the_body_that_sits(opening: str, whom: str, body: str) -> None:
    text = f"{opening}She told {whom} that it was late."
    found = read(text, Said("She", "told", "that it was late"))
    assert found.told_to == [body]


def addressed(text: str, source: str, content: str, channel: Channel | None) -> str | None:
    """To whom the statement is said once its channel is known."""
    article = Article("a", text, publisher="Harbour Gazette")
    place = text.index(content)
    near = text.index(source, place)
    statement = Statement(
        article.id,
        Span(near, near + len(source)),
        Span(near + len(source) + 1, near + len(source) + 5),
        (Span(place, place + len(content)),),
        D,
    )
    roll, (read_so_far,) = read_parties(article, (statement,))
    (filled,) = address_testimony(roll, (replace(read_so_far, channel=channel),))
    party = roll.party(filled.told_to)
    return party.name if party else None


def test_testimony_without_an_addressee_was_given_before_the_body_that_sits() -> None:
    text = "The energy committee heard witnesses on Monday.\n\nBo Tan wept.\n\n“It was late,” he said."
    assert addressed(text, "he", "“It was late,”", Channel.TESTIMONY) == "energy committee"
    assert addressed(text, "he", "“It was late,”", None) is None
