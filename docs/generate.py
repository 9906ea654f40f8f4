"""Write the generated pages: docs/cli.md, from the commands themselves. `--check` only says whether they are fresh."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from onrecord.views.cli import build_app

FOLDER = Path(__file__).parent

HEAD = """# Commands

<!-- Written by docs/generate.py from the help texts; change those and run `make docs`. -->

Results go to standard output, progress and advice to standard error. The exit status is 0 when all is done, 1 when
some input could not be read (each is listed with its reason, and recorded), 2 for wrong use, 130 after Ctrl-C.
`python -m onrecord` is the same as `onrecord`. What `--json` answers stands in [json.md](json.md).

Environment: `ONRECORD_RECORD` names the record where `--record` does not; `ONRECORD_THREADS` says how many articles are
read at once where `--threads` does not, and `ONRECORD_WORKERS` in how many processes beside the first. `ONRECORD_TOKEN` is the token of
`onrecord serve` where others reach it. `NO_COLOR` turns colours off.
"""


def render_commands() -> str:
    """The page of commands, as it should stand in docs/cli.md."""
    group: Any = get_command(build_app())
    parts = [HEAD, *_section("onrecord", group, "COMMAND ...")]
    for name, command in group.commands.items():
        arguments = [_argument(p) for p in command.params if p.param_type_name == "argument"]
        parts += _section(f"onrecord {name}", command, " ".join(arguments))
    return "\n".join(parts)


def _section(title: str, command: Any, arguments: str) -> Iterator[str]:
    yield f"## {title}\n"
    yield f"```\n{title} [OPTIONS] {arguments}\n```\n".replace(" \n", "\n")
    yield f"{inspect.cleandoc(command.help)}\n"
    yield "| | |\n|---|---|"
    for parameter in command.params:
        name = f"`{_argument(parameter)}`" if parameter.param_type_name == "argument" else _option(parameter)
        yield "| {} | {} |".format(name.replace("|", "\\|"), parameter.help)
    yield ""


def _argument(parameter: Any) -> str:
    shown = parameter.metavar + ("..." if parameter.nargs == -1 else "")
    return shown if parameter.required else f"[{shown}]"


def _option(parameter: Any) -> str:
    value = "" if parameter.is_flag else f" {parameter.metavar}"
    return ", ".join(f"`{name}{value}`" for name in parameter.opts)


def main() -> int:
    page, fresh = FOLDER / "cli.md", render_commands()
    if "--check" not in sys.argv:
        page.write_text(fresh, encoding="utf-8")
        return 0
    if page.read_text(encoding="utf-8") == fresh:
        return 0
    print(f"{page.name} is stale: run make docs", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
