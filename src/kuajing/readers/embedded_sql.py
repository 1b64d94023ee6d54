"""SQL that stands inside programs, scripts, notebooks, mappers and dbt models to facts, each at its place there."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePosixPath

from kuajing.embedded import Block, Found, blocks, is_template, may_hold_blocks
from kuajing.model.facts import Fact, ReadFact, UnreadFact
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.seams import Reader, SourceContext
from kuajing.readers.sql import Script, movement_of, read_fact, structure_of
from kuajing.readers.sql_sessions import in_sessions
from kuajing.source.text import SourceText, Unread

MOST_FILES = 4_096
"""How many files are kept looked through, as every file is asked for its facts more than once."""
_TESTS = re.compile(r"(?:^|/)(?:tests?/|(?:test_[^/]*|[^/]*_test|conftest)\.pyw?$)", re.IGNORECASE)
"""Programs that only try out others: what their SQL moves is made up."""
_WHOLLY_SCRIPTS = frozenset({".ipynb", ".sh", ".zpln"})
"""Endings of files that may hold SQL even where their text is not to be had."""
_found = lru_cache(maxsize=MOST_FILES)(blocks)


def recognises(path: str, text: str) -> bool:
    """Whether a text holds SQL that something runs, or may hold some that could not be looked at."""
    if not text:
        return PurePosixPath(path.lower()).suffix in _WHOLLY_SCRIPTS
    if not may_hold_blocks(path, text):
        return False
    if is_template(path, text):
        # Of a file of macros nothing runs as it stands, and no other reader knows that.
        return True
    return hides_sql(_found(path, text)) or bool(_running(path, text))


def hides_sql(found: Found) -> bool:
    """Whether a file may hold some SQL that could not be looked at."""
    return any(one.reason != "unread.embedded_literals" for one in found.unread)


def structure(text: SourceText, context: SourceContext) -> Iterator[Fact]:
    """The tables and views that the blocks define."""
    if is_of_test(text.path, text.text):
        return
    for block in _running(text.path, text.text):
        yield from structure_of(script_of(block, text), context)


def movement(text: SourceText, context: SourceContext, catalogue: Catalogue) -> Iterator[Fact]:
    """The moves of every block, and what of the file or of a block stayed unread."""
    if is_of_test(text.path, text.text):
        yield _examples(text)
        return
    fates: Counter[str] = Counter()
    running = _running(text.path, text.text)
    for block in running:
        facts, of_block = movement_of(script_of(block, text), context, catalogue)
        fates += _doubted(of_block) if block.reasons else of_block
        yield from facts
        yield from (_fact(reason, "part") for reason in block.reasons)
    unread = _found(text.path, text.text).unread
    is_whole = bool(running) or not unread or is_template(text.path, text.text)
    yield from (_fact(one, "part") for one in unread[0 if is_whole else 1 :])
    if is_whole:
        yield read_fact(text.path, fates)
    else:
        yield _fact(unread[0], "file")


def is_of_test(path: str, text: str) -> bool:
    """Whether a program is there to test another one; the tests of a dbt project are templates, and dbt runs them."""
    return _TESTS.search(path) is not None and not is_template(path, text)


def _examples(text: SourceText) -> ReadFact:
    """The statements of a test, counted as such that move nothing."""
    return read_fact(text.path, Counter(no_movement=len(_running(text.path, text.text))))


def _doubted(fates: Counter[str]) -> Counter[str]:
    """The fates of a block of which something stayed unread: a statement that seemed wholly read may not be."""
    return Counter({**fates, "resolved": 0, "partial": fates["partial"] + fates["resolved"]})


def _running(path: str, text: str) -> tuple[Block, ...]:
    return in_sessions(sql_blocks(_found(path, text)))


def sql_blocks(found: Found, *, with_examples: bool = False) -> tuple[Block, ...]:
    """The blocks of SQL, mere examples only where they are asked for; a model as the statement that creates its table."""
    return tuple(
        block.defining()
        for block in found.blocks
        if block.language == "sql" and (with_examples or not block.is_documentation)
    )


def script_of(block: Block, text: SourceText) -> Script:
    """A block as a script whose places are those of the text that it stands in."""
    inside = SourceText(text.path, block.text, text.encoding, text.doubtful, text.digest)
    return Script(inside, block.dialect_hint, block.place)


def _fact(unread: Unread, grain: str) -> UnreadFact:
    return UnreadFact(unread.location, unread.reason, grain, unread.values)


def looks_deep(path: str, text: str) -> bool:
    """Whether a text has to be looked through to tell whether it holds SQL."""
    return text != "" and may_hold_blocks(path, text)


EMBEDDED_SQL = Reader("embedded_sql", recognises, structure, movement, looks_deep=looks_deep)
