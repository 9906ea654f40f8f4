from __future__ import annotations

import pytest

from onrecord.vocabulary import Basis, Said

from .worded import Words, read


def said(text: str, *wanted: Words, published: str | None = "2024-03-14") -> Said | None:
    """When the last of the statements was said."""
    return read(text, *wanted, published=published)[-1].said


def days(found: Said | None) -> str | None:
    if found is None:
        return None
    start, end = found.days.start.isoformat(), found.days.end.isoformat()
    return start if start == end else f"{start}/{end}"


@pytest.mark.parametrize(
    ("text", "words", "expected", "basis"),
    [
        (
            "Ann Rees said Tuesday that they met in March.",
            Words("Ann Rees", "said", "that they met in March"),
            "2024-03-12",
            Basis.WEEKDAY,
        ),
        (
            "Ann Rees said that they met Tuesday.",
            Words("Ann Rees", "said", "that they met Tuesday"),
            "2024-03-14",
            Basis.ARTICLE_DATE,
        ),
        (
            "On Wednesday, Ann Rees said the map was old.",
            Words("Ann Rees", "said", "the map was old"),
            "2024-03-13",
            Basis.WEEKDAY,
        ),
        (
            "Earlier this year Ann Rees said the map was old.",
            Words("Ann Rees", "said", "the map was old"),
            "2024-01-01/2024-12-31",
            Basis.RELATIVE,
        ),
        (
            "“It is old,” Ann Rees wrote in a letter dated Feb. 3.",
            Words("Ann Rees", "wrote", "“It is old,”"),
            "2024-02-03",
            Basis.EXPLICIT,
        ),
        (
            "The map is old, Ann Rees told a clerk in December.",
            Words("Ann Rees", "told", "The map is old"),
            "2023-12-01/2023-12-31",
            Basis.EXPLICIT,
        ),
    ],
)
def test_a_time_that_leans_on_the_cue_is_the_time_of_saying(
    text: str, words: Words, expected: str, basis: Basis
) -> None:
    found = said(text, words)
    assert (days(found), found and found.basis) == (expected, basis)


@pytest.mark.parametrize("cue", ["has said", "had said", "has repeatedly said"])
def test_a_perfect_without_a_time_points_to_a_day_that_is_not_told(cue: str) -> None:
    assert said(f"Ann Rees {cue} the map was old.", Words("Ann Rees", cue, "the map was old")) is None


def test_without_a_day_of_publication_only_what_says_itself_has_a_day() -> None:
    words = Words("Ann Rees", "said", "the map was old")
    assert said("Ann Rees said the map was old.", words, published=None) is None
    assert said("On Tuesday Ann Rees said the map was old.", words, published=None) is None
    assert days(said("On May 3, 2019, Ann Rees said the map was old.", words, published=None)) == "2019-05-03"


def test_what_a_speaker_goes_on_to_say_keeps_the_day_of_the_scene() -> None:
    found = said(
        "“It is old,” Ann Rees said on Monday. “We burnt it,” she added.",
        Words("Ann Rees", "said", "“It is old,”", speaker="ann"),
        Words("she", "added", "“We burnt it,”", speaker="ann", after="Monday"),
    )
    assert (days(found), found and found.basis) == ("2024-03-11", Basis.EVENT)


