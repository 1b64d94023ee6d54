"""What a run-time installation weighs: packages and megabytes, compiled caches included where they exist.

Run it with the interpreter of the environment that is to be weighed: `python benchmarks/install.py`.
"""

from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement


def closure(name: str, found: dict[str, Distribution]) -> dict[str, Distribution]:
    """The distribution of that name and all that it needs at run time."""
    if name.lower() in found:
        return found
    found[name.lower()] = distribution(name)
    for text in found[name.lower()].requires or []:
        requirement = Requirement(text)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            closure(requirement.name, found)
    return found


def megabytes(one: Distribution) -> float:
    """The size of all files that a distribution put on the disk."""
    paths = {Path(str(one.locate_file(file))) for file in one.files or []}
    return sum(path.stat().st_size for path in paths if path.is_file()) / 1_000_000


def main() -> None:
    rows = sorted(((megabytes(one), name) for name, one in closure("kuajing", {}).items()), reverse=True)
    for size, name in rows:
        print(f"{name:22}{size:8.1f} MB")
    print(f"{len(rows)} packages, {sum(size for size, _ in rows):.1f} MB")


if __name__ == "__main__":
    main()
