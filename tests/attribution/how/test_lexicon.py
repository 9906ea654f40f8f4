from __future__ import annotations

import pytest

from onrecord.attribution.how.lexicon import forms, phrases, verbs, words


@pytest.mark.parametrize(
    ("verb", "made"),
    [
        ("deny", "deny|denies|denying|denied"),
        ("urge", "urge|urges|urging|urged"),
        ("push", "push|pushes|pushing|pushed"),
        ("beg", "beg|begs|begging|begged"),
        ("say", "say|says|saying|said"),
        ("plead", "plead|pleads|pleading|pled|pleaded"),
    ],
)
def test_a_verb_has_all_its_forms(verb: str, made: str) -> None:
    assert forms(verb) == made


def test_the_first_word_of_a_phrase_is_the_verb() -> None:
    pattern = words(verbs("brush (?:off|aside), deny"))
    assert pattern.search("she brushed aside the question")
    assert pattern.search("denying it")
    assert not pattern.search("she brushed her hair")


def test_only_whole_words_match() -> None:
    pattern = words(phrases("call for, no comment"))
    assert pattern.search("a call for help")
    assert not pattern.search("recall form")


def test_a_comma_inside_a_count_parts_nothing() -> None:
    assert phrases("a{0,2}b, c") == "a{0,2}b|c"
