"""Every refusal of the law's reader fills its sentence."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from kuajing.messages import message

LAW = Path(__file__).parents[2] / "src" / "kuajing" / "law"


def refusals() -> Iterator[tuple[str, str, frozenset[str]]]:
    """Each call that refuses something: where it stands, its message, and the names it fills."""
    for path in sorted(LAW.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or len(node.args) < 2:
                continue
            named = node.args[1]
            if node.func.id not in {"refuse", "refuse_word"} or not isinstance(named, ast.Constant):
                continue
            filled = {keyword.arg for keyword in node.keywords if keyword.arg}
            if node.func.id == "refuse_word":
                word = node.args[2]
                assert isinstance(word, ast.Constant)
                filled |= {"near", "known", str(word.value)}
            place = f"{path.relative_to(LAW).as_posix()}:{node.lineno}"
            yield place, f"law_terms.book_{named.value!s}", frozenset(filled)


@pytest.mark.parametrize(("place", "key", "filled"), [pytest.param(*one, id=one[0]) for one in refusals()])
def test_a_refusal_fills_its_sentence(place: str, key: str, filled: frozenset[str]) -> None:
    del place
    values = tuple((name, f"<{name}>") for name in filled)
    for language in ("en", "zh"):
        said = message(key, language, values)
        assert [] == [name for _, name, _, _ in Formatter().parse(said) if name]
