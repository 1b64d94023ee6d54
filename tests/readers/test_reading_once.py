"""The same SQL with the same around it is read once in a run."""

from typing import Any

from kuajing.lineage.movement import read_movement
from kuajing.model.lineage import Statement
from kuajing.readers.reading_once import ReadOnce


def _asked(*calls: tuple[str, dict[str, Any]]) -> int:
    """How often the engine is asked; each answer is what it gives itself."""
    texts: list[str] = []

    def read(text: str, **words: Any) -> tuple[Statement, ...]:  # noqa: ANN401  whatever is asked for
        texts.append(text)
        return read_movement(text, **words)

    once = ReadOnce(read)
    for text, words in calls:
        given = {"dialect": None, "schema": {}, **words}
        assert once(text, **given) == read_movement(text, **given)
    return len(texts)


STAR = "insert into t select * from s"


def test_the_same_is_read_once() -> None:
    assert 1 == _asked((STAR, {}), (STAR, {}), (STAR, {"functions": {}}))


def test_whatever_else_is_known_is_read_anew() -> None:
    known: tuple[dict[str, Any], ...] = (
        {},
        {"schema": {("s",): ("a",)}},
        {"schema": {("s",): ("b",)}},
        {"dialect": "hive"},
    )
    names = ({"default_schema": "d"}, {"default_database": "d"}, {"functions": {"f": "masked"}})
    calls = [(STAR, one) for one in (*known, *names, {"with_queries": True})]
    assert len(calls) == _asked(*calls, *calls)


def test_what_is_long_is_not_held() -> None:
    long = f"{STAR} -- {'x' * 70_000}"
    assert 2 == _asked((long, {}), (long, {}))
