"""The one order in which facts are given: by place, then by kind, then by what they say."""

from collections.abc import Iterable
from typing import assert_never

from kuajing.model.facts import (
    AliasFact,
    CategoryFact,
    DatasetMention,
    Fact,
    InfluenceFact,
    MoveFact,
    ReadFact,
    Running,
    TableFact,
    UnreadFact,
    UseFact,
)

Words = tuple[str, ...]
Key = tuple[str, int, int, int, Words]


def ordered(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts, sorted; equal facts keep no order of their own."""
    return tuple(sorted(facts, key=_key))


def _key(fact: Fact) -> Key:  # noqa: PLR0911  one return for each kind of fact
    match fact:
        case ReadFact():
            return (fact.path, 0, 0, 0, (fact.reader,))
        case TableFact():
            return _at(fact, 1, _table_words(fact))
        case AliasFact():
            return _at(fact, 2, (*_words(fact.alias), *_words(fact.dataset)))
        case MoveFact():
            return _at(fact, 3, _move_words(fact))
        case InfluenceFact():
            return _at(
                fact, 4, (*_words(fact.source), fact.source_column, *_words(fact.target), fact.mechanism)
            )
        case UseFact():
            by = (fact.mechanism, *_runs(fact.running))
            at = repr(fact.at) if fact.at is not None else ""
            return _at(fact, 6, (at, fact.application, fact.system or "", *_words(fact.store), *by))
        case CategoryFact():
            said = (fact.column, fact.word, fact.category, *fact.covers, fact.least, fact.mechanism)
            return _at(fact, 7, (*_words(fact.dataset), *said))
        case UnreadFact():
            values = tuple(word for pair in fact.values for word in pair)
            return _at(fact, 5, (fact.reason, fact.grain, *values, *fact.tables))
        case _:
            assert_never(fact)


def _at(
    fact: TableFact | AliasFact | CategoryFact | MoveFact | UseFact | InfluenceFact | UnreadFact,
    rank: int,
    words: Words,
) -> Key:
    return (fact.location.path, fact.location.line, fact.location.column, rank, words)


def _table_words(fact: TableFact) -> Words:
    columns = tuple(
        word
        for column in fact.columns
        for word in (column.name, column.type, column.comment, str(column.location))
    )
    return (*_words(fact.dataset), fact.comment, str(fact.complete), fact.basis.value, *columns)


def _move_words(fact: MoveFact) -> Words:
    return (
        *_words(fact.source),
        fact.source_column,
        *_words(fact.target),
        fact.target_column,
        fact.transform.value,
        fact.mechanism,
        *fact.functions,
        str(fact.certain),
        fact.basis.value,
        *_runs(fact.running),
    )


def _runs(running: Running) -> Words:
    return (str(running.disabled), running.environment, running.schedule)


def _words(mention: DatasetMention) -> Words:
    at = "" if mention.endpoint is None else repr(mention.endpoint)
    return (mention.system or "", at, *mention.path)
