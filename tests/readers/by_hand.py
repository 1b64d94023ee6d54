"""How moves are written down in what was read of files by hand."""

from collections.abc import Iterator

from kuajing.model.facts import DatasetMention, MoveFact


def shown(mention: DatasetMention) -> str:
    endpoint = mention.endpoint
    assert endpoint is not None
    port = f":{endpoint.port}" if endpoint.port else ""
    return f"{endpoint.kind} {','.join(endpoint.hosts)}{port} {'.'.join(mention.path)}"


def pair(move: MoveFact) -> str:
    return f"{move.source_column} -> {move.target_column}" + ("" if move.certain else " ?")


def pairs_of_tables(line: str) -> Iterator[str]:
    """Of `a -> b: c d>e` the pairs `a.c -> b.c` and `a.d -> b.e`."""
    tables, _, columns = line.partition(": ")
    source, _, target = tables.partition(" -> ")
    for column in columns.split():
        name, _, new = column.partition(">")
        yield f"{source}.{name} -> {target}.{new or name}"
