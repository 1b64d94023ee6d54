"""Pieces read together: shapes are known to all, doubts of the file stand on its statements, nothing is read twice."""

from collections.abc import Iterator, Sequence
from itertools import permutations

from kuajing.lineage.movement import answered
from kuajing.lineage.request import Request
from kuajing.model.lineage import Statement
from kuajing.readers.blocks import Block
from kuajing.readers.seams import SourceContext
from kuajing.readers.sql import Script
from kuajing.readers.sql_together import Piece, ReadPiece, read_together
from kuajing.source.location import Location
from kuajing.source.text import SourceText, Unread

VIEWS = (
    ("a.sql", "insert into t (p, q) select * from w"),
    ("b.sql", "create view w as select * from v"),
    ("c.sql", "create view v as select * from s"),
    ("d.sql", "create table s (x int, y int)"),
)


class Reading:
    """Reads requests and keeps which texts were asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, requests: Sequence[Request]) -> Iterator[tuple[Statement, ...]]:
        for request in requests:
            self.asked.append(request.text)
            yield answered(request).statements


def piece(path: str, text: str, *doubts: Unread) -> Piece:
    source = SourceText(path, text, "utf-8", doubtful=False, digest="")
    return Piece(Block(Script(source), doubts), SourceContext(None, {}))


def edges(read: ReadPiece) -> list[tuple[str, str]]:
    return [(edge.source_column, edge.target_column) for one in read.statements for edge in one.edges]


def test_a_star_is_resolved_through_views_whatever_the_order_of_texts() -> None:
    for order in permutations(VIEWS):
        done = read_together([piece(*one) for one in order], {}, Reading())
        inserts = [edges(read) for (path, _), read in zip(order, done, strict=True) if path == "a.sql"]
        assert [[("x", "p"), ("y", "q")]] == inserts


def test_a_text_is_read_again_only_where_more_is_known_for_it() -> None:
    reading = Reading()
    read_together([piece(*one) for one in (*VIEWS, ("e.sql", "insert into u select * from z"))], {}, reading)
    assert 1 == reading.asked.count("insert into u select * from z")


def test_tables_that_files_define_differently_stay_unknown() -> None:
    pieces = [
        piece("a.sql", "insert into t select x from s"),
        piece("b.sql", "create table t (one int)"),
        piece("c.sql", "create table t (two int)"),
    ]
    assert [("x", "x")] == edges(read_together(pieces, {}, Reading())[0])


def test_a_doubt_stands_on_the_statement_it_lies_in() -> None:
    doubt = Unread(Location("a.py", 3), "unread.embedded_too_deep")
    text = "insert into t (b) select a from s;\ninsert into t (b) select a from s;\n\n"
    (read,) = read_together([piece("a.py", text, doubt)], {}, Reading())
    assert ["resolved", "partial"] == [one.fate for one in read.statements]
    assert [[], [3]] == [[reason.line for reason in one.reasons] for one in read.statements]


def test_a_doubt_of_a_text_without_statements_is_kept() -> None:
    doubt = Unread(Location("a.py", 3), "unread.embedded_too_deep")
    assert (ReadPiece(None, (), (doubt,)),) == read_together([piece("a.py", "-- none", doubt)], {}, Reading())
