"""The terminal: answers on standard output, progress on standard error; nothing an article says can steer either."""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import typer

from onrecord.views.marks import Piece, Role, bracketed

if TYPE_CHECKING:
    from rich.console import Console
    from rich.style import Style
    from rich.text import Text

NARROWEST = 20
"""Characters that a line keeps, however narrow the terminal is."""

# Escape sequences and other control characters of an article would move the cursor or retitle the window; the
# directional overrides would make a line read other than it is stored.
_UNSAFE = (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_CONTROLS = {**dict.fromkeys(_UNSAFE, "\N{REPLACEMENT CHARACTER}"), 0x0A: "\n", 0x09: "\t", 0x0D: None}


def printable(text: str) -> str:
    """The text as a terminal may be given it."""
    return text.translate(_CONTROLS)


def say(line: str = "") -> None:
    """One line of the answer."""
    typer.echo(printable(line))


def say_styled(*parts: str | tuple[str, str], indent: int = 0, hanging: int = 0) -> None:
    """One line of the answer in parts, each plain or with the name of a style.

    Only a terminal breaks it: what goes on stands `hanging` characters further in than the beginning does.
    """
    pieces = [(part, "") if isinstance(part, str) else part for part in parts]
    console = _answer_console()
    if not console.is_terminal:
        say(" " * indent + "".join(text for text, _ in pieces))
        return
    from rich.text import Text

    line = Text.assemble(*((printable(text), style) for text, style in pieces))
    width = max(console.width - indent - hanging, NARROWEST)
    for number, broken in enumerate(_broken(line, console, width, hanging)):
        margin = indent + (hanging if number else 0)
        console.print(Text(" " * margin).append_text(broken), no_wrap=True, overflow="ignore", crop=False)


def _broken(line: Text, console: Console, width: int, hanging: int) -> Iterator[Text]:
    """The line in pieces that fit: the first may be longer by the indent of the others."""
    first, *_ = line.wrap(console, width + hanging)
    yield first
    rest = line[len(first) :]
    if rest.plain.strip():
        yield from rest[len(rest.plain) - len(rest.plain.lstrip()) :].wrap(console, width)


def is_interactive() -> bool:
    """Whether somebody sits at a terminal, to be asked and to be answered."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def note(line: str) -> None:
    """One line beside the answer: progress, advice."""
    typer.echo(printable(line), err=True)


def complain(message: str) -> None:
    """One line that says why the command ends, if there is still anybody to hear it."""
    with suppress(OSError):
        note("onrecord: " + " ".join(message.splitlines()))


def say_json(value: object) -> None:
    """The answer for programs. Where the output is not UTF-8, whatever it could lack is escaped as JSON has it."""
    is_utf8 = codecs.lookup(sys.stdout.encoding or "ascii").name == "utf-8"
    typer.echo(json.dumps(value, ensure_ascii=not is_utf8, indent=2))


def say_table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """The answer as columns; numbers to the right. Only a terminal's width cuts them, never a pipe's."""
    from rich.table import Table
    from rich.text import Text

    kept = [tuple(row) for row in rows]
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for column, heading in enumerate(headings):
        is_number = bool(kept) and all(isinstance(row[column], int) for row in kept)
        table.add_column(heading, justify="right" if is_number else "left", overflow="fold")
    for row in kept:
        table.add_row(*(Text(printable(_cell(value))) for value in row))
    console = _answer_console()
    if not console.is_terminal:
        console.width = 10_000
    console.print(table)


def say_marked(pieces: Iterable[Piece]) -> None:
    """The marked article: in colour where the terminal has it, else with brackets that say the same."""
    console = _answer_console()
    if not console.is_terminal or console.no_color or console.color_system is None:
        typer.echo(printable("".join(bracketed(pieces))))
        return
    from rich.text import Text

    marked = Text()
    seen: set[int] = set()
    for piece in pieces:
        for mark in piece.marks:
            if mark.number not in seen:
                marked.append(f"[{mark.number}]", "dim")
                seen.add(mark.number)
        marked.append(printable(piece.text), _style(piece))
    console.print(marked)


def _style(piece: Piece) -> Style:
    """Colour for the role, the innermost winning; an underline for what stands inside another statement."""
    from rich.style import Style

    colours = {
        Role.SOURCE: Style(color="cyan", bold=True),
        Role.CUE: Style(color="yellow", bold=True),
        Role.CONTENT: Style(color="green"),
    }
    layers = [colours[mark.role] + Style(underline=mark.is_nested or None) for mark in piece.marks]
    return Style.combine([Style(), *layers])


def _answer_console() -> Console:
    from rich.console import Console

    return Console(file=sys.stdout, markup=False, highlight=False, emoji=False)


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else "" if value is None else str(value)
