"""Imports go one way, so that a stage can be read, tested and moved by itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "onrecord"
MODULES = sorted(PACKAGE.rglob("*.py"))

FOUNDATION = {"vocabulary", "errors", "sentences", "weights"}
STAGES = {"articles", "attribution", "linking", "record"}

# What each part may import of ours, beside itself and the version that the package's own __init__ holds.
MAY_IMPORT = {
    "__init__": set(),
    "__main__": {"views"},
    "vocabulary": set(),
    "errors": set(),
    "sentences": {"vocabulary"},
    "weights": {"errors"},
    "settings": {"errors"},
    **dict.fromkeys(STAGES, FOUNDATION),
    "pipeline": FOUNDATION | STAGES,
    "quality": FOUNDATION | STAGES | {"pipeline"},
    "workers": {"vocabulary", "settings", "attribution", "pipeline"},
    "views": FOUNDATION | STAGES | {"pipeline", "quality", "settings", "workers"},
}

# Where a foreign package may be imported: it is wrapped once, at one border.
ONLY_IN = {
    "torch": (),
    "transformers": (),
    "onnxruntime": ("weights.py",),
    "sqlalchemy": ("record/",),
    "alembic": ("record/",),
    "sqlite3": ("record/",),
    "trafilatura": ("articles/",),
    "httpx2": ("articles/",),
    "typer": ("views/cli/",),
    "rich": ("views/cli/",),
    "fastapi": ("views/web/",),
    "starlette": ("views/web/",),
    "uvicorn": ("views/web/",),
    "jinja2": ("views/web/", "views/report/"),
}


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def part_of(path: Path) -> str:
    return name_of(path).split("/")[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """The dotted names that a module imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}: relative import; name the module in full"
            yield node.module or ""
            if node.module == "onrecord":
                yield from (f"onrecord.{alias.name}" for alias in node.names)


def test_every_part_of_the_package_has_its_place():
    assert {part_of(path) for path in MODULES} <= set(MAY_IMPORT)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_only_what_lies_before_it(path):
    ours = {name.split(".")[1] for name in imported(path) if name.startswith("onrecord.")} - {"__version__"}
    assert ours <= MAY_IMPORT[part_of(path)] | {part_of(path)}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_foreign_package_is_imported_only_at_its_border(path):
    foreign = {name.split(".")[0] for name in imported(path)} & set(ONLY_IN)
    strays = {package for package in foreign if not name_of(path).startswith(ONLY_IN[package])}
    assert strays == set()


@pytest.mark.parametrize("path", [p for p in MODULES if part_of(p) in {"attribution", "linking"}], ids=name_of)
def test_reading_and_linking_know_neither_clock_nor_network(path):
    assert {name.split(".")[0] for name in imported(path)} & {"time", "socket", "urllib", "http", "subprocess"} == set()


# what a worker process does when nobody is left to answer to is end
PROCESSES = {"workers/__main__.py"}


@pytest.mark.parametrize(
    "path", [p for p in MODULES if part_of(p) not in {"views", "__main__"} and name_of(p) not in PROCESSES], ids=name_of
)
def test_only_views_print_or_exit(path):
    calls = [ast.unparse(n.func) for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)]
    assert {"print", "exit", "quit", "sys.exit", "os._exit"} & set(calls) == set()
