"""The contract of docs/architecture.md, read from the document itself."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "kuajing"
CONTRACT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
OWN = "kuajing"


def rows(heading: str) -> list[list[str]]:
    section = CONTRACT.split(f"## {heading}")[1].split("\n## ")[0]
    lines = [
        line for line in section.splitlines() if line.startswith("| `") or re.match(r"\| \w+ \| `", line)
    ]
    return [[cell.strip().replace("`", "") for cell in line.strip("|").split("|")] for line in lines]


def words(cell: str) -> frozenset[str]:
    return frozenset(word.strip() for word in cell.split(",") if word.strip())


ALLOWED = {row[0]: words(row[1]) for row in rows("The contract")}
LIBRARIES = {row[0]: words(row[2]) for row in rows("The contract")}
DOORS = {
    row[0]: tuple(door for door in re.sub(r"\(.*?\)", "", row[1]).replace(",", " ").split())
    for row in rows("One door for each outside library")
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names if f"{module}.{alias.name}" in NAMES)


NAMES = {name_of(path) for path in MODULES}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_only_where_the_table_allows(path: Path) -> None:
    parts = name_of(path).split(".")
    if path.parent == PACKAGE:
        # the package itself, and `python -m kuajing`, which is the command line
        return
    room = parts[1]
    used = {
        name.split(".")[1]
        for name in imports(path)
        if name.startswith(OWN + ".") and len(name.split(".")) > 1
    }
    assert used - {room} - ALLOWED[room] - {"__version__"} == set()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_outside_libraries_enter_by_their_door(path: Path) -> None:
    outside = {name.split(".")[0] for name in imports(path)} - {OWN} - set(sys.stdlib_module_names)
    outside = {library.removesuffix("_core") for library in outside}
    where = path.relative_to(PACKAGE).as_posix()
    for library in outside:
        assert any(where == door or where.startswith(door + "/") for door in DOORS[library]), (
            f"{where}: {library}"
        )
        assert library in LIBRARIES[where.split("/")[0]]


def test_every_package_is_in_the_table() -> None:
    packages = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert packages == set(ALLOWED)


def test_packaging_lists_every_package() -> None:
    listed = set(
        re.findall(r'^    "(kuajing[\w.]*)",$', (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    )
    found = {name_of(path) for path in PACKAGE.rglob("__init__.py")} | {"kuajing.rules"}
    assert listed == found


def test_no_modules_import_each_other_in_a_circle() -> None:
    edges = {
        name_of(path): {name for name in imports(path) if name in NAMES} - {name_of(path)} for path in MODULES
    }
    # a package's __init__ gathers its own modules: it is no step of a circle between them
    edges = {
        name: {one for one in others if not name.startswith(one + ".")} for name, others in edges.items()
    }
    done: set[str] = set()
    for start in sorted(edges):
        walk(start, edges, (), done)


def walk(name: str, edges: dict[str, set[str]], path: tuple[str, ...], done: set[str]) -> None:
    assert name not in path, " -> ".join((*path[path.index(name) :], name))
    if name in done:
        return
    for other in sorted(edges[name]):
        walk(other, edges, (*path, name), done)
    done.add(name)
