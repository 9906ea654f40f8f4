from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from onrecord.attribution.model import FILES, Model
from onrecord.errors import ModelError

from .written import letter_tokenizer


def write_about(folder: Path) -> None:
    """about.json for the files as they lie there."""
    digests = {f: hashlib.sha256((folder / f).read_bytes()).hexdigest() for f in FILES}
    (folder / "about.json").write_text(json.dumps({"files": digests}))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Weights with a tokenizer of letters, and with files that are none of what they should be beside it."""
    (tmp_path / "tokenizer.json").write_text(letter_tokenizer().to_str())
    (tmp_path / "reader.onnx").write_bytes(b"no graph")
    (tmp_path / "heads.npz").write_bytes(b"no arrays")
    write_about(tmp_path)
    return tmp_path


def use(folder: Path, part: str) -> object:
    """Makes a model load one of its files."""
    model = Model(folder)
    if part != "reader.onnx":
        return {"heads.npz": lambda: model.heads, "tokenizer.json": lambda: model.encoder}[part]()
    window = next(model.encoder.windows("Ann said it."))
    return model.scores(window)


def test_nothing_is_opened_before_it_is_needed(tmp_path: Path) -> None:
    Model(tmp_path / "nowhere")


def test_the_tokenizer_that_lies_with_the_weights_cuts_the_windows(folder: Path) -> None:
    assert len(next(Model(folder).encoder.windows("abc")).pieces) == 5


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named_with_what_to_do(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelError, match=f"{name}.*No such file.*install onrecord again"):
        use(folder, name)


@pytest.mark.parametrize("name", FILES)
def test_a_changed_file_is_refused_by_its_digest(folder: Path, name: str) -> None:
    (folder / name).write_bytes((folder / name).read_bytes() + b" ")
    with pytest.raises(ModelError, match=f"{name}.*found a file with digest.*install onrecord again"):
        use(folder, name)


@pytest.mark.parametrize("name", FILES)
def test_a_file_with_the_right_digest_that_cannot_be_loaded_is_refused_all_the_same(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"{}")
    write_about(folder)
    if name == "reader.onnx":
        (folder / "tokenizer.json").write_text(letter_tokenizer().to_str())
        write_about(folder)
    with pytest.raises(ModelError, match=f"{name}.*install onrecord again"):
        use(folder, name)


@pytest.mark.parametrize(
    "about", [None, "", "{", "[]", "null", "{}", '{"files": null}', '{"files": []}', '{"files": {"a": 1}}', "\udcff"]
)
def test_a_missing_or_damaged_about_file_is_named_with_what_to_do(folder: Path, about: str | None) -> None:
    if about is None:
        (folder / "about.json").unlink()
    else:
        (folder / "about.json").write_bytes(about.encode("utf-8", "surrogateescape"))
    with pytest.raises(ModelError, match=r"about\.json.*install onrecord again"):
        _ = Model(folder).digest


def test_the_digest_changes_with_any_file(folder: Path) -> None:
    before = Model(folder).digest
    assert Model(folder).digest == before
    (folder / "heads.npz").write_bytes(b"others")
    write_about(folder)
    assert Model(folder).digest != before
