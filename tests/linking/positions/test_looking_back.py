from __future__ import annotations

import pytest

from onrecord.linking.positions.looking_back import Before, told_before
from onrecord.vocabulary import ArticleId, Form, Span, Statement


def heard(text: str, cue: str, content: str) -> Before:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return told_before(text, Statement(ArticleId("a-1"), None, at(cue), (at(content),), Form.INDIRECT))


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        ("He had told reporters that the lock was shut.", "had told", "that the lock was shut", Before.EARLIER),
        ("The lock was shut, she had earlier insisted.", "insisted", "The lock was shut", Before.EARLIER),
        ("Two weeks earlier, its spokeswoman maintained that it was shut.", "maintained", "that it was shut", Before.EARLIER),
        ("Last month the mayor assured a newspaper that it was shut.", "assured", "that it was shut", Before.EARLIER),
        ("In February the captain said it was shut.", "said", "it was shut", Before.EARLIER),
        ("The firm initially said the lock was shut.", "said", "the lock was shut", Before.GIVEN_UP),
        ("At first the keeper insisted that it was shut.", "insisted", "that it was shut", Before.GIVEN_UP),
        ("As late as May 3 her office was denying that it was open.", "was denying", "that it was open", Before.GIVEN_UP),
        ("Until Friday the board had maintained that it was shut.", "had maintained", "that it was shut", Before.GIVEN_UP),
        ("After repeatedly denying that it was open, the board gave in.", "denying", "that it was open", Before.GIVEN_UP),
        ("The bishop, who once opposed the canal, now blesses it.", "opposed", "the canal", Before.GIVEN_UP),
        ("It ran counter to his earlier statements that it was shut.", "statements", "that it was shut", Before.GIVEN_UP),
        ("She said on Friday that it was shut.", "said", "that it was shut", Before.NOT),
        ("On Monday, the captain said it was shut.", "said", "it was shut", Before.NOT),
        ("His former claim that it was shut is forgotten.", "claim", "that it was shut", Before.GIVEN_UP),
        ("He went from insisting that it was shut to shrugging.", "insisting", "that it was shut", Before.GIVEN_UP),
        ("As previously reported, it was shut.", "reported", "it was shut", Before.NOT),
        ("The former mayor said it was shut.", "said", "it was shut", Before.NOT),
        ("The mayor was in Gorm to once again deny that it was shut.", "to once again deny", "that it was shut", Before.NOT),
        ("He offers much, from saying that it was shut to jokes.", "saying", "that it was shut", Before.NOT),
        ("She had to admit that it was open.", "admit", "that it was open", Before.NOT),
        ("Once again the keeper said it was shut.", "said", "it was shut", Before.NOT),
        ("Last week the gate broke, and the keeper said it was old.", "said", "it was old", Before.NOT),
        ("Anna Rask, who ran the office until last year, said it was shut.", "said", "it was shut", Before.NOT),
    ],
)  # fmt: skip
def test_how_plainly_a_statement_is_told_as_an_earlier_one(text: str, cue: str, content: str, expected: Before) -> None:
    assert heard(text, cue, content) is expected
