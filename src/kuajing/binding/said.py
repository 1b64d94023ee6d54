"""What maps kept elsewhere say of columns, under the names that the columns are known by."""

from collections import defaultdict
from collections.abc import Iterable

from kuajing.binding.resolver import Resolver
from kuajing.model.estate import SaidCategory
from kuajing.model.facts import CategoryFact, Fact
from kuajing.model.names import ColumnName


def said_of(
    facts: Iterable[Fact], names: Resolver
) -> tuple[tuple[ColumnName, tuple[SaidCategory, ...]], ...]:
    """All that is said of each column, sorted; what several files say alike is one."""
    found: dict[ColumnName, set[SaidCategory]] = defaultdict(set)
    for fact in facts:
        if isinstance(fact, CategoryFact):
            said = SaidCategory(fact.category, fact.word, fact.covers, fact.least, fact.mechanism)
            found[names.name(fact.dataset).column(fact.column)].add(said)
    return tuple((name, tuple(sorted(found[name]))) for name in sorted(found))
