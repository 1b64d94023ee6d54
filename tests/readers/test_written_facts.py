"""Facts come back from bytes as they were; bytes of another shape are no facts."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuajing.lineage.written import sealed, unsealed
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
from kuajing.readers.comment_places import comment_at
from kuajing.readers.written_facts import asked_in, facts_in, written, written_asked
from kuajing.source.location import Location
from kuajing.source.text import SourceText

OF = SourceText("a.sql", '姓名 and it\'\'s, "quoted" \\"more\\"', "utf-8", doubtful=False, digest="")
TEXTS = st.text(max_size=6)
PLACES = st.builds(Location, st.sampled_from(["a.sql", "b.sql"]), st.integers(1, 99), st.integers(1, 99))
PERHAPS = st.none() | TEXTS
ENDPOINTS = st.builds(
    Endpoint,
    *(TEXTS, TEXTS, st.lists(TEXTS, max_size=2).map(tuple), st.none() | st.integers(0, 70_000)),
    *(PERHAPS,) * 7,
)
MENTIONS = st.builds(DatasetMention, st.lists(TEXTS, max_size=3).map(tuple), PERHAPS, st.none() | ENDPOINTS)
RUNS = st.builds(Running, st.booleans(), TEXTS, TEXTS)
FANS = st.builds(Fan, st.just(("<table>",)), st.lists(st.just(("a", "b")), max_size=2).map(tuple))
COMMENTS = st.sampled_from(["", "姓名", "it's", '"quoted"', '"more"'])
NAMES = st.lists(TEXTS, max_size=2).map(tuple)
COUNTS = st.integers(0, 9)
FACTS = st.one_of(
    st.builds(
        TableFact,
        *(MENTIONS, st.lists(st.builds(ColumnFact, TEXTS, PLACES, TEXTS), max_size=3).map(tuple), PLACES),
        *(st.booleans(), COMMENTS, st.sampled_from(Basis)),
    ),
    st.builds(
        MoveFact,
        *(MENTIONS, TEXTS, MENTIONS, TEXTS, st.sampled_from(Transform), PLACES, TEXTS, NAMES),
        *(st.booleans(), st.sampled_from(Basis), RUNS, st.none() | FANS),
    ),
    st.builds(UseFact, TEXTS, PERHAPS, MENTIONS, PLACES, TEXTS, RUNS, st.none() | ENDPOINTS),
    st.builds(CategoryFact, MENTIONS, TEXTS, TEXTS, TEXTS, NAMES, TEXTS, PLACES, TEXTS),
    st.builds(InfluenceFact, MENTIONS, TEXTS, MENTIONS, PLACES, TEXTS),
    st.builds(AliasFact, MENTIONS, MENTIONS, PLACES),
    st.builds(
        UnreadFact, PLACES, st.just("unread.file"), TEXTS, TEXTS.map(lambda one: (("problem", one),)), NAMES
    ),
    st.builds(ReadFact, st.just("a.sql"), TEXTS, COUNTS, COUNTS, COUNTS, COUNTS),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(FACTS, max_size=4).map(tuple), st.lists(FACTS, max_size=4).map(tuple))
def test_facts_come_back_as_they_were(structure: tuple[Fact, ...], movement: tuple[Fact, ...]) -> None:
    said = written("sql", structure, movement, OF)
    # Comments are looked for in the order in which they stand.
    assert said is None or ("sql", structure, movement) == facts_in(said[0], OF)


@given(st.lists(st.tuples(st.sampled_from(["columns", "schema"]), MENTIONS), max_size=4).map(tuple))
def test_lookups_come_back_as_they_were(asked: tuple[tuple[str, DatasetMention], ...]) -> None:
    assert asked == asked_in(written_asked(asked)[0])


@pytest.mark.parametrize(
    ("comment", "is_kept"),
    [("姓名", True), ("it's", True), ('"more"', True), ("elsewhere", False), ("名 it's", False)],
)
def test_a_comment_is_kept_as_its_place_in_the_text(comment: str, *, is_kept: bool) -> None:
    table = TableFact(DatasetMention(("t",)), (), Location("a.sql"), complete=True, comment=comment)
    said = written("sql", (table,), (), OF)
    assert is_kept == (said is not None)
    if said is not None:
        assert comment not in json.loads(bytes(unsealed(said[0]) or b"[]")).__repr__()
        assert (table,) == (facts_in(said[0], OF) or ("", (), ()))[1]


MANIFEST = r"""{"name": "a", "tags": ["daily"], "meta": {"level": "3"}, "pii": true,
 "description": "The \u59d3\u540d of\n  one \"customer\", by https://x.y\/z?token=canary01 or 1.  Ends"}"""


@pytest.mark.parametrize(
    ("comment", "is_kept"),
    [
        ("[daily]", True),
        ("[daily] [level: 3] [pii]", True),
        ('The 姓名 of one "customer", by', True),
        ('of one "customer", by [daily] [pii]', True),
        ("token=*** or 1. Ends [level: 3]", True),
        ("daily level Ends", True),
        ("daily hourly", False),
        ("of one, by", False),
        ("[daily] {pii}", False),
        ("daily\tlevel", False),
    ],
)
def test_a_comment_put_together_is_kept_as_its_places(comment: str, *, is_kept: bool) -> None:
    of = SourceText("m.json", MANIFEST, "utf-8", doubtful=False, digest="")
    table = TableFact(DatasetMention(()), (), Location("m.json", 2, 3), complete=False, comment=comment)
    said = written("dbt", (), (table,), of)
    assert is_kept == (said is not None)
    if said is not None:
        assert ("dbt", (), (table,)) == facts_in(said[0], of)
        held = bytes(unsealed(said[0]) or b"").decode()
        assert not [
            word for word in ("daily", "level", "customer", "Ends", "u59d3", "canary") if word in held
        ]


@pytest.mark.parametrize(
    "places", [["daily"], ["[x]"], [0], [0, "["], ["\\", 0], ["\\", "[", 3], [5, 3], [0, 9_999], [None, 3]]
)
def test_places_hold_no_words(places: list[Any]) -> None:
    with pytest.raises((ValueError, TypeError)):
        comment_at(places, MANIFEST)


def test_facts_of_another_text_are_no_longer_there() -> None:
    table = TableFact(DatasetMention(("t",)), (), Location("a.sql"), complete=True, comment="姓名")
    said = written("sql", (table,), (), OF)
    assert said is not None
    assert facts_in(said[0], SourceText("a.sql", "", "utf-8", doubtful=False, digest="")) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.sampled_from(["", "unread.file", "observed"]),
    lambda inside: st.lists(inside, max_size=9),
    max_leaves=40,
)


@settings(max_examples=300, deadline=None)
@given(JSON)
def test_whatever_else_stands_there_is_no_answer(body: object) -> None:
    for whole in (
        body,
        [2, "sql", [], [], [], [], body, body],
        [2, "sql", [], [], [[[], None, None]], [], [body], []],
    ):
        facts_in(sealed(json.dumps(whole).encode()), OF)
        asked_in(sealed(json.dumps(whole).encode()))


def test_the_file_itself_is_not_named_in_the_bytes() -> None:
    read = ReadFact(Path("a.sql").as_posix(), "sql", 1, 0, 0, 0)
    said = written("sql", (), (read,), OF)
    assert said is not None
    assert b"a.sql" not in said[0]
