"""How fast, how much memory, how soon, and how that grows; each beside a yardstick of the same run (yardstick.py).

    python bench/run.py [--input ARTICLES.jsonl] [--sizes 10 100 1000] [--threads N]

Without --input the articles are made from the samples (workload.py). Prints a Markdown table and keeps the figures
as JSON in bench/results. A cost in yardsticks is what to compare between machines: seconds times the yardsticks a
second of the same minutes.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import yardstick
from workload import make_articles

HERE = Path(__file__).resolve().parent
STAGES = ("articles", "encode", "model", "decode", "record")
COLD_STARTS = 3
# One thread a product, in the yardstick and wherever else numpy multiplies.
ENVIRONMENT = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. yardsticks: the same in yardsticks; None where that says nothing (memory)."""

    what: str
    figure: str
    yardsticks: float | None


def main(arguments: list[str] | None = None) -> int:
    """Measure everything; gives the exit status."""
    options = parse(arguments)
    with tempfile.TemporaryDirectory() as folder:
        files = {size: write_articles(Path(folder), options.input, size) for size in sorted(options.sizes)}
        figures = measure_all(files, options.threads)
    rows = list(table(figures))
    print("\n".join(markdown(rows, figures)))
    keep(figures, rows)
    return 0


def parse(arguments: list[str] | None) -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--input", type=Path, help="articles as JSON Lines, instead of those made from the samples")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 1000], help="how many articles to read")
    parser.add_argument(
        "--threads", type=int, default=cores(), help="how many articles at once, as `read` has it; else one per core"
    )
    return parser.parse_args(arguments)


def cores() -> int:
    """How many cores are ours."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def write_articles(folder: Path, source: Path | None, count: int) -> Path:
    """A file of so many articles: made ones, or those of `source`, over and over where it has too few."""
    path = folder / f"{count}.jsonl"
    rows = islice(repeated(source), count) if source else make_articles(count)
    with path.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return path


def repeated(source: Path) -> Iterator[dict[str, Any]]:
    """The rows of a file, over and over, each time with other references and another last line: every text is new."""
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").split("\n") if line.strip()]
    turn = 0
    while rows:
        for number, row in enumerate(rows):
            yield {
                **row,
                "id": f"{number}-{turn}",
                "text": row["text"] + (f"\n\nPrinted again, {turn}." if turn else ""),
            }
        turn += 1


def measure_all(files: dict[int, Path], threads: int) -> dict[str, Any]:
    """Every figure, each from a process of its own."""
    middle = sorted(files)[len(files) // 2]
    figures: dict[str, Any] = {"threads": threads, "machine": machine()}
    figures["journeys"] = {str(size): child("journey", str(path), str(threads)) for size, path in files.items()}
    figures["stages"] = child("stages", str(files[middle]))
    figures["cold"] = cold_starts(files[min(files)])
    return figures


def child(*arguments: str) -> dict[str, Any]:
    """What measurement.py says."""
    done = subprocess.run(
        [sys.executable, str(HERE / "measurement.py"), *arguments],
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def cold_starts(path: Path) -> dict[str, float]:
    """Seconds of `onrecord read` of one article, from nothing to the end of the process: the median of a few."""
    with tempfile.TemporaryDirectory() as folder:
        one = Path(folder) / "one.txt"
        one.write_text(json.loads(path.open(encoding="utf-8").readline())["text"], encoding="utf-8")
        before = yardstick.measure(1)
        seconds = []
        for number in range(COLD_STARTS):
            command = [sys.executable, "-m", "onrecord", "read", str(one), "--record", f"{folder}/{number}.db"]
            began = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT)
            seconds.append(time.perf_counter() - began)
        return {"seconds": statistics.median(seconds), "yardsticks": (before + yardstick.measure(1)) / 2}


def machine() -> dict[str, object]:
    """What was measured on."""
    return {
        "processor": processor(),
        "cores": cores(),
        "python": platform.python_version(),
        "system": platform.system(),
    }


def processor() -> str:
    """The processor's name, as Linux tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())


def table(figures: dict[str, Any]) -> Iterator[Row]:
    """The lines of the table, from the figures."""
    journeys = figures["journeys"]
    for size, found in journeys.items():
        each = found["seconds"] / found["articles"]
        peak = f"{found['peak_bytes'] / 2**20:,.0f} MiB at most"
        words = found["words"] / found["articles"]
        what = f"{int(size):,} articles of {words:,.0f} words, end to end"
        yield Row(what, f"{1 / each:.1f} articles a second, {peak}", each * found["yardsticks"])
    stages = figures["stages"]
    for stage in STAGES:
        each = stages["seconds"][stage] / stages["articles"]
        yield Row(f"stage {stage}, one thread", f"{1000 * each:.1f} ms an article", each * stages["yardsticks"])
    cold = figures["cold"]
    yield Row("cold start: one article", f"{cold['seconds']:.2f} s", cold["seconds"] * cold["yardsticks"])
    least, most = (journeys[size] for size in (min(journeys, key=int), max(journeys, key=int)))
    if least is not most:
        times = (cost(most) / cost(least), most["peak_bytes"] / least["peak_bytes"])
        growth = f"{times[0]:.2f} × the cost an article, {times[1]:.2f} × the memory"
        yield Row(f"growth from {least['articles']:,} to {most['articles']:,} articles", growth, None)


def cost(journey: dict[str, float]) -> float:
    """Yardsticks an article."""
    return journey["seconds"] / journey["articles"] * journey["yardsticks"]


def markdown(rows: list[Row], figures: dict[str, Any]) -> Iterator[str]:
    """The table for the README."""
    yield "| what | figure | in yardsticks |"
    yield "|---|---:|---:|"
    for row in rows:
        yield f"| {row.what} | {row.figure} | {'' if row.yardsticks is None else f'{row.yardsticks:,.2f}'} |"
    yield ""
    on = figures["machine"]
    speeds = sorted(found["yardsticks"] for found in figures["journeys"].values())
    yield (
        f"{on['processor']}, {on['cores']} cores, {figures['threads']} threads, Python {on['python']}; "
        f"{speeds[0]:.1f} to {speeds[-1]:.1f} yardsticks a second on all threads "
        f"(one is {yardstick.OPERATIONS / 1e9:.2f} thousand million operations, float32)"
    )


def keep(figures: dict[str, Any], rows: list[Row]) -> None:
    """Keep the figures beside earlier ones; git leaves the folder alone."""
    results = HERE / "results"
    results.mkdir(exist_ok=True)
    (results / ".gitignore").write_text("*\n", encoding="utf-8")
    path = results / f"{datetime.now(UTC):%Y-%m-%d-%H%M%S}.json"
    path.write_text(json.dumps({**figures, "rows": [asdict(row) for row in rows]}, indent=1) + "\n", encoding="utf-8")
    print(f"\nKept in {path}", file=sys.stderr)


if __name__ == "__main__":
    # The yardstick runs in this process too, beside cold starts: its matrix library must be told before it is loaded.
    if any(os.environ.get(name) != value for name, value in ENVIRONMENT.items()):
        os.execve(sys.executable, [sys.executable, *sys.argv], ENVIRONMENT)
    sys.exit(main())
