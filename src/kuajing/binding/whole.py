"""Moves of everything at a place, spelt out for the datasets that are known there.

A file may say that a whole bucket, database or schema is copied. Such a move names its ends by a path whose last part
holds `*`; here it becomes one move for each dataset known beneath, and what none is known of moves as a whole. A move
with a fan names its source by a pattern of tables, in any part, and says what each of them is called at the target.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fnmatch import fnmatchcase

from kuajing.binding.flows import WHOLE
from kuajing.binding.resolver import Resolver
from kuajing.model.facts import DatasetMention, Fact, Fan, MoveFact, TableFact
from kuajing.model.names import DatasetName

_ANY = "*"
_OWN = re.compile(r"<(table|\d)>")
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
        if isinstance(fact, MoveFact) and (fact.fan or is_wide(fact.source) or is_wide(fact.target)):
            wide.append(fact)
        elif not (isinstance(fact, TableFact) and is_wide(fact.dataset)):
            plain.append(fact)
    if not wide:
        return tuple(plain)
    here = {*known, *(name for fact in plain for name in _told(fact, names))}
    pairs: dict[MoveFact, set[Pair]] = {fact: set() for fact in wide}
    made = _Made()
    grows = True
    while grows:
        grows = False
        for fact in wide:
            found = set(_ends(fact, names, here, made)) - pairs[fact]
            pairs[fact] |= found
            made.take(found)
            fresh = {target for _, target in found} - here
            here |= fresh
            grows = grows or bool(fresh)
    return (*plain, *(move for fact in wide for move in _moves(fact, pairs[fact], names)))


def _told(fact: Fact, names: Resolver) -> Iterator[DatasetName]:
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


def _ends(fact: MoveFact, names: Resolver, known: Iterable[DatasetName], made: _Made) -> Iterator[Pair]:
    source, target = names.name(fact.source), names.name(fact.target)
    if fact.fan is None or not fact.fan.template:
        besides = fact.fan.besides if fact.fan is not None else ()
        found = _pairs(source, target, known, made)
        yield from (pair for pair in found if not any(_fits(pair[0].path, one) for one in besides))
    else:
        yield from _fanned(source, target, fact.fan, known)


def _fanned(
    source: DatasetName, target: DatasetName, fan: Fan, known: Iterable[DatasetName]
) -> Iterator[Pair]:
    # What a found system at a bucket calls its datasets leaves the bucket out; the template does not.
    width = len(target.path)
    for name in known:
        if name.system != source.system or name == target or not _fits(name.path, source.path):
            continue
        if any(_fits(name.path, one) for one in fan.besides):
            continue
        path = tuple(_named(part, name.path) for part in fan.template)
        yield name, DatasetName(target.system, path[-width:] if width else path)


def _named(part: str, path: Path) -> str:
    def own(found: re.Match[str]) -> str:
        if found[1] == "table":
            return path[-1]
        number = int(found[1])
        return path[number] if number < len(path) else found[0]

    return _OWN.sub(own, part).lower()


def _fits(path: Path, pattern: Path) -> bool:
    """Whether a table's name is one of a pattern: part by part, or anything at all."""
    if pattern == (_ANY,):
        return True
    return len(path) == len(pattern) and all(
        fnmatchcase(part, one.lower()) for part, one in zip(path, pattern, strict=True)
    )


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
        into = target.path[:-1]
        # A copy of a copy that leads back to where it began would name ever longer paths.
        if len(into) + len(rest) <= len(target.path) + len(name.path):
            yield name, DatasetName(target.system, (*into, *rest))


def _put(rest: Path, source: Path, target: Path) -> str | None:
    """The last part of the name under which a dataset lands: the one that the target is, or one made of its own.

    Of a name such as the topic `crm.*` the star stands for what it stands for in the source. None where a dataset
    keeps its own name beneath the target.
    """
    last, own = target[-1] if target else _ANY, source[-1] if source else _ANY
    if _ANY not in last:
        return last
    if last in {_ANY, own} or "/" in last:
        return None
    if _ANY not in own:
        # One table that goes by names which its rows decide: nothing tells them.
        return last
    stands_for = _stands_for(own, rest)
    if last.count(_ANY) == 1 and stands_for:
        # A topic of several parts is one name, its parts joined.
        stands_for = (".".join(stands_for),)
    if last.count(_ANY) != len(stands_for):
        return None
    return "".join(part + name for part, name in zip(last.split(_ANY), (*stands_for, ""), strict=True))


def _stands_for(own: str, rest: Path) -> Path:
    """What the `*` of a wide name stands for in a dataset beneath it."""
    if own == _ANY:
        return rest
    before, _, after = own.partition(_ANY)
    whole = ".".join(rest)
    if _ANY in after or not whole.startswith(before) or not whole.endswith(after):
        return ()
    return (whole[len(before) : len(whole) - len(after)],)


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
            fan=None,
            source=DatasetMention(source.path or (WHOLE,), source.system),
            target=DatasetMention(target.path or (WHOLE,), target.system),
        )


def _whole(name: DatasetName) -> DatasetName:
    """A place as a whole; of a table of unknown columns, the table."""
    if not name.path or _ANY not in name.path[-1]:
        return name
    last = name.path[-1]
    return DatasetName(name.system, (*name.path[:-1], WHOLE if last == _ANY else last.removesuffix("/*")))
