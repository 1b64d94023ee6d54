"""Facts from rows of numbers and texts, each looked over: what has another shape raises ValueError, TypeError or IndexError."""

from typing import Any

from kuajing.lineage.written_back import can_be_said
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import (
    AliasFact,
    Basis,
    CategoryFact,
    ColumnFact,
    DatasetMention,
    Fact,
    Fan,
    InfluenceFact,
    MoveFact,
    ReadFact,
    Running,
    TableFact,
    Transform,
    UnreadFact,
    UseFact,
)
from kuajing.readers.comment_places import Places, comment_at
from kuajing.readers.facts_as_rows import ALIAS, CATEGORY, INFLUENCE, MOVE, READ, TABLE, UNREAD, USE, Row
from kuajing.source.location import Location
from kuajing.source.text import SourceText

_MOVE = (int, int, str, int, str, int, int, int, int)
_INFLUENCE = (int, int, str, int, int, int, int, str)
_ALIAS = (int,) * 6
_READ = (int, int, str, int, int, int, int)
_COLUMN = (str, int, int, int, str, list)
_TRANSFORMS = {one.value: one for one in Transform}
_BASES = {one.value: one for one in Basis}


class Found:
    """What the rows of one text share, and the facts that they are."""

    def __init__(
        self,
        of: SourceText,
        paths: list[Any],
        endpoints: list[Row],
        mentions: list[Row],
        manners: list[Row],
    ) -> None:
        self._text = of.text
        self._paths = [of.path, *_texts(paths)]
        self._endpoints = [_endpoint(*row) for row in endpoints]
        self.mentions = [self._mention(*row) for row in mentions]
        self._manners = [_manner(*row) for row in manners]

    def fact(self, row: Row) -> Fact:  # noqa: PLR0911  one return for each kind of fact
        """The fact of a row."""
        kind, mentions = row[0], self.mentions
        if kind == MOVE:
            _check(row, _MOVE)
            _, source, from_column, target, to_column, manner, path, line, column = row
            transform, mechanism, functions, certain, basis, running, fan = self._manners[manner]
            place = Location(self._paths[path], line, column)
            return MoveFact(
                mentions[source],
                from_column,
                mentions[target],
                to_column,
                transform,
                place,
                mechanism,
                functions,
                certain,
                basis,
                running,
                fan,
            )
        if kind == TABLE:
            return self._table(*row[1:])
        if kind == INFLUENCE:
            _check(row, _INFLUENCE)
            place = self._place(*row[4:7])
            return InfluenceFact(mentions[row[1]], row[2], mentions[row[3]], place, row[7])
        if kind == ALIAS:
            _check(row, _ALIAS)
            return AliasFact(mentions[row[1]], mentions[row[2]], self._place(*row[3:]))
        if kind == USE:
            return self._use(*row[1:])
        if kind == UNREAD:
            return self._unread(*row[1:])
        if kind == CATEGORY:
            return self._category(*row[1:])
        if kind != READ:
            raise ValueError
        _check(row, _READ)
        return ReadFact(self._paths[row[1]], *row[2:])

    def _table(
        self,
        mention: int,
        path: int,
        line: int,
        column: int,
        complete: Any,  # noqa: ANN401  anything may stand in a row
        comment: Places,
        basis: str,
        columns: list[Row],
    ) -> TableFact:
        place = self._place(path, line, column)
        return TableFact(
            self.mentions[mention],
            tuple([self._column(row) for row in columns]),
            place,
            _truth(complete),
            comment_at(comment, self._text),
            _BASES[basis],
        )

    def _column(self, row: Row) -> ColumnFact:
        _check(row, _COLUMN)
        name, path, line, column, kind, comment = row
        return ColumnFact(
            name, Location(self._paths[path], line, column), kind, comment_at(comment, self._text)
        )

    def _use(self, application: Any, system: Any, store: int, *row: Any) -> UseFact:  # noqa: ANN401
        path, line, column, mechanism, disabled, environment, schedule, at = row
        running = Running(_truth(disabled), *_texts([environment, schedule]))
        (name,), (by,) = _texts([application]), _texts([mechanism])
        place = self._place(path, line, column)
        there = None if at is None else self._endpoints[at]
        return UseFact(name, _perhaps(system), self.mentions[store], place, by, running, there)

    def _category(self, mention: int, *row: Any) -> CategoryFact:  # noqa: ANN401
        column, word, category, covers, least, path, line, place, mechanism = row
        _texts([column, word, category, least, mechanism])
        where = self._place(path, line, place)
        held = self.mentions[mention]
        return CategoryFact(held, column, word, category, _texts(covers), least, where, mechanism)

    def _unread(self, path: int, line: int, column: int, *row: Any) -> UnreadFact:  # noqa: ANN401
        reason, grain, values, tables = row
        _texts([reason, grain])
        said = tuple([_pair(*pair) for pair in values])
        if not can_be_said(reason, tuple(name for name, _ in said)):
            raise ValueError
        return UnreadFact(self._place(path, line, column), reason, grain, said, _texts(tables))

    def _place(self, path: int, line: int, column: int) -> Location:
        if type(line) is not int or type(column) is not int:
            raise TypeError
        return Location(self._paths[path], line, column)

    def _mention(self, path: list[Any], system: Any, endpoint: int | None) -> DatasetMention:  # noqa: ANN401
        at = None if endpoint is None else self._endpoints[endpoint]
        return DatasetMention(_texts(path), _perhaps(system), at)


def _endpoint(kind: Any, address: Any, hosts: list[Any], port: Any, *rest: Any) -> Endpoint:  # noqa: ANN401
    if port is not None and type(port) is not int:
        raise TypeError
    database, schema, bucket, path, provider, region, placeholder = map(_perhaps, rest)
    by_kind, shown = _texts([kind, address])
    return Endpoint(
        by_kind,
        shown,
        _texts(hosts),
        port,
        database,
        schema,
        bucket,
        path,
        provider,
        region,
        placeholder,
    )


Manner = tuple[Transform, str, tuple[str, ...], bool, Basis, Running, Fan | None]


def _manner(transform: str, mechanism: Any, functions: list[Any], *rest: Any) -> Manner:  # noqa: ANN401
    certain, basis, disabled, environment, schedule, fan = rest
    running = Running(_truth(disabled), *_texts([environment, schedule]))
    (by,) = _texts([mechanism])
    how = _TRANSFORMS[transform], by, _texts(functions)
    return *how, _truth(certain), _BASES[basis], running, _fan(*fan) if fan is not None else None


def _fan(template: list[Any], besides: list[list[Any]]) -> Fan:
    return Fan(_texts(template), tuple([_texts(one) for one in besides]))


def _pair(name: Any, value: Any) -> tuple[str, str]:  # noqa: ANN401
    _texts([name, value])
    return name, value


def _texts(found: list[Any]) -> tuple[str, ...]:
    if not all(type(one) is str for one in found):
        raise TypeError
    return tuple(found)


def _perhaps(found: Any) -> str | None:  # noqa: ANN401
    return None if found is None else _texts([found])[0]


def _truth(found: Any) -> bool:  # noqa: ANN401
    if type(found) is not bool:
        raise TypeError
    return found


def _check(row: Row, kinds: tuple[type, ...]) -> None:
    if tuple(map(type, row)) != kinds:
        raise TypeError
