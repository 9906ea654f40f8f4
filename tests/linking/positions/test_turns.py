from __future__ import annotations

import pytest

from onrecord.linking.positions.turns import find_turns


def turns(text: str) -> list[str]:
    return [" ".join(turn.words.of(text).split()) for turn in find_turns(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The harbour master reversed himself on Friday.", "reversed himself"),
        ("Within hours the ministry had backtracked.", "backtracked"),
        ("Ms Orr later walked back her remarks about the bridge.", "walked back"),
        ("The comments, which the coach later walked back, cost him a sponsor.", "later walked back"),
        ("The bank backed away Thursday from its insistence that no money was missing.", "backed away Thursday from its insistence"),
        ("The witness has recanted his testimony.", "recanted his testimony"),
        ("The union withdrew its support for the deal.", "withdrew its support"),
        ("The senator rescinded his endorsement of the judge.", "rescinded his endorsement"),
        ("By noon the airline had changed its story.", "changed its story"),
        ("Police have softened their line on the march.", "softened their line"),
        ("The commissioner took a softer line than in May.", "took a softer line"),
        ("The club is no longer so sure.", "no longer so sure"),
        ("The agent no longer disputes the payment.", "no longer disputes"),
        ("The board has stopped denying that it was warned.", "stopped denying"),
        ("In an abrupt about-face, the mayor said the pool would open.", "In an abrupt about-face"),
        ("It was a remarkable reversal for a man who had voted no.", "was a remarkable reversal"),
        ("The tax would rise after all — an apparent reversal of her earlier promise.", "reversal of her earlier promise"),
        ("The statement ran counter to his own earlier account.", "ran counter to his own earlier account"),
        ("The striker came clean on Sunday.", "came clean"),
        ("Pressed by neighbours, the firm was forced to retract its claim.", "retract its claim"),
        ("The minister corrected himself an hour later.", "corrected himself"),
        ("She distanced herself from her earlier comments.", "distanced herself from her earlier comments"),
    ],
)  # fmt: skip
def test_words_of_a_turn(text: str, words: str) -> None:
    assert any(words in found or found in words for found in turns(text)), turns(text)


@pytest.mark.parametrize(
    "text",
    [
        "The governor did not back down from his claim.",
        "Despite some indications that he backed away from the proposal, the governor was cheerful.",
        "She has never retracted her statement.",
        "The company refused to withdraw its claim.",
        "He should retract his comments, the bishop said.",
        "Campaigners urged the mayor to change her mind.",
        "If the minister reverses himself, the deal is dead.",
        "The firm may soften its stance next year.",
        "Has the coach changed his mind?",
        "The appeals court reversed the ruling of the lower court.",
        "The driver reversed the van into the gate.",
        "After lunch the hikers walked back to the hut.",
        "The army withdrew its troops from the valley.",
        "The candidate withdrew from the race.",
        "Sales fell, a reversal from the quarter before.",
        "The glue hardened overnight and the butter softened.",
        "The council changed the name of the street.",
        "The shop revised its opening hours.",
        "Her tastes have evolved.",
        "The cup was dropped and the call cut off.",
        "There was no sign of the sheriff changing his mind.",
        "The critics accused the senator of changing his story.",
    ],
)
def test_what_is_no_turn_of_anybodys_position(text: str) -> None:
    assert turns(text) == []


def test_a_turn_may_be_told_as_what_came_after() -> None:
    text = "The coach called the referee blind. He later walked back the remarks."
    assert [turn.onward for turn in find_turns(text)] == [True]
