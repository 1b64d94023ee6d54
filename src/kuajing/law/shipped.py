"""The law that is shipped with kuajing: as it was compiled, while that is still what its files say."""

from functools import cache
from hashlib import sha256

from kuajing.law.book import LawBook
from kuajing.law.book_reading import read_law
from kuajing.law.compiled import compiled, linked
from kuajing.law.vocabulary import Vocabulary
from kuajing.source.errors import InputError, InputErrors
from kuajing.source.nodes import Node
from kuajing.source.packaged import RULES, packaged_digest, packaged_files, packaged_text, packaged_yaml

COMPILED = "law/compiled.jsonl"
_FOLDER, _ENDING, _CASES = "law", ".yaml", ".cases.yaml"


@cache
def load_book() -> LawBook:
    """The law that is shipped; raises InputErrors where a file that was changed has a fault."""
    lines = compiled_lines()
    return read_files()[1] if lines is None else linked(lines)


def compiled_lines(package: str = RULES) -> str | None:
    """The compiled law of a package; None where it, or a file of the law, is not as it was when the law was compiled."""
    try:
        digest, _, lines = packaged_text(COMPILED, package).partition("\n")
    except FileNotFoundError:
        return None
    return lines if digest == _digest(lines, package) else None


def written_lines() -> str:
    """The compiled law as it is to be shipped: first the digest of the files it was read from and of what follows."""
    lines = compiled(*read_files())
    return f"{_digest(lines, RULES)}\n{lines}"


def read_files() -> tuple[Vocabulary, LawBook]:
    """The law that is shipped, read from its files, and before it the words of its conditions; raises InputErrors."""
    files: dict[str, Node] = {}
    errors: list[InputError] = []
    for path in packaged_files(_FOLDER, _ENDING):
        if path.endswith(_CASES):
            continue
        try:
            files[path] = packaged_yaml(path)
        except InputErrors as problem:
            errors += problem.errors
    if errors:
        raise InputErrors(errors)
    return read_law(files)


def _digest(lines: str, package: str) -> str:
    of_files = packaged_digest(_FOLDER, _ENDING, but=_CASES, package=package)
    return sha256(f"{of_files}\n{lines}".encode()).hexdigest()
