"""Pipe syntax of BigQuery and Spark, `FROM t |> WHERE ... |> SELECT ...`, put into the nested queries it stands for."""

from collections.abc import Sequence

from kuajing.lineage.grammar.pipe_stages import Stage
from kuajing.lineage.grammar.spliced import Spliced
from kuajing.lineage.text.cursor import Cursor
from kuajing.lineage.text.lexer import Kind, Token

_JOINS = frozenset({"JOIN", "INNER", "LEFT", "RIGHT", "FULL", "CROSS", "NATURAL"})
_SETS = frozenset({"UNION", "INTERSECT", "EXCEPT"})
_GROUPINGS = frozenset({"ROLLUP", "CUBE", "GROUPING"})
_MOST_STAGES = 60
_NO_ALIAS = frozenset(
    {"JOIN", "ON", "USING", "TABLESAMPLE", "FOR", "WHERE", "PIVOT", "UNPIVOT", "WITH"} | _JOINS
)


class _NoPipeError(Exception):
    """A pipe operator nobody here knows."""


def without_pipes(text: str, words: Sequence[Token]) -> Spliced | None:
    """The statement with nested queries in place of pipes; None when it has none, or one that nobody knows."""
    if "|>" not in text or not any(_is_pipe(words, place) for place in range(len(words))):
        return None
    try:
        return _Pipes(text, words).rewritten(0, len(words))
    except _NoPipeError:
        return None


def _is_pipe(words: Sequence[Token], place: int) -> bool:
    return (
        words[place].text == "|"
        and place + 1 < len(words)
        and words[place + 1].text == ">"
        and words[place].end == words[place + 1].start
    )