def test_the_phrase_is_a_slice_of_the_text() -> None:
    text = "Ann Rees said late Tuesday that the map was old."
    found = said(text, Words("Ann Rees", "said", "that the map was old"))
    assert found is not None
    assert found.phrase is not None
    assert found.phrase.of(text) == "late Tuesday"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Six days after denying it, the club said on Tuesday that it had paid.",
            (Words("the club", "denying", "it", after=""), Words("the club", "said", "that it had paid")),
            ("2024-03-06", "2024-03-12"),
        ),
        (
            "The board has seen an e-mail sent on Feb. 3. In it she warned that it leaked.",
            (Words("she", "warned", "that it leaked"),),
            ("2024-02-03",),
        ),
        (
            "The mayor took the oath on Tuesday. “It leaked,” Ann Rees testified. Who knew? “I did,” she replied.",
            (
                Words("Ann Rees", "testified", "“It leaked,”", speaker="ann"),
                Words("she", "replied", "“I did,”", speaker="ann"),
            ),
            ("2024-03-12", "2024-03-12"),
        ),
        (
            "Weeks before the vote, Ann Rees denied it. “Never,” she told the Post.",
            (
                Words("Ann Rees", "denied", "it.", speaker="ann"),
                Words("she", "told", "“Never,”", speaker="ann"),
            ),
            (None, None),
        ),
        (
            "The harbour shut on Tuesday.\n\nNobody knows why, Ann Rees said.",
            (Words("Ann Rees", "said", "Nobody knows why"),),
            ("2024-03-14",),
        ),
        (
            "Ann Rees flew in on Tuesday and sat down with us.\n\nEcho: In May you laughed.\n\nAnn Rees: I never saw it.",
            (Words("Ann Rees", ":", "I never saw it", speaker="ann", after="laughed.\n\n"),),
            ("2024-03-12",),
        ),
        (
            "The mayor did not wait.\n\nThey played the tape at noon on Tuesday before the inquiry. “Mine,” Ann Rees said."
            "\n\n“It was late,” Bo Lind said.\n\n“So it was,” Cy Moor said through his aide.",
            (
                Words("Ann Rees", "said", "“Mine,”", speaker="ann"),
                Words("Bo Lind", "said", "“It was late,”", speaker="bo", after="Mine"),
                Words("Cy Moor", "said", "“So it was,”", speaker="cy", after="Bo Lind said"),
            ),
            ("2024-03-12", "2024-03-12", "2024-03-14"),
        ),
        (
            "A letter to the council dated Tuesday names him.\n\nHe resigned.\n\nIt is over, Bo Lind said.",
            (Words("Bo Lind", "said", "It is over", speaker="bo"),),
            ("2024-03-14",),
        ),
        (
            "The lawyer, Bo Lind, will be sworn in on Monday. Bo Lind vowed to appeal.",
            (Words("Bo Lind", "vowed", "to appeal", speaker="bo", after="Monday. "),),
            ("2024-03-14",),
        ),
        (
            "It may have been two, Ann Rees told the Echo. Three weeks ago she said it was none.",
            (
                Words("Ann Rees", "told", "It may have been two", speaker="ann"),
                Words("she", "said", "it was none", speaker="ann", after="ago"),
            ),
            ("2024-03-14", "2024-02-19/2024-02-25"),
        ),
        (
            "The firm, which moved 310,000 stones in December, said its count was right.",
            (Words("The firm", "said", "its count was right"),),
            ("2024-03-14",),
        ),
    ],
)  # fmt: skip
def test_a_day_told_elsewhere(text: str, words: tuple[Words, ...], expected: tuple[str | None, ...]) -> None:
    assert tuple(days(each.said) for each in read(text, *words)) == expected


def test_a_quotation_that_runs_on_has_the_day_of_what_stands_before_it() -> None:
    text = "Ann Rees said on Monday it was old. “We burnt it.”"
    first, second = read(text, Words("Ann Rees", "said", "it was old"), Words("", "", "“We burnt it.”"))
    assert days(first.said) == days(second.said) == "2024-03-11"


def test_another_voice_does_not_take_the_day() -> None:
    text = "“It is old,” Ann Rees said on Monday.\n\nNobody asked me, Bo Lind said."
    found = said(
        text,
        Words("Ann Rees", "said", "“It is old,”", speaker="ann"),
        Words("Bo Lind", "said", "Nobody asked me", speaker="bo", after="Monday"),
    )
    assert (days(found), found and found.basis) == ("2024-03-14", Basis.ARTICLE_DATE)
