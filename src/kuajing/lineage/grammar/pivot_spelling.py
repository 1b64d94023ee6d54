"""DuckDB's PIVOT and UNPIVOT where a query stands, put into a query over them."""

from collections.abc import Sequence

from kuajing.lineage.grammar.spliced import Spliced
from kuajing.lineage.text.lexer import Token

_WORDS = frozenset({"PIVOT", "UNPIVOT", "PIVOT_WIDER", "PIVOT_LONGER"})


def pivot_as_query(text: str, words: Sequence[Token]) -> Spliced | None:
    """The statement with `FROM (PIVOT ...)` in place of a bare PIVOT; None when it has none."""
    depth = 0
    for place, token in enumerate(words):
        depth += (token.text == "(") - (token.text == ")")
        if depth == 0 and token.word in _WORDS and place + 1 < len(words) and words[place + 1].text != "(":
            end = words[-1].end if words[-1].text != ";" else words[-1].start
            found = Spliced().keep(text, 0, token.start).put("FROM (")
            return found.keep(text, token.start, end).put(")")
    return None
