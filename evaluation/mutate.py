"""Damages sound inputs in a thousand ways and sees that each is read or refused: no crash, no hang, no silence.

    python evaluation/mutate.py [--count 1000] [--clean 1000] [--seed 7] [--timeout 20] [--json]

The reading runs in a process of its own, so that a crash or a hang of a parser is seen and costs one input only.
Ends with status 1 where a mutation crashed, hung or went unmentioned, or where more than one clean input in a hundred
was refused.
"""

from __future__ import annotations

import argparse
import json
import random
import selectors
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from invented import as_html, as_jsonl, as_pdf, as_txt, invent

SAMPLES = Path(__file__).resolve().parent.parent / "src" / "onrecord" / "samples"
KINDS = ("txt", "html", "jsonl", "pdf")
BASES_A_KIND = 10


@dataclass(frozen=True)
class Case:
    """One input to try. how: what was done to it."""

    name: str
    how: str
    data: bytes

    @property
    def kind(self) -> str:
        return self.name.rpartition(".")[2]


@dataclass(frozen=True)
class Verdict:
    """What became of a case: read, refused, unmentioned, raised (with the error), crashed or hung."""

    case: Case
    result: str
    detail: str = ""


# --- inputs -----------------------------------------------------------------------------------------------------------


def sound_inputs(rng: random.Random) -> list[Case]:
    """About forty: the samples that are there, and invented ones of each kind beside them."""
    cases = [
        Case(path.name, "clean", path.read_bytes())
        for path in sorted(SAMPLES.iterdir())
        if path.suffix.removeprefix(".") in KINDS
    ]
    there = Counter(case.kind for case in cases)
    for kind in KINDS:
        cases += [clean_input(rng, kind, number) for number in range(there[kind], BASES_A_KIND)]
    return cases


def clean_input(rng: random.Random, kind: str, number: int) -> Case:
    """One invented input of a kind."""
    writers: dict[str, Callable[[], bytes]] = {
        "txt": lambda: as_txt(invent(rng)),
        "html": lambda: as_html(invent(rng)),
        "jsonl": lambda: as_jsonl([invent(rng) for _ in range(3)]),
        "pdf": lambda: as_pdf(invent(rng)),
    }
    return Case(f"invented-{number}.{kind}", "clean", writers[kind]())


def clean_inputs(rng: random.Random, count: int) -> Iterator[Case]:
    """As many sound inputs as asked for, of all kinds in turn."""
    for number in range(count):
        yield clean_input(rng, KINDS[number % len(KINDS)], number)


# --- damage -----------------------------------------------------------------------------------------------------------


def flip(rng: random.Random, data: bytes, _: bytes) -> bytes:
    """Some bytes are others."""
    damaged = bytearray(data)
    for _count in range(rng.choice((1, 3, 10, 100))):
        damaged[rng.randrange(len(damaged))] = rng.randrange(256)
    return bytes(damaged)


def cut(rng: random.Random, data: bytes, _: bytes) -> bytes:
    """The end is missing, or a piece of the middle."""
    start, end = _piece(rng, data)
    return data[:start] if rng.random() < 0.5 else data[:start] + data[end:]


def double(rng: random.Random, data: bytes, _: bytes) -> bytes:
    """A piece, or all of it, stands there several times."""
    if rng.random() < 0.2:
        return data * rng.choice((2, 20))
    start, end = _piece(rng, data)
    return data[:end] + data[start:end] * rng.choice((1, 1, 50)) + data[end:]


def splice(rng: random.Random, data: bytes, other: bytes) -> bytes:
    """A piece of another input stands in the middle."""
    at = rng.randrange(len(data) + 1)
    start, end = _piece(rng, other)
    return data[:at] + other[start:end] + data[at:]


def _piece(rng: random.Random, data: bytes) -> tuple[int, int]:
    start = rng.randrange(len(data))
    return start, min(len(data), start + rng.choice((1, 10, 100, 1000, 10_000)))


DAMAGES = (flip, cut, double, splice)


