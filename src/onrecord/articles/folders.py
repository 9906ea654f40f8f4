"""A folder → the files in it that are meant as input, in sorted order."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.articles.kinds import READABLE, kind_by_name
from onrecord.errors import ArticleError

# What lies beside articles and is not one: the parts of saved pages, notes and keys of those who made the collection.
# Named by itself such a file is refused like any other; in a folder it is passed over.
_COMPANION_ENDINGS = frozenset((
    ".avif", ".bmp", ".css", ".csv", ".gif", ".ico", ".jpeg", ".jpg", ".js", ".json", ".log", ".map", ".mjs", ".mp3",
    ".mp4", ".otf", ".png", ".py", ".sh", ".svg", ".toml", ".tsv", ".ttf", ".webm", ".webp", ".woff", ".woff2",
    ".yaml", ".yml", ".sha256", ".md5",
))  # fmt: skip
_COMPANION_STEMS = ("readme", "license", "licence", "notice", "copying", "changelog")
_COMPANION_NAMES = frozenset(
    {"thumbs.db", "desktop.ini"}.union(_COMPANION_STEMS, (f"{stem}.md" for stem in _COMPANION_STEMS))
)


@dataclass(frozen=True, slots=True)
class Found:
    """A file of a folder, or why something in it cannot be read."""

    path: Path
    refusal: ArticleError | None = None


def walk_folder(folder: Path) -> Iterator[Found]:
    """Every file under a folder, names in sorted order, folders entered where they stand.

    Hidden files and folders are passed over, and so are companions: READMEs and licences (without ending, or .md), and
    files that belong to saved pages or collections (pictures, style sheets, scripts, .json, .csv). Other files of a
    kind we do not read are refused by name. Links are followed, and no folder is entered twice.
    """
    found = False
    for item in _walk(folder, set()):
        found = True
        yield item
    if not found:
        yield Found(
            folder, ArticleError("a folder with no articles", f"files ending in {READABLE}", "check the folder")
        )


def _walk(folder: Path, entered: set[tuple[int, int]]) -> Iterator[Found]:
    try:
        identity = folder.stat()
        names = sorted(os.listdir(folder))
    except OSError as error:
        yield Found(folder, unreadable(error))
        return
    if (identity.st_dev, identity.st_ino) in entered:
        return
    entered.add((identity.st_dev, identity.st_ino))
    for name in names:
        path = folder / name
        if name.startswith("."):
            continue
        try:
            is_folder = stat.S_ISDIR(path.stat().st_mode)
        except FileNotFoundError:  # a link to nowhere, which is refused where it is opened
            is_folder = False
        except OSError as error:
            yield Found(path, unreadable(error))
            continue
        if is_folder:
            if not _belongs_to_page(path):
                yield from _walk(path, entered)
        elif not _is_companion(name):
            yield Found(path, None if kind_by_name(name) else unknown_kind(name))


def unknown_kind(name: str) -> ArticleError:
    """Why a file of this name is not read."""
    ending = Path(name).suffix.lower()
    what = f"a file ending in {ending}" if ending else "a file whose name has no ending"
    return ArticleError(what, READABLE, "save it as one of these, or rename it if it is one")


def unreadable(error: OSError) -> ArticleError:
    """Why the system would not give a file."""
    if isinstance(error, FileNotFoundError):
        return ArticleError("no such file", "a file, folder or web address", "check the name")
    if error.errno == errno.ELOOP:
        return ArticleError(
            "a link that leads back to itself", "a readable file", "remove it, or name what it stood for"
        )
    found = f"something that cannot be opened ({error.strerror or error})"
    return ArticleError(found, "a readable file", "check its permissions and its disk")


def _is_companion(name: str) -> bool:
    lowered = name.lower()
    return Path(lowered).suffix in _COMPANION_ENDINGS or lowered in _COMPANION_NAMES


def _belongs_to_page(folder: Path) -> bool:
    """Whether this is the folder that browsers put beside a page saved whole ("Story.html", "Story_files")."""
    if not folder.name.endswith("_files"):
        return False
    page = folder.name.removesuffix("_files")
    return any((folder.parent / f"{page}{ending}").exists() for ending in (".html", ".htm"))
