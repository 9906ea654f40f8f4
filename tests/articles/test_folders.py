from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from onrecord.articles import collect, measure
from onrecord.vocabulary import Article, Refusal

SENTENCE = "The mayor denied it."


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(SENTENCE)


def refs(folder: Path) -> list[str]:
    return [os.path.relpath(item.ref, folder) for item in collect([str(folder)])]


def test_a_folder_is_read_in_sorted_order_with_its_folders(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.md", "a/B.TXT", "c.txt")
    assert refs(tmp_path) == ["a/B.TXT", "a/z.md", "b.txt", "c.txt"]
    assert measure([str(tmp_path)]) == 4


def test_hidden_files_companions_and_parts_of_saved_pages_are_passed_over(tmp_path: Path) -> None:
    write(
        tmp_path,
        "a.txt",
        ".hidden.txt",
        ".git/b.txt",
        "key.json",
        "README.md",
        "photo.JPG",
        "Story_files/ad.html",
        "Story.html",
    )
    assert refs(tmp_path) == ["Story.html", "a.txt"]


def test_an_article_named_like_a_companion_is_read(tmp_path: Path) -> None:
    write(tmp_path, "LICENSE", "Readme.md", "desktop.ini", "license.txt", "notice.of.strike.txt", "thumbs.md")
    assert refs(tmp_path) == ["license.txt", "notice.of.strike.txt", "thumbs.md"]


@pytest.mark.parametrize("name", ["locked", "locked.txt", "locked.png"])
def test_an_entry_that_cannot_be_looked_at_is_refused_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    write(tmp_path, "a.txt", "sub/b.txt", "z.txt", f"sub/{name}")
    look = Path.stat

    def guarded(self: Path, **options: bool) -> os.stat_result:
        if self.name == name:
            raise PermissionError(errno.EACCES, "Permission denied")
        return look(self, **options)

    monkeypatch.setattr(Path, "stat", guarded)
    items = {os.path.relpath(item.ref, tmp_path): item for item in collect([str(tmp_path)])}
    assert set(items) == {"a.txt", "sub/b.txt", f"sub/{name}", "z.txt"}
    refusal = items[f"sub/{name}"]
    assert isinstance(refusal, Refusal)
    assert "Permission denied" in refusal.found


@pytest.mark.parametrize("name", ["loop", "loop.txt"])
def test_a_link_to_itself_is_refused_as_such(tmp_path: Path, name: str) -> None:
    (tmp_path / name).symlink_to(tmp_path / name)
    for given in (tmp_path, tmp_path / name):
        (item,) = collect([str(given)])
        assert isinstance(item, Refusal)
        assert "link that leads back to itself" in item.found


def test_a_folder_that_merely_ends_like_the_parts_of_a_page_is_read(tmp_path: Path) -> None:
    write(tmp_path, "my_files/a.txt")
    assert refs(tmp_path) == ["my_files/a.txt"]


def test_a_document_of_an_unknown_kind_is_refused_by_name(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "story.docx", "noending")
    first, second, third = collect([str(tmp_path)])
    assert isinstance(first, Article)
    assert isinstance(second, Refusal)
    assert isinstance(third, Refusal)
    assert (Path(second.ref).name, Path(third.ref).name) == ("noending", "story.docx")
    assert ".docx" in third.found


def test_a_folder_with_nothing_to_read_says_so(tmp_path: Path) -> None:
    write(tmp_path, "key.json")
    (item,) = collect([str(tmp_path)])
    assert isinstance(item, Refusal)
    assert "no articles" in item.found


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "sub/b.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    assert refs(tmp_path) == ["a.txt", "sub/b.txt"]


def test_a_link_to_nowhere_and_a_pipe_are_refused_without_waiting(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    assert all(isinstance(item, Refusal) for item in collect([str(tmp_path)]))
    assert refs(tmp_path) == ["gone.txt", "pipe.txt"]


def test_a_file_name_in_no_known_encoding_is_read_under_a_name_that_can_be_stored(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(SENTENCE)
    except OSError:
        pytest.skip("this file system takes no such names")
    (item,) = collect([str(tmp_path)])
    assert isinstance(item, Article)
    assert item.ref.encode("utf-8").endswith(b"caf?.txt")
