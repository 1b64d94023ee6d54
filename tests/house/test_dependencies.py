"""Few libraries, each with a written reason, all pinned by hash."""

import re
import tomllib
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
MOST_PACKAGES = 25


def closure(name: str, found: set[str]) -> set[str]:
    if canonicalize_name(name) in found:
        return found
    found.add(canonicalize_name(name))
    for text in distribution(name).requires or []:
        requirement = Requirement(text)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            closure(requirement.name, found)
    return found


def test_a_run_time_installation_takes_few_packages() -> None:
    assert len(closure("kuajing", set())) <= MOST_PACKAGES


def test_every_dependency_has_a_written_reason() -> None:
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    reasons = {
        canonicalize_name(word)
        for row in re.findall(r"^\| ([^|]+) \|", text, re.MULTILINE)
        for word in row.split(", ")
    }
    wanted = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
    assert {canonicalize_name(Requirement(text).name) for text in wanted} - reasons == set()


def test_every_dependency_has_a_range() -> None:
    assert [text for text in PROJECT["dependencies"] if not re.search(r">=.+,<", text)] == []


def test_constraints_are_hashed_and_name_no_index() -> None:
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    pins = re.findall(r"^\S+==\S+ \\\n    --hash=sha256:[0-9a-f]{64}", text, re.MULTILINE)
    assert len(pins) == len(re.findall(r"^\S+==", text, re.MULTILINE))
    assert "://" not in text
    assert "--index-url" not in text


def test_constraints_pin_everything_that_is_needed() -> None:
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    pinned = {canonicalize_name(name) for name in re.findall(r"^([\w.-]+)==", text, re.MULTILINE)}
    assert closure("kuajing", set()) - {"kuajing"} - pinned == set()
