"""The peers, each installed in an environment of its own."""

import subprocess
import venv
from pathlib import Path

PACKAGES = {
    "datahub": ("acryl-datahub[sql-parser]==1.7.0.17", "pytest==8.4.2"),
    "sqllineage": ("sqllineage==1.5.9", "sqlfluff==4.5.0", "pytest==8.4.2"),
    "openlineage": ("openlineage-sql==1.54.0",),
    "sqllineage-rs": ("sqllineage-rs==0.2.0",),
    "sqlglot": ("sqlglot==30.30.0",),
}
"""What each environment holds; pytest reads the golden tests of the two peers that are written in Python."""


def python_of(work: Path, name: str) -> Path:
    """The interpreter of one environment."""
    return (work / "envs" / name / "bin" / "python").absolute()


def install(work: Path) -> None:
    """Makes every environment that is not yet there, which takes minutes."""
    for name, packages in PACKAGES.items():
        python = python_of(work, name)
        ready = work / "envs" / f"{name}.ready"
        said = "\n".join(packages)
        if ready.exists() and ready.read_text(encoding="utf-8") == said:
            continue
        print(f"installing {', '.join(packages)}")
        venv.create(python.parent.parent, with_pip=True, clear=True)
        command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages]
        subprocess.run(command, check=True)  # noqa: S603  the packages named above
        ready.write_text(said, encoding="utf-8")
