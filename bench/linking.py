"""What linking costs, and what one more article costs, as a record grows.

    python bench/linking.py RECORD [--sizes 1000 10000]

RECORD is any record that holds enough statements, such as one of real articles; it is read and stays as it is. For each
size as many of its articles as have so many statements are linked from nothing, in a record of their own, and then five
more, one after another. Articles come in a random order, always the same, so that what comes later lies among what is known.
Time is CPU time of this process, vectors of sentences included: the machine may be busy with something else.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import yardstick
from onrecord.pipeline import bring_links_up_to_date
from onrecord.record import open_record
from onrecord.vocabulary import Reading

ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}

MORE = 5
"""Articles that are linked one by one: they differ."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a Markdown table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("record", help="the record whose readings are linked")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000], help="how many statements to link")
    options = parser.parse_args(arguments)
    with open_record(Path(options.record), create=False) as record:
        readings = list(record.reader.readings())
    random.Random(1).shuffle(readings)
    print(
        "| statements | ms a statement | yardsticks a statement | one more article, s | at most | in yardsticks | ms a new statement |"
    )
    print("|---:|---:|---:|---:|---:|---:|---:|")
    for size in options.sizes:
        print(row(*chosen(readings, size)), flush=True)
    return 0


def chosen(readings: Sequence[Reading], statements: int) -> tuple[list[Reading], list[Reading]]:
    """The first articles that have so many statements, and the next ones that have some."""
    some: list[Reading] = []
    for at, reading in enumerate(readings):
        more = [each for each in readings[at:] if each.statements][:MORE]
        if sum(len(each.statements) for each in some) >= statements and len(more) == MORE:
            return some, more
        some.append(reading)
    raise SystemExit(f"found fewer than {statements} statements; name a record that has more, or smaller --sizes")


def row(some: Sequence[Reading], more: Sequence[Reading]) -> str:
    """Link some readings from nothing, then more, one by one."""
    statements = sum(len(each.statements) for each in some)
    speed = yardstick.measure(1)
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "record.db") as record:
        seconds = []
        for portion in (some, *([each] for each in more)):
            for reading in portion:
                record.writer.write(reading)
            began = time.process_time()
            bring_links_up_to_date(record.links)
            seconds.append(time.process_time() - began)
    speed = (speed + yardstick.measure(1)) / 2
    all_of_it, *each_more = seconds
    each, one = all_of_it / statements, statistics.median(each_more)
    of_new = 1000 * sum(each_more) / sum(len(reading.statements) for reading in more)
    cells = (
        f"{1000 * each:.1f} | {each * speed:.3f} | {one:.2f} | {max(each_more):.2f} | {one * speed:.1f} | {of_new:.0f}"
    )
    return f"| {statements:,} | {cells} |"


if __name__ == "__main__":
    # numpy's matrix library must be told before it is loaded
    if any(os.environ.get(name) != value for name, value in ENVIRONMENT.items()):
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **ENVIRONMENT})
    sys.exit(main())
