"""Kills `onrecord read` at random moments, has it go on, and sees that nothing is lost, doubled or half written.

    python evaluation/kill.py [ARTICLES.jsonl] [--articles 200] [--kills 10] [--seed 7]

Without a file of articles (JSON Lines with "text"), those of the samples are repeated with small changes. In either
case some references come again with another text, some articles come twice, and some inputs cannot be read.
Ends with status 1 where the export of the record that suffered the kills differs from that of one read in peace.
"""

from __future__ import annotations

import argparse
import filecmp
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from onrecord.record import open_record
from onrecord.vocabulary import Outcome

SAMPLES = Path(__file__).resolve().parent.parent / "src" / "onrecord" / "samples"
ONRECORD = (sys.executable, "-m", "onrecord")
EXIT_STATUSES = (0, 1)  # 1: some inputs could not be read, as is meant to be


def main() -> int:
    options = parse_options()
    dice = random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="onrecord-kill-") as folder:
        work = Path(folder)
        write_inputs(work / "articles.jsonl", texts_of(options.source), options.articles)

        seconds = read(work, "peace")
        seconds_idle = read(work, "peace")  # nothing is left to do: what starting takes
        print(f"read in peace: {seconds:.1f} s, again: {seconds_idle:.1f} s, {held(work / 'peace.db')}")

        # On average, all the killed runs together just do the whole job; one that gets to its end begins a new lap.
        longest = seconds_idle + 2 * max(seconds - seconds_idle, 0) / options.kills
        kills, laps = 0, 1
        while kills < options.kills:
            if killed_after(dice.uniform(seconds_idle / 2, longest), work, f"lap{laps}"):
                kills += 1
                print(f"kill {kills:2}, lap {laps}: {held(work / f'lap{laps}.db')}")
            else:
                laps += 1
        export(work, "peace")
        for lap in range(1, laps + 1):
            read(work, f"lap{lap}")
            export(work, f"lap{lap}")
        differing = [lap for lap in range(1, laps + 1) if not is_same(work, f"lap{lap}", "peace")]
    print(f"{kills} kills in {laps} laps: " + (f"laps {differing} DIFFER" if differing else "no difference"))
    return 1 if differing else 0


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?", type=Path, help="articles in JSON Lines; without it, the samples")
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=7)
    return parser.parse_args()


# --- inputs ---


def texts_of(source: Path | None) -> list[str]:
    """The texts to make articles of; front matter is cut off."""
    if source is not None:
        return [json.loads(line)["text"] for line in source.read_text("utf-8").splitlines() if line.strip()]
    lines = (line for path in sorted(SAMPLES.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines())
    plain = (path.read_text("utf-8").split("---\n", 2)[-1] for path in sorted(SAMPLES.glob("*.txt")))
    return [*plain, *(json.loads(line)["text"] for line in lines)]


def write_inputs(target: Path, texts: list[str], count: int) -> None:
    """One JSON line an input; `count` inputs in all."""
    with target.open("w", encoding="utf-8") as file:
        for row in inputs(texts, count):
            file.write(json.dumps(row) + "\n")


def inputs(texts: list[str], count: int) -> Iterator[dict[str, str]]:
    before: dict[str, str] = {}
    for number, text in enumerate(islice(cycle(texts), count)):
        row = {"id": f"article-{number:04}", "text": f"{text}\n\nEdition {number}."}
        if number % 10 == 4:
            row["id"] = before["id"]  # another text under the same reference
        elif number % 10 == 7:
            row = before  # the same again
        elif number % 25 == 18:
            row["text"] = ""
        yield row
        before = row


# --- runs ---


def start(work: Path, name: str) -> subprocess.Popen[bytes]:
    command = (*ONRECORD, "read", str(work / "articles.jsonl"), "--record", str(work / f"{name}.db"))
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def killed_after(seconds: float, work: Path, name: str) -> bool:
    """Whether the run was still going on after so many seconds, and so was killed."""
    with start(work, name) as process:
        try:
            check_status(process.wait(timeout=seconds))
            return False
        except subprocess.TimeoutExpired:
            process.kill()
            return True


def read(work: Path, name: str) -> float:
    """Read to the end; how many seconds it took."""
    begun = time.monotonic()
    with start(work, name) as process:
        check_status(process.wait())
    return time.monotonic() - begun


def export(work: Path, name: str) -> None:
    target = ("--output", str(work / name), "--record", str(work / f"{name}.db"))
    subprocess.run((*ONRECORD, "export", "all", "--format", "jsonl", *target), check=True, stdout=subprocess.DEVNULL)


def check_status(status: int) -> None:
    if status not in EXIT_STATUSES:
        raise SystemExit(f"onrecord read ended with status {status}; expected one of {EXIT_STATUSES}")


# --- what is left ---


def held(database: Path) -> str:
    """What the record holds, in words; opening it is itself a check."""
    if not database.exists():
        return "nothing yet"
    with open_record(database) as record:
        counts = record.reader.counts()
    return f"{counts.versions} articles in versions, {counts.statements} statements, {counts.unread} unread"


def is_same(work: Path, name: str, other: str) -> bool:
    """Whether two exports are the same to the byte, and every input ended the same way."""
    files = sorted(path.name for path in (work / other).iterdir())
    same, _, _ = filecmp.cmpfiles(work / name, work / other, files, shallow=False)
    is_same_export = same == files == sorted(path.name for path in (work / name).iterdir())
    return is_same_export and outcomes(work / f"{name}.db") == outcomes(work / f"{other}.db")


def outcomes(database: Path) -> list[Outcome]:
    with open_record(database) as record:
        return list(record.reader.outcomes())


if __name__ == "__main__":
    sys.exit(main())
