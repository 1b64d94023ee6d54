"""The names that written columns get: by list, by position in the table, by partition, else their own."""

from collections.abc import Sequence

from sqlglot import exp

from kuajing.lineage.statements.context import Context
from kuajing.lineage.values.relations import Output
from kuajing.model.lineage import ALL_COLUMNS, TableName


def parts_of_target(target: exp.Expr) -> tuple[exp.Expr, tuple[str, ...]]:
    """The table a statement writes, and the columns listed behind it."""
    if isinstance(target, exp.Schema):
        listed = [column for column in target.expressions if not isinstance(column, exp.Star)]
        return target.this, tuple(column.name.lower() for column in listed)
    return target, ()


def excepted_columns(target: exp.Expr) -> tuple[str, ...]:
    """The columns that ClickHouse's `INSERT INTO t (* EXCEPT (a, b))` leaves out."""
    stars = [item for item in target.expressions if isinstance(item, exp.Star)]
    return tuple(item.name.lower() for star in stars for item in star.args.get("except_") or ())


def partition_columns(insert: exp.Expr) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The partition columns an INSERT fixes to a constant, and those the query fills."""
    fixed, filled = [], []
    table, _ = parts_of_target(insert.this)
    for holder in (table, insert):
        partition = holder.args.get("partition")
        for item in partition.expressions if isinstance(partition, exp.Partition) else ():
            if isinstance(item, exp.EQ):
                fixed.append(item.this.name.lower())
            else:
                filled.append(item.name.lower())
    return tuple(fixed), tuple(filled)


def placed(
    outputs: Sequence[Output],
    target: TableName,
    listed: tuple[str, ...],
    partitions: tuple[tuple[str, ...], tuple[str, ...]],
    context: Context,
) -> tuple[Output, ...]:
    """The outputs of a query under the names of the columns they are written to."""
    fixed, filled = partitions
    known = listed or context.session.given_columns(target) or ()
    names = [name for name in known if name not in fixed and (name not in filled or listed)]
    if names or not known:
        names += [name for name in filled if name not in names]
    if not known:
        return _by_own_name(outputs, filled, target, context)
    if any(output.is_star for output in outputs):
        return _around_stars(outputs, names)
    if len(outputs) > len(names):
        context.reading.notes.add("unread.sql_more_values_than_columns", table=".".join(target))
    elif listed and 0 < len(outputs) < len(names):
        context.reading.notes.add("unread.sql_fewer_values_than_columns", table=".".join(target))
    return tuple(
        Output(names[place] if place < len(names) else ALL_COLUMNS, output.provenance)
        for place, output in enumerate(outputs)
    )


def _by_own_name(
    outputs: Sequence[Output], filled: tuple[str, ...], target: TableName, context: Context
) -> tuple[Output, ...]:
    """Own names, but for the last columns, which fill the partitions."""
    if not all(output.is_star for output in outputs):
        context.reading.notes.add("unread.sql_target_columns_unknown", table=".".join(target))
    first = len(outputs) - len(filled)
    return tuple(
        Output(
            filled[place - first] if place >= first >= 0 and not output.is_star else output.name,
            output.provenance,
        )
        for place, output in enumerate(outputs)
    )


def _around_stars(outputs: Sequence[Output], names: list[str]) -> tuple[Output, ...]:
    """Columns before the first star count from the front, those after the last from the back."""
    stars = [place for place, output in enumerate(outputs) if output.is_star]
    result = []
    for place, output in enumerate(outputs):
        name = output.name
        if place < stars[0] and place < len(names):
            name = names[place]
        elif place > stars[-1] and len(outputs) - place <= len(names):
            name = names[place - len(outputs)]
        elif not output.is_star:
            name = ALL_COLUMNS
        result.append(Output(name, output.provenance))
    return tuple(result)
