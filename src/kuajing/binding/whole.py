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
_ROUNDS = 64
"""More copies of copies than any chain has; names that are made of names could else go on for ever."""
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
    for _ in range(_ROUNDS):
        grows = False
        for fact in wide:
            found = set(_pairs(names.name(fact.source), names.name(fact.target), here)) - pairs[fact]
            pairs[fact] |= found
            fresh = {target for _, target in found} - here
            here |= fresh
            grows = grows or bool(fresh)
        if not grows:
            break
    return (*plain, *(move for fact in wide for move in _moves(fact, pairs[fact], names)))


def _named(fact: Fact, names: Resolver) -> Iterator[DatasetName]:
    match fact:
        case TableFact():
            yield names.name(fact.dataset)
        case MoveFact():
            yield from (names.name(fact.source), names.name(fact.target))
        case _:
            pass


def _pairs(source: DatasetName, target: DatasetName, known: Iterable[DatasetName]) -> Iterator[Pair]:
    for name in known:
        rest = _beneath(name.path, source.path) if name.system == source.system else None
        if rest is not None and name.path[-1:] != (WHOLE,):
            path = _into(target.path, source.path, rest)
            # A copy of a copy that leads back to where it began would name ever longer paths.
            if len(path) <= len(target.path) + len(name.path):
                yield name, DatasetName(target.system, path)


def _into(target: Path, wide: Path, rest: Path) -> Path:
    """Where a dataset lands: under the name the target makes of it, or in the one dataset that the target is."""
    last = target[-1] if target else _ANY
    if _ANY not in last:
        return target
    names = _stood_for(wide[-1] if wide else _ANY, rest)
    if last.count(_ANY) == 1 and names:
        # A topic of several parts is one name, its parts joined.
        names = (".".join(names),)
    if last in {_ANY, *wide[-1:]} or "/" in last or last.count(_ANY) != len(names):
        return (*target[:-1], *rest)
    parts = last.split(_ANY)
    made = "".join(part + name for part, name in zip(parts, (*names, ""), strict=True))
    # A name made twice over is what leads back, and would grow without end.
    return (*target[:-1], *(rest if parts[0] and names[0].startswith(parts[0]) else (made,)))


def _stood_for(last: str, rest: Path) -> Path:
    """What the `*` of a wide path stands for in a dataset beneath it."""
    if last == _ANY or not rest:
        return rest
    before, _, after = last.partition(_ANY)
    if _ANY in after or len(rest) > 1 or not rest[0].startswith(before) or not rest[0].endswith(after):
        return ()
    return (rest[0][len(before) : len(rest[0]) - len(after)],)


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
