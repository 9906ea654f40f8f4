from __future__ import annotations

import pytest

from onrecord.articles.language import foreign_language

GERMAN = (
    "Der Bürgermeister sagte am Dienstag, der Rat werde abstimmen und die Entscheidung verschieben. Die Opposition "
    "sprach von einem Skandal und verlangte, dass die Verträge offengelegt werden, wie es das Gesetz in der Stadt verlangt."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN, "German"),
        (
            "El alcalde dijo el martes que el consejo votaría. Los vecinos protestaron en la plaza contra la decisión. "
            * 3,
            "Spanish",
        ),
        ("Мэр заявил во вторник, что совет проголосует.", "Russian"),
        ("市長は火曜日に、市議会が投票すると述べた。それは嘘だと彼は言った。", "Japanese"),
    ],
)
def test_another_language_is_named(text: str, language: str) -> None:
    assert foreign_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "The mayor denied it.",
        "Der Rat tagt.",  # too short to tell
        "Okafor-Nwosu, Ogunbanjo, Eze, Adebayo, Fenn, Aske, Quill, Wren, Strand, Mensah",
        "1 2 3 4 5 " * 50,
        f"The mayor said that she had read the German report and that it was wrong. It says: “{GERMAN[:90]}” "
        "That is not what the council of the town had decided in the spring, she said, and the paper was told so.",
    ],
)
def test_english_short_and_quoting_texts_pass(text: str) -> None:
    assert foreign_language(text) is None
