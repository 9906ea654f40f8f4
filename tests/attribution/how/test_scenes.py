from __future__ import annotations

from onrecord.attribution.how.frames import frames, lay_out
from onrecord.attribution.how.scenes import Voices, hear
from onrecord.vocabulary import Article

from .worded import Words, statements

TEXT = "Ann Rees said it was old. Bo Lind said it was new. Rees denied it. He went on: no."
WANTED = (
    Words("Ann Rees", "said", "it was old"),
    Words("Bo Lind", "said", "it was new", after="old."),
    Words("Rees", "denied", "it", after="new."),
    Words("He", "went on", "no", after="it. "),
)


def voices(*wanted: Words) -> Voices:
    layout = lay_out(TEXT)
    return hear(frames(statements(Article(ref="an-article", text=TEXT), *wanted), layout), layout.folded)


def test_without_speakers_a_surname_tells_and_a_pronoun_is_the_voice_before() -> None:
    heard = voices(*WANTED)
    assert heard.same(0, 2)
    assert not heard.same(0, 1)
    assert heard.same(2, 3)


def test_speakers_decide_where_they_are_known() -> None:
    named = (
        Words("Ann Rees", "said", "it was old", speaker="a"),
        Words("Rees", "denied", "it", speaker="b", after="new."),
    )
    assert not voices(*named).same(0, 1)
