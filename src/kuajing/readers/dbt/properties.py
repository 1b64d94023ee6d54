"""`schema.yml` and `sources.yml`: tables and columns that a project describes before it is compiled."""

import re
from collections.abc import Iterator

from kuajing.model.facts import ColumnFact, DatasetMention, Fact, ReadFact, TableFact, UnreadFact
from kuajing.readers.dbt.comments import clean, comment_of
from kuajing.readers.held import items, member, words
from kuajing.readers.seams import SourceContext
from kuajing.source.nodes import Node
from kuajing.source.text import SourceText

_PLAIN = re.compile(r"[\w$.\-]+")


def property_facts(text: SourceText, node: Node, context: SourceContext) -> Iterator[Fact]:
    """The described columns of models, seeds, snapshots and sources; exposures wait for a manifest, and are told."""
    system = context.rule.system if context.rule is not None else None
    for kind in ("models", "seeds", "snapshots"):
        for one in items(member(node, kind)):
            yield from _table(one, (_name(one, "alias"),), system)
    for source in items(member(node, "sources")):
        outer = (words(member(source, "database")), _name(source, "schema"))
        for one in items(member(source, "tables")):
            yield from _table(one, (*outer, _name(one, "identifier")), system)
    waiting = items(member(node, "exposures"))
    for one in waiting:
        values = (("name", clean(words(member(one, "name")))),)
        yield UnreadFact(one.location, "unread.dbt_exposure", "statement", values)
    yield ReadFact(text.path, "dbt", 0, 0, len(waiting), int(not waiting))


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
