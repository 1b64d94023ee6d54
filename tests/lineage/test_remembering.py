"""What is remembered is what the engine would say; what is not known any more is asked again."""

from collections import defaultdict
from dataclasses import replace

import pytest
from tests.lineage.test_statements import cases

from kuajing.lineage.movement import Answer, answered
from kuajing.lineage.remembering import Kept, Remembered
from kuajing.lineage.request import Request
from kuajing.model.lineage import Reason, Statement

STAR = Request("INSERT INTO dwd.t SELECT * FROM ods.s", "mysql", {("ods", "s"): ("a", "b")})


class Held:
    """A store in memory."""

    def __init__(self) -> None:
        self.kept: dict[bytes, list[Kept]] = defaultdict(list)

    def found(self, key: bytes) -> list[Kept]:
        return self.kept[key]

    def keep(self, key: bytes, kept: Kept) -> None:
        self.kept[key].append(kept)


def knowing(*requests: Request, engine: str = "1") -> tuple[Remembered, Held]:
    store = Held()
    remembered = Remembered(store, engine)
    for request in requests:
        remembered.keep(request, answered(request))
    return remembered, store


def test_what_was_read_is_found_again() -> None:
    requests = [Request(case.sql, case.dialect, case.schema, with_queries=True) for case in cases()]
    remembered, _ = knowing(*requests)
    assert [answered(request).statements for request in requests] == [
        remembered.statements(request) for request in requests
    ]
    assert all(remembered.find(request) is not None for request in requests if len(request.text) > 60)


def test_a_reader_that_remembers_answers_as_the_engine() -> None:
    remembered, store = knowing()
    for _ in range(2):
        assert answered(STAR).statements == remembered.read(STAR.text, dialect="mysql", schema=STAR.schema)
    assert 1 == len(store.kept)


@pytest.mark.parametrize(
    "schema",
    [
        {("ods", "s"): ("a", "b"), ("ods", "other"): ("x",)},
        {("x", "y"): (), ("ODS", "S"): ("A", "B")},
    ],
)
def test_a_table_that_nobody_asked_for_changes_nothing(
    schema: dict[tuple[str, ...], tuple[str, ...]],
) -> None:
    remembered, _ = knowing(STAR)
    assert answered(STAR).statements == remembered.find(replace(STAR, schema=schema))


@pytest.mark.parametrize(
    "schema",
    [
        {},
        {("ods", "s"): ("a",)},
        {("ods", "s"): ("a", "b"), ("x", "ods", "s"): ("c",)},
        {("s",): ("a", "b")},
        {("ods", "s"): ("a", "b"), ("dwd", "t"): ("c", "d")},
    ],
)
def test_a_table_that_was_asked_for_is_asked_for_again(
    schema: dict[tuple[str, ...], tuple[str, ...]],
) -> None:
    remembered, _ = knowing(STAR)
    changed = replace(STAR, schema=schema)
    assert remembered.find(changed) is None
    assert answered(changed).statements == remembered.statements(changed)


@pytest.mark.parametrize(
    "changed",
    [
        replace(STAR, text=STAR.text + " "),
        replace(STAR, dialect="hive"),
        replace(STAR, default_database="db"),
        replace(STAR, default_schema="db"),
        replace(STAR, functions={"f": "hashed"}),
        replace(STAR, with_queries=True),
    ],
)
def test_another_question_has_its_own_answer(changed: Request) -> None:
    remembered, _ = knowing(STAR)
    assert remembered.find(changed) is None


def test_another_engine_asks_again() -> None:
    _, store = knowing(STAR)
    assert Remembered(store, "2").find(STAR) is None
    assert Remembered(store, "1").find(STAR) is not None


@pytest.mark.parametrize("names", [b"\0", b"[", b"3", b"ods", b"\0\1ods\1s", b"\1s", b"\1\xff\0"])
def test_forged_names_are_no_answer(names: bytes) -> None:
    remembered, store = knowing(STAR)
    for kept in store.kept.values():
        kept[:] = [(names, behind, data) for _, behind, data in kept]
    assert remembered.find(STAR) is None


def test_a_broken_answer_is_no_answer_and_a_whole_one_behind_it_is() -> None:
    remembered, store = knowing(STAR)
    for kept in store.kept.values():
        kept.insert(0, (*kept[0][:2], kept[0][2][:-4]))
    assert answered(STAR).statements == remembered.find(STAR)


@pytest.mark.parametrize("reason", ["unread.sql_reader_died", "unread.sql_too_slow"])
def test_what_hung_on_the_machine_is_not_kept(reason: str) -> None:
    remembered, store = knowing()
    remembered.keep(STAR, Answer((Statement(1, 1, "insert", "unread", (Reason(reason),)),), ()))
    assert {} == store.kept


@pytest.mark.parametrize(
    "name", ["if(pin = 13800138000, a, b)", "s3://user:Canary09@bucket/people", "password=Canary09"]
)
def test_an_answer_that_holds_a_value_is_not_kept(name: str) -> None:
    remembered, store = knowing()
    remembered.keep(STAR, Answer((Statement(1, 1, "insert", "no_movement", reads=((name,),)),), ()))
    remembered.keep(STAR, Answer((), ((name,),)))
    assert {} == store.kept
