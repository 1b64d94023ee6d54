"""Flows that files show, jobs that are switched off, and stores that applications open."""

from kuajing.binding import bind
from kuajing.model.declaration import Declaration, DeclaredSystem
from kuajing.model.estate import Completeness, Estate
from kuajing.model.facts import (
    ColumnFact,
    DatasetMention,
    Fact,
    MoveFact,
    Running,
    TableFact,
    Transform,
    UseFact,
)
from kuajing.source.location import Location

JOB = Location("job.json", 3, 1)
USER, COPY = DatasetMention(("user",), "crm"), DatasetMention(("copy",), "dw")
SYSTEMS = tuple(DeclaredSystem(name, Location("flows.yaml")) for name in ("crm", "dw", "shop"))
NAME, MAIL = ColumnFact("name", JOB), ColumnFact("mail", JOB)


def moved(source: str, target: str, running: Running = Running(), *, certain: bool = True) -> MoveFact:  # noqa: B008  frozen
    return MoveFact(
        USER, source, COPY, target, Transform.IDENTITY, JOB, "datax", certain=certain, running=running
    )


def estate(*facts: Fact) -> Estate:
    return bind(Declaration(systems=SYSTEMS), facts)


def completeness(*facts: Fact) -> list[tuple[Completeness, int]]:
    return [(flow.completeness, flow.columns) for flow in estate(*facts).observed]


def test_columns_named_on_both_sides_are_exact() -> None:
    assert [(Completeness.EXACT, 2)] == completeness(moved("name", "a"), moved("mail", "b"))


def test_a_column_whose_target_is_not_named_is_named_on_one_side() -> None:
    assert [(Completeness.NAMED, 1)] == completeness(moved("name", "*"))


def test_a_column_that_may_be_another_is_not_exact() -> None:
    assert [(Completeness.NAMED, 1)] == completeness(moved("name", "a", certain=False))


def test_a_star_moves_every_known_column() -> None:
    shape = TableFact(USER, (NAME, MAIL), JOB, complete=True)
    assert [(Completeness.STAR, 2)] == completeness(shape, moved("*", "*"))


def test_a_star_over_unknown_columns_says_so() -> None:
    assert [(Completeness.NONE, 0)] == completeness(moved("*", "*"))


def test_a_job_that_is_switched_off_moves_nothing_and_is_kept_apart() -> None:
    found = estate(moved("name", "a", Running(disabled=True, schedule="0 2 * * *")))
    assert ((), ("0 2 * * *",)) == (found.moves, tuple(move.running.schedule for move in found.idle))


def test_the_environment_of_a_job_goes_with_its_move() -> None:
    found = estate(moved("name", "a", Running(environment="dev")))
    assert (["dev"], ["dev"]) == (
        [move.running.environment for move in found.moves],
        [flow.environment for flow in found.observed],
    )


def test_an_application_that_runs_on_a_system_opens_every_dataset_of_its_store() -> None:
    shape = TableFact(DatasetMention(("db", "user"), "crm"), (NAME,), JOB, complete=True)
    other = TableFact(DatasetMention(("other", "log"), "crm"), (NAME,), JOB, complete=True)
    store = DatasetMention(("db",), "crm")
    found = estate(shape, other, UseFact("orders", "shop", store, JOB, "spring"))
    assert [("shop", ("db", "user"))] == [(access.reader, access.dataset.path) for access in found.accesses]


def test_an_application_that_runs_nobody_knows_where_opens_nothing_and_is_told() -> None:
    store = DatasetMention(("db",), "crm")
    found = estate(UseFact("orders", None, store, JOB, "spring"))
    assert ((), ["orders"]) == (found.accesses, [use.application for use in found.uses])
