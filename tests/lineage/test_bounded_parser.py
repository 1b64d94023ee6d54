"""Trees are the ones that sqlglot's own parser gives, which asks for operators where none can stand."""

from pathlib import Path

import pytest
from benchmarks.lineage_cases import read_cases
from sqlglot.dialects.dialect import Dialect as Grammar
from sqlglot.errors import SqlglotError
from sqlglot.serde import dump

from kuajing.lineage.grammar.bounded_parser import trees_of
from kuajing.lineage.grammar.parser import _GRAMMARS, _own, quiet
from kuajing.lineage.text.dialects import dialect_named

_CASES = Path(__file__).parent / "cases"
_LONE = """SELECT a, t.b, t . c AS d, `e`, "f", g /* h */, -- i
  f(a, t.b), (a), (t.b, c), any, next, x.y.z, 1, CASE WHEN a THEN t.b ELSE c END k, a b, l FROM t WHERE (a) IN (b, t.c)"""


def _plain(text: str, grammar: Grammar) -> list[object]:
    return [tree and dump(tree) for tree in grammar.parser().parse(grammar.tokenize(text), text)]


@pytest.mark.parametrize("path", sorted(_CASES.glob("*.jsonl")), ids=lambda path: path.stem)
def test_trees_are_those_of_sqlglot(path: Path) -> None:
    dialect = dialect_named(path.stem)
    named = _GRAMMARS.get(dialect.name) or _own(dialect.grammar)
    grammar = Grammar.get_or_raise(named)
    for text in (_LONE, *(case["sql"] for case in read_cases(path))):
        with quiet():
            try:
                expected = _plain(text, grammar)
            except SqlglotError:
                continue
            assert expected == [tree and dump(tree) for tree in trees_of(text, named)]
