from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord import __version__
from onrecord.errors import ModelError
from onrecord.views.cli import COMMANDS, build_app
from onrecord.views.cli.session import Session

EVIL = "e\x1b]0;owned\x07"


def run_process(*arguments: str, encoding: str = "utf-8", **streams: object) -> subprocess.CompletedProcess[bytes]:
    """The console script as a shell starts it, which is the only way to see its real streams."""
    script = "import sys; from onrecord.views.cli import main; sys.argv[0] = 'onrecord'; main()"
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    given = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL, **streams}
    return subprocess.run([sys.executable, "-c", script, *arguments], env=environment, **given)


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


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        (["show", "--json"], "RecordError"),
        (["--json", "show"], "RecordError"),
        (["search", "--since", "March", "said", "--json"], "SettingsError"),
        (["search", "said", "--limit", "many", "--json"], "SettingsError"),
        (["show", "--nonsense", "--json"], "SettingsError"),
        (["--nonsense", "--json", "show"], "SettingsError"),
        (["--json", "nonsense"], "SettingsError"),
        (["read", "--json"], "SettingsError"),
    ],
)
def test_an_error_is_told_to_programs_too(call, arguments, kind):
    result = call(*arguments)
    error = json.loads(result.stdout)["error"]
    assert (result.exit_code, error["kind"]) == (2, kind)
    assert error["message"] in result.stderr


def test_words_that_look_like_the_option_ask_for_no_json(call):
    assert call("search", "--", "--json").stdout == ""


def test_what_an_article_says_of_itself_does_not_steer_the_terminal_through_an_error(call, folder):
    rows = [{"id": f"{EVIL}\n{number}", "text": "It rained on the harbour all day."} for number in "12"]
    (folder / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    call("read", "a.jsonl")
    result = call("show", "e")
    assert result.exit_code == 2
    assert "found several articles for 'e'" in result.stderr
    assert "\x1b" not in result.stderr
    assert result.stderr.count("\n") == 1


def test_ctrl_c_in_any_command_is_one_line(call, read_record, monkeypatch):
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("onrecord.views.cli.show.show_listing", interrupted)
    result = call("show")
    assert result.exit_code == 130
    assert result.stderr == "onrecord: stopped; what was kept by then stays in the record\n"


def test_ctrl_c_while_the_model_loads_ends_a_reading_like_any_other(articles):
    def load_reader():
        raise KeyboardInterrupt

    session = Session(load_reader=load_reader, environment={})
    result = CliRunner().invoke(build_app(), ["read", "articles.jsonl"], obj=session)
    assert result.exit_code == 130
    assert "Stopped. What was read is kept in onrecord.db" in result.stdout


def test_an_answer_in_json_is_json_whatever_the_encoding_of_the_output(call, folder):
    article = {"id": "a", "text": "“It rained 🚢 all day,” Keeper Orr said of the harbour."}
    (folder / "a.jsonl").write_text(json.dumps(article))
    call("read", "a.jsonl")
    for encoding in ("cp1252", "ascii", "utf-8"):
        shown = run_process("show", "a", "--json", encoding=encoding)
        assert json.loads(shown.stdout.decode(encoding))["article"]["text"] == article["text"]
        assert ("🚢".encode() in shown.stdout) == (encoding == "utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_an_output_that_takes_nothing_is_one_line_and_wrong_use(read_record):
    for arguments in (["show"], ["show", "harbour-1", "--json"], ["search", "signed"], ["export", "statements"]):
        with open("/dev/full", "wb") as full:
            result = run_process(*arguments, stdout=full)
        assert result.returncode == 2
        assert result.stderr.decode().startswith("onrecord: ")
        assert "No space left on device" in result.stderr.decode()
        assert result.stderr.count(b"\n") == 1


def test_streams_that_are_closed_are_no_fault(folder):
    for closed, status in ((0, 1), (1, 1), (2, 1)):
        result = run_process("read", "-", preexec_fn=lambda closed=closed: os.close(closed))
        assert (result.returncode, b"Traceback" in result.stderr) == (status, False)
        assert closed == 1 or b"found nothing on standard input" in result.stdout
