"""A small lineage report with one of everything."""

from kuajing.model.lineage import (
    ColumnEdge,
    EndpointMention,
    Influence,
    LineageReport,
    ReadText,
    Reason,
    Statement,
)
from kuajing.source.location import Location
from kuajing.source.text import Unread

SOURCE, TARGET, OUTSIDE = ("ods", "member"), ("dwd", "member"), ("s3://bucket/out",)

STATEMENT = Statement(
    3,
    1,
    "insert",
    "partial",
    (Reason("unread.sql_unknown_columns", (("table", "ods.member"),), 4),),
    (SOURCE,),
    (TARGET, OUTSIDE),
    (
        ColumnEdge(SOURCE, "phone", TARGET, "phone_m", "masked", ("CONCAT", "SUBSTRING"), line=4, column=8),
        ColumnEdge(SOURCE, "doc", TARGET, "name", "identity", ambiguous=True, line=4, source_path="a.b"),
        ColumnEdge(SOURCE, "idcard", OUTSIDE, "hash", "hashed", ("MD5",), line=5),
        ColumnEdge(SOURCE, "paid", OUTSIDE, "most", "aggregated", ("SUM",), line=5),
        ColumnEdge(SOURCE, "paid", OUTSIDE, "cents", "derived", line=5),
    ),
    (Influence(SOURCE, "ok", TARGET, 6), Influence(SOURCE, "day", OUTSIDE, 7)),
    (EndpointMention(OUTSIDE, "out", "s3", "s3://user:word1234@bucket/out", "us-west-2"),),
)
REPORT = LineageReport(
    (
        ReadText("etl/a.sql", "hive", (STATEMENT, Statement(9, 1, "set", "no_movement"))),
        ReadText("b.sql", None, (Statement(1, 1, "select", "unread", (Reason("unread.sql_too_deep"),)),)),
    ),
    (Unread(Location("c.sql"), "unread.binary"),),
)


def hostile(name: str) -> LineageReport:
    """A report in which a column and a table are called so."""
    edge = ColumnEdge((name,), name, ("t",), name, "identity")
    moved = Statement(1, 1, "insert", "resolved", (), ((name,),), (("t",),), (edge,))
    return LineageReport((ReadText("a.sql", None, (moved,)),))
