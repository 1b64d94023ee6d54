from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuajing.model.declaration import SourceRule
from kuajing.model.facts import ColumnFact, DatasetMention, Fact, MoveFact, ReadFact, TableFact, UnreadFact
from kuajing.readers import READERS
from kuajing.readers.catalogue import Catalogue
from kuajing.readers.rules_of_paths import rule_for
from kuajing.readers.seams import Reader, SourceContext
from kuajing.readers.two_passes import read_sources
from kuajing.source.location import Location
from kuajing.source.text import SourceText

TEXTS = (
    ("a/1.sql", "CREATE TABLE far AS SELECT * FROM near;"),
    ("b/2.sql", "CREATE VIEW near AS SELECT m.*, 'cn' AS origin FROM member m;"),
    ("c/3.sql", "CREATE TABLE member (id int, phone varchar(20));"),
    ("d/4.sql", "INSERT INTO sink (a, b, c) SELECT * FROM far;"),
    ("e/5.json", '{"reader": 1, "writer": 2}'),
    (
        "f/6.json",
        """{"content": [{
          "reader": {"name": "mysqlreader", "parameter": {"column": ["*"],
            "connection": [{"table": ["far"], "jdbcUrl": ["jdbc:mysql://h.example/d"]}]}},
          "writer": {"name": "mysqlwriter", "parameter": {"column": ["x", "y", "z"],
            "connection": [{"table": ["out"], "jdbcUrl": "jdbc:mysql://g.example/d"}]}}}]}""",
    ),
)


def text(path: str, words: str) -> SourceText:
    return SourceText(path, words, "utf-8", doubtful=False, digest="")


def rule(line: int, *paths: str, dialect: str | None = None, system: str | None = None) -> SourceRule:
    return SourceRule(paths, Location("kuajing.yaml", line), dialect, system)


@settings(max_examples=40, deadline=None)
@given(st.permutations(TEXTS))
def test_the_order_of_the_files_does_not_matter(texts: list[tuple[str, str]]) -> None:
    expected = read_sources([text(*item) for item in TEXTS], (), {})
    assert expected == read_sources([text(*item) for item in texts], (), {})


def test_what_one_file_makes_feeds_all_others() -> None:
    facts = read_sources([text(*item) for item in TEXTS], (), {})
    moves = {
        (fact.source.path[-1], fact.source_column, fact.target_column)
        for fact in facts
        if isinstance(fact, MoveFact) and fact.target.path in {("sink",), ("out",)}
    }
    columns = ("id", "phone", "origin")
    expected = {
        ("far", column, name) for names in ("abc", "xyz") for column, name in zip(columns, names, strict=True)
    }
    assert expected == moves


def test_every_text_that_a_reader_knows_has_one_account() -> None:
    facts = read_sources(
        [*(text(*item) for item in TEXTS), text("g.json", '{"name": "mysqlreader", "parameter": {')], (), {}
    )
    accounts = [
        fact.path if isinstance(fact, ReadFact) else fact.location.path
        for fact in facts
        if isinstance(fact, ReadFact) or (isinstance(fact, UnreadFact) and fact.grain == "file")
    ]
    assert ["a/1.sql", "b/2.sql", "c/3.sql", "d/4.sql", "f/6.json", "g.json"] == accounts


def test_a_rule_that_names_a_dialect_makes_any_file_sql() -> None:
    script = text("jobs/load.txt", "INSERT INTO t (a) SELECT b FROM s;")
    assert read_sources([script], (), {}) == ()
    facts = read_sources([script], (rule(1, "jobs/*", dialect="hive", system="dw"),), {})
    assert ("dw", "dw") == next(
        (fact.source.system, fact.target.system) for fact in facts if isinstance(fact, MoveFact)
    )


def test_readers_of_ones_own_are_passed_as_an_argument() -> None:
    def facts(*_: object) -> tuple[Fact, ...]:
        return (ReadFact("note.txt", "mine", 1, 0, 0, 0),)

    mine = type(READERS[0])(
        "mine", lambda path, _: path.endswith(".txt"), lambda *_: iter(()), lambda *_: iter(facts())
    )
    assert facts() == read_sources([text("note.txt", "")], (), {}, readers=(*READERS, mine))


@pytest.mark.parametrize(
    ("path", "line"),
    [("sql/dw/a.sql", 3), ("sql/a.sql", 2), ("sql/dw/exact.sql", 4), ("else/b.sql", 1), ("else/b.txt", None)],
)
def test_the_rule_that_says_most_of_a_path_wins(path: str, line: int | None) -> None:
    rules = (
        rule(1, "**/*.sql"),
        rule(2, "sql/**"),
        rule(3, "sql/dw/**/*.sql", "other/**"),
        rule(4, "sql/dw/exact.sql"),
        rule(5, "sql/dw/*"),
    )
    found: Callable[[str], SourceRule | None] = lambda name: rule_for(name, rules)  # noqa: E731  said in place
    winner = found(path)
    assert line == (winner.location.line if winner else None)


@pytest.mark.parametrize(("asks", "times"), [("other", 1), ("learnt", 2)])
def test_only_what_has_changed_for_a_text_is_read_in_a_later_round(asks: str, times: int) -> None:
    read: list[str] = []

    def movement(text: SourceText, _: SourceContext, catalogue: Catalogue) -> Iterator[Fact]:
        read.append(text.path)
        catalogue.columns(DatasetMention((asks,)))
        yield UnreadFact(Location(text.path), "unread.file", "file")
        if text.path == "teaches":
            column = ColumnFact("a", Location(text.path))
            yield TableFact(DatasetMention(("learnt",)), (column,), Location(text.path), complete=True)

    reader = Reader("made_up", lambda *_: True, lambda *_: iter(()), movement)
    texts = [SourceText(path, "", "utf-8", doubtful=False, digest="") for path in ("asks", "teaches")]
    facts = read_sources(texts, (), {}, readers=(reader,))
    assert times * ["asks", "teaches"] == read
    assert {"asks", "teaches"} == {fact.location.path for fact in facts if isinstance(fact, UnreadFact)}
