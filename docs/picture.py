"""Draws docs/picture.svg: the head of a sample article as `onrecord show` marks it on a terminal, and some of its statements.

python docs/picture.py
"""

from __future__ import annotations

import io
import os
import pty
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "src/onrecord/samples/2022-10-03-chronicle-six-charts.txt"
COLUMNS = 112
TEXT_LINES, STATEMENT_LINES = 24, 9


def on_a_terminal(*command: str) -> str:
    """What a command prints where it sees a terminal, with its colours."""
    master, slave = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": str(COLUMNS)}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(command, stdout=slave, stderr=subprocess.DEVNULL, env=environment) as process:
        os.close(slave)
        chunks = []
        while True:
            try:
                chunk = os.read(master, 65536)
            except OSError:  # a terminal whose other end is closed reports an error in place of an end
                break
            if not chunk:
                break
            chunks.append(chunk)
        process.wait()
    os.close(master)
    return b"".join(chunks).decode("utf-8").replace("\r\n", "\n")


def main() -> None:
    """Read the article into a record of its own, show it, and keep the picture."""
    onrecord = [sys.executable, "-m", "onrecord"]
    with tempfile.TemporaryDirectory() as folder:
        record = str(Path(folder) / "record.db")
        subprocess.run([*onrecord, "read", str(ARTICLE), "--record", record], check=True, capture_output=True)
        shown = on_a_terminal(*onrecord, "show", "1", "--record", record)
    lines = shown.splitlines()
    first = next(n for n, line in enumerate(lines) if re.search(r"\d+ statements:", line))
    picture = Console(record=True, width=COLUMNS, file=io.StringIO())
    picture.print(
        Text.from_ansi("\n".join([*lines[:TEXT_LINES], "…", "", *lines[first : first + STATEMENT_LINES], "…"]))
    )
    svg = picture.export_svg(title="onrecord show 1")
    # the fonts would be asked of another host; any fixed-width font of the reader's will do
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.S).replace("Fira Code", "ui-monospace, Menlo, Consolas")
    (ROOT / "docs/picture.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
