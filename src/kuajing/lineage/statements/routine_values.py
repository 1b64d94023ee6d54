"""What a routine hands back: the expressions a function returns, the parameters that a procedure fills."""

from collections.abc import Iterator, Mapping, Sequence

from kuajing.lineage.session import Session
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Token
from kuajing.lineage.values.provenance import Provenance

_OUTWARD = frozenset({"OUT", "INOUT", "OUTPUT"})
_DIRECTIONS = ("IN", "OUT", "INOUT")
_NO_VALUE = frozenset({"QUERY", "NEXT", "NULL", "NEW", "OLD"})


def returned_expressions(words: Sequence[Token], text: str) -> Iterator[str]:
    """The expressions behind RETURN in a body, each as the text of a query; the type in its head is none."""
    for place, token in enumerate(words):
        if token.word != "RETURN":
            continue
        end = next(
            (
                far
                for far in range(place + 1, len(words))
                if words[far].text == ";" or words[far].word == "END"
            ),
            len(words),
        )
        said = words[place + 1 : end]
        if said and said[0].word not in _NO_VALUE and not any(part.word in {"IS", "AS"} for part in said[:4]):
            yield f"SELECT {text[said[0].start : said[-1].end]}"


def filled_parameters(words: Sequence[Token]) -> dict[int, str]:
    """The parameters of a procedure by which it hands values out, each by its place in the list."""
    cursor = Cursor(words)
    if not (cursor.skip_to("PROCEDURE") and cursor.take("PROCEDURE")):
        return {}
    cursor.take("IF", "NOT", "EXISTS")
    group = cursor.take_group() if cursor.take_name() else None
    found = {}
    for place, part in enumerate(group.parts() if group is not None else ()):
        is_filled = any(token.word in _OUTWARD for token in words[part.position : part.end])
        while part.take_any(*_DIRECTIONS):
            continue
        name = part.take_name()
        if is_filled and name is not None:
            found[place] = name[-1]
    return found


def fill_variables(given: Cursor | None, values: Mapping[int, Provenance], session: Session) -> None:
    """Lets the variables that a call is given stand for what the routine fills them with."""
    for place, part in enumerate(given.parts() if given is not None else ()):
        variable = part.take_name() if place in values else None
        if variable is not None:
            session.keep_variable(variable[-1], values[place], {})
