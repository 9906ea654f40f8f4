from __future__ import annotations

import pytest

from onrecord.attribution.who.kinds import NameKind

from .casting import cast


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It is Ulborn Quist's plant.", NameKind.ORGANIZATION),
        ("It is Ulborn Quist's wife.", NameKind.PERSON),
        ("He is the chief executive of Ulborn Quist.", NameKind.ORGANIZATION),
        ("Ulborn Quist insisted that its works were clean.", NameKind.ORGANIZATION),
        ("Ulborn Quist conceded that it had spilt some.", NameKind.ORGANIZATION),
        ("Ulborn Quist said that it was late.", NameKind.PERSON),
        ("Ulborn Quist said that she was late.", NameKind.PERSON),
        ("They met Ulborn Quist.", NameKind.PERSON),
    ],
)
def test_what_stands_around_a_name_says_what_it_is_of(text: str, kind: NameKind) -> None:
    (figure,) = (f for f in cast(text).cast.figures if f.names)
    assert figure.kind == kind
