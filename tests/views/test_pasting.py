from __future__ import annotations

from datetime import date

import pytest

from onrecord.views import pasting
from onrecord.vocabulary import (
    Article,
    Basis,
    Channel,
    Form,
    Interval,
    Party,
    PartyKind,
    Said,
    Span,
    Stance,
    Statement,
)

TEXT = "“We knew,”\nhe said, “nothing\nat all.” Rain fell."
ARTICLE = Article("r", TEXT, publisher="The Lamp", published="2031-03-04")
STATEMENT = Statement(ARTICLE.id, Span(11, 13), Span(14, 18), (Span(0, 10), Span(20, 37)), Form.DIRECT)


ORR = Party(ARTICLE.id, "Mira Orr", PartyKind.PERSON)
MAYOR = Party(ARTICLE.id, "Ada Quill", PartyKind.PERSON)
PARTIES = {party.id: party for party in (ORR, MAYOR)}
SAID = Said(Interval(date(2031, 3, 3), date(2031, 3, 3), "day"), Basis.WEEKDAY)


def line(text: str, source: str, cue: str, content: str, form: Form = Form.INDIRECT, **fields: object) -> str:
    """The one line of a statement by its words."""

    def span(words: str) -> Span | None:
        return Span(text.index(words), text.index(words) + len(words)) if words else None

    piece = span(content)
    assert piece is not None
    made = Statement(Article("r", text).id, span(source), span(cue), (piece,), form, **fields)  # type: ignore[arg-type]
    return pasting.sentence(made, text, PARTIES)


def test_a_statement_in_one_line_has_the_characters_of_the_text_and_no_line_break():
    assert pasting.sentence(STATEMENT, TEXT, {}) == "no day · he said: “We knew,” … “nothing at all.”"


def test_the_line_has_the_day_it_was_said_and_the_fullest_name():
    told = {"speaker": ORR.id, "said": SAID, "stance": Stance.DENIES}
    shown = line("Orr denied that the sea was calm.", "Orr", "denied", "that the sea was calm", **told)
    assert shown == "Mon 3 Mar 2031 · Mira Orr denied that the sea was calm"


def test_the_line_says_for_whom_how_and_to_whom():
    told = {"speaker": ORR.id, "on_behalf_of": MAYOR.id, "told_to": MAYOR.id, "channel": Channel.PHONE}
    shown = line("“It was calm,” said Orr.", "Orr", "said", "“It was calm,”", Form.DIRECT, **told)
    assert shown == "no day · Mira Orr, for Ada Quill, said: “It was calm,” (by phone, to Ada Quill)"


def test_for_whom_is_said_once():
    spokeswoman = Party(ARTICLE.id, "A spokeswoman for Ada Quill", PartyKind.PERSON)
    text = "A spokeswoman for Ada Quill said that it was calm."
    made = Statement(
        ARTICLE.id,
        Span(0, 27),
        Span(28, 32),
        (Span(33, 49),),
        Form.INDIRECT,
        speaker=spokeswoman.id,
        on_behalf_of=MAYOR.id,
    )
    shown = pasting.utterance(made, text, PARTIES | {spokeswoman.id: spokeswoman})
    assert shown == "A spokeswoman for Ada Quill said that it was calm"


def test_who_is_urged_stands_after_the_verb():
    told = {"speaker": ORR.id, "told_to": MAYOR.id, "stance": Stance.URGES}
    shown = line("Orr urged the mayor to wait.", "Orr", "urged", "to wait", **told)
    assert shown == "no day · Mira Orr urged Ada Quill to wait"


def test_a_paraphrase_gets_no_quotation_marks():
    assert line("Orr said the sea was calm.", "Orr", "said", "the sea was calm") == "no day · Orr said the sea was calm"


@pytest.mark.parametrize(
    ("cue", "stance", "verb"),
    [
        ("according to", Stance.ASSERTS, "said:"),
        ("saying", Stance.ASSERTS, "said:"),
        ("in a denial", Stance.DENIES, "denied:"),
    ],
)
def test_a_cue_that_is_no_plain_verb_becomes_one(cue, stance, verb):
    shown = line(f"It was calm, {cue} Orr.", "Orr", cue, "It was calm", stance=stance)
    assert shown == f"no day · Orr {verb} It was calm"


def test_what_is_missing_is_left_out_of_the_line_or_named():
    bare = Statement(ARTICLE.id, None, Span(14, 18), (Span(0, 10),), Form.DIRECT)
    assert pasting.sentence(bare, TEXT, {}) == "no day · (nobody named) said: “We knew,”"
    floating = Statement(ARTICLE.id, Span(11, 13), None, (Span(0, 10),), Form.DIRECT)
    assert pasting.sentence(floating, TEXT, {}) == "no day · he said: “We knew,”"


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "shown"),
    [
        ("Orr insisted at some length on the sea.", "Orr", "insisted at some length on", "the sea",
         "Orr insisted at some length on the sea"),
        ("It rained. The mate is suspected of theft.", "", "is suspected of", "theft",
         "(nobody named): The mate is suspected of theft"),
        ("Orr is bearish on the sea.", "Orr", "is bearish on", "the sea", "Orr is bearish on the sea"),
        ("Orr put out a note on the sea, that it was calm.", "Orr", "put out a note", "that it was calm",
         "Orr put out a note on the sea, that it was calm"),
        ("Orr’s been out there saying it was calm.", "Orr", "’s been out there saying", "it was calm",
         "Orr’s been out there saying it was calm"),
        ("The sea has been called calm by Orr.", "Orr", "has been called calm", "The sea",
         "Orr: The sea has been called calm by Orr"),
        ("The sea was often accused of rage.", "", "was often accused of", "The sea",
         "(nobody named): The sea was often accused of"),
        ("Orr went on, poking at the sea.", "Orr", "poking at", "the sea", "Orr, poking at the sea"),
        ("“Calm!” chanting Orr.", "Orr", "chanting", "“Calm!”", "Orr said: “Calm!”"),
    ],
)  # fmt: skip
def test_a_cue_that_is_more_than_a_verb_stands_in_the_words_of_the_article(text, source, cue, content, shown):
    assert line(text, source, cue, content) == f"no day · {shown}"


def test_what_is_far_apart_is_told_with_a_verb():
    text = (
        "Orr was quick to say, "
        + "as all of the town could hear from the quay on that night, " * 8
        + "that it was calm."
    )
    assert line(text, "Orr", "was quick to say", "that it was calm") == "no day · Orr said that it was calm"
