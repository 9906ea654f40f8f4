"""What linking costs, and what one more article costs, as a record grows.

    python bench/linking.py RECORD [--sizes 1000 10000 100000]

RECORD is any linked record, such as one of real articles; it is read and stays as it is. For each size as many of its
articles as have so many statements are linked from nothing, in a record of their own, and then eight more, one after
another. Where it has too few, replicas of them come beside them (replicas.py), and the table says how many. Articles
come in a random order, always the same, so that what comes later lies among what is known. Vectors of sentences that
RECORD holds are taken along: what the encoder takes is not in these figures. Time is CPU time of this process; where the
machine is busy with something else too, that is longer, and yardsticks are what to compare.
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from itertools import count
from pathlib import Path

import numpy as np

import yardstick
from onrecord.linking import SHIPPED
from onrecord.linking.what.propositions import read_propositions
from onrecord.pipeline import bring_links_up_to_date
from onrecord.record import Record, open_record
from onrecord.record.vectors import key_of
from onrecord.vocabulary import Reading
from replicas import Replicas, Vector

ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}

MORE = 8
"""Articles that are linked one by one: they differ."""

Known = tuple[Reading, Mapping[str, Vector]]
"""A reading, with the vectors of its sentences as far as they are known."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a Markdown table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("record", type=Path, help="the record whose readings are linked")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000], help="how many statements to link")
    options = parser.parse_args(arguments)
    with open_record(options.record, create=False) as record:
        readings = list(record.reader.readings())
    replicas = Replicas(readings, vectors_of(options.record, readings))
    print(
        "| statements | replicas | ms a statement | yardsticks a statement | one more article, s | at most | in yardsticks"
        " | ms a new statement |"
    )
    print("|---:|---:|---:|---:|---:|---:|---:|---:|")
    for size in options.sizes:
        print(row(*chosen(replicas, size)), flush=True)
    return 0


def vectors_of(path: Path, readings: Iterable[Reading]) -> dict[str, Vector]:
    """The vectors of the sentences of these readings that a record holds."""
    sentences = {each.sentence for reading in readings for each in read_propositions(reading, {})}
    keys = {key_of(SHIPPED.digest, sentence): sentence for sentence in sentences}
    with closing(sqlite3.connect(path)) as connection:
        kept = connection.execute("SELECT key, vector FROM sentence_vectors").fetchall()
    return {keys[key]: np.frombuffer(half, np.float16).astype(np.float32) for key, half in kept if key in keys}


def chosen(replicas: Replicas, statements: int) -> tuple[int, list[Known], list[Known]]:
    """How many replicas there are beside the record; articles that have so many statements, and the next ones that have some."""
    known: list[Known] = []
    for number in count():
        known += replicas.make(number)
        if not known:
            raise SystemExit("found no article in this record; name one that has some")
        mixed = random.Random(1).sample(known, len(known))
        sizes = np.cumsum([len(reading.statements) for reading, _ in mixed])
        at = int(np.searchsorted(sizes, statements)) + 1
        more = [each for each in mixed[at:] if each[0].statements][:MORE]
        if len(more) == MORE:
            return number, mixed[:at], more
    raise AssertionError


def row(replicas: int, some: Sequence[Known], more: Sequence[Known]) -> str:
    """Link some readings from nothing, then more, one by one."""
    statements = sum(len(each.statements) for each, _ in some)
    speed = yardstick.measure(1)
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "record.db") as record:
        seconds = []
        for portion in (some, *([each] for each in more)):
            for reading, vectors in portion:
                record.writer.write(reading)
                keep(record, vectors)
            began = time.process_time()
            bring_links_up_to_date(record.links)
            seconds.append(time.process_time() - began)
    speed = (speed + yardstick.measure(1)) / 2
    all_of_it, *each_more = seconds
    each, one = all_of_it / statements, statistics.median(each_more)
    of_new = 1000 * sum(each_more) / sum(len(reading.statements) for reading, _ in more)
    cells = (
        f"{1000 * each:.1f} | {each * speed:.3f} | {one:.2f} | {max(each_more):.2f} | {one * speed:.1f} | {of_new:.0f}"
    )
    return f"| {statements:,} | {replicas} | {cells} |"


def keep(record: Record, vectors: Mapping[str, Vector]) -> None:
    """Let a record know these vectors as if it had asked for them."""
    if vectors:
        known = record.links.remembering(
            lambda sentences: np.stack([vectors[each] for each in sentences]), SHIPPED.digest
        )
        known(list(vectors))


if __name__ == "__main__":
    # numpy's matrix library must be told before it is loaded
    if any(os.environ.get(name) != value for name, value in ENVIRONMENT.items()):
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **ENVIRONMENT})
    sys.exit(main())
