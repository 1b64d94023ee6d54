"""Running the command line as a person does, in this process or in one of its own."""

import gc
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pytest

from kuajing.cli import main

DAY = "2026-11-30"
HERE = Path(__file__).parent
ALONE = "from kuajing.cli import main; main()"
_OF_THE_MACHINE = ("KUAJING_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR", "TERM", "CI")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run left: its exit code and both streams."""

    code: int
    out: str
    err: str

    def __str__(self) -> str:
        return f"exit code {self.code}\n--- standard output\n{self.out}--- standard error\n{self.err}"


Run = Callable[..., Ran]
Start = Callable[..., Ran]
Saw = Callable[[str, str], str]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Run the command line in this process, its streams no terminals, nothing said of the machine's language."""
    thresholds = gc.get_threshold()
    for name in _OF_THE_MACHINE:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KUAJING_CACHE", "off")

    def run_words(*words: str, folder: Path | None = None, given: bytes = b"") -> Ran:
        if folder is not None:
            monkeypatch.chdir(folder)
        out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
        monkeypatch.setattr(sys, "argv", ["kuajing", *words])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), "utf-8"))
        with monkeypatch.context() as streams:
            streams.setattr(sys, "stdout", out)
            streams.setattr(sys, "stderr", err)
            with pytest.raises(SystemExit) as left:
                main()
        code = left.value.code
        assert isinstance(code, int)
        return Ran(code, _text(out), _text(err))

    yield run_words
    gc.set_threshold(*thresholds)


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()


@pytest.fixture(scope="session")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of processes of their own: nothing of the machine's language, compiled modules kept and shared."""
    kept = {name: value for name, value in os.environ.items() if name not in _OF_THE_MACHINE}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return kept | {"KUAJING_CACHE": "off", "PYTHONPYCACHEPREFIX": str(tmp_path_factory.mktemp("compiled"))}


@pytest.fixture
def start(surroundings: dict[str, str]) -> Start:
    """Run the command line in a process of its own, its standard output where `out` leads."""

    def start_words(
        *words: str,
        folder: Path | None = None,
        given: bytes = b"",
        environment: Mapping[str, str] | None = None,
        options: tuple[str, ...] = (),
        out: IO[bytes] | int = subprocess.PIPE,
        before: Callable[[], object] | None = None,
    ) -> Ran:
        done = subprocess.run(  # noqa: S603  our own command
            [sys.executable, *options, "-c", ALONE, *words],
            cwd=folder,
            input=given,
            stdout=out,
            stderr=subprocess.PIPE,
            check=False,
            env=surroundings | dict(environment or {}),
            preexec_fn=before,
        )
        return Ran(done.returncode, (done.stdout or b"").decode(), done.stderr.decode())

    return start_words


@pytest.fixture
def saw() -> Saw:
    """What a person is expected to see, kept beside the tests; KUAJING_RENEW=1 writes it anew."""

    def saw_text(name: str, actual: str) -> str:
        path = HERE / name
        if os.environ.get("KUAJING_RENEW"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(actual.encode())
        return path.read_bytes().decode()

    return saw_text


@pytest.fixture
def shop(run: Run, tmp_path: Path) -> Path:
    """The folder of a first estate, as `kuajing init` writes it."""
    run("init", "shop", folder=tmp_path)
    return tmp_path / "shop"
