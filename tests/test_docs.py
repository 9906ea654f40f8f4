"""The documentation names what there is: commands, options, errors, fields, words."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from onrecord import errors, vocabulary
from onrecord.views import present
from onrecord.views.cli import build_app
from onrecord.views.summary import Summary
from onrecord.views.web.pages import ROUTERS

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
COMMANDS = get_command(build_app()).commands
ERRORS = [name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, Exception)]
ADDRESSES = sorted({route.path for router in ROUTERS for route in router.routes})
PAGES = sorted([*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CHANGELOG.md"])


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def test_the_generated_page_of_commands_is_fresh():
    checked = subprocess.run([sys.executable, DOCS / "generate.py", "--check"], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_in_the_reference(name):
    section = page("cli.md").split(f"## onrecord {name}\n")[1].split("\n## ")[0]
    for parameter in COMMANDS[name].params:
        for option in parameter.opts if parameter.param_type_name == "option" else ():
            assert f"`{option}" in section


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_a_help_text(name):
    assert COMMANDS[name].help
    assert [parameter.name for parameter in COMMANDS[name].params if not parameter.help] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_json_answer_of_every_command_is_described(name):
    assert f"## onrecord {name}\n" in page("json.md")


def test_the_described_fields_of_a_reading_are_those_of_the_answer():
    section = page("json.md").split("## onrecord read\n")[1].split("\n## ")[0]
    described = {name for line in re.findall(r"^\| (`.*?) \|", section, re.M) for name in re.findall(r"`(\w+)`", line)}
    assert described == set(Summary("onrecord.db").row())


@pytest.mark.parametrize("path", ADDRESSES)
def test_every_address_of_the_web_application_is_described(path):
    assert f"`{path}`" in page("web.md")


@pytest.mark.parametrize("name", ERRORS)
def test_every_error_is_explained_and_stands_in_the_tree(name):
    assert f"| `{name}` |" in page("errors.md")
    assert name in (errors.__doc__ or "")


@pytest.mark.parametrize("kind", present.KINDS)
def test_every_field_of_an_export_is_in_the_data_model(kind):
    described = page("data-model.md")
    if kind in ("articles", "statements"):
        section = described.split(f"\n## {kind}\n")[1].split("\n## ")[0]
    else:
        section = next(line for line in described.splitlines() if line.startswith(f"| {kind} |"))
    assert [field for field in present.fields(kind) if f"`{field}`" not in section] == []


@pytest.mark.parametrize("result", vocabulary.Result)
def test_every_outcome_is_in_the_glossary(result):
    assert result.value in page("glossary.md")


def test_the_readme_says_how_to_begin():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in ("make demo", "make test", *(f"onrecord {name}" for name in COMMANDS)):
        assert command in readme


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_between_pages_lead_somewhere(path):
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_every_chore_of_the_makefile_says_what_it_does():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    chores = re.search(r"^\.PHONY: (.*)$", makefile, re.M)[1].split()
    assert [chore for chore in chores if not re.search(rf"^{chore}:[^#\n]*## \w", makefile, re.M)] == []
    assert {"setup", "demo", "test", "check", "bench", "train"} <= set(chores)
