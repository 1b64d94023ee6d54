"""Local names bound to the thing at an address: external tables, links, connector tables."""

from collections.abc import Iterable, Mapping

from kuajing.model.names import DatasetName

Same = dict[DatasetName, DatasetName]
Ambiguous = dict[DatasetName, tuple[DatasetName, ...]]


def bound_names(
    same: Mapping[DatasetName, DatasetName],
    perhaps: Mapping[DatasetName, set[DatasetName]],
    aliases: Iterable[tuple[DatasetName, DatasetName]],
) -> tuple[Same, Ambiguous]:
    """The names that are one dataset, and those that could mean several, with all aliases followed.

    A local name that sources bind to several things, or that could mean several tables besides, is linked with each
    of them rather than taken for one. `same` of the answer holds no circle.
    """
    joined = dict(same)
    several = {name: set(others) for name, others in perhaps.items()}
    bound: dict[DatasetName, set[DatasetName]] = {}
    for local, real in aliases:
        bound.setdefault(same.get(local, local), set()).add(same.get(real, real))
    for local in sorted(bound):
        others = bound[local] - {local}
        if len(others) == 1 and local not in several:
            real = next(iter(others))
            if _end(joined, real) != local:
                joined[local] = real
        elif others:
            several.setdefault(local, set()).update(others)
    return joined, {name: tuple(sorted(others)) for name, others in several.items()}


def _end(same: Same, name: DatasetName) -> DatasetName:
    while name in same:
        name = same[name]
    return name
