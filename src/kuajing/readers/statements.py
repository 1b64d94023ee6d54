"""Statements that the SQL engine has read, as moves and influences between the datasets their names mean."""

from collections.abc import Callable, Iterator

from kuajing.model.facts import DatasetMention, InfluenceFact, MoveFact, Transform
from kuajing.model.lineage import Statement, TableName
from kuajing.model.names import ALL_COLUMNS
from kuajing.source.location import Location


def moves_of(
    statement: Statement,
    mechanism: str,
    mention: Callable[[TableName], DatasetMention],
    place: Callable[[int, int], Location],
) -> Iterator[MoveFact | InfluenceFact]:
    """Every edge and influence of a statement; `place` turns a line and column of its text into a place of the file."""
    for edge in statement.edges:
        yield MoveFact(
            source=mention(edge.source_table),
            source_column=edge.source_column,
            target=mention(edge.target_table),
            target_column=edge.target_column,
            transform=Transform(edge.transform),
            location=place(edge.line, edge.column),
            mechanism=mechanism,
            functions=edge.functions,
            certain=not edge.ambiguous,
        )
    for influence in statement.influences:
        yield InfluenceFact(
            mention(influence.source_table),
            influence.source_column,
            mention(influence.target_table),
            place(influence.line, 1),
            mechanism,
        )
    told = {edge.source_table for edge in statement.edges} | {
        one.source_table for one in statement.influences
    }
    if statement.edges:
        # A table that is joined without a condition still decides which rows there are, and how many.
        for table in sorted(set(statement.reads) - told - set(statement.writes)):
            for target in sorted({edge.target_table for edge in statement.edges}):
                start = place(statement.line, statement.column)
                yield InfluenceFact(mention(table), ALL_COLUMNS, mention(target), start, mechanism)
