"""Workers answer as one process does, and no statement takes more with it than itself."""

from pathlib import Path

import pytest
from tests.cli.killing import kills
from tests.lineage.test_statements import cases

from kuajing.cli.pool import Limits, Pool
from kuajing.cli.sql_reading import _read_by_workers, statements_of
from kuajing.lineage.movement import Answer, answered
from kuajing.lineage.request import Request

FAIR = "INSERT INTO t (b) SELECT a FROM s"
DEADLY = "INSERT INTO q SELECT x FROM killer"


def read(requests: list[Request], limits: Limits) -> dict[int, Answer | None]:
    found: dict[int, Answer | None] = {}
    given = 0
    with Pool(limits, kills) as pool:
        while len(found) < len(requests):
            while given < len(requests) and pool.is_free:
                pool.give(given, requests[given])
                given += 1
            found.update(pool.wait())
    return found


def fates(answer: Answer | None) -> list[tuple[int, str, str, tuple[str, ...]]]:
    assert answer is not None
    return [
        (one.line, one.kind, one.fate, tuple(reason.key for reason in one.reasons))
        for one in answer.statements
    ]


def test_answers_are_those_of_one_process_in_the_same_order() -> None:
    requests = [Request(case.sql, case.dialect, case.schema, with_queries=True) for case in cases()]
    assert [answered(one).statements for one in requests] == list(statements_of(requests, 2, 60.0))


@pytest.mark.parametrize("deadly", ["killer", "glutton"])
def test_a_statement_that_kills_its_reader_twice_is_unread_and_the_others_go_on(deadly: str) -> None:
    script = ";\n".join((FAIR, DEADLY.replace("killer", deadly), FAIR))
    found = read([Request(script), Request(FAIR)], Limits(2, 30.0))
    dead = (2, "insert", "unread", ("unread.sql_reader_died",))
    assert [(1, "insert", "resolved", ()), dead, (3, "insert", "resolved", ())] == fates(found[0])
    assert answered(Request(FAIR)) == found[1]


def test_what_is_left_of_it_are_its_tables() -> None:
    found = read([Request(DEADLY)], Limits(1, 30.0))[0]
    assert found is not None
    statement = found.statements[0]
    assert ((("killer",),), (("q",),)) == (statement.reads, statement.writes)


def test_a_reader_that_dies_once_is_replaced_and_nothing_is_lost(tmp_path: Path) -> None:
    script = "INSERT INTO t (b) SELECT a FROM once"
    found = read([Request(script, str(tmp_path / "been"))], Limits(1, 30.0))[0]
    assert [(1, "insert", "resolved", ())] == fates(found)


def test_a_statement_over_the_limit_is_unread_and_the_others_go_on() -> None:
    script = ";\n".join((FAIR, DEADLY.replace("killer", "sleeper"), FAIR))
    found = read([Request(script), Request(FAIR)], Limits(2, 1.0))
    slow = (2, "insert", "unread", ("unread.sql_too_slow",))
    assert [(1, "insert", "resolved", ()), slow, (3, "insert", "resolved", ())] == fates(found[0])
    assert answered(Request(FAIR)) == found[1]


def test_a_text_that_cannot_even_be_cut_is_one_unread_statement() -> None:
    found = read([Request("select splitter"), Request(FAIR)], Limits(2, 30.0))
    assert [(1, "unknown", "unread", ("unread.sql_reader_died",))] == fates(found[0])
    assert answered(Request(FAIR)) == found[1]


def test_a_fault_of_ours_is_handed_back_to_be_told() -> None:
    assert {0: None, 1: answered(Request(FAIR))} == read(
        [Request("select * from faulty"), Request(FAIR)], Limits(1, 30.0)
    )


def test_a_schema_is_sent_anew_when_it_changes() -> None:
    schemas: list[dict[tuple[str, ...], tuple[str, ...]]] = [{("s",): ("a",)}, {("s",): ("b", "c")}, {}]
    requests = [Request("INSERT INTO t SELECT * FROM s", None, schema) for schema in schemas for _ in "12"]
    assert list(map(answered, requests)) == list(_read_by_workers(requests, 1, 30.0))
