"""Plain tokens taken at once are the ones that sqlglot's own tokenizer gives, whatever stands beside them."""

import json
import random
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from sqlglot.dialects.dialect import Dialect as Grammar
from sqlglot.dialects.mysql import MySQL
from sqlglot.errors import TokenError
from sqlglot.tokenizer_core import Token

from kuajing.lineage.grammar.parser import _GRAMMARS, _own
from kuajing.lineage.grammar.plain_tokens import plain_tokens
from kuajing.lineage.grammar.quick_tokens import quick_tokens
from kuajing.lineage.text.dialects import dialect_named, dialect_names

_CASES = Path(__file__).parent / "cases"
_SIGNS = (
    *"'\"`[](){}#@$%-/*:;.\\\n\r\t\u3000\x1c0_xNé中²",
    "\r\n",
    "--",
    "--\n",
    "/*",
    "*/",
    "/**/",
    "1e",
    "0x",
)


@cache
def _texts() -> list[str]:
    lines = [line for path in sorted(_CASES.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    return [json.loads(line)["sql"] for line in lines]


def _damaged(chance: random.Random) -> Iterator[str]:
    for text in chance.sample(_texts(), 30):
        pieces = list(text[:500])
        for _ in range(chance.randint(1, 9)):
            pieces.insert(chance.randrange(len(pieces)), chance.choice(_SIGNS))
        yield "".join(pieces)


def _said(tokens: Callable[[], list[Token]]) -> list[tuple[Any, ...]] | str:
    try:
        return [
            (one.token_type, one.text, one.line, one.col, one.start, one.end, one.comments)
            for one in tokens()
        ]
    except TokenError as error:
        return str(error)


@pytest.mark.parametrize("name", dialect_names())
def test_tokens_are_those_of_sqlglot(name: str) -> None:
    dialect = dialect_named(name)
    grammar = Grammar.get_or_raise(_GRAMMARS.get(name) or _own(dialect.grammar))
    chance = random.Random(name)  # noqa: S311  the same damage each time
    for text in (*chance.sample(_texts(), 60), *_damaged(chance)):
        assert _said(partial(quick_tokens, text, grammar)) == _said(partial(grammar.tokenize, text))


def test_what_hangs_on_what_stands_around_is_not_plain() -> None:
    pattern, kinds = plain_tokens(MySQL)

    def plain(text: str) -> bool:
        match = pattern.match(text)
        assert match is not None
        return match.lastgroup is not None

    assert [word for word in ("SELECT", "GROUP", "CALL") if kinds[word] is None] == ["GROUP", "CALL"]
    assert all(map(plain, ("a,", "`a` ", "'a'", "12)", "<= ", "-- a", "/* a */")))
    assert not any(map(plain, ("a·", "'a''b'", "'a\\'b'", "1.5", "@a", "--a", "/* /* */", ";")))


def test_many_comments_cost_no_more_than_each_of_them() -> None:
    text = f"SELECT 1.5{' /**/' * 30_000}"
    [*_, number] = quick_tokens(text, MySQL())
    assert 30_000 == len(number.comments)
