"""`schema.yml` and `sources.yml`: tables and columns that a project describes before it is compiled."""

import re
from collections import Counter
from collections.abc import Iterator

from kuajing.model.facts import (
    AliasFact,
    ColumnFact,
    DatasetMention,
    Fact,
    MoveFact,
    ReadFact,
    Running,
    TableFact,
    Transform,
    UnreadFact,
)
from kuajing.model.names import ALL_COLUMNS
from kuajing.readers.dbt.comments import clean, comment_of
from kuajing.readers.dbt.exposures import about, shown
from kuajing.readers.held import items, member, words
from kuajing.readers.seams import SourceContext
from kuajing.source.nodes import Node, Scalar
from kuajing.source.text import SourceText

_CALL = re.compile(r"(?:\{\{)?\s*(ref|source)\(([\w\s,.'\"\-]+)\)\s*(?:\}\})?")
_TEXT = re.compile(r"['\"]([\w$.\-]+)['\"]")
MECHANISM = "dbt"
_PLAIN = re.compile(r"[\w$.\-]+")


def property_facts(text: SourceText, node: Node, context: SourceContext) -> Iterator[Fact]:
    """The described columns of models, seeds, snapshots and sources, and what exposures show of them."""
    system = context.rule.system if context.rule is not None else None
    for kind in ("models", "seeds", "snapshots"):
        for one in items(member(node, kind)):
            yield from _table(one, (_name(one, "alias"),), system)
    for source in items(member(node, "sources")):
        outer = (words(member(source, "database")), _name(source, "schema"))
        for one in items(member(source, "tables")):
            path = tuple(part for part in (*outer, _name(one, "identifier")) if part)
            yield from _table(one, path, system)
            short = (words(member(source, "name")), words(member(one, "name")))
            if all(map(_PLAIN.fullmatch, (*path, *short))) and short != path[-2:]:
                # Models call a source by the names of the project, not by those of the store.
                yield AliasFact(DatasetMention(short, system), DatasetMention(path, system), one.location)
    fates: Counter[str] = Counter()
    for one in items(member(node, "exposures")):
        facts = tuple(_exposure(one, system))
        fates["unread" if any(isinstance(fact, UnreadFact) for fact in facts) else "resolved"] += 1
        yield from facts
    yield ReadFact(text.path, MECHANISM, fates["resolved"], 0, fates["unread"], int(not fates))


def _exposure(node: Node, system: str | None) -> Iterator[Fact]:
    name = words(member(node, "name"))
    target = shown(node, name)
    yield TableFact(target, (), node.location, complete=False, comment=about(node))
    enabled = member(node, "config", "enabled")
    running = Running(isinstance(enabled, Scalar) and enabled.value is False)
    found = [_CALL.fullmatch(words(one)) for one in items(member(node, "depends_on"))]
    # A model of another project is named with it; its table has the name of the model alone.
    sources = [
        tuple(_TEXT.findall(call[2])[0 if call[1] == "source" else -1 :])
        for call in found
        if call is not None
    ]
    for path in sources:
        source = DatasetMention(path, system)
        yield MoveFact(
            source,
            ALL_COLUMNS,
            target,
            ALL_COLUMNS,
            Transform.IDENTITY,
            node.location,
            MECHANISM,
            running=running,
        )
    if not sources or len(sources) < len(found):
        yield UnreadFact(node.location, "unread.dbt_exposure", "statement", (("name", clean(name)),))


def _table(node: Node, path: tuple[str, ...], system: str | None) -> Iterator[TableFact]:
    parts = tuple(part for part in path if part)
    if not parts or not all(_PLAIN.fullmatch(part) for part in parts):
        return
    columns = tuple(
        ColumnFact(name, one.location, clean(words(member(one, "data_type"))), comment_of(one))
        for one in items(member(node, "columns"))
        if (name := words(member(one, "name")))
    )
    mention = DatasetMention(parts, system)
    yield TableFact(mention, columns, node.location, complete=False, comment=comment_of(node))


def _name(node: Node, key: str) -> str:
    said = words(member(node, key)) or words(member(node, "config", key))
    return said if _PLAIN.fullmatch(said) else words(member(node, "name"))
