"""Moves of everything at a place, spelt out for the datasets that are known there.

A file may say that a whole bucket, database or schema is copied. Such a move names its ends by a path whose last part
holds `*`; here it becomes one move for each dataset known beneath, and what none is known of moves as a whole.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fnmatch import fnmatchcase

from kuajing.binding.flows import WHOLE
from kuajing.binding.resolver import Resolver
from kuajing.model.facts import DatasetMention, Fact, MoveFact, TableFact
from kuajing.model.names import DatasetName

_ANY = "*"
Path = tuple[str, ...]
Pair = tuple[DatasetName, DatasetName]


def is_wide(mention: DatasetMention) -> bool:
    """Whether a mention means everything beneath a place."""
    return bool(mention.path) and _ANY in mention.path[-1]


def spelt_out(facts: Iterable[Fact], known: Iterable[DatasetName], names: Resolver) -> tuple[Fact, ...]:
    """The facts, moves of everything in their place replaced by moves of single datasets.

    A table of everything says that there is such a place, and is no dataset.
    """
    plain: list[Fact] = []
    wide: list[MoveFact] = []
    for fact in facts:
        if isinstance(fact, MoveFact) and (is_wide(fact.source) or is_wide(fact.target)):
            wide.append(fact)
        elif not (isinstance(fact, TableFact) and is_wide(fact.dataset)):
            plain.append(fact)
    if not wide:
        return tuple(plain)
    here = {*known, *(name for fact in plain for name in _named(fact, names))}
    pairs: dict[MoveFact, set[Pair]] = {fact: set() for fact in wide}
    made = _Made()
    grows = True
    while grows:
        grows = False
        for fact in wide:
            found = set(_pairs(names.name(fact.source), names.name(fact.target), here, made)) - pairs[fact]
            pairs[fact] |= found
            made.take(found)
            fresh = {target for _, target in found} - here
            here |= fresh
            grows = grows or bool(fresh)
    return (*plain, *(move for fact in wide for move in _moves(fact, pairs[fact], names)))


def _named(fact: Fact, names: Resolver) -> Iterator[DatasetName]:
    match fact:
        case TableFact():
            yield names.name(fact.dataset)
        case MoveFact():
            yield from (names.name(fact.source), names.name(fact.target))
        case _:
            pass


class _Made:
    """From which systems the datasets came that moves of everything have made so far."""

    def __init__(self) -> None:
        self._origins: dict[DatasetName, frozenset[str]] = {}

    def take(self, pairs: Iterable[Pair]) -> None:
        for source, target in pairs:
            before = self._origins.get(target, frozenset())
            self._origins[target] = before | self.behind(source) | {source.system}

    def behind(self, name: DatasetName) -> frozenset[str]:
        return self._origins.get(name, frozenset())


def _pairs(
    source: DatasetName, target: DatasetName, known: Iterable[DatasetName], made: _Made
) -> Iterator[Pair]:
    for name in known:
        rest = _beneath(name.path, source.path) if name.system == source.system else None
        if rest is None or name.path[-1:] == (WHOLE,):
            continue
        put = _put(rest, source.path, target.path)
        if put is not None:
            # A name that grows with every copy must not come back to where it began.
            if target.system not in made.behind(name):
                yield name, DatasetName(target.system, (*target.path[:-1], put))
            continue
        into = target.path[:-1] if target.path and _ANY in target.path[-1] else target.path
        # A copy of a copy that leads back to where it began would name ever longer paths.
        if len(into) + len(rest) <= len(target.path) + len(name.path):
            yield name, DatasetName(target.system, (*into, *rest))


def _put(rest: Path, source: Path, target: Path) -> str | None:
    """The last part of a name that is made of others, such as a topic `crm.*`: the star stands for the same in both."""
    last = target[-1] if target else _ANY
    if last == _ANY or last.count(_ANY) != 1 or "/" in last:
        return None
    before, star, after = (source[-1] if source else _ANY).partition(_ANY)
    if not star:
        # One table that goes by names which its rows decide: nothing tells them.
        return last
    whole = ".".join(rest)
    if not whole.startswith(before) or not whole.endswith(after):
        return None
    return last.replace(_ANY, whole[len(before) : len(whole) - len(after)])


def _beneath(path: Path, wide: Path) -> Path | None:
    """What of a path lies beneath a wide one; None where it lies elsewhere."""
    outer, last = wide[:-1], wide[-1] if wide else _ANY
    if path[: len(outer)] != outer:
        return None
    rest = path[len(outer) :]
    if last == _ANY or (rest and (fnmatchcase(rest[0], last) or rest[0] == last.removesuffix("/*"))):
        return rest
    return None


def _moves(fact: MoveFact, pairs: set[Pair], names: Resolver) -> Iterator[MoveFact]:
    whole = (_whole(names.name(fact.source)), _whole(names.name(fact.target)))
    for source, target in sorted(pairs) or (whole,):
        yield replace(
            fact,
            source=DatasetMention(source.path or (WHOLE,), source.system),
            target=DatasetMention(target.path or (WHOLE,), target.system),
        )


def _whole(name: DatasetName) -> DatasetName:
    """A place as a whole; of a table of unknown columns, the table."""
    if not name.path or _ANY not in name.path[-1]:
        return name
    last = name.path[-1]
    return DatasetName(name.system, (*name.path[:-1], WHOLE if last == _ANY else last.removesuffix("/*")))
