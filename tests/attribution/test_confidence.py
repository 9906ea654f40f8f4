from __future__ import annotations

import json

import pytest

from onrecord.attribution.confidence import FITTED, SIGNS, Seen, signs, with_confidence
from onrecord.vocabulary import Article, Form, Kind, Party, PartyKind, Span, Stance, Statement

TEXT = "Ann Rees said that the map was old. It was a copy, in fact."
ARTICLE = Article(ref="an-article", text=TEXT)
ANN = Party(ARTICLE.id, "Ann Rees", PartyKind.PERSON, mentions=(Span(0, 8),))


def statement(**fields: object) -> Statement:
    known = {
        "article": ARTICLE.id,
        "source": Span(0, 8),
        "cue": Span(9, 13),
        "content": (Span(14, 34),),
        "form": Form.INDIRECT,
        "kind": Kind.SAID,
        "stance": Stance.ASSERTS,
        "speaker": ANN.id,
    }
    return Statement(**(known | fields))  # type: ignore[arg-type]


def confidence(**fields: object) -> float:
    (found,) = with_confidence(ARTICLE, [statement(**fields)], {ANN.id: ANN})
    assert found.confidence is not None
    return found.confidence


def test_a_named_speaker_is_safer_than_one_taken_from_the_context() -> None:
    assert confidence() > confidence(source=None, supplied=True)


def test_a_statement_of_which_nobody_is_known_to_speak_is_less_safe() -> None:
    assert confidence() > confidence(source=None, speaker=None)


def test_confidence_is_a_probability_and_nothing_is_sure() -> None:
    assert 0 < confidence(source=None, cue=None, speaker=None, content=(Span(36, 38),)) < confidence() < 1


def test_nothing_but_the_confidence_of_a_statement_changes() -> None:
    (found,) = with_confidence(ARTICLE, [statement()], {ANN.id: ANN})
    assert found.id == statement().id
    assert (found.speaker, found.stance) == (ANN.id, Stance.ASSERTS)


def test_every_sign_has_been_weighed_and_the_weights_name_their_origin() -> None:
    kept = json.loads(FITTED.read_text(encoding="utf-8"))
    assert set(kept["weights"]) == set(SIGNS)
    assert "PolNeAR train" in kept["origin"]


@pytest.mark.parametrize(
    ("sign", "fields"),
    [
        ("the source is a name", {}),
        ("there is no source", {"source": None}),
        ("the speaker was supplied", {"supplied": True}),
        ("it is thought", {"kind": Kind.THOUGHT}),
        ("it is quoted", {"form": Form.DIRECT}),
        ("it is more than asserted", {"stance": Stance.DENIES}),
        ("nobody is known to speak", {"speaker": None}),
    ],
)
def test_signs_are_seen_in_the_statement(sign: str, fields: dict[str, object]) -> None:
    found = statement(**fields)
    shown = dict(zip(SIGNS, signs(Seen(found, TEXT, ANN if found.speaker else None)), strict=True))
    assert shown[sign]
