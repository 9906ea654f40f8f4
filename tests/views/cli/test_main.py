from __future__ import annotations

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from onrecord import __version__
from onrecord.errors import ModelError
from onrecord.views.cli import COMMANDS, build_app
from onrecord.views.cli.session import Session


def test_the_version_is_told(call):
    assert call("--version").stdout == f"onrecord {__version__}\n"


def test_the_help_names_every_command(call):
    shown = call("--help").stdout
    assert all(f"\n  {command.__name__} " in shown for command in COMMANDS)


@pytest.mark.parametrize("arguments", [["--record", "a.db", "show"], ["show", "--record", "a.db"]])
def test_the_record_may_be_named_before_or_after_the_command(call, articles, arguments):
    call("read", "articles.jsonl", "--record", "a.db")
    assert "harbour-1" in call(*arguments).stdout


def test_the_environment_names_the_record_unless_an_option_does(call, articles, folder):
    environment = {"ONRECORD_RECORD": "b.db"}
    call("read", "articles.jsonl", environment=environment)
    call("read", "articles.jsonl", "--record", "c.db", environment=environment)
    assert {path.name for path in folder.glob("*.db")} == {"b.db", "c.db"}


def test_json_may_be_asked_for_before_the_command(call, read_record):
    assert call("--json", "show").stdout.startswith("{")


def test_an_error_of_ours_is_one_line_and_wrong_use(articles):
    def load_reader():
        raise ModelError("weights.onnx: found nothing; expected the model; install the package again")

    session = Session(load_reader=load_reader, environment={})
    result = CliRunner().invoke(build_app(), ["read", "articles.jsonl"], obj=session)
    assert result.exit_code == 2
    assert result.stderr == "onrecord: weights.onnx: found nothing; expected the model; install the package again\n"


def test_an_unknown_option_is_wrong_use(call):
    assert call("read", "--nonsense").exit_code == 2


def test_the_module_is_the_command():
    shown = subprocess.run([sys.executable, "-m", "onrecord", "--version"], capture_output=True, text=True, check=True)
    assert shown.stdout == f"onrecord {__version__}\n"


def test_the_command_loads_neither_model_nor_page_reader_before_it_needs_them():
    heavy = "onnxruntime", "trafilatura", "numpy", "tokenizers", "sqlalchemy", "rich", "lxml"
    probe = f"import sys, onrecord.views.cli; print([m for m in {heavy!r} if m in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert shown.stdout == "[]\n"
