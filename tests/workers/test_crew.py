"""With workers and without: the same record, whatever becomes of the workers. Those here are real processes with the weights that ship."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from onrecord.articles import collect
from onrecord.attribution import ArticleReader, load_reader
from onrecord.pipeline import read_into
from onrecord.record import open_record
from onrecord.settings import Settings
from onrecord.views.exporting import export_rows
from onrecord.views.present import KINDS
from onrecord.vocabulary import Article, Reading, Run
from onrecord.workers import ENOUGH, Crew, crew
from onrecord.workers.worker import Worker

UNREADABLE = Article("unreadable", text=None)  # type: ignore[arg-type]
"""What no reader can make anything of."""

TWO = Settings(threads=3, workers=2)


class Counting:
    """The reader that ships, and how often it was asked in this process."""

    def __init__(self, reader: ArticleReader) -> None:
        self.reader = reader
        self.run = reader.run
        self.asked: list[str] = []

    def __call__(self, article: Article) -> Reading:
        self.asked.append(article.ref)
        return self.reader(article)


class Fake:
    """A worker that reads nothing and costs nothing."""

    started = 0

    def __init__(self, run: Run, tell: object) -> None:
        Fake.started += 1
        self.load = 0
        self.is_ready = False

    def close(self) -> None:
        pass


@pytest.fixture(scope="module")
def reader() -> ArticleReader:
    return load_reader()


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    with as_file(files("onrecord").joinpath("samples")) as folder:
        return [item for item in collect([str(folder)]) if isinstance(item, Article)]


def exported(database: Path, inputs: Iterable[Article], reader: Counting | Crew, threads: int) -> list[object]:
    with open_record(database) as record:
        outcomes = list(read_into(record.writer, inputs, reader, threads=threads))
        return [outcomes, *export_rows(record.reader, frozenset(KINDS))]


def read_all(crew: Crew, articles: Iterable[Article]) -> list[Reading]:
    with ThreadPoolExecutor(crew.callers) as pool:
        return list(pool.map(crew, articles))


def is_running(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


def children_of(pid: int) -> Iterator[int]:
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            yield int(status.parent.name)


def wait_until(condition: object, seconds: float = 120) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():  # type: ignore[operator]
            return True
        time.sleep(0.02)
    return False


def test_workers_read_to_the_letter_what_is_read_without_them(
    tmp_path: Path, reader: ArticleReader, articles: list[Article]
) -> None:
    alone = exported(tmp_path / "alone.db", articles, Counting(reader), threads=1)
    here = Counting(reader)
    with Crew(here, TWO) as crew:
        crew.start()
        crew.wait()
        together = exported(tmp_path / "together.db", articles, crew, threads=crew.callers)
    assert together == alone
    assert len(here.asked) < len(articles)  # or nothing was tested


def test_a_worker_that_is_killed_is_told_of_and_what_it_was_reading_is_read_all_the_same(
    reader: ArticleReader, articles: list[Article]
) -> None:
    told: list[str] = []
    with Crew(reader, Settings(threads=1, workers=1), tell=told.append) as crew:
        crew.start()
        crew.wait()
        (worker,) = crew.workers
        threading.Thread(target=lambda: wait_until(lambda: worker.load) and os.kill(worker.pid, signal.SIGKILL)).start()
        readings = read_all(crew, articles)
        assert readings == [reader(article) for article in articles]
        assert not worker.is_ready
    assert len(told) == 1
    assert "(status -9)" in told[0]


def test_what_a_worker_cannot_read_is_tried_here_and_its_error_is_the_readers_own(reader: ArticleReader) -> None:
    with pytest.raises(Exception) as here:  # noqa: PT011
        reader(UNREADABLE)
    with Crew(reader, Settings(workers=1)) as crew:
        crew.start()
        crew.wait()
        (worker,) = crew.workers
        assert worker.read(UNREADABLE) is None
        with pytest.raises(type(here.value), match=f"^{here.value}$"):
            crew(UNREADABLE)
        assert worker.is_ready
        assert worker.load == 0


def test_a_worker_of_other_weights_or_another_version_is_not_used(reader: ArticleReader) -> None:
    told: list[str] = []
    worker = Worker(Run(reader.run.model, code="another"), told.append)
    try:
        worker.wait()
        assert not worker.is_ready
        assert worker.read(Article("a", "“It rained,” Ida Fenn said.")) is None
        assert wait_until(lambda: told)
    finally:
        worker.close()
    assert not is_running(worker.pid)


@pytest.mark.parametrize(("expected", "needed"), [(None, ENOUGH), (ENOUGH - 1, ENOUGH), (ENOUGH, 1)])
def test_workers_are_started_where_there_is_enough_to_read(
    monkeypatch: pytest.MonkeyPatch, reader: ArticleReader, expected: int | None, needed: int
) -> None:
    monkeypatch.setattr(crew, "Worker", Fake)
    monkeypatch.setattr(Fake, "started", 0)

    class Reader:
        run = reader.run

        def __call__(self, article: Article) -> Reading:
            return Reading(article, (), self.run)

    with Crew(Reader(), TWO, expected=expected) as reading:
        for number in range(needed):
            assert Fake.started == 0
            reading(Article(str(number), "It rained."))
        assert Fake.started == TWO.workers


def test_a_machine_that_starts_no_more_processes_reads_on_without_them(
    monkeypatch: pytest.MonkeyPatch, reader: ArticleReader, articles: list[Article]
) -> None:
    told: list[str] = []
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    with Crew(reader, TWO, expected=ENOUGH, tell=told.append) as crew:
        assert crew(articles[0]) == reader(articles[0])
    assert len(told) == 1


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes where Linux shows them")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGKILL])
def test_no_worker_outlives_who_started_it(tmp_path: Path, articles: list[Article], ending: signal.Signals) -> None:
    for number in range(2 * ENOUGH):
        (tmp_path / f"{number:03}.txt").write_text(articles[number % len(articles)].text, encoding="utf-8")
    command = [sys.executable, "-m", "onrecord", "read", str(tmp_path), "--record", str(tmp_path / "a.db")]
    command += ["--threads", "2"]
    # Whoever runs these tests in the background has Ctrl-C ignored, and what they start would ignore it too.
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=heard
    ) as process:
        assert wait_until(lambda: list(children_of(process.pid)))
        (worker,) = children_of(process.pid)
        process.send_signal(ending)
        said, noted = process.communicate()
    assert process.returncode == (130 if ending is signal.SIGINT else -ending)
    assert "Traceback" not in noted
    assert ("What was read is kept" in said) is (ending is signal.SIGINT)
    assert wait_until(lambda: not is_running(worker))
