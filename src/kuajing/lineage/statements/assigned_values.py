"""What variables are given, kept for the statements that use them; what a trigger gives its row, written to the table."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from kuajing.lineage.reading import Reading
from kuajing.lineage.session import Session
from kuajing.lineage.text.lexer import Token
from kuajing.lineage.values.relations import Output, Relation
from kuajing.model.lineage import TableName


def keep_values(
    names: Sequence[str], rows: Sequence[str], relation: Relation, session: Session, reading: Reading
) -> None:
    """Lets names stand for the columns of a relation by position.

    `rows` are the rows of which some names are columns: one given to the row that a trigger changes is a write.
    """
    for place, (name, output) in enumerate(zip(names, relation.columns, strict=False)):
        row = rows[place] if place < len(rows) else ""
        changed = session.rows.get("new") if row == "new" else None
        if changed is not None and changed.table is not None and output.provenance:
            reading.write(changed.table, (Output(name, output.provenance),), {})
        elif not row:
            session.keep_variable(name, output.provenance, relation.rows)
    if len(names) == 1 and not any(rows):
        session.rows[names[0]] = relation.named(names[0])


def tables_behind(words: Sequence[Token], rows: Mapping[str, Relation]) -> set[TableName]:
    """The tables behind the loop rows and cursors that a statement nobody could read uses."""
    if not rows:
        return set()
    used = {token.name for token, dot in pairwise(words) if dot.text == "." and token.name in rows}
    return {source.table for name in used for source in rows[name].everything()}