def mutations(rng: random.Random, bases: list[Case], count: int) -> Iterator[Case]:
    """As many damaged inputs as asked for, each kind of damage in turn; one in five is damaged twice."""
    for number in range(count):
        base = bases[number % len(bases)]
        damages = [DAMAGES[number // len(bases) % len(DAMAGES)]]
        if rng.random() < 0.2:
            damages.append(rng.choice(DAMAGES))
        data = base.data
        for damage in damages:
            data = damage(rng, data or b" ", rng.choice(bases).data)
        yield Case(f"{number:05}-{base.name}", "+".join(damage.__name__ for damage in damages), data)


# --- reading, in a process of its own ---------------------------------------------------------------------------------


def work() -> None:
    """Read the paths on standard input one by one; one line of JSON each: read, refused, any error."""
    from onrecord.articles import collect
    from onrecord.vocabulary import Article

    for line in sys.stdin:
        answer: dict[str, object] = {}
        try:
            items = list(collect([line.rstrip("\n")]))
            for item in items:
                repr(item).encode("utf-8")
                str(getattr(item, "text", "")).encode("utf-8")
            read = sum(isinstance(item, Article) for item in items)
            answer = {"read": read, "refused": len(items) - read}
            answer["why"] = next((str(item) for item in items if not isinstance(item, Article)), "")
        except Exception as error:
            answer["raised"] = f"{type(error).__name__}: {error}"
        print(json.dumps(answer), flush=True)


class Worker:
    """A reading process, started anew after it crashed or hung."""

    def __init__(self, timeout_seconds: float) -> None:
        self._timeout_seconds = timeout_seconds
        self._start()

    def _start(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__, "--worker"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._questions, self._answers = self._process.stdin, self._process.stdout

    def read(self, case: Case, path: Path) -> Verdict:
        """The verdict on a case that lies at a path."""
        self._questions.write(f"{path}\n")
        self._questions.flush()
        with selectors.DefaultSelector() as selector:
            selector.register(self._answers, selectors.EVENT_READ)
            if not selector.select(self._timeout_seconds):
                self._restart()
                return Verdict(case, "hung", f"no answer in {self._timeout_seconds:g} s")
        line = self._answers.readline()
        if not line:
            status = self._process.wait()
            self._restart()
            return Verdict(case, "crashed", f"status {status}")
        return _verdict(case, json.loads(line))

    def _restart(self) -> None:
        self.close()
        self._start()

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        self._questions.close()
        self._answers.close()


def _verdict(case: Case, answer: dict[str, object]) -> Verdict:
    if "raised" in answer:
        return Verdict(case, "raised", str(answer["raised"]))
    if answer["refused"]:
        return Verdict(case, "partly refused" if answer["read"] else "refused", str(answer["why"]))
    return Verdict(case, "read" if answer["read"] else "unmentioned")


def judge(cases: Iterator[Case], timeout_seconds: float) -> list[Verdict]:
    """The verdict on every case."""
    worker = Worker(timeout_seconds)
    verdicts = []
    try:
        with tempfile.TemporaryDirectory() as folder:
            for case in cases:
                path = Path(folder) / case.name
                path.write_bytes(case.data)
                verdicts.append(worker.read(case, path))
                path.unlink()
    finally:
        worker.close()
    return verdicts


# --- report -----------------------------------------------------------------------------------------------------------

BAD = ("unmentioned", "raised", "crashed", "hung")


def main() -> int:
    """Run both halves and report; 1 where something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000, help="mutations")
    parser.add_argument("--clean", type=int, default=1000, help="clean inputs")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--timeout", type=float, default=20, help="seconds an input may take")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        work()
        return 0

    rng = random.Random(options.seed)
    damaged = judge(mutations(rng, sound_inputs(rng), options.count), options.timeout)
    clean = judge(clean_inputs(rng, options.clean), options.timeout)
    wrong = [verdict for verdict in damaged + clean if verdict.result in BAD]
    refused = [verdict for verdict in clean if "refused" in verdict.result]
    if options.json:
        figures = {"mutations": Counter(v.result for v in damaged), "clean": Counter(v.result for v in clean)}
        print(json.dumps(figures))
    else:
        report(damaged, clean)
        for verdict in wrong + refused:
            print(f"{verdict.result}: {verdict.case.name} ({verdict.case.how}) {verdict.detail}")
    return 1 if wrong or len(refused) * 100 > options.clean else 0


def report(damaged: list[Verdict], clean: list[Verdict]) -> None:
    """A table of results by kind of input."""
    for title, verdicts in (("mutations", damaged), ("clean", clean)):
        print(f"{title}: {len(verdicts)}")
        for kind in KINDS:
            counts = Counter(verdict.result for verdict in verdicts if verdict.case.kind == kind)
            print(f"  {kind:6}", ", ".join(f"{count} {result}" for result, count in counts.most_common()))


if __name__ == "__main__":
    sys.exit(main())
