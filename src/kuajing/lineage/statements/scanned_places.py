"""The places outside that the functions of an unread statement name, by the keywords before them."""

from collections.abc import Iterator, Sequence

from kuajing.lineage.shims.outside_calls import called
from kuajing.lineage.shims.peeled import arguments_of
from kuajing.lineage.shims.table_functions import Outside
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Kind, Token
from kuajing.model.lineage import Direction

_DIRECTIONS: dict[str, Direction] = {
    "FROM": "in",
    "JOIN": "in",
    "USING": "in",
    "INTO": "out",
    "OVERWRITE": "out",
    "FUNCTION": "out",
}
_FARTHEST = 500
"""Tokens looked at behind one keyword, so that the work stays in proportion to the text."""


def scanned_places(words: Sequence[Token]) -> Iterator[tuple[Outside, Direction]]:
    """Each call such as `FROM s3('...')` with the way its rows go."""
    for position in range(1, len(words) - 2):
        direction = _DIRECTIONS.get(words[position - 1].word)
        if direction is None or words[position].kind is not Kind.WORD or words[position + 1].text != "(":
            continue
        group = Cursor(words, position + 1, min(len(words), position + _FARTHEST)).take_group()
        if group is None or group.token is None or group.token.kind is not Kind.STRING:
            continue
        outside = called(words[position].word, arguments_of(group))
        if outside is not None and outside.query is None:
            yield outside, direction
