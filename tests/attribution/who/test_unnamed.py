from __future__ import annotations

import pytest

from .reading import Said, read


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("Nine current and former officials", 9),
        ("Two people briefed on the sale", 2),
        ("A person familiar with the matter", 1),
        ("People familiar with the matter", None),
        ("A teammate", 1),
        ("One of the two clerks", 1),
        ("Engineers who would not be named", None),
        ("Somebody in the mayor's office", 1),
        ("Officials", None),
    ],
)
def test_people_whom_the_article_does_not_name_are_anonymous_with_their_count(source: str, count: int | None) -> None:
    (statement,) = read(f"{source} said it was late.", Said(source, "said", "it was late")).statements
    assert (statement.anonymous, statement.count) == (True, count)


@pytest.mark.parametrize(
    "source",
    [
        "Ann Lee",
        "A spokesman for the union",
        "The harbour board",
        "The report",
        "Voters",
        "Police",
        "The mayor",
        "His sister",
        "Her lawyer",
        "Many residents",
        "Younger voters",
        "Historians",
    ],
)
def test_named_people_bodies_documents_spokespeople_and_populations_are_not(source: str) -> None:
    (statement,) = read(f"{source} said it was late.", Said(source, "said", "it was late")).statements
    assert (statement.anonymous, statement.count) == (False, None)


@pytest.mark.parametrize("after", ["", " They asked not to be named."])
def test_one_of_two_is_one_of_them_whatever_is_said_of_both_later(after: str) -> None:
    text = f"Bert Orr vowed to stay. Two trustees disputed the report. One said that it had leaked.{after}"
    said = Said("Two trustees", "disputed", "the report"), Said("One", "said", "that it had leaked")
    assert read(text, *said).speakers == ["Two trustees", "Two trustees"]


@pytest.mark.parametrize(
    "source", ["A provocative headline", "Two past elections", "A copy of the letter", "A new batch of e-mails"]
)
def test_things_that_say_something_are_no_unnamed_sources(source: str) -> None:
    found = read(f"{source} said it was late.", Said(source, "said", "it was late"))
    (statement,) = found.statements
    assert (statement.anonymous, statement.count) == (False, None)


def test_somebody_is_each_time_another() -> None:
    text = "Somebody said it was late. The harbour was closed by then. Somebody said it was early."
    found = read(text, Said("Somebody", "said", "it was late"), Said("Somebody", "said", "it was early"))
    assert found.statements[0].speaker != found.statements[1].speaker
