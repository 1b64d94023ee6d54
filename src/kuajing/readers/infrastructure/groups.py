"""Stores that are copies of one another because they are of one group."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kuajing.model.facts import Running
from kuajing.readers.infrastructure.copies import GROUPED, PRIMARY
from kuajing.readers.infrastructure.copying import Transfer, mention
from kuajing.readers.infrastructure.ends import Stores
from kuajing.readers.infrastructure.resources import Found
from kuajing.readers.infrastructure.selections import EVERYTHING
from kuajing.readers.infrastructure.values import Resource, first, is_settled


def groups_of(found: Iterable[Found], stores: Stores) -> Iterator[Transfer]:
    """The copies within each group of stores that follow one of them; which one is only told where it says so."""
    groups: dict[object, list[Found]] = defaultdict(list)
    for one in found:
        value = first(one.values, GROUPED.get(one.type, "")) if one.type in GROUPED else None
        if isinstance(value, Resource):
            groups[value.key].append(one)
        elif isinstance(value, str) and is_settled(value):
            groups[value].append(one)
    for members in groups.values():
        first_ones = [one for one in members if any(one.values.get(name) is not None for name in PRIMARY)]
        is_told = len(first_ones) == 1
        for source in first_ones if is_told else members:
            for target in members:
                ends = (stores.of(source), stores.of(target))
                if source is not target and ends[0] is not None and ends[1] is not None:
                    yield Transfer(
                        mention(ends[0], EVERYTHING.source, ""),
                        mention(ends[1], EVERYTHING.target, ""),
                        EVERYTHING,
                        target.location,
                        Running(source.disabled or target.disabled, target.environment),
                        certain=is_told,
                    )
