"""No secret comes out: `python -m benchmarks.canaries CORPUS` plants one in every slot of real files and looks for it.

Every value whose key speaks of a secret, every password inside a URL, a comment and a key name of each file become a
canary, in the file and in two broken copies beside it; then everything that kuajing writes about the folder is searched.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

CANARY = "c4n4ry"
_FOUND = re.compile(CANARY + r"\d{5}x", re.IGNORECASE)
_SLOT = re.compile(
    r"""(?ix) (?P<key> ["']? [\w.\-]*
        (?: passwd | password | pwd | secret | token | access[_.-]?key | access[_.-]?id | api[_.-]?key | private[_.-]?key
          | credential | jaas | keytab | user[_.-]?name | passphrase | sas[_.-]?key | account[_.-]?key )
        [\w.\-]* ["']? (?: \s*[:=]\s* | \s+ (?=["']) ) ["']? )
        (?P<value> (?! [\s{\[$%(<>|&*!] ) [^\s"',;}\])\\]+ )"""
)
_IN_URL = re.compile(
    r"(?P<head>[a-z][a-z0-9+]*://)(?:[^\s/@:\"']+:[^\s/@\"']+@)?(?P<rest>[\w.-]+(?::\d+)?/[\w-]+)"
)
_JDBC = re.compile(r"(?P<url>jdbc:\w+://[\w.,:-]+/\w+)(?P<query>\?)?")
_COMMENTS = {
    "#": {".yml", ".yaml", ".conf", ".properties", ".sh", ".tf", ".env", ".py", ".toml", ".config"},
    "--": {".sql"},
    "//": set[str](),
}
COMMANDS = (
    ("check",),
    ("check", "--lang", "zh"),
    ("check", "--format", "json"),
    ("check", "--format", "sarif"),
    ("transfers", "--lang", "both"),
    ("transfers", "--format", "json"),
    ("diagram", "--format", "svg"),
    ("diagram", "--format", "dot"),
    ("diagram", "--format", "mermaid"),
    ("where", "phone"),
    ("lineage", "--all"),
    ("lineage", "--format", "json"),
    ("lineage", "--format", "openlineage"),
    ("locate",),
)


def salted(path: str, text: str, numbers: Iterator[int]) -> str:
    """A text with a canary in every slot that may hold a secret."""

    def planted() -> str:
        return f"{CANARY}{next(numbers):05}x"

    text = _SLOT.sub(lambda found: found["key"] + planted(), text)
    text = _JDBC.sub(
        lambda found: f"{found['url']}?password={planted()}{'&' if found['query'] else ''}", text
    )
    text = _IN_URL.sub(lambda found: f"{found['head']}user:{planted()}@{found['rest']}", text)
    ending = Path(path).suffix.lower()
    for sign, endings in _COMMENTS.items():
        if ending in endings:
            text = f"{sign} the password is {planted()}\n{text}\n{sign} token: {planted()}\n"
    if ending == ".json" and text.lstrip().startswith("{"):
        head, _, rest = text.partition("{")
        text = f'{head}{{"{planted()}": "{planted()}",{rest}'
    return text


def broken(text: str) -> tuple[str, str]:
    """Two copies that cannot be read as a whole: cut short, and with a quote that never ends."""
    return text[: len(text) * 3 // 5], text.replace('"', "", 1).replace(":", "", 1) + '"{'


def plant(corpus: Path, under: Path) -> int:
    """Writes the salted files and their broken copies; how many canaries there are."""
    numbers = count()
    for path in sorted(corpus.rglob("*")):
        if not path.is_file() or ".git" in path.parts:
            continue
        try:
            text = path.read_bytes().decode()
        except UnicodeDecodeError:
            continue
        planted = salted(path.name, text, numbers)
        place = under / path.relative_to(corpus)
        for name, said in zip(("", "cut-", "torn-"), (planted, *broken(planted)), strict=True):
            copy = place.with_name(f"{name}{place.name}")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(said, encoding="utf-8")
    return next(numbers)


def leaks(folder: Path, kept: Path) -> Iterator[tuple[str, str]]:
    """What is written about a folder and holds a canary: by which command, and the words around it."""
    for words in (*COMMANDS, ("init", "--from", str(folder), str(kept / "proposal"))):
        outputs = _said(words, folder, kept)
        for output in outputs:
            for found in _FOUND.finditer(output):
                yield " ".join(words[:3]), output[max(0, found.start() - 60) : found.end()].replace("\n", " ")
    for path in sorted(kept.rglob("*")):
        if path.is_file():
            for found in _FOUND.finditer(path.read_bytes().decode("latin-1")):
                yield f"kept in {path.name}", found.group()


def _said(words: Iterable[str], folder: Path, kept: Path) -> tuple[str, str]:
    ran = subprocess.run(  # noqa: S603  our own command
        [sys.executable, "-m", "kuajing", *words],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "KUAJING_CACHE": str(kept / "cache"), "TMPDIR": str(kept)},
        capture_output=True,
        check=False,
        input=b"",
    )
    return ran.stdout.decode("utf-8", "replace"), ran.stderr.decode("utf-8", "replace")


def main() -> int:
    corpus = Path(sys.argv[1])
    told = Counter[str]()
    for repository in sorted(path for path in corpus.iterdir() if path.is_dir()):
        with tempfile.TemporaryDirectory() as made:
            folder, kept = Path(made) / "salted", Path(made) / "kept"
            kept.mkdir()
            canaries = plant(repository, folder)
            found = list(leaks(folder, kept))
            shutil.rmtree(folder, ignore_errors=True)
        print(f"{repository.name:<45}{canaries:>7} planted{len(found):>7} came out", flush=True)
        for command, words in found:
            told[command] += 1
            if told[command] <= 5:
                print("   ", json.dumps([command, words], ensure_ascii=False), flush=True)
    print(f"{sum(told.values())} came out" if told else "none came out")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