class _Pipes:
    """Rewrites one statement; `hidden` are aliases that a nested query has taken out of sight."""

    def __init__(self, text: str, words: Sequence[Token]) -> None:
        self._text = text
        self._words = words
        self._hidden: set[str] = set()
        self._aliases: set[str] = set()

    def rewritten(self, start: int, end: int) -> Spliced:
        """The tokens of a range; what stands before its query is kept."""
        pipes = self._pipes(start, end)
        if not pipes:
            return self._kept(start, end)
        if len(pipes) > _MOST_STAGES:
            raise _NoPipeError
        first = self._query_start(start, pipes[0])
        stage = self._base(first, pipes[0])
        for place, pipe in enumerate(pipes):
            until = pipes[place + 1] if place + 1 < len(pipes) else end
            stage = self._after(stage, pipe + 2, until)
        return self._kept(start, first).put("").join(stage.query())

    def _pipes(self, start: int, end: int) -> list[int]:
        found, depth = [], 0
        for place in range(start, end):
            sign = self._words[place].text
            depth += (sign == "(") - (sign == ")")
            if depth == 0 and _is_pipe(self._words, place):
                found.append(place)
        return found

    def _query_start(self, start: int, end: int) -> int:
        """Where the query begins: at its FROM, SELECT or bracket, behind what is written or defined before it."""
        cursor = Cursor(self._words, start, end)
        if cursor.is_sign("("):
            return start
        places = []
        for word in ("FROM", "SELECT", "TABLE"):
            ahead = Cursor(self._words, start, end)
            if word == "TABLE" and cursor.word != "TABLE":
                continue
            if ahead.skip_to(word):
                places.append(ahead.position)
        if not places:
            raise _NoPipeError
        return min(places)

    def _base(self, start: int, end: int) -> Stage:
        if self._words[start].word != "FROM":
            return Stage(Spliced().put("(").join(self._kept(start, end)).put(")"))
        self._note_aliases(start + 1, end)
        return Stage(self._kept(start + 1, end))

    def _note_aliases(self, start: int, end: int) -> None:
        """Keeps the names a FROM or JOIN brings in sight."""
        cursor = Cursor(self._words, start, end)
        while cursor.position < end:
            cursor.take_any(*_JOINS, "OUTER")
            name = cursor.take_name()
            if name is None and cursor.take_group() is None:
                cursor.position += 1
                continue
            is_said = cursor.take("AS")
            if cursor.word not in _NO_ALIAS or is_said:
                alias = cursor.take_name()
                name = alias or name
            if name is not None:
                self._aliases.add(name[-1])
            if not (cursor.skip_to("JOIN") and cursor.take("JOIN")):
                return

    def _kept(self, start: int, end: int) -> Spliced:
        """Tokens as they are, but for pipes within their brackets and aliases that are out of sight."""
        found, place = Spliced(), start
        since = start
        while place < end:
            token = self._words[place]
            if token.name in self._hidden and self._is_qualifier(place, end):
                self._slice(found, since, place)
                place = since = place + 2
            elif token.text == "(":
                close = self._close(place, end)
                if close - place > 1:
                    self._slice(found, since, place + 1)
                    inner = _Pipes(self._text, self._words)
                    inner._hidden = set(self._hidden)
                    found.join(inner.rewritten(place + 1, close))
                    since = close
                place = max(close, place + 1)
            else:
                place += 1
        self._slice(found, since, end)
        return found

    def _is_qualifier(self, place: int, end: int) -> bool:
        if self._words[place].kind not in {Kind.WORD, Kind.QUOTED}:
            return False
        before = self._words[place - 1].text if place else ""
        return before != "." and place + 2 < end and self._words[place + 1].text == "."

    def _slice(self, found: Spliced, start: int, end: int) -> None:
        if end > start:
            found.put("") if found and found.pieces[-1][1] >= 0 else None
            found.keep(self._text, self._words[start].start, self._words[end - 1].end)

    def _close(self, start: int, end: int) -> int:
        depth = 0
        for place in range(start, end):
            sign = self._words[place].text
            depth += (sign == "(") - (sign == ")")
            if depth == 0:
                return place
        return end

    def _hide(self) -> None:
        self._hidden |= self._aliases
        self._aliases = set()

    def _fresh(self, stage: Stage, *, may_have_where: bool = True) -> Stage:
        """The stage itself when nothing was put behind its FROM yet, else one that reads it."""
        if stage.extra or stage.tail or (stage.where and not may_have_where):
            self._hide()
            return stage.closed()
        return stage

    def _done(self, stage: Stage) -> Stage:
        """A stage that reads a whole query: only its column names are in sight from here on."""
        self._hide()
        return stage.closed()

    def _after(self, stage: Stage, start: int, end: int) -> Stage:  # noqa: PLR0911  one return for each operator
        """The stage after one operator."""
        cursor = Cursor(self._words, start, end)
        word = cursor.word
        if word == "WHERE":
            if stage.tail:
                stage = self._fresh(stage)
            stage.where.append(self._kept(start + 1, end))
            return stage
        if word in {"EXTEND", "WINDOW"}:
            stage = self._fresh(stage)
            stage.extra.put(",").join(self._kept(start + 1, end))
            return stage
        if word in _JOINS:
            stage = self._fresh(stage)
            self._note_aliases(start, end)
            stage.source.put("").join(self._kept(start, end))
            return stage
        if word in {"SELECT", "DISTINCT"}:
            stage = self._fresh(stage)
            stage.items = self._kept(start + 1, end) if word == "SELECT" else Spliced().put("DISTINCT *")
            return self._done(stage)
        if word in {"SET", "DROP", "RENAME"}:
            stage = self._fresh(stage)
            stage.items = self._star(word, cursor)
            return self._done(stage)
        if word == "AGGREGATE":
            return self._done(self._aggregated(self._fresh(stage), start + 1, end))
        if word in {"ORDER", "LIMIT"}:
            stage.tail.put("").join(self._kept(start, end))
            return stage
        if word in {"ASSERT", "TABLESAMPLE"}:
            return stage
        return self._whole(stage, cursor, start, end)

    def _whole(self, stage: Stage, cursor: Cursor, start: int, end: int) -> Stage:
        """The operators that take the query so far as a table: AS, set operations, PIVOT, CALL."""
        stage, word = self._done(stage), cursor.word
        if word == "AS":
            self._hidden.discard(self._words[start + 1].name)
            self._aliases.add(self._words[start + 1].name)
            stage.source.put("").join(self._kept(start, end))
        elif word in {"PIVOT", "UNPIVOT", "MATCH_RECOGNIZE"}:
            stage.source.put("").join(self._kept(start, end))
        elif word in _SETS:
            stage.source = self._united(stage.source, start, end)
        elif word == "CALL":
            ahead = Cursor(self._words, start + 1, end)
            if ahead.take_name() is None or not ahead.is_sign("("):
                raise _NoPipeError
            call = Spliced().join(self._kept(start + 1, ahead.position)).put("(").join(stage.source)
            has_more = self._words[ahead.position + 1].text != ")"
            stage.source = call.put("," if has_more else "").keep(
                self._text, self._words[ahead.position + 1].start, self._words[end - 1].end
            )
        else:
            raise _NoPipeError
        return stage

    def _united(self, source: Spliced, start: int, end: int) -> Spliced:
        """A set operation of the query so far with one or more in brackets."""
        ahead = Cursor(self._words, start, end)
        while ahead.position < end and not ahead.is_sign("("):
            ahead.position += 1
        operator = (start, ahead.position)
        found = Spliced().put("(").join(source)
        while ahead.is_sign("("):
            opens = ahead.position
            ahead.take_group()
            found.put("").join(self._kept(*operator)).put("").join(self._kept(opens, ahead.position))
            ahead.take_sign(",")
        return found.put(")")

    def _star(self, word: str, cursor: Cursor) -> Spliced:
        """SET, DROP and RENAME as a star with REPLACE, EXCEPT and RENAME."""
        cursor.position += 1
        if word == "DROP":
            return Spliced().put("* EXCEPT (").join(self._kept(cursor.position, cursor.end)).put(")")
        found = Spliced().put("* REPLACE (" if word == "SET" else "* RENAME (")
        for place, part in enumerate(cursor.parts()):
            if place:
                found.put(",")
            name = part.position
            part.position += 1
            _ = part.take_sign("=") or part.take("AS")
            value = self._kept(part.position, part.end)
            old = self._kept(name, name + 1)
            found.join(value if word == "SET" else old).put("AS").join(old if word == "SET" else value)
        return found.put(")")

    def _aggregated(self, stage: Stage, start: int, end: int) -> Stage:
        """AGGREGATE values GROUP BY keys: the keys come out first."""
        ahead = Cursor(self._words, start, end)
        has_keys = ahead.skip_to("GROUP")
        values = ahead.position if has_keys else end
        found = Spliced()
        count = 0
        if has_keys:
            _ = ahead.take("GROUP", "BY") or ahead.take("GROUP", "AND", "ORDER", "BY")
            if ahead.word in _GROUPINGS:
                ahead.skip_to("SETS")
                ahead.position += 1
                ahead = ahead.take_group() or ahead
            for count, part in enumerate(ahead.parts(), 1):  # noqa: B007  the count is that of the keys
                found.put("," if found else "").join(self._kept(part.position, _unordered(part)))
        for part in Cursor(self._words, start, values).parts():
            found.put("," if found else "").join(self._kept(part.position, _unordered(part)))
        stage.items = found
        stage.group = f"GROUP BY {', '.join(str(place + 1) for place in range(count))}" if count else ""
        return stage


def _unordered(part: Cursor) -> int:
    """Where a key or value ends that may say the order it comes in."""
    end = part.end
    for place in range(part.position, part.end):
        if part.tokens[place].word in {"ASC", "DESC"} and place >= part.end - 3:
            return place
    return end
