"""For tests of views: `onrecord` called in process, with a reader that finds “…” X said instead of the model.

Take `call` to run a command in an empty folder, `articles` for three small articles by two outlets as JSON Lines in
that folder, `read_record` where the test begins with those read, `affair_record` where it begins with an affair whose
links are known (tests/support/invented_affair.py). Write an article inline when its text matters.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from invented_affair import write_affair
from typer.testing import CliRunner, Result

from onrecord.pipeline import Reader
from onrecord.views.cli import build_app
from onrecord.views.cli.session import Session
from onrecord.vocabulary import Article, Form, Reading, Run, Span, Statement

PATTERN = re.compile(r"(?P<content>“[^”]*”) (?P<source>(?:[A-Z]\w+ )+)(?P<cue>said|denied)")

ARTICLES = (
    {
        "id": "harbour-2",
        "publisher": "The Quay",
        "title": "Mayor answers",
        "published": "2031-03-05",
        "text": "A day later came an answer. “I signed nothing,” Mayor Ada Quill said. “Nor I,” Clerk Brand said.",
    },
    {
        "id": "harbour-1",
        "publisher": "The Lamp",
        "title": "Who signed the harbour contract?",
        "published": "2031-03-04",
        "text": "“The contract was signed in May,” Inspector Rowe said on Tuesday.",
    },
    {
        "id": "undated",
        "publisher": "The Lamp",
        "text": "It rained on the harbour all day, and nobody at the pier spoke.",
    },
)


class QuoteReader:
    """Finds “…” Somebody said. Cheap, always the same, and enough for everything but quality."""

    run = Run(model="quotes", code="1")

    def __call__(self, article: Article) -> Reading:
        statements = tuple(
            Statement(
                article=article.id,
                source=Span(found.start("source"), found.end("source") - 1),
                cue=Span(*found.span("cue")),
                content=(Span(*found.span("content")),),
                form=Form.DIRECT,
            )
            for found in PATTERN.finditer(article.text)
        )
        return Reading(article, statements, self.run)


Call = Callable[..., Result]


@pytest.fixture
def quote_reader() -> QuoteReader:
    return QuoteReader()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def call(folder: Path) -> Call:
    """call("read", "x.txt", reader=..., environment=...) → result with exit_code, stdout and stderr.

    environment is what our settings see; terminal is what the terminal library sees (NO_COLOR and its like).
    """

    def run(
        *arguments: str,
        reader: Reader | None = None,
        environment: dict[str, str] | None = None,
        terminal: dict[str, str | None] | None = None,
        stdin: str = "",
    ) -> Result:
        session = Session(load_reader=lambda: reader or QuoteReader(), environment=environment or {})
        plain = {"NO_COLOR": None, "FORCE_COLOR": None, "TERM": "dumb"}
        return CliRunner().invoke(
            build_app(),
            [*arguments],
            obj=session,
            input=stdin,
            env=plain | (terminal or {}),
            catch_exceptions=False,
        )

    return run


def write_articles(folder: Path) -> Path:
    path = folder / "articles.jsonl"
    path.write_text("".join(json.dumps(article, ensure_ascii=False) + "\n" for article in ARTICLES), encoding="utf-8")
    return path


@pytest.fixture
def articles(folder: Path) -> Path:
    return write_articles(folder)


@pytest.fixture(scope="session")
def template_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The three articles read once for all tests: making a record takes longer than copying it."""
    folder = tmp_path_factory.mktemp("template")
    record = folder / "onrecord.db"
    session = Session(load_reader=QuoteReader, environment={})
    arguments = ["read", str(write_articles(folder)), "--record", str(record)]
    assert CliRunner().invoke(build_app(), arguments, obj=session).exit_code == 0
    return record


@pytest.fixture
def read_record(folder: Path, template_record: Path) -> Path:
    return Path(shutil.copy(template_record, folder))


@pytest.fixture(scope="session")
def template_affair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_affair(tmp_path_factory.mktemp("affair") / "onrecord.db")


@pytest.fixture
def affair_record(folder: Path, template_affair: Path) -> Path:
    return Path(shutil.copy(template_affair, folder))
