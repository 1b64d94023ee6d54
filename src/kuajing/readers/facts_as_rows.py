"""Facts as rows of numbers and texts; what many facts share stands once and is pointed at."""

from collections.abc import Iterable
from typing import Any, assert_never

from kuajing.embedded.block import lines_of
from kuajing.model.endpoints import Endpoint
from kuajing.model.facts import (
    AliasFact,
    CategoryFact,
    ColumnFact,
    DatasetMention,
    Fact,
    InfluenceFact,
    MoveFact,
    ReadFact,
    TableFact,
    UnreadFact,
    UseFact,
)
from kuajing.readers.comment_places import Places, places_of
from kuajing.source.location import Location
from kuajing.source.text import SourceText

TABLE, MOVE, USE, INFLUENCE, ALIAS, UNREAD, READ, CATEGORY = range(8)
Row = list[Any]


class NotWritten(Exception):  # noqa: N818  a refusal, not a fault of the programme
    """A comment does not stand in the text as it is, and what people wrote is kept nowhere else."""


class Rows:
    """Makes rows of the facts of one text; `texts` are all the texts that stand in them."""

    def __init__(self, of: SourceText) -> None:
        self.texts: set[str] = set()
        self._text = of.text
        self._path_of_text = of.path
        self._lines: tuple[int, ...] | None = None
        self._paths: dict[str, int] = {of.path: 0}
        self._endpoints: dict[Endpoint, int] = {}
        self._mentions: dict[DatasetMention, int] = {}
        self._manners: dict[tuple[Any, ...], int] = {}
        self._rows: tuple[list[Row], list[Row], list[Row]] = ([], [], [])

    def shared(self) -> list[Row]:
        """What the rows point at: paths but for that of the text, endpoints, mentions, and manners of moving."""
        return [list(self._paths)[1:], *self._rows]

    def word(self, text: str) -> str:
        """A text that stands in a row."""
        self.texts.add(text)
        return text

    def mention(self, mention: DatasetMention) -> int:
        """The number of a mention."""
        found = self._mentions.get(mention)
        if found is None:
            path = [self.word(part) for part in mention.path]
            endpoint = None if mention.endpoint is None else self._endpoint(mention.endpoint)
            found = self._mentions[mention] = len(self._mentions)
            self._rows[1].append([path, self._perhaps(mention.system), endpoint])
        return found

    def of(self, fact: Fact) -> Row:
        """The row of a fact."""
        match fact:
            case MoveFact():
                source, target = self.mention(fact.source), self.mention(fact.target)
                columns = self.word(fact.source_column), self.word(fact.target_column)
                place = self._place(fact.location)
                return [MOVE, source, columns[0], target, columns[1], self._manner(fact), *place]
            case TableFact():
                return self._table(fact)
            case InfluenceFact():
                ends = self.mention(fact.source), self.word(fact.source_column), self.mention(fact.target)
                return [INFLUENCE, *ends, *self._place(fact.location), self.word(fact.mechanism)]
            case AliasFact():
                ends_of_alias = self.mention(fact.alias), self.mention(fact.dataset)
                return [ALIAS, *ends_of_alias, *self._place(fact.location)]
            case _:
                return self._rest(fact)

    def _rest(self, fact: CategoryFact | UseFact | UnreadFact | ReadFact) -> Row:
        match fact:
            case CategoryFact():
                what = self.mention(fact.dataset), self.word(fact.column), self.word(fact.word)
                means = self.word(fact.category), self._words(fact.covers), self.word(fact.least)
                return [CATEGORY, *what, *means, *self._place(fact.location), self.word(fact.mechanism)]
            case UseFact():
                who = self.word(fact.application), self._perhaps(fact.system), self.mention(fact.store)
                runs = fact.running
                running = runs.disabled, self.word(runs.environment), self.word(runs.schedule)
                at = None if fact.at is None else self._endpoint(fact.at)
                return [USE, *who, *self._place(fact.location), self.word(fact.mechanism), *running, at]
            case UnreadFact():
                values = [[self.word(name), self.word(value)] for name, value in fact.values]
                said = self.word(fact.reason), self.word(fact.grain), values
                return [UNREAD, *self._place(fact.location), *said, self._words(fact.tables)]
            case ReadFact():
                counts = fact.resolved, fact.partial, fact.unread, fact.idle
                return [READ, self._path(fact.path), self.word(fact.reader), *counts]
            case _:
                assert_never(fact)

    def _table(self, fact: TableFact) -> Row:
        columns = [self._column(column) for column in fact.columns]
        place = self._place(fact.location)
        comment = self._comment(fact.comment, fact.location)
        return [TABLE, self.mention(fact.dataset), *place, fact.complete, comment, fact.basis.value, columns]

    def _column(self, column: ColumnFact) -> Row:
        name, kind = self.word(column.name), self.word(column.type)
        return [name, *self._place(column.location), kind, self._comment(column.comment, column.location)]

    def _comment(self, comment: str, of: Location) -> Places:
        """Where a comment stands in the text; it is looked for first behind what it is of."""
        if not comment:
            return []
        places = places_of(comment, self._text, self._index(of))
        if places is None:
            raise NotWritten
        return places

    def _index(self, location: Location) -> int:
        """The index of a place in the text; the beginning where it is none of this text."""
        if self._lines is None:
            self._lines = lines_of(self._text)
        if location.path != self._path_of_text or not 1 <= location.line <= len(self._lines):
            return 0
        return self._lines[location.line - 1] + location.column - 1

    def _manner(self, fact: MoveFact) -> int:
        runs = fact.running
        manner = (fact.transform, fact.mechanism, fact.functions, fact.certain, fact.basis, runs, fact.fan)
        found = self._manners.get(manner)
        if found is None:
            how = fact.transform.value, self.word(fact.mechanism), self._words(fact.functions), fact.certain
            running = runs.disabled, self.word(runs.environment), self.word(runs.schedule)
            found = self._manners[manner] = len(self._manners)
            fan = None
            if fact.fan is not None:
                fan = [self._words(fact.fan.template), [self._words(one) for one in fact.fan.besides]]
            self._rows[2].append([*how, fact.basis.value, *running, fan])
        return found

    def _endpoint(self, endpoint: Endpoint) -> int:
        found = self._endpoints.get(endpoint)
        if found is None:
            known = self.word(endpoint.kind), self.word(endpoint.address), self._words(endpoint.hosts)
            inside = endpoint.database, endpoint.schema, endpoint.bucket, endpoint.path
            around = endpoint.provider, endpoint.region, endpoint.placeholder
            found = self._endpoints[endpoint] = len(self._endpoints)
            self._rows[0].append([*known, endpoint.port, *map(self._perhaps, (*inside, *around))])
        return found

    def _place(self, location: Location) -> tuple[int, int, int]:
        return self._path(location.path), location.line, location.column

    def _path(self, path: str) -> int:
        found = self._paths.get(path)
        if found is None:
            found = self._paths[self.word(path)] = len(self._paths)
        return found

    def _words(self, texts: Iterable[str]) -> list[str]:
        return [self.word(text) for text in texts]

    def _perhaps(self, text: str | None) -> str | None:
        return None if text is None else self.word(text)
