from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

from onrecord.pipeline import read_into
from onrecord.record import open_record

from . import invented

ARTICLES = 60


def start_reading(database: Path, *, fatal_statement: int = 0) -> subprocess.Popen[str]:
    """A process of its own that reads the articles; it is killed before the SQL statement of the number given."""
    command = [sys.executable, invented.__file__, str(database), str(ARTICLES), str(fatal_statement)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def undisturbed(database: Path) -> list[object]:
    with open_record(database) as record:
        list(read_into(record.writer, invented.many_inputs(ARTICLES), invented.PatternReader()))
        return invented.dump(record)


def assert_only_whole_articles(database: Path) -> None:
    """Each article that is there at all has all its statements."""
    with open_record(database) as record:
        for kept in record.reader.articles(newest=False):
            assert record.reader.statements(kept.article.id) == tuple(invented.read_statements(kept.article))


def test_a_process_killed_in_the_midst_of_transactions_leaves_whole_articles_and_can_go_on(tmp_path: Path) -> None:
    dice = random.Random(20210304)
    for _ in range(3):
        with start_reading(tmp_path / "killed.db", fatal_statement=dice.randint(20, 160)) as process:
            process.communicate()
        assert process.returncode == -signal.SIGKILL
        assert_only_whole_articles(tmp_path / "killed.db")
    with start_reading(tmp_path / "killed.db") as process:
        process.communicate()
    assert process.returncode == 0
    with open_record(tmp_path / "killed.db") as record:
        assert invented.dump(record) == undisturbed(tmp_path / "undisturbed.db")


def test_a_process_killed_from_outside_leaves_whole_articles_and_can_go_on(tmp_path: Path) -> None:
    dice = random.Random(20210305)
    for _ in range(2):
        with start_reading(tmp_path / "killed.db") as process:
            assert process.stdout is not None
            for _ in range(dice.randint(1, ARTICLES // 3)):
                process.stdout.readline()
            process.kill()
        assert_only_whole_articles(tmp_path / "killed.db")
    with open_record(tmp_path / "killed.db") as record:
        list(read_into(record.writer, invented.many_inputs(ARTICLES), invented.PatternReader()))
        assert invented.dump(record) == undisturbed(tmp_path / "undisturbed.db")
