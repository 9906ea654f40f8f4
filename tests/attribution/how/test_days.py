from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from onrecord.attribution.how import read_manner
from onrecord.attribution.when import find_times
from onrecord.vocabulary import Article, Basis, Party, PartyId, PartyKind, Said, Statement

from .worded import Words, read, statements


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
        (
            "Ann Rees said this week that the map was old.",
            Words("Ann Rees", "said", "that the map was old"),
            "2024-03-11/2024-03-14",
            Basis.RELATIVE,
        ),
        (
            "Asked about Tuesday, Ann Rees said the map was old.",
            Words("Ann Rees", "said", "the map was old"),
            "2024-03-14",
            Basis.ARTICLE_DATE,
        ),
        (
            "“It is old,” said Ann Rees, who was suspended on Tuesday.",
            Words("Ann Rees, who was suspended on Tuesday", "said", "“It is old,”"),
            "2024-03-14",
            Basis.ARTICLE_DATE,
        ),
        (
            "“It is old,” said Ann Rees, who was opening a shop on Tuesday.",
            Words("Ann Rees, who was opening a shop on Tuesday", "said", "“It is old,”"),
            "2024-03-12",
            Basis.WEEKDAY,
        ),
        (
            "It is old, a man who surveyed it in 2020 told us.",
            Words("a man who surveyed it in 2020", "told", "It is old"),
            "2024-03-14",
            Basis.ARTICLE_DATE,
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
        (
            "Police searched the club on Tuesday, two days after the local paper first reported a leak.",
            (Words("the local paper", "reported", "a leak"),),
            ("2024-03-12",),
        ),
        (
            "The club gave in on Tuesday, four hours after the mayor admitted a leak. The club said on Tuesday it was sorry.",
            (
                Words("the mayor", "admitted", "a leak"),
                Words("The club", "said", "it was sorry", after="leak. "),
            ),
            ("2024-03-14", "2024-03-12"),
        ),
        (
            "Ann Rees met the crew and told them on Monday that it was old. It had burnt, Bo Lind said.",
            (
                Words("Ann Rees", "told", "that it was old", speaker="ann"),
                Words("Bo Lind", "said", "It had burnt", speaker="bo"),
            ),
            ("2024-03-11", "2024-03-14"),
        ),
        (
            "Ann Rees has just told the Echo that it was old.",
            (Words("Ann Rees", "told", "that it was old"),),
            ("2024-03-14",),
        ),
        (
            "Ann Rees flew in on Tuesday and sat down with us.\n\nEcho: In May you laughed.\n\n"
            "Ann Rees (on the phone): I never saw it.",
            (Words("Ann Rees", "(on the phone)", "I never saw it", speaker="ann", after="laughed.\n\n"),),
            ("2024-03-12",),
        ),
        (
            "Ann Rees testified before the committee on Tuesday.\n\nOn the advice of counsel Bo Lind declined to say who paid.",
            (
                Words("Ann Rees", "testified", "before the committee", speaker="ann"),
                Words("Bo Lind", "declined", "to say who paid", speaker="bo"),
            ),
            ("2024-03-12", "2024-03-12"),
        ),
        (
            "Ann Rees testified before the committee on Tuesday.\n\nBo Lind declined to say who paid.",
            (
                Words("Ann Rees", "testified", "before the committee", speaker="ann"),
                Words("Bo Lind", "declined", "to say who paid", speaker="bo"),
            ),
            ("2024-03-12", "2024-03-14"),
        ),
    ],
)  # fmt: skip
def test_a_day_told_elsewhere(text: str, words: tuple[Words, ...], expected: tuple[str | None, ...]) -> None:
    assert tuple(days(each.said) for each in read(text, *words)) == expected


@pytest.mark.parametrize(
    ("text", "outer", "inner", "expected"),
    [
        (
            "Ann Rees rang the mayor on Feb. 11. “I told him it leaked and he said it was late,” she said.",
            Words("she", "said", "“I told him it leaked and he said it was late,”"),
            Words("he", "said", "it was late", inside=0),
            "2024-02-11",
        ),
        (
            "Ann Rees told the Echo on Tuesday: “I sat down with him in January, and he said it was late.”",
            Words("Ann Rees", "told", "“I sat down with him in January, and he said it was late.”"),
            Words("he", "said", "it was late", inside=0, after="and "),
            "2024-01-01/2024-01-31",
        ),
        (
            "Ann Rees told the Echo on Tuesday that he said it was late.",
            Words("Ann Rees", "told", "that he said it was late"),
            Words("he", "said", "it was late", inside=0),
            None,
        ),
        (
            "The harbour shut on Feb. 11. “And he said it was late,” Ann Rees said.",
            Words("Ann Rees", "said", "“And he said it was late,”"),
            Words("he", "said", "it was late", inside=0),
            None,
        ),
        (
            "Ann Rees rang the mayor on Feb. 11. “He says it is late,” she said.",
            Words("she", "said", "“He says it is late,”"),
            Words("He", "says", "it is late", inside=0),
            None,
        ),
    ],
)  # fmt: skip
def test_what_is_told_of_a_talk_was_said_on_its_day(
    text: str, outer: Words, inner: Words, expected: str | None
) -> None:
    assert days(said(text, outer, inner)) == expected


def manner(text: str, made: Sequence[Statement], parties: Sequence[Party] = ()) -> list[str | None]:
    """The days of statements that know more than their words."""
    article = Article(ref="an-article", text=text, published="2024-03-14")
    times = find_times(text, date(2024, 3, 14))
    return [days(each.said) for each in read_manner(article, tuple(made), times, {p.id: p for p in parties})]


def test_a_spokesman_answers_on_a_day_of_his_own() -> None:
    text = "Ann Rees said on Monday it was old.\n\nIt was new, her spokesman said."
    article = Article(ref="an-article", text=text)
    one, two = statements(
        article,
        Words("Ann Rees", "said", "it was old", speaker="ann"),
        Words("her spokesman", "said", "It was new", speaker="him", after="old"),
    )
    assert manner(text, [one, replace(two, on_behalf_of=PartyId("ann"))]) == ["2024-03-11", "2024-03-14"]
    assert manner(text, [one, replace(two, speaker=PartyId("ann"))]) == ["2024-03-11", "2024-03-11"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (PartyKind.ORGANIZATION, "2024-03-14"),
        (PartyKind.OUTLET, "2024-03-11"),
        (PartyKind.PERSON, "2024-03-11"),
    ],
)
def test_a_body_speaks_anew_further_down_but_what_an_outlet_reports_is_one_report(
    kind: PartyKind, expected: str
) -> None:
    text = "The Gazette said on Monday it was old.\n\nIt is cold.\n\nIt is new, the Gazette said."
    article = Article(ref="an-article", text=text)
    party = Party(article.id, "The Gazette", kind)
    made = statements(
        article,
        Words("The Gazette", "said", "it was old", speaker=party.id),
        Words("the Gazette", "said", "It is new", speaker=party.id, after="cold"),
    )
    assert manner(text, made, [party]) == ["2024-03-11", expected]


def test_unnamed_people_were_not_where_others_met() -> None:
    text = "It rained.\n\nNobody swam.\n\nThe board met on Monday. It was late, said a man close to it."
    made = statements(Article(ref="an-article", text=text), Words("a man close to it", "said", "It was late"))
    assert manner(text, made) == ["2024-03-11"]
    assert manner(text, [replace(made[0], anonymous=True)]) == ["2024-03-14"]


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
